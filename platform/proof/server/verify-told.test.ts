import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDelegation, endDelegation } from '../../account/server/delegations.ts';
import { createAccount } from '../../administration/server/accounts.ts';
import { changeAccount } from '../../administration/server/change-account.ts';
import { askGrant, confirmGrant, revokeGrant } from '../../administration/server/grants.ts';
import { addPolicy } from '../../administration/server/policies.ts';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { markTold } from '@zhitongche/audit/server';
import { localBlobs } from '@zhitongche/file/server';
import { newId } from '@zhitongche/host';
import { makeTeller, tellUnknown } from '../../../apps/server/src/job/tell-known.ts';
import { workOff } from '../../../apps/server/testing/jobs.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { verifyAll } from './verify-all.ts';

let t: TestOffice;
let app: App;
let folder = '';
let account = '';
let right = '';
let away = '';

const asked = (what: string) => ({ key: freshKey(), what, request: { what, at: newId() } });
const admin = (role: 'system-admin' | 'security-admin', id = newId()): OfficeActor => ({
  office: t.office,
  source: '',
  id,
  name: role,
  org: t.orgs.root,
  grants: [{ role, org: t.orgs.root }],
  standsInFor: [],
});
const close = async (): Promise<void> => {
  await tellUnknown(app.keys, t.base.owner.query, t.office);
  await markTold(app.keys, t.base.owner.query, t.office, 'close', app.clock());
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'told-'));
  t = await testOffice({ services: [toyService], config: { dataDir: folder } });
  app = { ...t.app, blobs: await localBlobs(join(folder, 'files'), t.app.keys) };
  Object.assign(t, { app });
  for (const cast of ['filer', 'signer', 'handler'] as const) await t.actor(cast);
  await close();
  const caseId = await submitted(t, 'toy', { subject: '海南考察', copies: 1, holder: '甲' });
  await takes(t, 'signer', caseId, { act: 'agree', opinion: '同意' });
  await takes(t, 'handler', caseId, { act: 'agree' });
  await workOff(app);
  const system = admin('system-admin');
  const security = admin('security-admin');
  account = (
    await createAccount(app, system, asked('account'), { username: 'told', name: '赵一', org: t.orgs.root })
  ).id;
  right = (
    await askGrant(app, security, asked('grant'), { person: account, role: 'director', org: t.orgs.root })
  ).id;
  await confirmGrant(app, system, right, true);
  await addPolicy(app, security, asked('policy'), {
    key: 'toy.days',
    value: 3,
    validFrom: app.clock().toISOString().slice(0, 10),
    source: '省外办通知',
  });
  const colleague = await createAccount(app, system, asked('second'), {
    username: 'told-2',
    name: '钱二',
    org: t.orgs.root,
  });
  const owner = {
    ...admin('system-admin', account),
    grants: [{ role: 'director' as const, org: t.orgs.root }],
  };
  const today = app.clock().toISOString().slice(0, 10);
  away = (
    await addDelegation(app, owner, asked('away'), {
      to: colleague.id,
      from: today,
      until: today,
      reason: '出差',
    })
  ).id;
}, 120_000);
afterAll(async () => {
  await t.drop();
  await rm(folder, { recursive: true, force: true });
});

const broken = async (): Promise<readonly string[]> => (await verifyAll(app))[0]?.broken ?? [];

/** What is found after the owner of the database did something, which is then undone. */
async function after(tables: readonly string[], tamper: () => Promise<unknown>): Promise<readonly string[]> {
  const { query } = t.base.owner;
  for (const table of tables) await query(`create table kept_${table} as table ${table}`);
  try {
    await tamper();
    return await broken();
  } finally {
    for (const table of tables)
      await query(
        `set session_replication_role = replica; delete from ${table}; insert into ${table} select * from kept_${table};
         drop table kept_${table}; set session_replication_role = origin`,
      );
  }
}

/** Keeps a row as it is, has the program change it, and puts it back with the code it had. */
async function putBack(table: string, id: string, change: () => Promise<unknown>): Promise<void> {
  const { query } = t.base.owner;
  await query(`create table old_row as select * from ${table} where id = '${id}'`);
  await change();
  await query(
    `set session_replication_role = replica; delete from ${table} where id = '${id}'; insert into ${table} select * from old_row;
     drop table old_row; set session_replication_role = origin`,
  );
}

test('what the program wrote is as the audit knows it', async () => {
  expect(await broken()).toEqual([]);
});

describe('a row put back to what it once was, with the code it had then, is found', () => {
  test('an account given its old password', async () => {
    const found = await after(['person', 'audit'], () =>
      putBack('person', account, () =>
        changeAccount(app, admin('system-admin'), account, asked('stop'), { active: false }),
      ),
    );
    expect(found).toEqual([expect.stringContaining(`账户（${account}）不是审计最后所记的那一行`)]);
    await changeAccount(app, admin('system-admin'), account, asked('go'), { active: true });
    expect(await broken()).toEqual([]);
  });

  test('a right taken away, also with the old line of the audit said again', async () => {
    const found = await after(['role_grant', 'audit'], async () => {
      await putBack('role_grant', right, () => revokeGrant(app, admin('security-admin'), right));
      await t.base.owner.query(
        `insert into audit (office, id, at, actor, action, object, result, detail)
         select office, gen_random_uuid(), now(), actor, action, object, result, detail from audit
         where object = $1 order by (detail->>'n')::int offset 1 limit 1`,
        [`row:role_grant/${right}`],
      );
    });
    expect(found).toEqual([expect.stringContaining(`授权（${right}）不是审计最后所记的那一行`)]);
  });

  test('an arrangement that was ended', async () => {
    const owner = { ...admin('system-admin', account), grants: [] };
    const found = await after(['delegation', 'audit'], () =>
      putBack('delegation', away, () => endDelegation(app, owner, away)),
    );
    expect(found).toEqual([expect.stringContaining(`外出委托（${away}）不是审计最后所记的那一行`)]);
  });
});

describe('a row taken away altogether is found', () => {
  test.each([
    ['role_grant', '授权'],
    ['delegation', '外出委托'],
    ['policy_row', '政策数值'],
    ['paper', '文书登记'],
    ['person', '账户'],
  ])('%s', async (table, label) => {
    const found = await after([table], () =>
      t.base.owner.query(
        `set session_replication_role = replica; delete from ${table}; set session_replication_role = origin`,
      ),
    );
    expect(found.join('\n')).toMatch(new RegExp(`${label}（[^）]+）已不存在`));
  });
});

describe('the name of a person or of the office changed past the program is found', () => {
  test.each([
    ['person', "update person set name = '顾采薇'", '账户姓名'],
    ['office', "update office set name = '另一个外办'", '本办名称'],
  ])('%s', async (table, change, label) => {
    const found = await after([table], () => t.base.owner.query(change));
    expect(found.join('\n')).toMatch(new RegExp(`${label}(（[^）]+）)?不是审计最后所记的那一行`));
  });
});

test('a line of the audit that only looks like the program’s knows nothing', async () => {
  const found = await after(['audit', 'person'], async () => {
    const { query } = t.base.owner;
    await query("update person set name = '顾采薇'");
    await query(
      `insert into audit (office, id, actor, action, object, result, detail)
       select office, gen_random_uuid(), actor, action, object, result, detail || '{"n": 99}' from audit where object like 'row:person_name/%'`,
    );
  });
  expect(found.join('\n')).toContain('条登记校验码不是本程序所写');
  expect(found.join('\n')).toContain('账户姓名');
});

test('rows of an older program wait for a day, are named once, and from then on stand', async () => {
  const old = await testOffice({ services: [toyService] });
  try {
    const here = old.app;
    const [first] = await verifyAll(here);
    expect([first?.broken, (first?.untold ?? 0) > 0]).toEqual([[], true]);
    let now = here.clock();
    const later = { ...here, clock: () => now };
    const tell = makeTeller();
    await tell(later, old.office);
    const lines = async () =>
      (await old.base.owner.query("select 1 from audit where action = 'row.code'")).length;
    const told = await lines();
    expect(told).toBeGreaterThan(0);
    now = new Date(now.getTime() + 25 * 3_600_000);
    await tell(later, old.office);
    expect(await lines()).toBe(told);
    await old.base.owner.query("update office set name = name || '二'");
    expect((await verifyAll(here))[0]?.broken.join()).toContain('本办名称');
  } finally {
    await old.drop();
  }
});
