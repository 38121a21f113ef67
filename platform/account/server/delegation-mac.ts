import { type CodingKeys, type Keys, macOf, rowSoundness, type Soundness } from '@zhitongche/core/server';

/** The columns of an arrangement that decide who acts for whom, and when; in SQL as {@link DELEGATION_JSON}. */
export interface DelegationRow {
  readonly office: string;
  readonly id: string;
  readonly from_person: string;
  readonly to_person: string;
  readonly from_day: string;
  readonly until_day: string;
  readonly ended: boolean;
}

/** A stored arrangement with its code. */
export type CodedDelegation = DelegationRow & { readonly mac: string | null };

/** {@link CodedDelegation} as one JSON value, of a table called `d`. */
export const DELEGATION_JSON = `json_build_object('office', d.office, 'id', d.id, 'from_person', d.from_person,
  'to_person', d.to_person, 'from_day', d.from_day, 'until_day', d.until_day, 'ended', d.ended_at is not null, 'mac', d.mac)`;

/** HMAC-SM3 over an arrangement. */
export const delegationMac = (keys: CodingKeys, row: DelegationRow): string =>
  macOf(keys, 'delegation', [
    row.office,
    row.id,
    row.from_person,
    row.to_person,
    row.from_day,
    row.until_day,
    row.ended,
  ]);

/** How a stored arrangement stands to its code. */
export const delegationSoundness = (keys: Keys, row: CodedDelegation): Soundness =>
  rowSoundness(keys, row, delegationMac);
