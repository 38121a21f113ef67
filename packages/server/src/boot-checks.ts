import { sm2SelfTest } from '@zhitongche/papers/sm/sm2.ts';
import type { Db } from './db/db.ts';
import type { Keys } from './keys/keys.ts';
import type { ServiceBook } from './service-book.ts';
import { openJson, SealBroken, sealJson } from './vault.ts';

const PLACE = ['key_check'];

/** Everything that would make this program harm this database, told all at once; empty = safe to start. */
export async function bootChecks(db: Db, keys: Keys, services: ServiceBook): Promise<readonly string[]> {
  sm2SelfTest();
  return [...(await keyProblems(db, keys)), ...(await serviceProblems(db, services))];
}

/** A database opened with another key would seal new values beside old ones that nobody can read. */
async function keyProblems(db: Db, keys: Keys): Promise<readonly string[]> {
  await db.query(
    "insert into key_check (office, key_id, sealed) values ('', $1, $2) on conflict do nothing",
    [keys.field.id, sealJson('zhitongche', keys, PLACE)],
  );
  const [row] = await db.query<{ sealed: string }>(
    "select sealed from key_check where office = '' and key_id = $1",
    [keys.field.id],
  );
  return keyOpens(row?.sealed ?? '', keys)
    ? []
    : [
        '主密钥与数据库不符：请恢复原来的 keys/master.key 或 ZHITONGCHE_KEY，换用别的密钥将无法读取已有的敏感信息。',
      ];
}

/** Whether a `key_check` value was sealed under this master key. */
export function keyOpens(sealed: string, keys: Keys): boolean {
  try {
    openJson(sealed, keys, PLACE);
    return true;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return false;
  }
}

/** Cases stay with their version: what the database still runs on, the code must still have. */
async function serviceProblems(db: Db, services: ServiceBook): Promise<readonly string[]> {
  const rows = await db.query<{ service: string; version: number; step: string | null; n: number }>(
    `select service, version, case when status in ('completed', 'refused', 'cancelled') then null else step end as step,
       count(*) as n from case_file group by 1, 2, 3`,
  );
  return rows.flatMap(({ service, version, step, n }) => {
    const known = services.get(service, version);
    if (!known) return [`数据库中有 ${n} 件办件属于事项 ${service} 第 ${version} 版，本程序不再包含该版本。`];
    if (step === null || Object.hasOwn(known.flow.steps, step)) return [];
    return [`数据库中有 ${n} 件办件停在事项 ${service} 第 ${version} 版的环节 ${step}，该环节已不存在。`];
  });
}
