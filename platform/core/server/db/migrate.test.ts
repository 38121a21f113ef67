import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { newId, type Target } from '@zhitongche/host';
import { migrate } from './migrate.ts';
import { readSteps, type Step, toStep } from './steps.ts';
import { withDatabase } from '../../../../packages/host/src/db/target.ts';

const cluster = inject('cluster');
const name = `m_${newId().replaceAll('-', '').slice(12)}`;
const target: Target = withDatabase(cluster, name);
const admin = new pg.Client(withDatabase(cluster, 'postgres'));
const one = new pg.Client(target);
let steps: readonly Step[];
let number = 9000;
/** One more step of a newer program. */
const next = (sql: string): Step => {
  number += 1;
  return toStep(`${number}_more.sql`, sql);
};

beforeAll(async () => {
  await admin.connect();
  await admin.query(`create database ${name}`);
  steps = await readSteps();
  await migrate(target, steps.slice(0, 1));
  await one.connect();
});
beforeEach(async () => {
  await one.query('rollback');
});
afterAll(async () => {
  await one.end();
  await admin.query(`drop database ${name} with (force)`);
  await admin.end();
});

const validOf = async (index: string): Promise<boolean | undefined> => {
  const { rows } = await one.query<{ valid: boolean }>(
    'select indisvalid as valid from pg_index where indexrelid = to_regclass($1)',
    [index],
  );
  return rows[0]?.valid;
};

it('a program from before the newest step lets the database be ahead of it', async () => {
  expect((await migrate(target)).applied).toEqual(steps.slice(1).map((step) => step.name));
  expect(await migrate(target, steps.slice(0, 1))).toEqual({
    applied: [],
    ahead: steps.slice(1).map((step) => step.name),
  });
});

it('a step waits for a busy table only briefly, lets the others go first, and comes back', async () => {
  await one.query('begin');
  await one.query('lock table notice in access share mode');
  const done = migrate(target, [...steps, next('alter table notice add column shade text')]);
  // While the step waits, everybody else queues up behind it: it must give way although the lock is still held.
  await admin.query("set statement_timeout = '20s'");
  const reader = new pg.Client(target);
  await reader.connect();
  await expect
    .poll(
      async () => {
        const { rows } = await admin.query(
          "select 1 from pg_stat_activity where datname = $1 and application_name = 'zhitongche migrate' and wait_event_type = 'Lock'",
          [name],
        );
        return rows.length;
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await reader.query('select count(*) from notice');
  await reader.end();
  await one.query('commit');
  expect((await done).applied).toHaveLength(1);
});

it('an index is built beside the traffic, and one that an interrupted run left half built is built anew', async () => {
  const step = next(
    '-- beside the traffic\ncreate index concurrently if not exists notice_text on notice (office, text);',
  );
  await one.query('create index notice_text on notice (office, text)');
  // What PostgreSQL leaves behind when the connection of a concurrent build breaks.
  await one.query("update pg_index set indisvalid = false where indexrelid = 'notice_text'::regclass");
  expect(await validOf('notice_text')).toBe(false);
  await migrate(target, [...steps, step]);
  expect(await validOf('notice_text')).toBe(true);
});

it('two nodes that start at the same moment migrate once, also with an index built beside the traffic', async () => {
  const step = next(
    '-- beside the traffic\ncreate index concurrently if not exists notice_at on notice (office, at);',
  );
  const both = await Promise.all([migrate(target, [...steps, step]), migrate(target, [...steps, step])]);
  expect(both.flatMap((run) => run.applied)).toEqual([step.name]);
  expect(await validOf('notice_at')).toBe(true);
});
