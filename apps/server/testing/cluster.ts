import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import pg from 'pg';
import { startEmbedded, type Target } from '@zhitongche/host';
import { migrate } from '@zhitongche/core/server';
import { withDatabase } from '../../../packages/host/src/db/target.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Owner connection to the test cluster; its database `house` is the migrated template. */
    cluster: Target;
  }
}

const PREFIX = 'zhitongche-test-';

/**
 * Vitest global set-up: one real PostgreSQL for the whole run, with a migrated template every test file copies.
 * `TEST_DATABASE_URL` names a superuser's connection to a server of another version instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return await onGiven(project, { connectionString: given });
  await sweep();
  const dataDir = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  // Root's temporary directories are closed to the account the server runs as.
  await chmod(dataDir, 0o711);
  const server = await startEmbedded({
    dataDir,
    // Tests that kill the database start a server of their own, with fsync on.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' },
  });
  await makeTemplate(server.target);
  project.provide('cluster', server.target);
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A server of another version, made by the caller and left as it was found. */
async function onGiven(project: TestProject, target: Target): Promise<() => Promise<void>> {
  await makeTemplate(target);
  project.provide('cluster', target);
  return async () => run(target, 'drop database if exists house');
}

async function makeTemplate(target: Target): Promise<void> {
  await run(target, 'drop database if exists house');
  await run(target, 'create database house');
  await migrate(withDatabase(target, 'house'));
}

async function run(target: Target, sql: string): Promise<void> {
  const admin = new pg.Client(withDatabase(target, 'postgres'));
  await admin.connect();
  await admin.query(sql);
  await admin.end();
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
