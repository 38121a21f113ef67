import { canonicalJson } from '@zhitongche/case';
import type { PolicyValue } from '@zhitongche/office';
import { type CodingKeys, type Keys, macOf, rowSoundness, type Soundness } from '@zhitongche/core/server';

/** The columns of a figure that decide; in SQL as {@link POLICY_COLUMNS}. */
export interface PolicyStored {
  readonly office: string;
  readonly id: string;
  readonly key: string;
  readonly org: string | null;
  readonly value: PolicyValue;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly source: string;
}

/** A stored figure with its code. */
export type CodedPolicy = PolicyStored & { readonly mac: string | null };

/** Columns of {@link CodedPolicy} in SQL. */
export const POLICY_COLUMNS = 'office, id, key, org, value, valid_from, valid_to, source, mac';

/** HMAC-SM3 over a figure. */
export const policyMac = (keys: CodingKeys, row: PolicyStored): string =>
  macOf(keys, 'policy', [
    row.office,
    row.id,
    row.key,
    row.org,
    canonicalJson(row.value),
    row.valid_from,
    row.valid_to,
    row.source,
  ]);

/** How a stored figure stands to its code. */
export const policySoundness = (keys: Keys, row: CodedPolicy): Soundness =>
  rowSoundness(keys, row, policyMac);
