import { isRole, type OfficeRole } from '@zhitongche/access';
import { type CodingKeys, type Keys, macOf, rowSoundness } from '@zhitongche/core/server';

/** The columns of an office's own role that decide what its holders may do; in SQL as {@link OFFICE_ROLE_JSON}. */
export interface OfficeRoleRow {
  readonly office: string;
  readonly role: string;
  readonly label: string;
  readonly codes: readonly string[];
  readonly status: string;
}

/** A stored role with its code. */
export type CodedOfficeRole = OfficeRoleRow & { readonly mac: string };

/** {@link CodedOfficeRole} as one JSON value, of a table called `r`. */
export const OFFICE_ROLE_JSON = `json_build_object('office', r.office, 'role', r.role, 'label', r.label, 'codes', r.codes,
  'status', r.status, 'mac', r.mac)`;

/** HMAC-SM3 over a role (64 hex): one written behind the application's back carries none that fits. */
export const officeRoleMac = (keys: CodingKeys, row: OfficeRoleRow): string =>
  macOf(keys, 'office role', [row.office, row.role, row.label, row.codes, row.status]);

/** Whether a stored role is as the application wrote it. */
export const officeRoleHolds = (keys: Keys, row: CodedOfficeRole): boolean =>
  rowSoundness(keys, row, officeRoleMac) === 'sound';

/** The role as it counts; codes this program does not know give nothing. */
export const officeRole = ({ role, label, codes }: OfficeRoleRow): OfficeRole => ({
  role,
  label,
  codes: codes.filter(isRole),
});
