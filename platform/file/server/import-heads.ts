import { type Fields, columnsByHead, type NamedColumn } from '@zhitongche/form';
import type { Sheet } from '@zhitongche/core/server';

/** A sheet with the line of heads found on it. */
export interface Headed {
  /** Name of the sheet. */
  readonly sheet: string;
  /** Days count from 1904. */
  readonly late: boolean;
  /** Number of the first line below the heads, from 1. */
  readonly first: number;
  readonly lines: Sheet['cells'];
  /** The column each printed column is read into. */
  readonly places: readonly (NamedColumn | undefined)[];
  /** Heads nobody asked for. */
  readonly unknown: readonly string[];
  /** How many columns were found. */
  readonly found: number;
}

/** A head may stand below titles and notes, but not further down than this. */
const HEAD_WITHIN = 20;

type Find = ReturnType<typeof columnsByHead>;

/** Sheets that carry the list: the one with most heads, and others with at least half of them. */
export function headedSheets(fields: Fields, sheets: readonly Sheet[]): readonly Headed[] {
  const columns = Object.fromEntries(
    Object.entries(fields).filter(([, column]) => column.kind !== 'files' && column.kind !== 'table'),
  );
  const find = columnsByHead(columns);
  const headed = sheets.map((sheet) => headOf(sheet, find));
  const most = Math.max(0, ...headed.map(({ found }) => found));
  return headed.filter(({ found }) => found > 0 && (found === most || (found >= 2 && found * 2 >= most)));
}

/** Finds the line with most heads; a second line of heads below it names what stands under a common head. */
function headOf({ name, cells, late }: Sheet, find: Find): Headed {
  const counted = cells.slice(0, HEAD_WITHIN).map((row) => countOf(row, find));
  const at = counted.indexOf(Math.max(0, ...counted));
  const heads = cells[at] ?? [];
  const above = cells[at - 1] ?? [];
  const below = isHeadLine(cells[at + 1] ?? [], find) ? (cells[at + 1] ?? []) : [];
  const width = Math.max(heads.length, below.length);
  const places = Array.from({ length: width }, (_, own) => find(heads[own] ?? '') ?? find(below[own] ?? ''));
  const grouped = groupsOver(heads, below, places);
  const start = at + 1 + (below.length > 0 ? 1 : 0);
  const lines = cells.slice(start);
  return {
    sheet: name,
    late: late === true,
    first: start + 1,
    lines,
    places,
    unknown: heads.filter(
      (head, own) =>
        head.trim() !== '' &&
        (places[own] === undefined ? !grouped.has(own) && above[own] !== head : isSecond(own, places, lines)),
    ),
    found: new Set(places.filter((place) => place !== undefined)).size,
  };
}

/** Whether a column of the same kind stands before this one and some line fills both: one of the two cells is read by nobody. */
function isSecond(own: number, places: Headed['places'], lines: Sheet['cells']): boolean {
  const filled = (line: readonly string[], at: number) => (line[at] ?? '').trim() !== '';
  const first = places.findIndex((place) => place?.[0] === places[own]?.[0]);
  return (
    first < own && lines.some((line) => filled(line, first) && filled(line, own) && line[first] !== line[own])
  );
}

/** Columns whose upper head is a common one: the head after it is blank and something below has a place. */
function groupsOver(
  heads: readonly string[],
  below: readonly string[],
  places: Headed['places'],
): ReadonlySet<number> {
  return new Set(
    heads.flatMap((head, at) =>
      head.trim() !== '' && (below[at] ?? '').trim() !== '' && places[at] !== undefined ? [at] : [],
    ),
  );
}

const countOf = (row: readonly string[], find: Find): number =>
  new Set(row.map(find).filter((place) => place !== undefined)).size;

/** A line in which every printed cell is a head. */
export const isHeadLine = (row: readonly string[], find: Find): boolean => {
  const printed = row.filter((cell) => cell.trim() !== '');
  return printed.length >= 2 && printed.every((cell) => find(cell) !== undefined);
};
