import { isJsonObject, type Json } from '@zhitongche/base';
import type { Query } from '@zhitongche/host';
import { openJson, SealBroken, sealJson } from '../field-encryption.ts';
import { masterKeys } from './derive.ts';
import { FIRST_FIELD_KEY, generationOf, idUnder, newestFieldKey, sealedUnder } from './field-key-id.ts';
import type { Ended, Generation, Keys, MasterKeys, SealingKeys } from './keys.ts';

const CONTENT = 'zhitongche';

/** A field key this database knows, and a value by which the master key is proved; or, as `m1`, a master secret that was in force before, sealed under the one that is. */
export interface KeyCheck {
  readonly key_id: string;
  readonly sealed: string;
}

const masterNumber = (id: string): number => Number(/^m([1-9]\d{0,2})$/.exec(id)?.[1] ?? 0);

/** Where such a value belongs; an older master secret is bound to its number. */
const placeOf = (id: string): readonly string[] => (masterNumber(id) > 0 ? ['key_check', id] : ['key_check']);

/** The field keys of a database, and the master secrets before the one in force. */
export const keyChecks = (query: Query): Promise<KeyCheck[]> =>
  query<KeyCheck>("select key_id, sealed from key_check where office = ''");

/** Whether a value of {@link KeyCheck} was sealed under this master key. */
export const keyOpens = (check: KeyCheck, keys: Pick<SealingKeys, 'fieldKeyOf'>): boolean =>
  contentOf(check, keys) !== undefined;

function contentOf(
  { key_id: id, sealed }: KeyCheck,
  keys: Pick<SealingKeys, 'fieldKeyOf'>,
): Json | undefined {
  try {
    return openJson(sealed, keys, placeOf(id));
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return undefined;
  }
}

/** The master secret a row of {@link KeyCheck} holds; null for what is none, or does not open. */
export function olderMaster(check: KeyCheck, keys: MasterKeys): Generation | null {
  const generation = masterNumber(check.key_id);
  const content = generation > 0 && generation < keys.generation ? contentOf(check, keys) : undefined;
  if (!isJsonObject(content) || typeof content.master !== 'string') return null;
  return { ...masterKeys(Buffer.from(content.master, 'hex'), generation), ended: endedOf(content.ended) };
}

const endedOf = (content: Json | undefined): Ended | null =>
  isJsonObject(content) && typeof content.xid === 'string' && typeof content.at === 'string'
    ? { xid: content.xid, at: content.at }
    : null;

/** Why a database does not open, and what to do. */
export const wrongMaster = (checks: readonly KeyCheck[]): string => {
  const generation = Math.max(...checks.map(({ sealed }) => generationOf(sealedUnder(sealed))));
  return generation > 1
    ? `主密钥与数据库不符：主密钥已更换过（现为第 ${generation} 个），旧的不再打开这个数据库。请把现用的主密钥设为 ZHITONGCHE_KEY（或放到 keys/master.key）再启动。`
    : '主密钥与数据库不符：请恢复原来的 keys/master.key 或 ZHITONGCHE_KEY，换用别的密钥将无法读取已有的敏感信息。';
};

/** The field key in force: the newest of a database. */
export const keyInForce = (checks: readonly KeyCheck[]): string =>
  newestFieldKey(checks.map((check) => check.key_id));

/** Writes the first key down in a database that has none. */
export async function noteFirstKey(query: Query, keys: Keys): Promise<void> {
  if ((await keyChecks(query)).length > 0) return;
  await query("insert into key_check (office, key_id, sealed) values ('', $1, $2) on conflict do nothing", [
    FIRST_FIELD_KEY,
    sealJson(CONTENT, { field: keys.digest }, placeOf(FIRST_FIELD_KEY)),
  ]);
}

/**
 * Writes the next key down and seals every proof under it: a program that knows the first key only finds none it can open,
 * and does not start.
 * @throws RangeError.
 */
export async function noteKey(query: Query, keys: Keys, id: string): Promise<void> {
  const field = keys.past(generationOf(id))?.fieldKeyOf(id);
  if (!field) throw new RangeError(`${id} is not the id of a field key`);
  await put(query, { field }, id, CONTENT);
  for (const check of await keyChecks(query)) {
    const content = contentOf(check, keys);
    if (content !== undefined) await put(query, { field }, check.key_id, content);
  }
}

/** Puts the next master secret in force, with a field key of its own; what all proofs then open with is the new one alone. */
export async function noteMaster(query: Query, keys: Keys): Promise<string> {
  const first = idUnder(keys.generation + 1, FIRST_FIELD_KEY);
  await putMaster(query, keys, keys.generation, null);
  await noteKey(query, keys, first);
  return first;
}

/** Writes down that nothing counts any more that is written under the master secrets before the one in force. */
export async function noteEnded(query: Query, keys: Keys, ended: Ended): Promise<void> {
  for (const { generation, ended: before } of keys.generations)
    if (generation < keys.generation && before === null) await putMaster(query, keys, generation, ended);
}

const putMaster = (query: Query, keys: Keys, generation: number, ended: Ended | null): Promise<void> =>
  put(query, keys, `m${generation}`, {
    master: Buffer.from(keys.past(generation)?.master ?? []).toString('hex'),
    ended: ended && { xid: ended.xid, at: ended.at },
  });

async function put(query: Query, keys: Pick<SealingKeys, 'field'>, id: string, content: Json): Promise<void> {
  await query(
    `insert into key_check (office, key_id, sealed) values ('', $1, $2)
     on conflict (office, key_id) do update set sealed = excluded.sealed`,
    [id, sealJson(content, keys, placeOf(id))],
  );
}
