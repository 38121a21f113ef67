import { chmod, chown, copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import {
  type Account,
  own,
  serverAccount,
  standingPlace,
} from '../../../../packages/host/src/db/embedded-place.ts';

/** Directories a server fills anew, and files of a server that runs. */
const EMPTY = /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)\/./;
const LEFT_OUT = /(^postmaster\.(pid|opts)$|^server\.log$|^standby\.signal$|pgsql_tmp)/;

const clusterOf = async (dataDir: string, account: Account): Promise<string> =>
  join(await standingPlace(dataDir, account), 'postgres');

/**
 * Copies the cluster of a running server into `dataDir`. The npm binaries bring no pg_basebackup: this is PostgreSQL's own
 * backup interface. `archived` waits until the log the copy needs has left for the archive.
 */
export async function copyRunning(client: pg.Client, dataDir: string, archived: boolean): Promise<void> {
  const account = await serverAccount();
  const to = await clusterOf(dataDir, account);
  await rm(to, { recursive: true, force: true });
  await own(to, account);
  const { rows } = await client.query<{ from: string }>("select current_setting('data_directory') as from");
  await client.query("select pg_backup_start('copy', true)");
  await copyFolder(rows[0]?.from ?? '', to, '', account);
  const stopped = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop($1)', [
    archived,
  ]);
  await putInCluster(dataDir, 'backup_label', stopped.rows[0]?.labelfile ?? '');
}

/** Writes a file of a cluster that does not run, for the account its server runs as. */
export async function putInCluster(dataDir: string, name: string, text: string): Promise<void> {
  const account = await serverAccount();
  const path = join(await clusterOf(dataDir, account), name);
  await writeFile(path, text, { mode: 0o600 });
  await give(path, account);
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

async function give(path: string, { uid, gid }: Account, mode?: number): Promise<void> {
  if (mode !== undefined) await chmod(path, mode);
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid);
}
