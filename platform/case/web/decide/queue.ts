import type { CaseRow } from '@zhitongche/contract';

/** Where a case stands among what waits for one, and what comes after it. */
export interface Queue {
  /** Counted from 1; 0 = it does not wait for one. */
  readonly place: number;
  readonly total: number;
  readonly next: CaseRow | undefined;
  readonly previous: CaseRow | undefined;
}

/** What comes before and after a case in a list; once it has left the list, what moved into its place comes next. */
export const queueOf = (
  rows: readonly CaseRow[],
  id: string,
  left: number | undefined,
): Omit<Queue, 'total'> => {
  const at = rows.findIndex((row) => row.id === id);
  if (at >= 0) return { place: at + 1, next: rows[at + 1] ?? rows.slice(0, at)[0], previous: rows[at - 1] };
  return { place: 0, next: rows[left ?? 0] ?? rows[0], previous: undefined };
};
