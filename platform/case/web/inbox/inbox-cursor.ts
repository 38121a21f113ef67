/** Where the keyboard stands in the inbox and which rows are chosen; ids, so that new rows never move it. */
export interface InboxCursor {
  readonly at: string | null;
  readonly chosen: ReadonlySet<string>;
  /** Row from which a shift-selection extends. */
  readonly anchor: string | null;
}

/** What a key or a click asks of the inbox. */
export type CursorMove =
  | { readonly do: 'down' | 'up' | 'first' | 'last' }
  | { readonly do: 'point'; readonly id: string }
  | { readonly do: 'toggle'; readonly id?: string; readonly through?: boolean }
  | { readonly do: 'all' | 'none' };

/** Nothing pointed at, nothing chosen. */
export const CURSOR_START: InboxCursor = { at: null, chosen: new Set(), anchor: null };

const step = (ids: readonly string[], at: string | null, by: 1 | -1): string | null => {
  const i = at === null ? -1 : ids.indexOf(at);
  if (i === -1) return (by === 1 ? ids[0] : ids.at(-1)) ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, i + by))] ?? null;
};

/** Rows between two, both included, in list order. */
const between = (ids: readonly string[], from: string, to: string): readonly string[] => {
  const [a, b] = [ids.indexOf(from), ids.indexOf(to)];
  if (a === -1 || b === -1) return [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
};

/** The cursor after a move over the rows as they are listed now. */
export const moveCursor = (cursor: InboxCursor, move: CursorMove, ids: readonly string[]): InboxCursor => {
  switch (move.do) {
    case 'down':
      return { ...cursor, at: step(ids, cursor.at, 1) };
    case 'up':
      return { ...cursor, at: step(ids, cursor.at, -1) };
    case 'first':
      return { ...cursor, at: ids[0] ?? null };
    case 'last':
      return { ...cursor, at: ids.at(-1) ?? null };
    case 'point':
      return { ...cursor, at: move.id };
    case 'toggle': {
      const id = move.id ?? cursor.at;
      if (id === null || !ids.includes(id)) return cursor;
      const chosen = new Set(cursor.chosen);
      if (move.through === true && cursor.anchor !== null) {
        for (const each of between(ids, cursor.anchor, id)) chosen.add(each);
      } else if (!chosen.delete(id)) chosen.add(id);
      return { at: id, chosen, anchor: id };
    }
    case 'all':
      return { ...cursor, chosen: new Set([...cursor.chosen, ...ids]) };
    case 'none':
      return { ...cursor, chosen: new Set(), anchor: null };
  }
};

/** Keeps the place when rows leave: the cursor goes to the row that took the old one's place. */
export const settleCursor = (
  cursor: InboxCursor,
  before: readonly string[],
  after: readonly string[],
): InboxCursor => {
  const left = new Set(after);
  const chosen = new Set([...cursor.chosen].filter((id) => left.has(id)));
  if (cursor.at === null || left.has(cursor.at)) return { ...cursor, chosen };
  const i = before.indexOf(cursor.at);
  const next =
    before.slice(i + 1).find((id) => left.has(id)) ??
    before.slice(0, Math.max(0, i)).findLast((id) => left.has(id)) ??
    null;
  return { at: next, chosen, anchor: null };
};
