import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codePerson, hashPassword } from '@zhitongche/account/server';
import { beginTotp, confirmTotp } from '../../../../platform/account/server/second-factor.ts';
import { createAccount, listAccounts } from '../../../../platform/administration/server/accounts.ts';
import { type App, deriveKeys, openJson } from '@zhitongche/core/server';
import { bootChecks } from '../boot-checks.ts';
import { composeApp } from '../compose.ts';
import { caseView, createCase, saveDraft } from '@zhitongche/case/server';
import { register } from '@zhitongche/register/server';
import { verifyAll } from '@zhitongche/proof/server';
import { gate } from '../../testing/gate.ts';
import { workOff } from '../../testing/jobs.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { sealedAll } from '../../testing/settled.ts';
import { freshKey, submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { takeKeyInForce } from './key-in-force.ts';
import { rotateKey } from './rotate-key.ts';
import { standings } from './standings.ts';

const MASTER = randomBytes(32);
const NUMBER = '11010519491231002X';
const PHONE = '13912345678';
const PASSWORD = 'Yunze-2026-Door';
const quick = { wait: 20 };

let t: TestOffice;
let one: App;
let two: App;
let stops: readonly (() => Promise<void>)[] = [];
let draft = '';
let secret = '';

/** One more node on the same database, hearing what the others say. */
async function node(): Promise<{ readonly app: App; stop(): Promise<void> }> {
  const { app, listen } = composeApp({ ...t.app, keys: deriveKeys(MASTER) });
  return { app, stop: await listen() };
}

/** Cases as they were begun before each had a key of its own: sealed with the key of all. */
const withoutSalts = (on: boolean) =>
  t.base.owner.query(
    `update case_salt_start set at = now() + interval '${on ? '1 day' : '-1 day'}' where office = ''`,
  );

async function approved(): Promise<string> {
  const id = await submitted(t, 'toy', { subject: '海南', copies: 1, citizenId: NUMBER, holder: '甲某' });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
  return id;
}

const account = async (app: App, username: string, phone = PHONE) => {
  const body = { username, name: '乙某', org: t.orgs.unit, phone };
  const asked = { key: freshKey(), what: 'createAccount', request: body };
  return await createAccount(app, await t.actor('system-admin'), asked, body);
};

beforeAll(async () => {
  t = await testOffice({ services: [toyService], master: MASTER });
  await bootChecks(t.app);
  const [first, second] = [await node(), await node()];
  [one, two] = [first.app, second.app];
  stops = [first.stop, second.stop];
  await withoutSalts(true);
  await approved();
  const filer = await t.actor('filer');
  ({ id: draft } = await createCase(t.app, filer, { key: freshKey(), service: 'toy' }));
  await saveDraft(t.app, filer, { caseId: draft, revision: 0, answers: { subject: '草稿', holder: '丙某' } });
  await withoutSalts(false);
  await approved();
  await account(t.app, 'old.clerk');
  await t.base.owner.query('update person set totp_confirmed = false, password = $2 where id = $1', [
    filer.id,
    await hashPassword(PASSWORD),
  ]);
  await codePerson(t.app.keys, t.base.owner.query, t.office, filer.id);
  ({ secret } = await beginTotp(t.app, filer, PASSWORD));
}, 120_000);
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await t.drop();
});

/** Tables of the database in which a value sealed under a key stands anywhere, as their owner reads them. */
async function tablesUnder(key: string): Promise<readonly string[]> {
  const tables = await t.base.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await t.base.owner.query(`select 1 from ${name} d where d::text like $1 limit 1`, [
      `%sm4ctr-hmacsm3.${key}.%`,
    ]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** Fails where a node cannot read something of what was sealed. */
async function readsAll(app: App): Promise<void> {
  const filer = await t.actor('filer');
  const { items } = await listAccounts(app, await t.actor('system-admin'), { q: 'old.clerk' });
  expect(items.map(({ phone }) => phone)).toEqual([PHONE]);
  expect((await caseView(app, filer, draft)).draft?.answers).toMatchObject({ holder: '丙某' });
  const found = await register(app, await t.actor('filer'), 'certificates', { q: NUMBER });
  expect(found.items).toHaveLength(2);
  const keys = await app.db.query<{ org: string; id: string; sealed: string }>(
    'select org, id, private_key as sealed from signing_key',
  );
  expect(keys).toHaveLength(1);
  for (const { org, id, sealed } of keys)
    expect(openJson(sealed, app.keys, ['signing_key', t.office, org, id])).toEqual(expect.any(String));
  await sealedAll(app, t.office);
  expect((await verifyAll(app))[0]?.broken).toEqual([]);
}

const codeNow = () => new TOTP({ secret }).generate({ timestamp: t.app.clock().getTime() });

describe('the field key is rotated while two nodes serve', () => {
  test('before it everything is sealed under the first key, and reads', async () => {
    expect(await tablesUnder('k1')).toEqual([
      'case_event',
      'draft',
      'key_check',
      'person',
      'register_row',
      'request_key',
      'signing_key',
    ]);
    await readsAll(one);
    await readsAll(two);
  });

  test('what somebody holds in that moment is left and told; in the middle everything reads, on both nodes', async () => {
    const held = gate();
    const holding = gate();
    const holder = t.base.owner.tx(async (query) => {
      await query('select 1 from register_row order by id limit 1 for update');
      holding.open();
      await held.opened;
    });
    await holding.opened;
    const rotated = await rotateKey(one, quick);
    expect(rotated).toMatchObject({ key: 'k2', drawn: true, remaining: 1, broken: [] });
    expect(await tablesUnder('k1')).toContain('register_row');
    held.open();
    await holder;
    await readsAll(one);
    await readsAll(two);
  });

  test('run again, it goes on with the same key and leaves nothing under the old one but what the chains cover', async () => {
    expect(await rotateKey(one, quick)).toMatchObject({ key: 'k2', drawn: false, moved: 1, remaining: 0 });
    expect(await tablesUnder('k1')).toEqual(['case_event']);
    await readsAll(one);
    await readsAll(two);
  });

  test('the report tells how much stands under which key', async () => {
    const [office] = await standings(two);
    expect(office?.places.find(({ chained }) => chained)?.byKey).toEqual({ k1: 1, c1: 1 });
    for (const place of office?.places ?? [])
      if (!place.chained) expect(Object.keys(place.byKey), place.title).not.toContain('k1');
    const [person] = office?.places ?? [];
    expect(person?.byKey).toEqual({ k2: 1 });
  });

  test('each node that runs seals what is new under the new key, without a restart', async () => {
    for (let n = 0; n < 200 && two.keys.field.id !== 'k2'; n += 1) await pause(50);
    for (const app of [one, two]) {
      const { id } = await account(app, `new.clerk${app === one ? 1 : 2}`);
      const [row] = await app.db.query<{ phone: string }>('select phone from person where id = $1', [id]);
      expect(row?.phone).toMatch(/^sm4ctr-hmacsm3\.k2\./);
    }
    await saveDraft(two, await t.actor('filer'), {
      caseId: draft,
      revision: 1,
      answers: { subject: '草稿', holder: '丙某' },
    });
    expect(await tablesUnder('k1')).toEqual(['case_event']);
  });

  test('a number is found in rows of before and after alike', async () => {
    Object.assign(t, { app: two });
    await approved();
    const found = await register(one, await t.actor('filer'), 'certificates', { q: NUMBER });
    expect(found.items).toHaveLength(3);
  });

  test('a second factor begun under the old key is confirmed under the new one', async () => {
    await confirmTotp(two, await t.actor('filer'), codeNow(), { source: '', agent: '' });
  });

  test('a node that starts takes the newest key, and another master key is still refused', async () => {
    const keys = deriveKeys(MASTER);
    expect(await bootChecks({ ...two, keys })).toEqual([]);
    await takeKeyInForce(two.db, keys);
    expect(keys.field.id).toBe('k2');
    expect(await bootChecks({ ...two, keys: deriveKeys(randomBytes(32)) })).toEqual([
      expect.stringContaining('主密钥与数据库不符'),
    ]);
  });

  test('a program that knows only the first key finds its proof closed, so that it does not start and write beside', async () => {
    const first = deriveKeys(MASTER);
    const [row] = await two.db.query<{ sealed: string }>(
      "select sealed from key_check where office = '' and key_id = 'k1'",
    );
    const old = { ...first, fieldKeyOf: (id: string) => (id === 'k1' ? first.digest : undefined) };
    expect(() => openJson(row?.sealed ?? '', old, ['key_check'])).toThrow('unknown-key');
  });

  test('every step is in the audit, and what it changed is whole', async () => {
    const lines = await two.db.query<{ action: string; detail: object }>(
      "select action, detail from audit where action like 'key.%' order by xid",
    );
    expect(lines.map(({ action }) => action)).toEqual(['key.draw', 'key.reseal', 'key.reseal']);
    expect(lines[0]?.detail).toMatchObject({ from: 'k1', to: 'k2' });
    expect(lines[2]?.detail).toMatchObject({ key: 'k2', remaining: 0 });
  });

  test('an account changed past the program is named and not whitewashed', async () => {
    const filer = await t.actor('filer');
    const row = () => two.db.query('select totp_secret, mac from person where id = $1', [filer.id]);
    await t.base.owner.query("update person set password = 'other', mac = $2 where id = $1", [
      filer.id,
      'f'.repeat(64),
    ]);
    const before = await row();
    const rotated = await rotateKey(two, quick);
    expect(rotated).toMatchObject({ key: 'k3', drawn: true, remaining: 1 });
    expect(rotated.broken).toEqual([expect.stringContaining(filer.id)]);
    expect(await row()).toEqual(before);
  });

  test('the next key is drawn in any case when it is asked for', async () => {
    expect(await rotateKey(two, { ...quick, next: true })).toMatchObject({ key: 'k4', drawn: true });
  });
});
