import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Service } from '@zhitongche/case';
import { newId } from '@zhitongche/host';
import { markAdoption, markTold } from '@zhitongche/audit/server';
import { verifyAll } from '@zhitongche/proof/server';
import { type Door, openDoor } from '../../testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';

const desk = (
  code: string,
  role: 'window' | 'passport-officer' | 'handler',
  at: 'office' | 'division:outbound',
) =>
  ({
    ...toyService,
    code,
    flow: {
      ...toyService.flow,
      steps: {
        ...toyService.flow.steps,
        sign: {
          ...toyService.flow.steps['sign'],
          kind: 'work',
          title: '办理',
          phase: '办理',
          who: { role, at },
        },
      },
    },
  }) as Service;
const SERVICES = [
  desk('at-window', 'window', 'office'),
  desk('at-passports', 'passport-officer', 'division:outbound'),
  desk('at-handlers', 'handler', 'division:outbound'),
];
const LABEL = '证照管理员（含台账）';
/** Somebody whose only post so far has nothing to do with any of it. */
const SOMEBODY: Cast = 'unit-affairs@general';

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: SERVICES });
  door = await openDoor(t);
  for (const mark of [markAdoption, markTold])
    for (const [what, at] of [
      ['open', '2026-02-02'],
      ['close', '2026-02-03'],
    ] as const)
      await mark(t.app.keys, t.base.owner.query, t.office, what, new Date(at));
  for (const { code } of SERVICES) await submitted(t, code, { subject: code, copies: 1 });
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const inbox = async (who: Cast) => {
  const { json } = await door.call(who, 'inbox');
  return (json as { items: { title: string }[] }).items
    .map(({ title }) => title.replace('证明', ''))
    .toSorted();
};
const roles = async () =>
  (await door.call('audit-admin', 'roleMatrix')).json as {
    role: string;
    name: string;
    own: boolean;
    active: boolean;
    endpoints: string[];
  }[];
const own = async () => (await roles()).find((role) => role.own);
const broken = async () => (await verifyAll(t.app)).flatMap((office) => office.broken);
/** Asks for a role as the security administrator and has the system administrator agree. */
async function agreedRole(body: object): Promise<void> {
  const asked = await door.call('security-admin', 'askRole', { body });
  expect([asked.status, asked.text]).toEqual([200, expect.any(String)]);
  const { id } = asked.json as { id: string };
  const agreed = await door.call('system-admin', 'settleRequest', { params: { id }, body: { agree: true } });
  expect([agreed.status, agreed.text]).toEqual([204, '']);
}

test('an office makes a role of two codes, and whoever is given it sees exactly the work of both desks', async () => {
  const body = { label: LABEL, codes: ['window', 'passport-officer'] };
  const asked = await door.call('security-admin', 'askRole', { body });
  expect(await own()).toBeUndefined();
  const { id } = asked.json as { id: string };
  const listed = (await door.call('system-admin', 'twoPersonRequests')).json as { id: string }[];
  expect(listed.find((one) => one.id === id)).toMatchObject({
    kind: 'role',
    title: LABEL,
    detail: `新设，名称“${LABEL}”，权限：窗口受理员、证照管理员`,
    may: 'confirm',
  });
  const settle = (who: Cast) => door.call(who, 'settleRequest', { params: { id }, body: { agree: true } });
  expect((await settle('security-admin')).status).toBe(404);
  expect((await settle('system-admin')).status).toBe(204);
  const made = await own();
  expect(made).toMatchObject({ name: LABEL, active: true });

  expect(await inbox(SOMEBODY)).toEqual([]);
  const person = (await t.actor(SOMEBODY)).id;
  const grant = { person, role: made?.role, org: t.orgs.root };
  const granted = await door.call('security-admin', 'askGrant', { body: grant });
  await door.call('system-admin', 'confirmGrant', {
    params: { id: (granted.json as { id: string }).id },
    body: { agree: true },
  });
  expect(await inbox(SOMEBODY)).toEqual(['at-passports', 'at-window']);
  expect(await inbox('window')).toEqual(['at-window']);
  expect(await inbox('handler')).toEqual(['at-handlers']);
  const me = (await door.call(SOMEBODY, 'me')).json as {
    grants: { role: string; roleName: string }[];
    shells: string[];
  };
  expect(me.grants.map(({ role, roleName }) => [role, roleName])).toContainEqual(['window', LABEL]);
  expect(me.shells).toContain('desk');
  const both = (await roles()).filter(({ role }) => role === 'window' || role === 'passport-officer');
  expect(made?.endpoints).toEqual([...new Set(both.flatMap(({ endpoints }) => endpoints))]);
});

test('a forbidden combination is refused with its basis, whoever is to hold it', async () => {
  for (const [codes, basis] of [
    [['audit-admin', 'window'], 'GB/T 22239-2019'],
    [['filer', 'handler'], '财会〔2012〕21号'],
  ] as const) {
    const { status, json } = await door.call('security-admin', 'askRole', {
      body: { label: '某角色', codes },
    });
    const { problems } = json as { problems: { code: string; basis: { title: string } }[] };
    expect([status, problems.map(({ code }) => code)]).toEqual([422, ['role.exclusive']]);
    expect(problems[0]?.basis.title).toContain(basis);
  }
  // An administrator holds no role of business, under whatever name.
  const grant = { person: (await t.actor('audit-admin')).id, role: (await own())?.role, org: t.orgs.root };
  const refused = (await door.call('security-admin', 'askGrant', { body: grant })).json as {
    problems: { code: string }[];
  };
  expect(refused.problems.map(({ code }) => code)).toContain('grant.exclusive');
  const twice = await door.call('security-admin', 'askRole', { body: { label: LABEL, codes: ['window'] } });
  expect((twice.json as { problems: { code: string }[] }).problems.map(({ code }) => code)).toEqual([
    'role.taken',
  ]);
});

test('a role written past the program gives nothing and is found by verify, as is one taken away or put back', async () => {
  const { query } = t.base.owner;
  const role = (await own())?.role ?? '';
  const known = await broken();
  const found = async () => (await broken()).filter((sentence) => !known.includes(sentence)).join('\n');
  await query('create table kept as select * from office_role');
  const restore = () =>
    query('begin; delete from office_role; insert into office_role select * from kept; commit');
  const forget = async () => t.app.sessions.changed(query, t.office, (await t.actor(SOMEBODY)).id);

  await query("update office_role set codes = codes || '{director}' where role = $1", [role]);
  await forget();
  expect(await inbox(SOMEBODY)).toEqual([]);
  expect(await found()).toContain(`自设角色“${LABEL}”（编号 ${role}）不是本程序所写`);
  await query('delete from office_role');
  expect(await found()).toContain('自设角色');
  await restore();
  await forget();
  expect(await inbox(SOMEBODY)).toEqual(['at-passports', 'at-window']);

  await agreedRole({ role, label: LABEL, codes: ['window'] });
  expect(await inbox(SOMEBODY)).toEqual(['at-window']);
  await restore();
  expect(await found()).toContain(`自设角色（${role}）不是审计最后所记的那一行`);
  await agreedRole({ role, label: LABEL, codes: ['window', 'passport-officer'] });
});

test('retiring a role ends its rights at the next call, and what waits for it is given to nobody', async () => {
  const role = (await own())?.role ?? '';
  expect(await inbox(SOMEBODY)).toEqual(['at-passports', 'at-window']);
  const ended = await door.call('security-admin', 'retireRole', { params: { role } });
  expect([ended.status, ended.text]).toEqual([204, '']);
  expect(await inbox(SOMEBODY)).toEqual([]);
  const grant = { person: (await t.actor('handler')).id, role, org: t.orgs.root };
  const refused = (await door.call('security-admin', 'askGrant', { body: grant })).json as {
    problems: { code: string }[];
  };
  expect(refused.problems.map(({ code }) => code)).toEqual(['grant.role']);
  expect((await door.call('security-admin', 'retireRole', { params: { role } })).status).toBe(404);
  expect(
    (await door.call('security-admin', 'retireRole', { params: { role: `own-${newId()}`.slice(0, 32) } }))
      .status,
  ).toBe(404);
  expect((await door.call('security-admin', 'retireRole', { params: { role: 'window' } })).status).toBe(404);
});
