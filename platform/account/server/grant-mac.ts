import { type CodingKeys, type Keys, macOf, rowSoundness } from '@zhitongche/core/server';

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
export const grantMac = (keys: CodingKeys, row: GrantRow): string =>
  macOf(keys, 'grant', [row.office, row.id, row.person, row.role, row.org, row.status]);

/** Whether a stored grant is as the application wrote it. */
export const grantHolds = (keys: Keys, row: GrantRow & { readonly mac: string }): boolean =>
  rowSoundness(keys, row, grantMac) === 'sound';
