import { timingSafeEqual } from 'node:crypto';
import { hmacSm3 } from '@zhitongche/papers/sm/sm3.ts';
import type { Keys } from '../keys/keys.ts';

/** The columns of a grant that decide what its holder may do. */
export interface GrantRow {
  readonly office: string;
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly org: string;
  readonly status: string;
}

/** HMAC-SM3 over a grant (64 hex): a right written behind the application's back carries none that fits. */
export function grantMac(keys: Keys, row: GrantRow): string {
  // JSON of a list: no value can run into its neighbour.
  const text = JSON.stringify([row.office, row.id, row.person, row.role, row.org, row.status]);
  return Buffer.from(hmacSm3(keys.secret('grant'), text)).toString('hex');
}

/** Whether a stored grant is as the application wrote it. */
export function grantHolds(keys: Keys, row: GrantRow & { readonly mac: string }): boolean {
  const expected = Buffer.from(grantMac(keys, row));
  const stored = Buffer.from(row.mac);
  return expected.length === stored.length && timingSafeEqual(expected, stored);
}
