import type { Answers } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';

/** Two rows that are the same row before and after; one side missing = added or removed. */
export interface RowPair {
  readonly before?: Answers;
  readonly after?: Answers;
  /** Position in the older and the newer table, from 0. */
  readonly from?: number;
  readonly to?: number;
}

/** Below this share of equal cells two rows are two different rows, not one that was edited. */
const ALIKE = 0.5;

/** Same value, arrays and objects included. */
export const same = (a: Json | undefined, b: Json | undefined): boolean =>
  a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const filled = (value: Json | undefined): boolean => value !== undefined && value !== null && value !== '';

/** Share of the cells filled on either side that are equal; an identifier in common outweighs the rest. */
const likeness = (a: Answers, b: Answers, identity: readonly string[]): number => {
  for (const key of identity) if (filled(a[key]) && filled(b[key])) return same(a[key], b[key]) ? 1 : 0;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (k) => filled(a[k]) || filled(b[k]),
  );
  if (keys.length === 0) return 1;
  return keys.filter((key) => same(a[key], b[key])).length / keys.length;
};

interface Candidate {
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/**
 * Pairs the rows of a table with the rows it had before: first by identifier or likeness, best first, ties by
 * closeness of place; what is left over was added or removed. Ordered as the newer table, removed rows where
 * they used to stand. `identity` names columns that tell a row apart, such as the identity number.
 */
export const alignRows = (
  before: readonly Answers[],
  after: readonly Answers[],
  identity: readonly string[] = [],
): readonly RowPair[] => {
  const candidates: Candidate[] = before
    .flatMap((b, from) => after.map((a, to) => ({ from, to, score: likeness(b, a, identity) })))
    .filter((c) => c.score >= ALIKE)
    .toSorted(
      (x, y) => y.score - x.score || Math.abs(x.from - x.to) - Math.abs(y.from - y.to) || x.from - y.from,
    );
  const toOf = new Map<number, number>();
  const fromOf = new Map<number, number>();
  for (const { from, to } of candidates) {
    if (toOf.has(from) || fromOf.has(to)) continue;
    toOf.set(from, to);
    fromOf.set(to, from);
  }
  const pairs: RowPair[] = [];
  let next = 0;
  const removedUpTo = (limit: number): void => {
    for (; next < limit; next += 1) {
      const gone = before[next];
      if (!toOf.has(next) && gone !== undefined) pairs.push({ before: gone, from: next });
    }
  };
  for (const [to, row] of after.entries()) {
    const from = fromOf.get(to);
    if (from === undefined) {
      pairs.push({ after: row, to });
      continue;
    }
    removedUpTo(from);
    const old = before[from];
    pairs.push({ after: row, to, from, ...(old === undefined ? {} : { before: old }) });
  }
  removedUpTo(before.length);
  return pairs;
};
