import { timingSafeEqual } from 'node:crypto';
import { hmacSm3 } from '@zhitongche/formats';
import type { Keys } from './keys.ts';

/** HMAC-SM3 (64 hex) over values written down for one purpose; a JSON list, so that no value can run into its neighbour. */
export const macOf = (keys: Keys, purpose: string, values: readonly unknown[]): string =>
  Buffer.from(hmacSm3(keys.secret(purpose), JSON.stringify(values))).toString('hex');

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
