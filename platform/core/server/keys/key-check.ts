import type { Query } from '@zhitongche/host';
import { openJson, SealBroken, sealJson } from '../vault.ts';
import { FIRST_FIELD_KEY, newestFieldKey } from './field-key-id.ts';
import type { Keys } from './keys.ts';

/** Where the values that prove the master key belong. */
const PLACE = ['key_check'];
const CONTENT = 'zhitongche';

/** A field key this database knows, and a value by which the master key is proved. */
export interface KeyCheck {
  readonly key_id: string;
  readonly sealed: string;
}

/** The field keys of a database. */
export const keyChecks = (query: Query): Promise<KeyCheck[]> =>
  query<KeyCheck>("select key_id, sealed from key_check where office = ''");

/** Whether a value of {@link KeyCheck} was sealed under this master key. */
export function keyOpens({ sealed }: Pick<KeyCheck, 'sealed'>, keys: Keys): boolean {
  try {
    openJson(sealed, keys, PLACE);
    return true;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return false;
  }
}

/** The field key in force: the newest of a database. */
export const keyInForce = (checks: readonly KeyCheck[]): string =>
  newestFieldKey(checks.map((check) => check.key_id));

/** Writes the first key down in a database that has none. */
export async function noteFirstKey(query: Query, keys: Keys): Promise<void> {
  await query("insert into key_check (office, key_id, sealed) values ('', $1, $2) on conflict do nothing", [
    FIRST_FIELD_KEY,
    sealJson(CONTENT, { ...keys, field: keys.digest }, PLACE),
  ]);
}

/**
 * Writes the next key down and seals every proof under it: a program that knows the first key only finds none it can open,
 * and does not start.
 */
export async function noteKey(query: Query, keys: Keys, id: string): Promise<void> {
  const field = keys.fieldKeyOf(id);
  if (!field) throw new RangeError(`${id} is not the id of a field key`);
  await query("insert into key_check (office, key_id, sealed) values ('', $1, '')", [id]);
  for (const { key_id: each } of await keyChecks(query))
    await query("update key_check set sealed = $2 where office = '' and key_id = $1", [
      each,
      sealJson(CONTENT, { ...keys, field }, PLACE),
    ]);
}
