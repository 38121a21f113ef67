import { timingSafeEqual } from 'node:crypto';
import { hmacSm3 } from '@zhitongche/formats';
import type { CodingKeys, Generation, Keys } from './keys.ts';

const CODE = /^m([2-9]|[1-9]\d{1,2})\./;

/** How codes and digests made under a master secret begin: those under the first have only their 64 hex digits. */
export const codePrefix = (generation: number): string => (generation === 1 ? '' : `m${generation}.`);

/** SQL: whether a code was made under a master secret before this one. */
export const codedBefore = (code: string, generation: number): string =>
  `not starts_with(${code}, '${codePrefix(generation)}')`;

const generationOf = (code: string | null): number => Number(CODE.exec(code ?? '')?.[1] ?? 1);

/** HMAC-SM3 (64 hex, behind a prefix since the second master secret) over values written down for one purpose; a JSON list, so that no value can run into its neighbour. */
export const macOf = (keys: CodingKeys, purpose: string, values: readonly unknown[]): string =>
  codePrefix(keys.generation) +
  Buffer.from(hmacSm3(keys.secret(purpose), JSON.stringify(values))).toString('hex');

/** Keys a stored code of a row is compared under: those it was made with, until their master secret is done with. */
export const codedWith = (keys: Keys, code: string | null): CodingKeys =>
  codedUnder(keys, code, (past) => past.ended === null);

/** The same for a line of the audit, which nobody writes anew: it counts when it was said before the end. */
export const toldWith = (keys: Keys, code: string | null, { xid }: { readonly xid: string }): CodingKeys =>
  codedUnder(keys, code, (past) => spokeAt(past, xid));

/** The same for what carries its instant. */
export const madeWith = (keys: Keys, code: string | null, at: Date): CodingKeys =>
  codedUnder(keys, code, ({ ended }) => ended === null || at.toISOString() < ended.at);

const codedUnder = (keys: Keys, code: string | null, counts: (past: Generation) => boolean): CodingKeys => {
  const past = keys.past(generationOf(code));
  return past && counts(past) ? past : keys;
};

/** Whether what was written to the audit at a place may be of a master secret. */
export const spokeAt = ({ ended }: Generation, xid: string): boolean =>
  ended === null || BigInt(xid) <= BigInt(ended.xid);

/** How a row stands to its code: as the program wrote it, without a code as older programs wrote it, or otherwise. */
export type Soundness = 'sound' | 'uncoded' | 'forged';

/** Compares a stored code with the expected one. */
export const soundness = (expected: string, stored: string | null): Soundness =>
  stored === null ? 'uncoded' : sameMac(expected, stored) ? 'sound' : 'forged';

/** Whether a stored code is the expected one. */
export function sameMac(expected: string, stored: string): boolean {
  const [one, other] = [Buffer.from(expected), Buffer.from(stored)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** How a stored row stands to its code, made under whichever master secret it was written with. */
export const rowSoundness = <R extends { readonly mac: string | null }>(
  keys: Keys,
  row: R,
  mac: (keys: CodingKeys, row: R) => string,
): Soundness => soundness(mac(codedWith(keys, row.mac), row), row.mac);
