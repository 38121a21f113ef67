import { amountText } from '@zhitongche/ui';

/** What is said of one cell: that a check fails there, or that it changed. */
export interface CellMark {
  readonly tone: 'wrong' | 'hint' | 'changed';
  readonly text: string;
}
/** Marks by sheet, row and column: "T03 4 5". */
export type CellMarks = ReadonlyMap<string, CellMark>;
/** For each row of a sheet the row it was before. */
export type BeforeRows = readonly (readonly (string | null)[] | undefined)[];

/** The rows of one sheet as they were, and what they are called. */
export interface Before {
  readonly label: string;
  readonly rows: BeforeRows;
}

/** The figure a cell held before, where it differs from what it holds now. */
export const beforeText = (
  before: Before | undefined,
  row: number,
  column: number,
  text: string,
): string | null => {
  const was = before?.rows[row]?.[column] ?? null;
  return was === null || was === text ? null : amountText(was);
};
