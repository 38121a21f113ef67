import type { Found } from './probe.ts';

/** What is remembered of one address between two questions; instants in milliseconds. */
export interface Standing {
  /** The last question that was answered for, whatever the answer; null = none yet. */
  readonly asked: number | null;
  /** Since when it has been asked without a gap; null = it is not. */
  readonly since: number | null;
  /** Questions without an answer in a row, and when the first of them was. */
  readonly failures: number;
  readonly failing: number | null;
  /** Whether an outage is open. */
  readonly out: boolean;
}

/** Nothing is known yet. */
export const UNASKED: Standing = { asked: null, since: null, failures: 0, failing: null, out: false };

/** What an answer changes. */
export interface Settled {
  readonly next: Standing;
  /** The time that was looked at with it: since the question before, where none was left out. */
  readonly watched: { readonly from: number; readonly to: number } | null;
  /** An outage began, or is over. */
  readonly begins?: { readonly from: number; readonly said: string };
  readonly ends?: { readonly at: number; readonly said: string };
}

/** What the program may not or cannot ask: neither up nor down, and the time is not looked at. */
export const UNLOOKED = 'unlooked';

/**
 * What becomes of an address after a question at an instant, asked every so many milliseconds. A question that was left out,
 * because no node ran, makes a gap: the time is neither up nor down.
 */
export const settleAnswer = (
  before: Standing,
  at: number,
  found: Found | typeof UNLOOKED,
  { every, failures }: { readonly every: number; readonly failures: number },
): Settled => {
  if (before.asked !== null && at <= before.asked) return { next: before, watched: null };
  const kept = before.asked !== null && at - before.asked <= every;
  // After a gap nobody knows when it came back: it lasted until the last question that found it so.
  const broken = before.out && !kept ? { at: before.asked ?? at, said: '探测中断，之后情况不明' } : undefined;
  if (found === UNLOOKED)
    return {
      next: { ...UNASKED, asked: at },
      watched: null,
      ...(before.out ? { ends: broken ?? { at: before.asked ?? at, said: '停止探测' } } : {}),
    };
  const since = kept && before.since !== null ? before.since : at;
  const watched =
    kept && before.since !== null && before.asked !== null ? { from: before.asked, to: at } : null;
  const asked = { asked: at, since };
  if (found.ok)
    return {
      next: { ...asked, failures: 0, failing: null, out: false },
      watched,
      ...(before.out ? { ends: broken ?? { at, said: '' } } : {}),
    };
  const count = (kept ? before.failures : 0) + 1;
  const failing = kept ? (before.failing ?? at) : at;
  const out = kept && before.out;
  const begins = !out && count >= failures;
  return {
    next: { ...asked, failures: count, failing, out: out || begins },
    watched,
    ...(begins ? { begins: { from: failing, said: found.said } } : {}),
    ...(broken ? { ends: broken } : {}),
  };
};
