import type { Json } from '@zhitongche/base';

/** A row of a reference table. */
export type TableRow = Readonly<Record<string, Json>>;

/** How a new version of a table differs from the one in force. */
export interface TableChange {
  readonly same: number;
  /** Rows as they were and no longer are, a changed row in its old form. */
  readonly gone: readonly TableRow[];
  /** Rows that were not there before, a changed row in its new form. */
  readonly fresh: readonly TableRow[];
}

/** A row as text that does not depend on the order of its columns; an empty cell counts as absent. */
const signOf = (row: TableRow): string =>
  JSON.stringify(
    Object.entries(row)
      .filter(([, value]) => value !== null && value !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

/** Compares two versions row by row as wholes; tables have no key that all of them share. */
export const compareTables = (before: readonly TableRow[], after: readonly TableRow[]): TableChange => {
  const left = new Map<string, TableRow[]>();
  for (const row of before) {
    const sign = signOf(row);
    left.set(sign, [...(left.get(sign) ?? []), row]);
  }
  const fresh = after.filter((row) => left.get(signOf(row))?.pop() === undefined);
  return { same: after.length - fresh.length, gone: [...left.values()].flat(), fresh };
};
