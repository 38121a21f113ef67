import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, startEmbedded, openDb, type Target } from '@zhitongche/host';
import { migrate } from '@zhitongche/core/server';

/** A PostgreSQL server of this run alone, in a folder that goes with it. */
export interface BenchServer {
  readonly target: Target;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** The only folder a run writes to. */
  readonly folder: string;
  /** As the owner, to prepare rows and to look at plans and counters. */
  readonly owner: Db;
  readonly version: string;
  stop(): Promise<void>;
}

/** Settings a small server would run with; fsync and full_page_writes stay on. */
const SETTINGS = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  // One checkpoint in the middle of one variant and not of the other would decide the ratio.
  checkpoint_timeout: '1h',
  max_connections: '60',
};

/** Starts the server with a migrated, empty database; a folder handed in is used again and stays. */
export async function startServer(
  kept?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<BenchServer> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'zhitongche-bench-')));
  // Started as root the server runs as somebody else, who must get in: or its files would lie outside of the folder.
  if (!kept) await chmod(folder, 0o711);
  const server = await startEmbedded({ dataDir: folder, settings: { ...SETTINGS, ...more } });
  await migrate(server.target);
  const owner = openDb(server.target, { size: 2, broken: () => undefined, statementTimeout: 0 });
  const [row] = await owner.query<{ version: string; data: string }>(
    "select current_setting('server_version') as version, current_setting('data_directory') as data",
  );
  const [pid = ''] = (await readFile(join(row?.data ?? '', 'postmaster.pid'), 'utf8')).split('\n');
  return {
    target: server.target,
    pid: Number(pid),
    folder,
    owner,
    version: row?.version ?? '',
    async stop() {
      await owner.close();
      await server.stop();
      if (!kept) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Bytes of write-ahead log so far. */
export async function walBytes(owner: Db): Promise<number> {
  const [row] = await owner.query<{ bytes: number }>(
    "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float8 as bytes",
  );
  return row?.bytes ?? 0;
}
