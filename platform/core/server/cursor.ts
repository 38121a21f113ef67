import { ProblemError } from './problem-error.ts';

/** The sort values of the last row shown, in order; opaque to callers. */
export type CursorKey = readonly (string | null)[];

/** The cursor after a row. */
export const cursorAfter = (key: CursorKey): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** Reads a cursor of `length` values; anything else is refused. */
export function readCursor(cursor: string | undefined, length: number): CursorKey | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => part === null || typeof part === 'string')
    )
      return key;
  } catch {
    // Told below.
  }
  throw unknownCursor();
}

/** The refusal of a cursor that is none, or of another list. */
export const unknownCursor = (): ProblemError =>
  new ProblemError(
    400,
    'input.cursor',
    '翻页标记无效，请从第一页重新查看。',
    'Invalid cursor; start from the first page.',
  );

/** Cuts a result that was asked for with one row too many into a page. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => CursorKey,
  show: (row: R) => T,
): { items: T[]; next: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(show),
    next: rows.length > limit && last !== undefined ? cursorAfter(keyOf(last)) : null,
  };
}
