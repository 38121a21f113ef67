import type { Answers } from '@zhitongche/form';

type Rows = readonly Answers[];

/** Rows with one put in, after `index` when given, else last. */
export const withRow = (rows: Rows, row: Answers, index = rows.length - 1): Rows => [
  ...rows.slice(0, index + 1),
  row,
  ...rows.slice(index + 1),
];

/** Rows without one. */
export const withoutRow = (rows: Rows, index: number): Rows => rows.filter((_, i) => i !== index);

/** Rows with one moved to another place; the same rows when there is nowhere to go. */
export const withMoved = (rows: Rows, from: number, to: number): Rows => {
  const row = rows[from];
  if (row === undefined || to < 0 || to >= rows.length) return rows;
  return withRow(withoutRow(rows, from), row, to - 1);
};
