import { type App, spokeAt } from '@zhitongche/core/server';

/** Compares what the audit says of master secrets whose time ended with what the keys go by: one put back in force would count again. */
export async function verifyMaster(
  { db, keys }: Pick<App, 'db' | 'keys'>,
  office: string,
): Promise<readonly string[]> {
  const ends = await db.query<{ generation: number; xid: string }>(
    `select (detail->>'generation')::int as generation, xid::text from audit where office = $1 and action = 'master.end'
     order by audit.xid, audit.id`,
    [office],
  );
  return keys.generations.flatMap((one) => {
    const ended = ends.find(({ generation }) => generation > one.generation);
    return ended && spokeAt(one, String(BigInt(ended.xid) + 1n))
      ? [`第 ${one.generation} 个主密钥已停用，审计记有停用，数据库却仍让它有效`]
      : [];
  });
}
