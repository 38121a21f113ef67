import { createServer, connect, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { APP_ROLE, type Db, openDb } from '@zhitongche/host';
import { testDb, type TestDb } from '../../../../apps/server/testing/db.ts';

let t: TestDb;
let way: Server;
let db: Db;
let stop: () => Promise<void> = async () => undefined;
/** How long after the server's last words the end of the line is heard, as behind a slow network, in milliseconds. */
const LATE = 700;

beforeAll(async () => {
  t = await testDb();
  const socket = join(t.target.host ?? '', `.s.PGSQL.${t.target.port}`);
  way = createServer({ allowHalfOpen: true }, (incoming: Socket) => {
    const onward = connect(socket);
    incoming.on('error', () => onward.destroy());
    onward.on('error', () => incoming.destroy());
    onward.on('data', (chunk) => incoming.write(chunk));
    onward.on('end', () => setTimeout(() => incoming.destroy(), LATE));
    incoming.on('data', (chunk) => onward.write(chunk));
    incoming.on('close', () => onward.destroy());
  });
  await new Promise<void>((resolve) => way.listen(0, '127.0.0.1', resolve));
  const at = way.address();
  const port = typeof at === 'object' && at ? at.port : 0;
  const connectionString = `postgres://${t.target.user}@127.0.0.1:${port}/${t.target.database}`;
  db = openDb({ connectionString }, { size: 1, role: APP_ROLE, broken: () => undefined });
});
afterAll(async () => {
  await stop();
  await db.close();
  await new Promise((resolve) => way.close(resolve));
  await t.drop();
});

const listeners = async (): Promise<number> => {
  const rows = await t.owner.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and application_name = 'zhitongche hear'",
  );
  return rows.length;
};
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('a line whose last words and whose end are heard apart is broken once: one new line, missed told once', async () => {
  let missed = 0;
  const heard: string[] = [];
  stop = await db.listen(
    'zhitongche_case',
    (payload) => heard.push(payload),
    () => {
      missed += 1;
    },
  );
  await t.owner.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'zhitongche hear'",
  );
  await expect.poll(() => missed, { timeout: 10_000 }).toBe(1);
  await wait(3 * LATE);
  expect([missed, await listeners()]).toEqual([1, 1]);
  await t.owner.query("select pg_notify('zhitongche_case', 'one')");
  await expect.poll(() => heard).toEqual(['one']);
  await stop();
  await expect.poll(listeners).toBe(0);
});
