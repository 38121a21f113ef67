import { mkdtemp, rm } from 'node:fs/promises';
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

/** Vitest global set-up: one real PostgreSQL for the whole run, with a migrated template every test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhitongche-test-'));
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
