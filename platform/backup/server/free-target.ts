import { readdir } from 'node:fs/promises';
import type pg from 'pg';
import { readRestoreMark } from '@zhitongche/host';
import { BackupRefused } from './refused.ts';

/** What a restore is about to write over. */
export type Standing = 'empty' | 'half' | 'filled';

/** Refuses a server too old, a database somebody works on, and one that belongs to another program. */
export async function standingOf(client: pg.Client): Promise<Standing> {
  const { rows } = await client.query<{ version: number; others: number; tables: number; ours: boolean }>(
    `select current_setting('server_version_num')::int as version,
       (select count(*)::int from pg_stat_activity where datname = current_database()
          and pid <> pg_backend_pid() and backend_type = 'client backend') as others,
       (select count(*)::int from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace) as tables,
       to_regclass('public.schema_step') is not null as ours`,
  );
  const found = rows[0];
  if (!found || found.version < 150_000) throw new BackupRefused('需要 PostgreSQL 15 或更新的版本。');
  if (found.others > 0)
    throw new BackupRefused('还有程序连着这个数据库：请先停止直通车的所有进程和其他连接，再恢复。');
  if ((await readRestoreMark(client)) !== null) return 'half';
  if (found.tables === 0) return 'empty';
  if (!found.ours)
    throw new BackupRefused('这个数据库里有别的程序的表：请为直通车另建一个数据库，再恢复到那里。');
  // A schema without an office was made by a start that was never finished.
  const { rows: office } = await client.query("select 1 where to_regclass('public.office') is not null");
  if (office.length === 0) return 'empty';
  const { rows: offices } = await client.query('select 1 from public.office limit 1');
  return offices.length === 0 ? 'empty' : 'filled';
}

/** Whether the folder of stored files holds any. */
export async function holdsFiles(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.some((name) => /^([0-9a-f]{2}|m\d+)$/.test(name));
}
