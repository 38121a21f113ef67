import type { CaseEvent, StoredEvent } from './event.ts';
import type { Json } from '@zhitongche/base';

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

const notJson = (): TypeError => new TypeError('only finite, plain JSON can be written');

// Looks and writes in one go, and with loops: every event of every act passes through here several times.
const written = (value: unknown, depth: number): string => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object' || depth > DEEPEST) throw notJson();
  if (Array.isArray(value)) {
    let list = '';
    for (const item of value) list += `${list === '' ? '' : ','}${written(item, depth + 1)}`;
    return `[${list}]`;
  }
  if (!isPlain(value)) throw notJson();
  let members = '';
  // Sorting texts by itself goes by code unit.
  for (const key of Object.keys(value).sort()) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item === undefined) continue;
    members += `${members === '' ? '' : ','}${JSON.stringify(key)}:${written(item, depth + 1)}`;
  }
  return `{${members}}`;
};

/**
 * JSON with one spelling per value (RFC 8785): keys by code unit, no blanks, absent members left out. Throws a
 * TypeError for what JSON cannot hold, such as a number that is not finite: writing it would be a bug.
 */
export const canonicalJson = (value: unknown): string => written(value, 0);

/** An event before it is chained. */
export type Unlinked<B = CaseEvent> = Omit<StoredEvent<B>, 'prev' | 'digest'>;

/** An event as its digest covers it: doer and body written canonically, once for the digest and for whoever stores them. */
export interface WrittenEvent {
  readonly seq: number;
  readonly doer: string;
  readonly body: string;
  readonly prev: string;
  readonly digest: string;
}

/** Chains an event: its digest covers number, time, zone, doer, body and the digest before it. */
export const writeEvent = (prev: string, event: Unlinked<unknown>, digestFn: DigestFn): WrittenEvent => {
  const { seq, at, zone } = event;
  const doer = canonicalJson(event.doer);
  const body = canonicalJson(event.body);
  // The members in canonical order, the two large ones already written.
  const covered = `{"at":${canonicalJson(at)},"body":${body},"doer":${doer},"prev":${canonicalJson(prev)},"seq":${canonicalJson(seq)},"zone":${canonicalJson(zone)}}`;
  return { seq, doer, body, prev, digest: digestFn(covered) };
};

/** A chained event as data. */
export const linkEvent = <B = CaseEvent>(
  prev: string,
  event: Unlinked<B>,
  digestFn: DigestFn,
): StoredEvent<B> => {
  const { seq, at, zone, doer, body } = event;
  return { seq, at, zone, doer, body, prev, digest: writeEvent(prev, event, digestFn).digest };
};

/** What verifying a chain found: whole, or the number of the first event that does not fit and why. */
export type Verified =
  | { readonly ok: true; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly why: 'number' | 'link' | 'digest' };

const fits = (event: StoredEvent<unknown>, digestFn: DigestFn): boolean => {
  try {
    return linkEvent(event.prev, event, digestFn).digest === event.digest;
  } catch {
    return false;
  }
};

/** Proves a log whole from its first event: numbers without gaps, links and digests that fit. Total on any rows. */
export const verifyChain = (events: readonly StoredEvent<unknown>[], digestFn: DigestFn): Verified => {
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
