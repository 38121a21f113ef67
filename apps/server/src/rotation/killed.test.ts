import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, listAccounts } from '../../../../platform/administration/server/accounts.ts';
import { bootChecks } from '../boot-checks.ts';
import { rotateKeyCommand } from '../cli/rotate-key.ts';
import { atConsole } from '../../testing/backup/console.ts';
import { killedAt } from '../../testing/killed-command.ts';
import { urlOf } from '../../testing/nodes/url-of.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { freshKey } from '../../testing/story.ts';

const MASTER = randomBytes(32);
const PEOPLE = 30;
let t: TestOffice;
let folder = '';

beforeAll(async () => {
  t = await testOffice({ master: MASTER });
  folder = await mkdtemp(join(tmpdir(), 'rotation-'));
  await bootChecks(t.app);
  const admin = await t.actor('system-admin');
  for (let n = 0; n < PEOPLE; n += 1) {
    const body = { username: `clerk${n}`, name: '某人', org: t.orgs.unit, phone: `139000000${n + 10}` };
    await createAccount(t.app, admin, { key: freshKey(), what: 'createAccount', request: body }, body);
  }
}, 120_000);
afterAll(async () => {
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

const settings = () => ({
  DATABASE_URL: urlOf(t.base),
  ZHITONGCHE_DATA: folder,
  ZHITONGCHE_OFFICE: t.office,
  ZHITONGCHE_KEY: MASTER.toString('hex'),
});

/** The command as the console runs it, in this process. */
const run = (...args: readonly string[]) => atConsole(rotateKeyCommand, args, settings());

const under = async (table: string, key: string): Promise<number> => {
  const [row] = await t.base.owner.query<{ n: number }>(
    `select count(*) as n from ${table} d where d::text like $1`,
    [`%sm4ctr-hmacsm3.${key}.%`],
  );
  return row?.n ?? 0;
};

test('a rotation killed in the middle is read by everybody and finished by the next run, under the same key', async () => {
  const resealed = async () => (await under('person', 'k1')) === 0;
  const killed = await killedAt(t.base.owner, 'request_key', 'rotate-key', settings(), resealed);
  expect(killed.code, killed.said).toBeNull();
  expect([await under('person', 'k2'), await under('request_key', 'k1')]).toEqual([PEOPLE, PEOPLE]);

  // A node that never heard of it reads both.
  const { items } = await listAccounts(t.app, await t.actor('system-admin'), { q: 'clerk' });
  expect(items.filter(({ phone }) => phone?.startsWith('139'))).toHaveLength(PEOPLE);

  const told = await run('--status');
  expect(told.code).toBe(1);
  expect(told.out).toContain(`电话：k2 ${PEOPLE} 处`);
  expect(told.out).toContain(`重复请求的答复：k1 ${PEOPLE} 处`);
  const second = await run();
  expect(second.code, second.err).toBe(0);
  expect(second.out).toContain('上次换密尚未完成，继续以 k2 封存');
  expect([await under('request_key', 'k1'), await under('person', 'k2')]).toEqual([0, PEOPLE]);
  expect((await run('--status')).code).toBe(0);
  const keys = await t.base.owner.query<{ key_id: string }>('select key_id from key_check order by key_id');
  expect(keys.map((row) => row.key_id)).toEqual(['k1', 'k2']);
}, 180_000);
