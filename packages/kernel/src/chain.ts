import type { StoredEvent } from './event.ts';
import type { Json } from './json.ts';

/** Digest of a text in UTF-8, hexadecimal; the kernel does not know which (SM3 is handed in by the server). */
export type DigestFn = (text: string) => string;

/** Digest before the first event of a case. */
export const CHAIN_START = '0'.repeat(64);

/** Deepest nesting a record may have; nothing the product writes comes near it. */
const DEEPEST = 100;

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** True for data that survives JSON unchanged: finite numbers, plain records, no depth without end. */
export const isJson = (value: unknown, depth = 0): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  return (
    isPlain(value) && Object.values(value).every((item) => item === undefined || isJson(item, depth + 1))
  );
};

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const written = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b));
  return `{${entries
    .flatMap(([key, item]) => (item === undefined ? [] : [`${JSON.stringify(key)}:${written(item)}`]))
    .join(',')}}`;
};

/**
 * JSON with one spelling per value (RFC 8785): keys by code unit, no blanks, absent members left out. Throws a
 * TypeError for what JSON cannot hold, such as a number that is not finite: writing it would be a bug.
 */
export const canonicalJson = (value: unknown): string => {
  if (!isJson(value)) throw new TypeError('only finite, plain JSON can be written');
  return written(value);
};

/** An event before it is chained. */
export type Unlinked = Omit<StoredEvent, 'prev' | 'digest'>;

/** Chains an event: its digest covers number, time, zone, doer, body and the digest before it. */
export const linkEvent = (prev: string, event: Unlinked, digestFn: DigestFn): StoredEvent => {
  const { seq, at, zone, doer, body } = event;
  const covered = { seq, at, zone, doer, body, prev };
  return { ...covered, digest: digestFn(canonicalJson(covered)) };
};

/** What verifying a chain found: whole, or the number of the first event that does not fit and why. */
export type Verified =
  | { readonly ok: true; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly why: 'number' | 'link' | 'digest' };

const fits = (event: StoredEvent, digestFn: DigestFn): boolean => {
  try {
    return linkEvent(event.prev, event, digestFn).digest === event.digest;
  } catch {
    return false;
  }
};

/** Proves a log whole from its first event: numbers without gaps, links and digests that fit. Total on any rows. */
export const verifyChain = (events: readonly StoredEvent[], digestFn: DigestFn): Verified => {
  let head = CHAIN_START;
  for (const [index, event] of events.entries()) {
    const seq = index + 1;
    if (event.seq !== seq) return { ok: false, seq, why: 'number' };
    if (event.prev !== head) return { ok: false, seq, why: 'link' };
    if (!fits(event, digestFn)) return { ok: false, seq, why: 'digest' };
    head = event.digest;
  }
  return { ok: true, head };
};
