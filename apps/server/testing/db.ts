import pg from 'pg';
import { inject } from 'vitest';
import { type Db, type WatchStatement, openDb, APP_ROLE, type Target, newId } from '@zhitongche/host';
import { withDatabase } from '../../../packages/host/src/db/target.ts';
import type { Ask } from '@zhitongche/file/server';

/** A database of its own for one test file, copied from the migrated template in some 40 ms. */
export interface TestDb {
  /** As the application: without UPDATE or DELETE on what is on record. */
  readonly db: Db;
  /** As the owner, to look behind the application's back. */
  readonly owner: Db;
  readonly target: Target;
  drop(): Promise<void>;
}

/** An empty database as a restore or a first start finds it. */
export interface EmptyDb {
  readonly target: Target;
  /** As the owner; connects for every call, so that nobody else seems to be there in between. */
  readonly query: Ask;
  drop(): Promise<void>;
}

const newName = (): string => `t_${newId().replaceAll('-', '').slice(12)}`;

/** Runs one statement over a connection of its own. */
async function once<R extends object>(
  target: Target,
  text: string,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client(target);
  await client.connect();
  try {
    return (await client.query<R>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Makes an empty database; drop it in `afterAll`. */
export async function emptyDb(): Promise<EmptyDb> {
  const cluster = inject('cluster');
  const admin = withDatabase(cluster, 'postgres');
  const name = newName();
  await once(admin, `create database ${name}`);
  const target = withDatabase(cluster, name);
  return {
    target,
    query: <R extends object>(text: string, values?: readonly unknown[]) => once<R>(target, text, values),
    drop: async () => {
      await once(admin, `drop database ${name} with (force)`);
    },
  };
}

/** Makes the database; drop it in `afterAll`. */
export async function testDb(size = 8, watch?: WatchStatement): Promise<TestDb> {
  const cluster = inject('cluster');
  const name = newName();
  const run = (sql: string) => once(withDatabase(cluster, 'postgres'), sql);
  await run(`create database ${name} template house`);
  const target = withDatabase(cluster, name);
  const broken = () => undefined;
  const db = openDb(target, { size, role: APP_ROLE, broken, ...(watch ? { watch } : {}) });
  const owner = openDb(target, { size: 2, broken });
  return {
    db,
    owner,
    target,
    drop: async () => {
      await db.close();
      await owner.close();
      await run(`drop database ${name} with (force)`);
    },
  };
}
