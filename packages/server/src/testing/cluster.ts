import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import pg from 'pg';
import { startEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import { type Target, withDatabase } from '../db/target.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner connection to the test cluster; its database `house` is the migrated template. */
    cluster: Target;
  }
}

const PREFIX = 'zhitongche-test-';

/** Vitest global set-up: one real PostgreSQL for the whole run, with a migrated template every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Root's temporary directories are closed to the account the server runs as.
  await chmod(dataDir, 0o711);
  const server = await startEmbedded({
    dataDir,
    // Tests that kill the database start a server of their own, with fsync on.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  });
  const admin = new pg.Client(withDatabase(server.target, 'postgres'));
  await admin.connect();
  await admin.query('create database house');
  await admin.end();
  await migrate(withDatabase(server.target, 'house'));
  project.provide('cluster', server.target);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** Stops and removes what interrupted runs left behind; a run in progress is known by its living process. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || alive(Number(owner))) continue;
    const left = join(tmpdir(), name);
    const pid = Number(
      (await readFile(join(left, 'postgres/postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
    );
    if (pid > 0 && alive(pid)) process.kill(pid, 'SIGQUIT');
    await rm(left, { recursive: true, force: true }).catch(() => undefined);
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
