import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, listAccounts } from '../../../../platform/administration/server/accounts.ts';
import { type App, deriveKeys } from '@zhitongche/core/server';
import { verifyAll } from '@zhitongche/proof/server';
import { bootChecks } from '../boot-checks.ts';
import { composeApp } from '../compose.ts';
import { rotateMasterCommand } from '../cli/rotate-master.ts';
import { atConsole } from '../../testing/backup/console.ts';
import { killedAt } from '../../testing/killed-command.ts';
import { urlOf } from '../../testing/nodes/url-of.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { sealedAll } from '../../testing/settled.ts';
import { freshKey } from '../../testing/story.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const PEOPLE = 30;
let t: TestOffice;
let app: App;
let stop: () => Promise<void> = async () => undefined;
let folder = '';

beforeAll(async () => {
  t = await testOffice({ master: OLD });
  folder = await mkdtemp(join(tmpdir(), 'master-'));
  const keys = deriveKeys(OLD, NEW);
  await bootChecks({ ...t.app, keys });
  const node = composeApp({ ...t.app, keys });
  ({ app } = node);
  stop = await node.listen();
  await clerks('clerk');
}, 120_000);
afterAll(async () => {
  await stop();
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

async function clerks(name: string): Promise<void> {
  const admin = await t.actor('system-admin');
  for (let n = 0; n < PEOPLE; n += 1) {
    const body = { username: `${name}${n}`, name: '某人', org: t.orgs.unit, phone: `139000000${n + 10}` };
    await createAccount(app, admin, { key: freshKey(), what: 'createAccount', request: body }, body);
  }
}

const settings = (key: Buffer, next?: Buffer) => ({
  DATABASE_URL: urlOf(t.base),
  ZHITONGCHE_DATA: folder,
  ZHITONGCHE_OFFICE: t.office,
  ZHITONGCHE_KEY: key.toString('hex'),
  ZHITONGCHE_KEY_NEXT: next?.toString('hex') ?? '',
});

/** The command as the console runs it, in this process. */
const run = (env: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  atConsole(rotateMasterCommand, args, env);

const count = async (sql: string): Promise<number> =>
  (await t.base.owner.query<{ n: number }>(`select count(*) as n from ${sql}`))[0]?.n ?? 0;

test('a change of the master secret killed in the middle is read by the other node and ended by the next run', async () => {
  const left = "person where phone like 'sm4ctr-hmacsm3.k1.%'";
  const renewed = async () => (await count(left)) === 0;
  const killed = await killedAt(t.base.owner, 'request_key', 'rotate-master', settings(OLD, NEW), renewed);
  expect(killed.code, killed.said).toBeNull();
  expect([await count(left), await count("request_key where reply->>'sealed' like '%.k1.%'")]).toEqual([
    0,
    PEOPLE,
  ]);
  expect(await count("person where mac not like 'm2.%'")).toBeGreaterThan(0);

  // The other node took it up, reads both, and writes on.
  expect(app.keys.generation).toBe(2);
  const { items } = await listAccounts(app, await t.actor('system-admin'), { q: 'clerk' });
  expect(items.filter(({ phone }) => phone?.startsWith('139'))).toHaveLength(PEOPLE);
  await clerks('later');
  await sealedAll(app, t.office);
  expect((await verifyAll(app))[0]?.broken).toEqual([]);

  const told = await run(settings(OLD, NEW), '--status');
  expect(told.code).toBe(1);
  expect(told.out).toContain('现用的主密钥：第 2 个');
  expect(told.out).toContain(`重复请求的答复：k1 ${PEOPLE} 处，m2k1 ${PEOPLE} 处`);
  expect(told.out).toMatch(/登记校验码 [1-9]\d* 行，台账查找摘要 0 行，文件 0 份/);
  expect(told.err).toContain('更换尚未完成');
  // The new one alone is enough by now.
  const second = await run(settings(NEW));
  expect(second.code, second.err).toBe(0);
  expect(second.out).toContain('上次更换尚未完成，继续改写为第 2 个主密钥');
  expect(second.out).toContain('旧的主密钥已停用');
  expect(await count("request_key where reply->>'sealed' like '%.k1.%'")).toBe(0);
  expect(await count("person where mac not like 'm2.%'")).toBe(0);
  expect((await run(settings(NEW), '--status')).code).toBe(0);

  const again = await run(settings(NEW));
  expect(again.code).toBe(1);
  expect(again.err).toContain('没有新的主密钥可换');
  const without = await run(settings(OLD));
  expect(without.code).toBe(2);
  expect(without.err).toContain('主密钥已更换过（现为第 2 个）');
}, 180_000);
