import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDelegation } from '../../account/server/delegations.ts';
import { grantMac } from '@zhitongche/account/server';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import {
  asked,
  type BareOffice,
  bareOffice,
  refusal,
  withRole,
} from '../../../apps/server/testing/administrators.ts';
import { bareApp } from '../../../apps/server/testing/bare-app.ts';
import { type TestDb, testDb } from '../../../apps/server/testing/db.ts';
import { createAccount } from './accounts.ts';
import { changeAccount } from './change-account.ts';
import { askGrant, confirmGrant } from './grants.ts';

const OFFICE = 'test';
const now = new Date('2026-11-02T01:00:00Z');
let base: TestDb;
let app: App;
let place: BareOffice;
let system: OfficeActor;
let security: OfficeActor;
let audit: OfficeActor;
let director: OfficeActor;

/** Somebody of the office without any role, who stands in for the director from a day on. */
const standIn = async (from: string): Promise<string> => {
  const made = await createAccount(app, system, asked(), {
    username: `s-${newId()}`,
    name: '赵一',
    org: place.root,
  });
  await addDelegation(app, director, asked(), { to: made.id, from, until: '2026-11-20', reason: '出差' });
  return made.id;
};
/** What a session of the person is good for. */
const signed = async (person: string) => {
  const token = await app.sessions.open(base.owner.query, OFFICE, person, { source: '', agent: '' });
  await base.owner.query('update session set seen_at = $1', [now]);
  return (await app.sessions.find(OFFICE, token, ''))?.actor;
};

beforeAll(async () => {
  base = await testDb();
  app = await bareApp(base, { office: OFFICE, clock: () => now });
  place = await bareOffice(base, app, OFFICE);
  system = await withRole(place, 'system-admin');
  security = await withRole(place, 'security-admin');
  audit = await withRole(place, 'audit-admin');
  director = await withRole(place, 'director');
});
afterAll(async () => {
  await base.drop();
});

describe('nobody becomes the director by way of whoever stands in', () => {
  test.each([
    ['now', '2026-11-02'],
    ['from next week on', '2026-11-09'],
  ])('a reset of somebody who stands in %s waits for the security administrator', async (_when, from) => {
    const person = await standIn(from);
    expect(await changeAccount(app, system, person, asked(), { resetPassword: true })).toEqual({
      waits: true,
    });
  });

  test('whoever becomes an administrator stands in for nobody any more', async () => {
    const person = await standIn('2026-11-02');
    expect((await signed(person))?.standsInFor.map(({ id }) => id)).toEqual([director.id]);
    const { id } = await askGrant(app, security, asked(), { person, role: 'system-admin', org: place.root });
    await confirmGrant(app, system, id, true);
    expect((await signed(person))?.grants.map(({ role }) => role)).toEqual(['system-admin']);
    expect((await signed(person))?.standsInFor).toEqual([]);
  });
});

describe('the system administrator does not rid himself of the other two', () => {
  test.each([
    ['stopped', { active: false }],
    ['given a last day', { expires: '2026-11-02' }],
  ])('the last security or audit administrator is not %s', async (_what, change) => {
    for (const one of [security, audit])
      expect(await refusal(changeAccount(app, system, one.id, asked(), change))).toEqual([
        `account.last ${Object.keys(change)[0] ?? ''}`,
      ]);
    const second = await withRole(place, 'audit-admin', `a-${newId()}`);
    expect(await refusal(changeAccount(app, system, audit.id, asked(), change))).toBe('ok');
    expect(await refusal(changeAccount(app, system, second.id, asked(), change))).not.toBe('ok');
    await changeAccount(app, system, audit.id, asked(), { active: true, expires: null });
    await changeAccount(app, system, second.id, asked(), { active: false });
  });
});

test('a right asked for past the program is not made good by confirming it', async () => {
  const { id: person } = await createAccount(app, system, asked(), {
    username: `c-${newId()}`,
    name: '钱二',
    org: place.root,
  });
  const { id } = await askGrant(app, security, asked(), { person, role: 'window', org: place.root });
  await base.owner.query("update role_grant set role = 'director' where id = $1", [id]);
  expect(await refusal(confirmGrant(app, system, id, true))).toBe('grant.not-found');
  const row = { office: OFFICE, id, person, role: 'director', org: place.root, status: 'active' };
  const [kept] = await base.owner.query<{ mac: string; status: string }>(
    'select mac, status from role_grant where id = $1',
    [id],
  );
  expect([kept?.status, kept?.mac === grantMac(app.keys, row)]).toEqual(['pending', false]);
});
