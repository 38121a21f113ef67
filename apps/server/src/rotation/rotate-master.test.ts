import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { markAdoption, markTold, sealAudit, tellRows } from '@zhitongche/audit/server';
import { newId } from '@zhitongche/host';
import { hashOf } from '../../../../platform/account/server/open-session.ts';
import { sessionMac } from '../../../../platform/account/server/session-mac.ts';
import { grantMac } from '@zhitongche/account/server';
import { listAccounts } from '../../../../platform/administration/server/accounts.ts';
import { caseView, createCase, saveDraft } from '@zhitongche/case/server';
import { type App, deriveKeys, MasterMissing, type Signed } from '@zhitongche/core/server';
import { localBlobs } from '@zhitongche/file/server';
import { verifyAll } from '@zhitongche/proof/server';
import { register } from '@zhitongche/register/server';
import { keepRow } from '@zhitongche/register/server';
import { listRows } from '../../../../platform/register/server/kept/list-rows.ts';
import { askPublic } from '../../../../platform/register/server/kept/public-row.ts';
import { feedBody } from '../../../../platform/register/server/feed/handlers.ts';
import { feedSince, renewFeed } from '../../../../platform/register/server/feed/address.ts';
import { toyKeys } from '../../../../platform/register/testing/toy-register.ts';
import { bootChecks } from '../boot-checks.ts';
import { composeApp } from '../compose.ts';
import { tellUnknown } from '../job/tell-known.ts';
import { gate } from '../../testing/gate.ts';
import { workOff } from '../../testing/jobs.ts';
import { testOffice, type Cast, type TestOffice } from '../../testing/office.ts';
import { sealedAll } from '../../testing/settled.ts';
import { freshKey, submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { createAccount } from '../../../../platform/administration/server/accounts.ts';
import { takeKeyInForce } from './key-in-force.ts';
import { nodesAtWork } from './nodes.ts';
import { rotateKey } from './rotate-key.ts';
import { renewCodes } from './renew-codes.ts';
import { digitsIn, lastMessage } from '../../testing/public-door.ts';
import { askCode } from '../../../../platform/visitor/server/codes.ts';
import { registerVisitor } from '../../../../platform/visitor/server/register.ts';
import { visitLogin } from '../../../../platform/visitor/server/visit-login.ts';
import { CONSENT_VERSION } from '@zhitongche/visitor';
import { renewDigests } from './renew-digests.ts';
import { rotateMaster } from './rotate-master.ts';

const OLD = randomBytes(32);
const NEW = randomBytes(32);
const NUMBER = '11010519491231002X';
const quick = { wait: 20, patience: 5_000 };

/** Things named by a number that is sealed, under a code the shipped program has: the boot checks ask for that. */
const numbered = { ...toyKeys, code: 'sticker', unique: ['holderId'], near: ['holder'] };
const SAFE = {
  tag: 'R-1',
  room: '轮换室',
  kind: 'safe',
  until: '2026-12-31',
  holder: '丁某',
  holderId: NUMBER,
};

/** Enters a thing that people keep at a node. */
const enterKept = async (app: App, answers: typeof SAFE) =>
  await keepRow(app, await t.actor('handler'), {
    register: 'sticker',
    key: freshKey(),
    command: { act: 'enter', answers },
  });

let t: TestOffice;
let folder = '';
let one: App;
let two: App;
const stops: (() => Promise<void>)[] = [];
let approvedBefore = '';
let draft = '';
let token = '';
let address = '';
let halfway: { readonly sealed: string } | undefined;

/** One more node on the same database and files, hearing what the others say. */
async function node(...masters: readonly [Uint8Array, ...Uint8Array[]]) {
  const keys = deriveKeys(...masters);
  const problems = await bootChecks({ ...t.app, db: t.base.db, keys });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const { app, listen } = composeApp({ ...t.app, keys, blobs: await localBlobs(folder, keys) });
  const stop = await listen();
  stops.push(stop);
  return { app, stop };
}

async function approved(): Promise<string> {
  const id = await submitted(t, 'toy', { subject: '海南', copies: 1, citizenId: NUMBER, holder: '甲某' });
  await takes(t, 'signer', id, { act: 'agree' });
  await takes(t, 'handler', id, { act: 'agree' });
  await workOff(t.app);
  return id;
}

const account = async (app: App, username: string) => {
  const body = { username, name: '乙某', org: t.orgs.unit, phone: '13912345678' };
  const asked = { key: freshKey(), what: 'createAccount', request: body };
  return await createAccount(app, await t.actor('system-admin'), asked, body);
};

const VISITOR = { to: 'old.visitor@example.com', password: 'Yunze-2026-Door' };
const FROM = { source: '', agent: '' };

/** Somebody of the public, registered by a code that went to the address. */
async function visitor(app: App): Promise<void> {
  const { code } = await askCode(app, { purpose: 'register', to: VISITOR.to }, FROM);
  const digits = digitsIn(await lastMessage(t, VISITOR.to));
  const said = { kind: 'citizen', name: '丁某', language: 'zh', consent: CONSENT_VERSION } as const;
  await registerVisitor(app, { code, digits, password: VISITOR.password, ...said }, FROM);
}

/** A calendar of one's own, at an address a program reads. */
const calendar = async (app: App, cast: Cast): Promise<string> => {
  const { path } = await renewFeed(app, await t.actor(cast), freshKey());
  return path.replace('/api/calendar/', '');
};

/** A session somebody opens at a node. */
const signedIn = async (app: App, cast: Cast): Promise<Signed | null> => {
  const { id } = await t.actor(cast);
  token = await app.sessions.open(app.db.query, t.office, id, { source: '', agent: '' });
  return await app.sessions.find(t.office, token, '');
};

const broken = async (app: App) => {
  await sealedAll(app, t.office);
  return (await verifyAll(app)).flatMap((office) => office.broken);
};

/** Fails where a node cannot read, find or prove something of what was written. */
async function readsAll(app: App, rows: number): Promise<void> {
  const { items } = await listAccounts(app, await t.actor('system-admin'), { q: 'old.clerk' });
  expect(items.map(({ phone }) => phone)).toEqual(['13912345678']);
  const filer = await t.actor('filer');
  expect((await caseView(app, filer, draft)).draft?.answers).toMatchObject({ holder: '丙某' });
  const view = await caseView(app, filer, approvedBefore);
  expect(view.state.answers).toMatchObject({ holder: '甲某' });
  expect((await register(app, filer, 'certificates', { q: NUMBER })).items).toHaveLength(rows);
  const kept = await listRows(app, await t.actor('handler'), 'sticker', { q: NUMBER });
  expect(kept.items.map(({ answers }) => answers.holderId)).toEqual([NUMBER]);
  await expect(enterKept(app, { ...SAFE, tag: 'R-2', room: '别室' })).rejects.toMatchObject({
    more: { problems: [{ code: 'row.taken' }] },
  });
  expect(await askPublic(app, t.office, 'sticker', { tag: 'R-1', until: '2026-12-31' })).toMatchObject({
    found: true,
  });
  expect(await visitLogin(app, VISITOR, FROM)).toHaveLength(43);
  expect(await feedBody(app, address)).toContain('BEGIN:VCALENDAR');
  expect(await broken(app)).toEqual([]);
}

/** What chains cover, and the state beside them that is sealed with the same key of a row's own. */
const CHAINS = ['case_event', 'kept_event', 'kept_row'];

const CODED = [
  'role_grant',
  'office_role',
  'person',
  'delegation',
  'policy_row',
  'two_person_request',
  'paper',
  'paper_edition',
  'paper_seal',
  'visitor',
];

/** Places where something stands that was made under the first master secret. */
async function underFirst(): Promise<readonly string[]> {
  const tables = await t.base.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1",
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const coded = CODED.includes(name) ? "d.mac not like 'm2.%'" : 'false';
    const digest =
      name === 'visitor'
        ? "not starts_with(d.mail_digest, 'm2.')"
        : name === 'register_row'
          ? "array_to_string(d.keys, ',') ~ '(^|,)[0-9a-f]{64}'"
          : 'false';
    const rows = await t.base.owner.query(
      `select 1 from ${name} d where d::text like '%sm4ctr-hmacsm3.k%' or d::text like '%sm4ctr-hmacsm3.c%' or ${coded} or ${digest} limit 1`,
    );
    if (rows.length > 0) found.push(name);
  }
  for await (const _ of one.blobs.older()) return [...found, 'files'];
  return found;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'master-'));
  t = await testOffice({ services: [toyService], registers: [numbered], master: OLD });
  await bootChecks(t.app);
  [one, two] = [(await node(OLD, NEW)).app, (await node(OLD, NEW)).app];
  Object.assign(t, { app: one });
  for (const mark of [markAdoption, markTold])
    for (const [what, at] of [
      ['open', '2026-02-02'],
      ['close', '2026-02-03'],
    ] as const)
      await mark(one.keys, t.base.owner.query, t.office, what, new Date(at));
  approvedBefore = await approved();
  const filer = await t.actor('filer');
  ({ id: draft } = await createCase(one, filer, { key: freshKey(), service: 'toy' }));
  await saveDraft(one, filer, { caseId: draft, revision: 0, answers: { subject: '草稿', holder: '丙某' } });
  await account(one, 'old.clerk');
  await visitor(one);
  await enterKept(one, SAFE);
  address = await calendar(one, 'handler');
  await calendar(one, 'director');
  // As it was written before there was a code, and read by nobody since.
  await t.base.owner.query('update calendar_feed set print = null, mac = null where person = $1', [
    (await t.actor('director')).id,
  ]);
  await signedIn(one, 'filer');
  await tellUnknown(one.keys, t.base.owner.query, t.office);
}, 120_000);
afterAll(async () => {
  await Promise.all(stops.map((stop) => stop()));
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

describe('the master secret is changed while two nodes serve', () => {
  test('without a new one, or with a node that does not have it, nothing begins', async () => {
    const third = await node(OLD);
    await expect(rotateMaster(third.app, quick)).rejects.toThrow('没有新的主密钥可换');
    await expect(rotateMaster(one, quick)).rejects.toThrow('有 1 个运行中的节点没有这个新的主密钥');
    await third.stop();
    const other = await node(OLD, randomBytes(32));
    await expect(rotateMaster(one, quick)).rejects.toThrow('有 1 个运行中的节点没有这个新的主密钥');
    await other.stop();
    expect(one.keys.generation).toBe(1);
    expect(await t.base.owner.query("select 1 from audit where action like 'master.%'")).toEqual([]);
  });

  test('a program that cannot have two is a node without it', async () => {
    const stop = await t.base.db.listen(
      'zhitongche_key',
      () => 0,
      () => 0,
      () => 'zhitongche listen',
    );
    await expect(rotateMaster(one, quick)).rejects.toThrow('有 1 个运行中的节点没有这个新的主密钥');
    await stop();
    expect((await nodesAtWork(one.db.query)).length).toBe(2);
  });

  test('it waits for what was begun before; meanwhile everything is read, found and proved on both nodes', async () => {
    const [held, holding] = [gate(), gate()];
    const holder = t.base.owner.tx(async (query) => {
      await query('select 1 from register_row order by id limit 1 for update');
      holding.open();
      await held.opened;
    });
    await holding.opened;
    await expect(rotateMaster(one, { ...quick, patience: 300 })).rejects.toThrow('长时间没有结束');
    held.open();
    await holder;
    expect([one.keys.generation, two.keys.generation]).toEqual([2, 2]);
    await account(two, 'middle.clerk');
    await readsAll(one, 1);
    await readsAll(two, 1);
  });

  test('half of it done, everything is read, found and proved on both nodes', async () => {
    [halfway] = await t.base.owner.query<{ sealed: string }>(
      "select sealed from key_check where key_id = 'm1'",
    );
    expect(await renewCodes(two, t.office)).toMatchObject({ passed: 0, broken: [] });
    expect(await underFirst()).toContain('person');
    await readsAll(one, 1);
    expect(await renewDigests(two, t.office)).toMatchObject({
      moved: 4,
      passed: 0,
      broken: [expect.stringContaining('日历订阅地址')],
    });
    await readsAll(two, 1);
    await readsAll(one, 1);
  });

  test('run again it goes on, and ends: nothing is left under the first but what the chains cover', async () => {
    const done = await rotateMaster(two, quick);
    expect(done).toMatchObject({ generation: 2, drawn: false, passed: 0, ended: true });
    expect(done.broken).toEqual([expect.stringContaining('日历订阅地址')]);
    expect(done.moved).toBeGreaterThan(5);
    expect(await underFirst()).toEqual(CHAINS);
    await readsAll(one, 1);
    await readsAll(two, 1);
    const told = await one.db.query<{ action: string }>(
      "select action from audit where action like 'master.%' order by xid",
    );
    expect(told.map(({ action }) => action)).toEqual(['master.draw', 'master.renew', 'master.end']);
  });

  test('a calendar is read at its address as before; one nobody could write anew is none any more', async () => {
    const [kept, lost] = [await t.actor('handler'), await t.actor('director')];
    expect(await feedSince(one, kept)).toEqual({ since: expect.any(String) });
    expect(await feedSince(one, lost)).toEqual({ since: null });
  });

  test('whoever had signed in signs in again', async () => {
    expect(await one.sessions.find(t.office, token, '')).toBeNull();
    expect(await signedIn(two, 'filer')).toMatchObject({ csrf: expect.stringMatching(/^m\.m2\./) });
    expect(await one.sessions.find(t.office, token, '')).not.toBeNull();
  });

  test('what is new is written under the new one, by every node', async () => {
    for (const [n, app] of [one, two].entries()) {
      const { id } = await account(app, `new.clerk${n}`);
      const [row] = await app.db.query<{ phone: string; mac: string }>(
        'select phone, mac from person where id = $1',
        [id],
      );
      expect(row).toMatchObject({
        phone: expect.stringMatching(/\.m2k1\./),
        mac: expect.stringMatching(/^m2\./),
      });
    }
    Object.assign(t, { app: two });
    await approved();
    expect(await underFirst()).toEqual(CHAINS);
    await readsAll(one, 2);
  });

  test('a node that has only the new one reads and proves everything; with only the old one none starts', async () => {
    const { app, stop } = await node(NEW);
    await readsAll(app, 2);
    await stop();
    await expect(node(OLD)).rejects.toThrow('主密钥已更换过（现为第 2 个）');
    await expect(node(randomBytes(32))).rejects.toThrow('主密钥与数据库不符');
  });

  test('a node cut off while it was changed neither reads nor writes any more', async () => {
    const keys = deriveKeys(OLD);
    await expect(takeKeyInForce(one.db, keys)).rejects.toThrow(MasterMissing);
    expect(() => keys.field).toThrow('主密钥已更换');
    expect(() => keys.secret('grant')).toThrow('主密钥已更换');
  });

  test('the field key is rotated under it as before', async () => {
    expect(await rotateKey(one, { wait: 20 })).toMatchObject({
      key: 'm2k2',
      drawn: true,
      remaining: 0,
      broken: [],
    });
    for (let n = 0; n < 200 && two.keys.field.id !== 'm2k2'; n += 1) await pause(50);
    expect(two.keys.field.id).toBe('m2k2');
    await readsAll(two, 2);
  });
});

describe('whoever got hold of the old master secret, and writes to the database', () => {
  const old = deriveKeys(OLD);

  test('lets nobody in', async () => {
    const { id } = await t.actor('filer');
    const expires = new Date('2026-03-02T09:00:00.000Z');
    for (const keys of [old, one.keys]) {
      const hash = hashOf(`stolen${keys.generation}`);
      await t.base.owner.query(
        `insert into session (office, token_hash, person, csrf, seen_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
        [
          t.office,
          hash,
          id,
          sessionMac(keys, { office: t.office, hash, person: id, expires }),
          one.clock(),
          expires,
        ],
      );
    }
    expect(await one.sessions.find(t.office, 'stolen1', '')).toBeNull();
    expect(await one.sessions.find(t.office, 'stolen2', '')).not.toBeNull();
  });

  test('brings no time back in which rows without a code count', async () => {
    await markAdoption(old, t.base.owner.query, t.office, 'open', new Date(one.clock().getTime() - 1));
    expect(await one.admission.state(t.office)).toMatchObject({ open: false });
  });

  test('signs no part of the audit', async () => {
    await sealedAll(one, t.office);
    const [last] = await t.base.owner.query<{ seq: number }>('select max(seq)::int as seq from audit_seal');
    await account(one, 'after.clerk');
    for (let n = 0; n < 50 && (await sealAudit({ ...one, keys: old }, t.office)) === 0; n += 1)
      await pause(20);
    expect((await broken(one)).join('\n')).toContain(`第 ${(last?.seq ?? 0) + 1} 段封签不符`);
    await t.base.owner.query('delete from audit_seal where seq > $1', [last?.seq]);
    expect(await broken(one)).toEqual([]);
  });

  test('does not put it back in force', async () => {
    const [now] = await t.base.owner.query<{ sealed: string }>(
      "select sealed from key_check where key_id = 'm1'",
    );
    const put = (sealed = '') =>
      t.base.owner.query("update key_check set sealed = $1 where key_id = 'm1'", [sealed]);
    await put(halfway?.sealed);
    await takeKeyInForce(one.db, one.keys);
    expect(await broken(one)).toEqual([]);
    const { app, stop } = await node(NEW);
    expect(await broken(app)).toEqual(['第 1 个主密钥已停用，审计记有停用，数据库却仍让它有效']);
    await stop();
    await put(now?.sealed);
  });

  test('gives nobody a right', async () => {
    const { id: person } = await t.actor('signer');
    const row = {
      office: t.office,
      id: newId(),
      person,
      role: 'director',
      org: t.orgs.root,
      status: 'active',
    };
    await t.base.owner.query(
      `insert into role_grant (office, id, person, role, org, status, asked_by, mac) values ($1, $2, $3, $4, $5, $6, $3, $7)`,
      [row.office, row.id, row.person, row.role, row.org, row.status, grantMac(old, row)],
    );
    await tellRows(old, t.base.owner.query, t.office, [
      { table: 'role_grant', key: [row.id], code: grantMac(old, row) },
    ]);
    const signed = await signedIn(one, 'signer');
    expect(signed?.actor.grants.map(({ role }) => role)).not.toContain('director');
    const said = (await broken(one)).join('\n');
    expect(said).toContain(`编号 ${row.id}）不是本程序所写`);
    expect(said).toContain('条登记校验码不是本程序所写');
  });
});

test('what is changed past the program afterwards is found as ever', async () => {
  await t.base.owner.query("update paper set facts = '[]', mac = left(mac, 10)");
  expect((await broken(one)).join('\n')).toContain('的登记内容不是本程序所写');
});
