import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { APP_ROLE, connectionLost, type Db, openDb } from '@zhitongche/host';
import { testDb, type TestDb } from '../../../../apps/server/testing/db.ts';
import {
  type Forwarder,
  openForwarder,
  type Place,
  urlThrough,
} from '../../../../apps/server/testing/failover/forwarder.ts';

let t: TestDb;
let server: Place;
let forwarder: Forwarder;
let db: Db;

beforeAll(async () => {
  t = await testDb();
  server = { path: join(t.target.host ?? '', `.s.PGSQL.${t.target.port}`) };
});
afterAll(() => t.drop());
beforeEach(async () => {
  forwarder = await openForwarder(server);
  const connectionString = urlThrough(forwarder, t.target.user ?? '', t.target.database ?? '');
  const options = { size: 2, role: APP_ROLE, broken: () => undefined, statementTimeout: 600 };
  db = openDb({ connectionString }, options);
});
afterEach(async () => {
  await forwarder.close();
  await db.close();
});

/** Whether a call fails as it does when the database is away. */
const away = (call: Promise<unknown>): Promise<boolean> => call.then(() => false, connectionLost);
const backend = async (): Promise<number> => {
  const [row] = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
  return row?.pid ?? 0;
};

it('a connection whose server begins to only read is given up at once, and not one row is read from it', async () => {
  const before = await backend();
  // What an administrator does who takes a primary out of service while nodes are still connected to it.
  expect(await away(db.query('set default_transaction_read_only = on'))).toBe(true);
  expect(await backend()).not.toBe(before);
});

it('with it go all others, also one that waits for an answer: it may never come', async () => {
  await Promise.all([backend(), backend()]);
  const waiting = away(db.query('select pg_sleep(0.5)'));
  expect(await away(db.query('set default_transaction_read_only = on'))).toBe(true);
  expect(await waiting).toBe(true);
});

it('a server that only reads is away for whoever connects, until it writes again', async () => {
  const name = t.target.database;
  await t.owner.query(`alter database ${name} set default_transaction_read_only = on`);
  expect(await away(backend())).toBe(true);
  // The owner's own connection was there before.
  await t.owner.query(`alter database ${name} reset default_transaction_read_only`);
  expect(await backend()).toBeGreaterThan(0);
});

it('a transaction refused by a server that only reads means: away; its connection is not used again', async () => {
  const before = await backend();
  const refused = db.tx(async (query) => {
    await query('set transaction read only');
    await query("insert into follower (office, name, upto_xid) values ('x', 'x', '1')");
  });
  expect(await away(refused)).toBe(true);
  expect(await backend()).not.toBe(before);
});

it('a server that hangs is waited for somewhat longer than a statement may take, then it is away', async () => {
  const before = await Promise.all([backend(), backend()]);
  forwarder.swallow();
  expect(await Promise.all([away(db.query('select 1')), away(db.tx((query) => query('select 1')))])).toEqual([
    true,
    true,
  ]);
  forwarder.cut();
  expect(before).not.toContain(await backend());
});

it('whoever listens is told that news may have been missed, and hears what comes after', async () => {
  const heard: string[] = [];
  let missed = 0;
  const stop = await db.listen(
    'testing',
    (payload) => heard.push(payload),
    () => {
      missed += 1;
    },
  );
  const say = (text: string) => t.owner.query("select pg_notify('testing', $1)", [text]);
  await say('before');
  await expect.poll(() => heard).toEqual(['before']);
  forwarder.lead(null);
  forwarder.cut();
  await say('meanwhile');
  forwarder.lead(server);
  await expect.poll(() => missed, { timeout: 20_000 }).toBe(1);
  await say('after');
  await expect.poll(() => heard).toEqual(['before', 'after']);
  await stop();
});
