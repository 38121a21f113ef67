import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { property, ensureRole, SHAPE_LOCK, STEP_TABLE, type Target } from '@zhitongche/host';
import { readSteps, type Step } from './steps.ts';

/** What a run of the migrations did. */
export interface Migrated {
  readonly applied: readonly string[];
  /** Steps the database has and this program does not: it was upgraded by a newer node. */
  readonly ahead: readonly string[];
}

/** Milliseconds a step may wait for a table: everybody else queues up behind it meanwhile. */
const LOCK_WAIT = 2_000;
/** Tries before a step gives up on a busy table, with a pause in which the queue runs off. */
const TRIES = 30;
const BETWEEN_TRIES = 1_000;
/** 55P03 waited too long for a lock, 40P01 deadlock: somebody else was at work, nothing is wrong with the step. */
const BUSY = new Set(['55P03', '40P01']);

/**
 * Brings a database to the newest shape while other nodes serve: numbered SQL files in order, each in its own transaction,
 * one runner at a time. Tests of upgrades hand in the steps of an older program.
 */
export async function migrate(owner: Target, given?: readonly Step[]): Promise<Migrated> {
  const steps = given ?? (await readSteps());
  const client = new pg.Client({ ...owner, application_name: 'zhitongche migrate' });
  await client.connect();
  try {
    await takeTurn(client);
    await ensureRole(client);
    await client.query(STEP_TABLE);
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
      await patiently(client, step);
      applied.push(step.name);
    }
    await raiseXidShift(client);
    return { applied, ahead: [...known.values()].map((row) => row.name) };
  } finally {
    // Ending the session also rolls back a failed step and frees the lock.
    await client.end();
  }
}

/**
 * Waits until no other process migrates. Asked again and again: a statement that waits in the server would be waited for in
 * turn by an index that is built beside the traffic.
 */
async function takeTurn(client: pg.Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [
      SHAPE_LOCK,
    ]);
    if (rows[0]?.mine) return;
    await pause(100);
  }
}

async function patiently(client: pg.Client, step: Step): Promise<void> {
  for (let left = TRIES; ; left -= 1)
    try {
      return await (step.beside ? applyBeside(client, step) : apply(client, step));
    } catch (error) {
      const code = property(error, 'code');
      if (left <= 1 || typeof code !== 'string' || !BUSY.has(code)) throw error;
      await pause(BETWEEN_TRIES);
    }
}

async function apply(client: pg.Client, step: Step): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`set local lock_timeout = ${LOCK_WAIT}; ${step.sql}`);
    await note(client, step);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Index by index outside of a transaction, for nobody has to wait then; what an interrupted run left half built is built anew. */
async function applyBeside(client: pg.Client, step: Step): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indexrelid
     where not i.indisvalid and c.relnamespace = 'public'::regnamespace`,
  );
  for (const { name } of rows) await client.query(`drop index concurrently ${name}`);
  for (const statement of step.beside ?? []) await client.query(statement);
  await note(client, step);
}

async function note(client: pg.Client, step: Step): Promise<void> {
  await client.query('insert into schema_step (number, name, digest) values ($1, $2, $3)', [
    step.number,
    step.name,
    step.digest,
  ]);
}

/** After a restore the record may be ahead of this server's transaction numbers; whatever is written next must come after it. */
async function raiseXidShift(client: pg.Client): Promise<void> {
  const { rows: known } = await client.query("select 1 where to_regprocedure('xid_shift()') is not null");
  if (known.length === 0) return;
  const { rows } = await client.query<{ behind: string }>(
    `select coalesce(max(top.xid::text::bigint), 0) - pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1 - xid_shift() as behind
     from office o, lateral (
       (select xid from audit a where a.office = o.office order by xid desc limit 1)
       union all (select upto_xid from audit_seal s where s.office = o.office order by seq desc limit 1)
       union all select upto_xid from follower f where f.office = o.office) top`,
  );
  const behind = BigInt(rows[0]?.behind ?? 0);
  if (behind <= 0n) return;
  await client.query(
    `do $$ begin execute format('create or replace function xid_shift() returns bigint language sql stable as %L',
       format('select %s::bigint', xid_shift() + ${behind})); end $$`,
  );
}
