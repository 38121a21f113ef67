import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dayInShanghai } from '@zhitongche/base';
import type { Role } from '@zhitongche/access';
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
import { createAccount } from '../../administration/server/accounts.ts';
import { changeAccount } from '../../administration/server/change-account.ts';
import { askGrant, confirmGrant } from '../../administration/server/grants.ts';
import { addPolicy } from '../../administration/server/policies.ts';
import { carryOutReset, listRequests, settleRequest } from '../../administration/server/requests.ts';

const OFFICE = 'test';
let now = new Date('2026-11-02T01:00:00Z');
let base: TestDb;
let app: App;
let place: BareOffice;
let system: OfficeActor;
let security: OfficeActor;
let audit: OfficeActor;

const person = async (role: Role): Promise<OfficeActor> => await withRole(place, role, `p-${newId()}`);
const passwordOf = async (who: OfficeActor): Promise<string> =>
  (await base.owner.query<{ password: string }>('select password from person where id = $1', [who.id]))[0]
    ?.password ?? '';
const toldTo = async (who: OfficeActor): Promise<readonly string[]> =>
  (
    await base.owner.query<{ text: string }>('select text from notice where person = $1 order by id', [
      who.id,
    ])
  ).map((row) => row.text);
const waitingFor = async (subject: OfficeActor): Promise<string> => {
  const found = await base.owner.query<{ id: string }>(
    `select id from two_person_request where subject = $1 and status in ('pending', 'agreed')`,
    [subject.id],
  );
  return found[0]?.id ?? '';
};
const enrolled = async (who: OfficeActor): Promise<void> => {
  await base.owner.query("update person set totp_confirmed = true, totp_secret = 's' where id = $1", [
    who.id,
  ]);
};
const reset = async (who: OfficeActor, change: { resetPassword?: true; resetTotp?: true }) =>
  await changeAccount(app, system, who.id, asked(), change);

beforeAll(async () => {
  base = await testDb();
  app = await bareApp(base, { office: OFFICE, clock: () => now });
  place = await bareOffice(base, app, OFFICE);
  system = await withRole(place, 'system-admin');
  security = await withRole(place, 'security-admin');
  audit = await withRole(place, 'audit-admin');
});
afterAll(async () => {
  await base.drop();
});

describe('the system administrator does not become somebody else', () => {
  test('a reset for whoever holds a role waits for the security administrator, changes nothing until then, and its owner is told', async () => {
    const director = await person('director');
    await enrolled(director);
    const before = await passwordOf(director);
    expect(await reset(director, { resetPassword: true, resetTotp: true })).toEqual({ waits: true });
    expect(await passwordOf(director)).toBe(before);
    expect((await toldTo(director))[0]).toContain('申请重置您的密码、动态口令');
    const id = await waitingFor(director);
    expect(await refusal(carryOutReset(app, system, id, asked()))).toBe('request.not-found');
    expect(await refusal(settleRequest(app, system, id, true))).toBe('request.not-found');
    expect(await refusal(settleRequest(app, audit, id, true))).toBe('request.not-found');
    expect((await listRequests(app, security)).find((one) => one.id === id)?.may).toBe('confirm');
    await settleRequest(app, security, id, true);
    expect(await passwordOf(director)).toBe(before);
    expect((await listRequests(app, system)).find((one) => one.id === id)?.may).toBe('carry-out');
    const { initialPassword } = await carryOutReset(app, system, id, asked());
    expect(initialPassword).toMatch(/.{8,}/);
    expect(await passwordOf(director)).not.toBe(before);
    expect((await toldTo(director)).some((text) => text.includes('已由'))).toBe(true);
    expect(await refusal(carryOutReset(app, system, id, asked()))).toBe('request.not-found');
  });

  test('a security administrator’s reset is confirmed by the audit administrator, not by another security administrator', async () => {
    const other = await person('security-admin');
    await enrolled(other);
    await reset(other, { resetPassword: true });
    const id = await waitingFor(other);
    expect(await refusal(settleRequest(app, security, id, true))).toBe('request.not-found');
    await settleRequest(app, audit, id, true);
    expect((await carryOutReset(app, system, id, asked())).initialPassword).toMatch(/.{8,}/);
  });

  test('an administrator without a second factor, or losing both at once, is let in from the console only', async () => {
    const bare = await person('audit-admin');
    expect(await refusal(reset(bare, { resetPassword: true }))).toEqual(['account.refused resetPassword']);
    await enrolled(bare);
    expect(await refusal(reset(bare, { resetPassword: true, resetTotp: true }))).toEqual([
      'account.refused resetTotp',
    ]);
    await reset(bare, { resetPassword: true });
    const first = await waitingFor(bare);
    await settleRequest(app, security, first, true);
    await carryOutReset(app, system, first, asked());
    expect(await refusal(reset(bare, { resetTotp: true }))).toEqual(['account.refused resetTotp']);
  });

  test('a request refused, lapsed or forged resets nothing', async () => {
    const handler = await person('handler');
    await reset(handler, { resetPassword: true });
    expect(await refusal(reset(handler, { resetPassword: true }))).toEqual(['request.double']);
    const refused = await waitingFor(handler);
    await settleRequest(app, security, refused, false);
    expect(await refusal(carryOutReset(app, system, refused, asked()))).toBe('request.not-found');

    await reset(handler, { resetPassword: true });
    const forged = await waitingFor(handler);
    await base.owner.query("update two_person_request set status = 'agreed' where id = $1", [forged]);
    expect(await refusal(carryOutReset(app, system, forged, asked()))).toBe('request.not-found');
    await base.owner.query("update two_person_request set status = 'pending' where id = $1", [forged]);

    await settleRequest(app, security, forged, true);
    now = new Date(now.getTime() + 4 * 86_400_000);
    expect(await refusal(carryOutReset(app, system, forged, asked()))).toBe('request.not-found');
    expect(await reset(handler, { resetPassword: true })).toEqual({ waits: true });
  });

  test('an account without any role is reset by one person, as a newly made one is', async () => {
    const id = newId();
    await base.owner.query(
      `insert into person (office, id, username, name, org, password) values ($1, $2, 'plain', '新人', $3, 'x')`,
      [OFFICE, id, place.root],
    );
    expect((await changeAccount(app, system, id, asked(), { resetPassword: true })).initialPassword).toMatch(
      /.{8,}/,
    );
  });
});

test('whoever is given another name or place by an administrator is told, as papers bear both', async () => {
  const owner = await person('handler');
  await changeAccount(app, system, owner.id, asked(), { name: '甄别名' });
  expect(await toldTo(owner)).toEqual([expect.stringMatching(/姓名.*改为“甄别名”/)]);
  await changeAccount(app, system, owner.id, asked(), { expires: '2027-01-01' });
  expect(await toldTo(owner)).toHaveLength(1);
});

describe('log-in protection is not switched off by one person', () => {
  const row = { validFrom: '2026-01-01', source: '测试省外办〔2026〕2号' };
  const inForce = async (key: string) =>
    (await app.offices.get(OFFICE)).policyRows.filter((one) => one.key === key).at(-1)?.value;

  test.each([
    ['login.tries', 1_000_000],
    ['login.tries', 0],
    ['login.idle-minutes', 100_000],
    ['login.password-length', 0],
    ['login.lock-minutes', 0],
    ['login.session-hours', 1_000],
  ])('%s is never %d', async (key, value) => {
    expect(await refusal(addPolicy(app, security, asked(), { ...row, key, value }))).toEqual([
      'policy.refused value',
    ]);
  });

  test('a figure of log-in counts only after the system administrator confirmed it', async () => {
    const { waits } = await addPolicy(app, security, asked(), { ...row, key: 'login.tries', value: 8 });
    expect(waits).toBe(true);
    expect(await inForce('login.tries')).toBeUndefined();
    const [waiting] = (await listRequests(app, system)).filter((one) => one.kind === 'policy');
    expect(waiting).toMatchObject({ may: 'confirm', title: '同一账户连续失败几次后锁定' });
    expect(await refusal(settleRequest(app, security, waiting?.id ?? '', true))).toBe('request.not-found');
    await settleRequest(app, system, waiting?.id ?? '', true);
    expect(await inForce('login.tries')).toBe(8);
  });

  test('a figure that is to have counted already is confirmed too: it decides again what has been decided', async () => {
    const figure = { key: 'clock.remind-at', value: 70, source: '测试省外办〔2026〕3号' };
    const past = await addPolicy(app, security, asked(), { ...figure, validFrom: '2026-10-01' });
    expect(past.waits).toBe(true);
    expect(await inForce(figure.key)).toBeUndefined();
    await settleRequest(app, system, past.id, true);
    expect(await inForce(figure.key)).toBe(70);
    const day = dayInShanghai(now.toISOString());
    const today = await addPolicy(app, security, asked(), { ...figure, value: 75, validFrom: day });
    expect(today.waits).toBe(false);
  });

  test('a row from before the bounds, or written past the program, does not count', async () => {
    const { loginPolicy } = await import('./login-policies.ts');
    const rows = [{ key: 'login.tries', value: 1_000_000, validFrom: '2026-01-01', source: '旧' }];
    expect(loginPolicy(rows, '2026-11-02').tries).toBe(5);
  });
});

test('every step above stands in the audit with who did it', async () => {
  const rows = await base.owner.query<{ action: string; id: string }>(
    "select distinct action, actor->>'id' as id from audit where action like 'request.%'",
  );
  const by = (action: string) => rows.filter((one) => one.action === action).map((one) => one.id);
  expect(by('request.ask')).toEqual(expect.arrayContaining([system.id, security.id]));
  expect(by('request.agree')).toEqual(expect.arrayContaining([system.id, security.id, audit.id]));
  expect(by('request.refuse')).toEqual([security.id]);
  expect(by('request.done')).toContain(system.id);
});

describe('three administrators are three people', () => {
  test('a second account of an administrator, known by its telephone, is not given another such role', async () => {
    const twin = async (body: { name: string; phone?: string }) =>
      (await createAccount(app, system, asked(), { username: `t${newId()}`, org: place.root, ...body })).id;
    await confirmed(await twin({ name: '温明远', phone: '13800138000' }), 'audit-admin');
    const second = await twin({ name: '别名', phone: '138 0013 8000' });
    expect(
      await refusal(
        askGrant(app, security, asked(), { person: second, role: 'system-admin', org: place.root }),
      ),
    ).toEqual(['grant.twin person']);
    await confirmed(second, 'director');
    await confirmed(await twin({ name: '另一人' }), 'system-admin');
  });
});

/** Gives a role with the agreement of both. */
async function confirmed(who: string, role: Role): Promise<void> {
  const { id } = await askGrant(app, security, asked(), { person: who, role, org: place.root });
  await confirmGrant(app, system, id, true);
}
