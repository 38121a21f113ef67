import type { Keys } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import type { Answers } from '@zhitongche/form';
import { type Likeness, type RegisterKind, type RegisterReach, seesRow } from '@zhitongche/register';
import { nearKeys, uniqueKeys } from './row-columns.ts';

interface AlikeRow {
  readonly id: string;
  readonly org: string;
  readonly title: string;
  readonly unique_key: string | null;
  readonly near_key: string | null;
}

/** Keys of many rows at once, as an import asks. */
export interface AlikeKeys {
  readonly unique: readonly string[];
  readonly near: readonly string[];
}

/** By what a row with these answers would be taken for another. */
export const alikeKeys = (kind: RegisterKind, answers: Answers, keys: Keys): AlikeKeys => ({
  unique: uniqueKeys(kind, answers, keys),
  near: nearKeys(kind, answers, keys),
});

/** Rows in force that have one of the keys. */
export async function rowsAlike(
  query: Query,
  office: string,
  register: string,
  { unique, near }: AlikeKeys,
): Promise<readonly AlikeRow[]> {
  if (unique.length === 0 && near.length === 0) return [];
  return await query<AlikeRow>(
    `select id, org, title, unique_key, near_key from kept_row
     where office = $1 and register = $2 and retired_at is null and unique_key = any($3::text[])
     union all
     select id, org, title, unique_key, near_key from kept_row
     where office = $1 and register = $2 and retired_at is null and near_key = any($4::text[])
     limit 50000`,
    [office, register, unique, near],
  );
}

/**
 * Which of the rows found are, or may be, what these keys name. A row the asker may not see is told of where its name is taken,
 * without its title, and never as alike: that could not be judged and would tell what others have on record.
 */
export const likenesses = (
  found: readonly AlikeRow[],
  keys: AlikeKeys,
  self: string,
  reach: RegisterReach,
): readonly Likeness[] => {
  const seen = new Set<string>();
  return found.flatMap((row): readonly Likeness[] => {
    if (row.id === self || seen.has(row.id)) return [];
    const same = row.unique_key !== null && keys.unique.includes(row.unique_key);
    const near = row.near_key !== null && keys.near.includes(row.near_key) && seesRow(reach, row.org);
    if (!same && !near) return [];
    seen.add(row.id);
    return [
      {
        id: row.id,
        how: same ? 'same' : 'near',
        ...(seesRow(reach, row.org) ? { title: row.title } : {}),
      },
    ];
  });
};
