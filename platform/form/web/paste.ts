import { type Answers, type Field, type Fields, columnsByHead, fromCellText } from '@zhitongche/form';
import { csvCells, type Json } from '@zhitongche/base';

/** A paste as it will land: rows of cells already read, and the heads that fit no column. */
export interface Pasted {
  readonly rows: readonly Answers[];
  readonly unknownHeads: readonly string[];
  /** True when the first line named the columns. */
  readonly withHeads: boolean;
}

/**
 * Reads pasted cells into rows. When at least half the first line are labels of columns (two at least), it names the
 * columns in any order; else cells fill the columns from `from` on.
 */
export const readPaste = (columns: Fields, text: string, from = 0): Pasted => {
  const cells = csvCells(text, '\t').filter((row) => row.some((c) => c.trim() !== ''));
  const entries = Object.entries(columns);
  const [first = [], ...others] = cells;
  const heads = first.map(columnsByHead(columns));
  const named = heads.filter((h) => h !== undefined).length;
  const withHeads = named >= 2 && named * 2 >= first.filter((c) => c.trim() !== '').length;
  const places: readonly (readonly [string, Field] | undefined)[] = withHeads ? heads : entries.slice(from);
  return {
    rows: (withHeads ? others : cells).map((row) => readRow(places, row)),
    unknownHeads: withHeads ? first.filter((head, i) => head.trim() !== '' && heads[i] === undefined) : [],
    withHeads,
  };
};

const readRow = (
  places: readonly (readonly [string, Field] | undefined)[],
  cells: readonly string[],
): Answers => {
  const row: Record<string, Json> = {};
  cells.forEach((cell, i) => {
    const place = places[i];
    const value = place ? fromCellText(place[1], cell) : undefined;
    if (place && value !== undefined) row[place[0]] = value;
  });
  return row;
};

/** Rows with a paste laid over them from row `at` on; rows beyond the end are added up to `maxRows`. */
export const layPaste = (
  rows: readonly Answers[],
  at: number,
  pasted: readonly Answers[],
  maxRows: number,
): { readonly rows: readonly Answers[]; readonly dropped: number } => {
  const length = Math.min(Math.max(rows.length, at + pasted.length), Math.max(maxRows, rows.length));
  const next = Array.from({ length }, (_, i) => {
    const over = i >= at ? pasted[i - at] : undefined;
    return over ? { ...rows[i], ...over } : (rows[i] ?? {});
  });
  return { rows: next, dropped: Math.max(0, at + pasted.length - length) };
};
