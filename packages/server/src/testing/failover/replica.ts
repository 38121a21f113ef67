import { chmod, chown, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { type Account, own, serverAccount, standingPlace } from '../../db/embedded-place.ts';
import type { Target } from '../../db/target.ts';

/** Directories a server fills anew, and files of a server that runs. */
const EMPTY = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
const LEFT_OUT = /(^postmaster\.(pid|opts)$|^server\.log$|^standby\.signal$|pgsql_tmp)/;

/** Name under which the replica holds its slot and is waited for. */
export const OTHER = 'other';

/**
 * Copies a running primary into `dataDir` as a replica that streams from it. The npm binaries bring no pg_basebackup: this is
 * PostgreSQL's own backup interface, with a slot that keeps the log from the first moment of the copy.
 */
export async function copyAsReplica(primary: Target, dataDir: string): Promise<void> {
  const account = await serverAccount();
  const to = join(await standingPlace(dataDir, account), 'postgres');
  await rm(to, { recursive: true, force: true });
  await own(to, account);
  const client = new pg.Client(primary);
  await client.connect();
  try {
    const { rows } = await client.query<{ from: string }>("select current_setting('data_directory') as from");
    await client.query(`select pg_create_physical_replication_slot('${OTHER}', true)
      where not exists (select 1 from pg_replication_slots where slot_name = '${OTHER}')`);
    await client.query("select pg_backup_start('failover', true)");
    await copyFolder(rows[0]?.from ?? '', to, '', account);
    const stopped = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)');
    await put(join(to, 'backup_label'), stopped.rows[0]?.labelfile ?? '', account);
  } finally {
    await client.end();
  }
  await put(join(to, 'standby.signal'), '', account);
  const from = `host=${primary.host} port=${primary.port} user=${primary.user} application_name=${OTHER}`;
  // This file also leaves behind what the primary was told at run time, such as whom to wait for.
  await put(
    join(to, 'postgresql.auto.conf'),
    `primary_conninfo = '${from}'\nprimary_slot_name = '${OTHER}'\n`,
    account,
  );
}

async function copyFolder(from: string, to: string, at: string, account: Account): Promise<void> {
  for (const entry of await readdir(join(from, at), { withFileTypes: true })) {
    const path = at === '' ? entry.name : `${at}/${entry.name}`;
    if (LEFT_OUT.test(path)) continue;
    if (entry.isDirectory()) {
      if (EMPTY.test(path) && path !== 'pg_wal/archive_status') continue;
      await mkdir(join(to, path), { mode: 0o700 });
      await give(join(to, path), account);
      await copyFolder(from, to, path, account);
    } else if (entry.isFile() && !EMPTY.test(path)) {
      // Tables dropped while the copy runs take their files with them.
      const copied = await copyFile(join(from, path), join(to, path)).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOENT') throw error;
          return false;
        },
      );
      if (copied) await give(join(to, path), account, 0o600);
    }
  }
}

async function put(path: string, text: string, account: Account): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { mode: 0o600 });
  await give(path, account);
}

async function give(path: string, { uid, gid }: Account, mode?: number): Promise<void> {
  if (mode !== undefined) await chmod(path, mode);
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}
