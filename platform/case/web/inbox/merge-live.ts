import type { CaseRow } from '@zhitongche/contract';

/** A list as shown while the server's list moves on underneath. */
export interface LiveList {
  readonly rows: readonly CaseRow[];
  /** Rows that are no longer on the server's list: shown dimmed until the reader asks for the new list. */
  readonly gone: ReadonlySet<string>;
  /** Rows on the server's list that are not shown yet. */
  readonly arrived: readonly CaseRow[];
}

/**
 * Brings news into a list without moving a row: known rows are replaced in place, vanished ones dimmed,
 * new ones counted. `fresh` answers for as many rows as it holds; with `complete` for the whole list.
 */
export const mergeLive = (
  shown: readonly CaseRow[],
  fresh: readonly CaseRow[],
  complete: boolean,
): LiveList => {
  const news = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(shown.map((row) => row.id));
  // A page that is not complete says nothing about rows behind its last known one.
  const lastSeen = shown.findLastIndex((row) => news.has(row.id));
  const answered = complete ? shown.length : lastSeen + 1;
  return {
    rows: shown.map((row) => news.get(row.id) ?? row),
    gone: new Set(shown.slice(0, answered).flatMap((row) => (news.has(row.id) ? [] : [row.id]))),
    arrived: fresh.filter((row) => !known.has(row.id)),
  };
};
