import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { sm3Hex } from '@zhitongche/papers/sm/sm3.ts';
import { APP_ROLE, type Target } from './target.ts';

/** What a run of the migrations did. */
export interface Migrated {
  readonly applied: readonly string[];
  /** Steps the database has and this program does not: it was upgraded by a newer node. */
  readonly ahead: readonly string[];
}

const LOCK = 7_305_318;

/** Brings a database to the newest shape: numbered SQL files in order, each in its own transaction, one runner at a time. */
export async function migrate(owner: Target): Promise<Migrated> {
  const steps = await readSteps();
  const client = new pg.Client({ ...owner, application_name: 'zhitongche migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRole(client);
    await client.query(
      `create table if not exists schema_step (
         number int primary key, name text not null, digest text not null, at timestamptz not null default now())`,
    );
    const done = await client.query<{ number: number; name: string; digest: string }>(
      'select number, name, digest from schema_step order by number',
    );
    const known = new Map(done.rows.map((row) => [row.number, row]));
    const applied: string[] = [];
    for (const step of steps) {
      const before = known.get(step.number);
      known.delete(step.number);
      if (before && before.digest !== step.digest)
        throw new Error(`Migration ${step.name} was changed after it had run; write a new one instead`);
      if (before) continue;
      await client.query('begin');
      await client.query(`set local lock_timeout = '5s'; ${step.sql}`);
      await client.query('insert into schema_step (number, name, digest) values ($1, $2, $3)', [
        step.number,
        step.name,
        step.digest,
      ]);
      await client.query('commit');
      applied.push(step.name);
    }
    return { applied, ahead: [...known.values()].map((row) => row.name) };
  } finally {
    // Ending the session also rolls back a failed step and frees the lock.
    await client.end();
  }
}

let expected: Promise<number> | undefined;

/** Number of the newest step this program knows; read once. */
export const expectedStep = (): Promise<number> => {
  expected ??= readSteps().then((steps) => steps.at(-1)?.number ?? 0);
  return expected;
};

interface Step {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly digest: string;
}

async function readSteps(): Promise<readonly Step[]> {
  // Beside the sources, or beside the bundle when built.
  const dir = ['../store/migrations/', './migrations/']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find(existsSync);
  if (!dir) throw new Error('The migration files are missing from this installation');
  const names = (await readdir(dir)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).sort();
  const steps = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${dir}/${name}`, 'utf8');
      return { number: Number(name.slice(0, 4)), name, sql, digest: sm3Hex(sql) };
    }),
  );
  const twice = steps.find((step, index) => steps[index - 1]?.number === step.number);
  if (twice) throw new Error(`Two migrations carry the number ${twice.number}`);
  return steps;
}

async function ensureRole(client: pg.Client): Promise<void> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [APP_ROLE]);
  if (found.rows.length === 0) {
    try {
      await client.query(`create role ${APP_ROLE} nologin`);
    } catch (error) {
      // 42710 and 23505: another database of the same server was migrated at the same moment.
      if (!(error instanceof pg.DatabaseError && (error.code === '42710' || error.code === '23505')))
        throw error;
    }
  }
  const member = await client.query<{ yes: boolean }>(
    `select pg_has_role(current_user, '${APP_ROLE}', 'member') as yes`,
  );
  if (!member.rows[0]?.yes) await client.query(`grant ${APP_ROLE} to current_user`);
}
