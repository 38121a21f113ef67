import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHINA_EXCEPTIONS } from '@zhitongche/base';
import { type Role, ROLES, roleLabel } from '@zhitongche/access';
import { grantHolds, grantMac } from '@zhitongche/account/server';
import { login } from '../../account/server/login.ts';
import { type OfficeActor, type App, type WriteRequest, ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { readAuditLog, writeAudit } from '@zhitongche/audit/server';
import { bareApp } from '../../../apps/server/testing/bare-app.ts';
import { type TestDb, testDb } from '../../../apps/server/testing/db.ts';
import { createAccount, listAccounts } from './accounts.ts';
import { setCalendar } from './calendar.ts';
import { changeAccount } from './change-account.ts';
import { checkConfig } from './config-check.ts';
import { askGrant, confirmGrant, pendingGrants, revokeGrant } from './grants.ts';
import { saveLetterhead } from './letterheads.ts';
import { listOrgs, saveOrg } from './orgs.ts';
import { addPolicy, listPolicies } from './policies.ts';
import { rescueAccount } from './rescue-account.ts';
import { roleMatrix } from './role-matrix.ts';
import { listTables, putTable } from './tables.ts';

const OFFICE = 'test';
const ROOT = newId();
let base: TestDb;
let app: App;
let now = new Date('2026-11-02T01:00:00Z');
let [system, security]: OfficeActor[] = [];

const asked = (what = 'test', key: string = newId()): WriteRequest => ({ key, what, request: {} });
const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'ok',
    (error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
      return (error.more.problems ?? []).map((p) => [p.code, ...p.at].join(' '));
    },
  );
const who = (actor: OfficeActor | undefined): OfficeActor => {
  if (!actor) throw new Error('not set up');
  return actor;
};

async function administrator(role: Role): Promise<OfficeActor> {
  const [id, grant] = [newId(), newId()];
  await base.owner.query(
    `insert into person (office, id, username, name, org, password) values ($1, $2, $3, $4, $5, 'x')`,
    [OFFICE, id, role, roleLabel(role), ROOT],
  );
  const row = { office: OFFICE, id: grant, person: id, role, org: ROOT, status: 'active' };
  await base.owner.query(
    `insert into role_grant (office, id, person, role, org, status, asked_by, mac) values ($1, $2, $3, $4, $5, 'active', $3, $6)`,
    [OFFICE, grant, id, role, ROOT, grantMac(app.keys, row)],
  );
  return {
    office: OFFICE,
    source: '10.0.0.1',
    id,
    name: roleLabel(role),
    org: ROOT,
    grants: [{ role, org: ROOT }],
    standsInFor: [],
  };
}

beforeAll(async () => {
  base = await testDb();
  app = await bareApp(base, { office: OFFICE, clock: () => now });
  await base.owner.query('insert into office (office, name) values ($1, $2)', [OFFICE, '测试省']);
  await base.owner.query(`insert into org (office, id, kind, name) values ($1, $2, 'office', '测试省外办')`, [
    OFFICE,
    ROOT,
  ]);
  system = await administrator('system-admin');
  security = await administrator('security-admin');
});
afterAll(async () => {
  await base.drop();
});

const org = async (kind: string, name: string, parent = ROOT, code?: string): Promise<string> => {
  const id = newId();
  await saveOrg(app, who(system), id, { parent, kind, name, active: true, ...(code ? { code } : {}) });
  return id;
};
const account = async (username: string, at = ROOT) =>
  await createAccount(app, who(system), asked(), { username, name: '张三', org: at });
async function grant(person: string, role: Role, at: string): Promise<string> {
  const { id } = await askGrant(app, who(security), asked(), { person, role, org: at });
  await confirmGrant(app, who(system), id, true);
  return id;
}

describe('names that papers print', () => {
  test('are refused with a character no paper can draw, before any case meets it', async () => {
    const named = { username: 'rare', name: '李𫍰', org: ROOT };
    expect(await refusal(createAccount(app, who(system), asked(), named))).toEqual(['field.undrawable name']);
    expect(await refusal(org('unit', '某😀局'))).toEqual(['field.undrawable name']);
    const head = { name: '测试省外办', signature: '测试省外办\u202e', mark: '测' };
    expect(await refusal(saveLetterhead(app, who(system), ROOT, head))).toEqual([
      'field.undrawable signature',
    ]);
    expect(await refusal(createAccount(app, who(system), asked(), { ...named, name: '𠮷田Žižka' }))).toBe(
      'ok',
    );
  });
});

describe('organisations', () => {
  test('stand where they may, are found in the tree at once, and cannot form a circle', async () => {
    const city = await org('city-office', '甲市外办');
    const bureau = await org('unit', '甲市商务局', city);
    const group = await org('unit', '甲市商务集团', bureau);
    expect((await app.offices.get(OFFICE)).tree.contains(city, group)).toBe(true);
    const change = { parent: group, kind: 'unit', name: '甲市商务局', active: true };
    expect(await refusal(saveOrg(app, who(system), bureau, change))).toEqual(['org.refused parent']);
    expect(await refusal(org('division', '某处', bureau))).toEqual(['org.refused parent']);
    expect(await refusal(org('ministry', '某部', ROOT))).toEqual(['org.refused kind']);
  });

  test('all that is wrong with one is told at once', async () => {
    const body = { parent: newId(), kind: 'x', name: '某处', code: 'A B', uscc: '91', active: true };
    expect(await refusal(saveOrg(app, who(system), newId(), body))).toEqual([
      'org.refused kind',
      'org.refused parent',
      'org.refused code',
      'uscc.length uscc',
    ]);
  });

  test('are not closed while people work there', async () => {
    const unit = await org('unit', '某学院');
    const { id } = await account('closing', unit);
    const close = { parent: ROOT, kind: 'unit', name: '某学院', active: false };
    expect(await refusal(saveOrg(app, who(system), unit, close))).toEqual(['org.in-use active']);
    await changeAccount(app, who(system), id, asked(), { active: false });
    expect(await refusal(saveOrg(app, who(system), unit, close))).toBe('ok');
    expect((await listOrgs(app, who(system))).find((one) => one.id === unit)?.active).toBe(false);
  });
});

describe('accounts', () => {
  test('begin without rights, with a password shown once and to be changed at first log-in', async () => {
    const made = await account('Wang.Wu');
    const { token } = await login(
      app,
      OFFICE,
      { username: 'wang.wu', password: made.initialPassword },
      {
        source: '10.0.0.2',
        agent: '',
      },
    );
    const signed = await app.sessions.find(OFFICE, token, '');
    expect(signed?.must).toEqual(['change-password']);
    expect(signed?.actor.grants).toEqual([]);
  });

  test('a request repeated with its key makes one account and gives the same password again', async () => {
    const key = asked('createAccount');
    const body = { username: 'repeated', name: '李四', org: ROOT };
    const [first, second] = [
      await createAccount(app, who(system), key, body),
      await createAccount(app, who(system), key, body),
    ];
    expect(second).toEqual(first);
    const [stored] = await base.owner.query<{ text: string }>(
      'select reply::text as text from request_key where key = $1',
      [key.key],
    );
    expect(stored?.text).not.toContain(first.initialPassword);
  });

  test('a name once used is never used again, not even after the account was stopped', async () => {
    const { id } = await account('retired');
    await changeAccount(app, who(system), id, asked(), { active: false });
    expect(await refusal(account('RETIRED'))).toEqual(['account.taken username']);
  });

  test('telephone numbers are sealed, and shown only to the system administrator', async () => {
    await createAccount(app, who(system), asked(), {
      username: 'phoned',
      name: '钱七',
      org: ROOT,
      phone: '13912345678',
    });
    const seen = async (actor: OfficeActor) =>
      (await listAccounts(app, actor, { q: 'phoned' })).items.map((one) => one.phone);
    expect(await seen(who(system))).toEqual(['13912345678']);
    expect(await seen(who(security))).toEqual([undefined]);
    const [row] = await base.owner.query<{ text: string }>(
      "select person::text as text from person where username = 'phoned'",
    );
    expect(row?.text).not.toContain('13912345678');
  });

  test('a reset ends every session, and nobody resets themselves or another administrator’s second factor', async () => {
    const { id, initialPassword } = await account('reset-me');
    const from = { source: '10.0.0.3', agent: '' };
    const { token } = await login(app, OFFICE, { username: 'reset-me', password: initialPassword }, from);
    const { initialPassword: fresh = '' } = await changeAccount(app, who(system), id, asked(), {
      resetPassword: true,
    });
    expect(await app.sessions.find(OFFICE, token, '')).toBeNull();
    await login(app, OFFICE, { username: 'reset-me', password: fresh }, from);
    const reset = (person: OfficeActor | undefined) =>
      refusal(changeAccount(app, who(system), who(person).id, asked(), { resetTotp: true }));
    expect(await reset(system)).toEqual(['account.refused']);
    expect(await reset(security)).toEqual(['account.refused resetTotp']);
  });

  test('are let back in from the console, which ends sessions and the second factor and is on record', async () => {
    const { id } = await account('lost');
    await base.owner.query("update person set totp_confirmed = true, totp_secret = 'x' where id = $1", [id]);
    const password = await rescueAccount(app, OFFICE, 'LOST');
    const from = { source: '10.0.0.4', agent: '' };
    const { token } = await login(app, OFFICE, { username: 'lost', password: password ?? '' }, from);
    expect((await app.sessions.find(OFFICE, token, ''))?.must).toEqual(['change-password']);
    expect(await rescueAccount(app, OFFICE, 'nobody')).toBeNull();
    const [line] = await base.owner.query<{ name: string }>(
      "select actor->>'name' as name from audit where action = 'account.rescue'",
    );
    expect(line?.name).toBe('控制台');
  });

  test('are listed page by page without a gap', async () => {
    for (let n = 0; n < 60; n += 1)
      await base.owner.query(
        `insert into person (office, id, username, name, org, password) values ($1, $2, $3, '多人', $4, 'x')`,
        [OFFICE, newId(), `many-${String(n).padStart(2, '0')}`, ROOT],
      );
    const names: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await listAccounts(app, who(system), { q: 'many-', ...(cursor ? { cursor } : {}) });
      names.push(...page.items.map((one) => one.username));
      cursor = page.next;
    }
    expect(names).toHaveLength(60);
    expect(new Set(names).size).toBe(60);
  });
});

describe('rights', () => {
  test('count only after the second administrator said yes, and stop at once when taken', async () => {
    const { id } = await account('two-eyes');
    const { id: wanted } = await askGrant(app, who(security), asked(), {
      person: id,
      role: 'handler',
      org: ROOT,
    });
    const rights = async () =>
      await base.owner.query<{
        status: string;
        mac: string;
        role: string;
        person: string;
        org: string;
        id: string;
        office: string;
      }>('select * from role_grant where id = $1', [wanted]);
    expect((await rights())[0]?.status).toBe('pending');
    expect((await pendingGrants(app, who(system))).map((one) => one.id)).toContain(wanted);
    await confirmGrant(app, who(system), wanted, true);
    const [confirmed] = await rights();
    expect(confirmed?.status).toBe('active');
    expect(confirmed && grantHolds(app.keys, confirmed)).toBe(true);
    await revokeGrant(app, who(security), wanted);
    expect((await rights())[0]?.status).toBe('revoked');
    await expect(confirmGrant(app, who(system), wanted, true)).rejects.toMatchObject({ status: 404 });
  });

  test('nobody grants, confirms or takes away their own', async () => {
    const self = { person: who(security).id, role: 'handler', org: ROOT };
    expect(await refusal(askGrant(app, who(security), asked(), self))).toEqual(['grant.self person']);
    const { id } = await askGrant(app, who(security), asked(), {
      person: (await account('spare-admin')).id,
      role: 'system-admin',
      org: ROOT,
    });
    expect(await refusal(confirmGrant(app, who(security), id, true))).toEqual(['grant.self']);
    const [own] = await base.owner.query<{ id: string }>('select id from role_grant where person = $1', [
      who(security).id,
    ]);
    expect(await refusal(revokeGrant(app, who(security), own?.id ?? ''))).toEqual(['grant.self']);
  });

  test.each(Object.keys(ROLES).filter((role) => !role.endsWith('-admin') && role !== 'visitor'))(
    'an administrator never also holds %s',
    async (role) => {
      const { id } = await account(`mixed-${role}`);
      await grant(id, 'audit-admin', ROOT);
      const found = await refusal(askGrant(app, who(security), asked(), { person: id, role, org: ROOT }));
      expect(found).toContain('grant.exclusive role');
    },
  );

  test('nobody is made one of the public: they have a door and accounts of their own', async () => {
    const { id } = await account('guest');
    expect(
      await refusal(askGrant(app, who(security), asked(), { person: id, role: 'visitor', org: ROOT })),
    ).toEqual(['grant.role role']);
  });

  test('two grants that exclude each other cannot slip through together', async () => {
    const { id } = await account('racing');
    const ask = (role: string) =>
      refusal(askGrant(app, who(security), asked(), { person: id, role, org: ROOT }));
    const answers = await Promise.all([ask('audit-admin'), ask('handler')]);
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
  });

  test('a role is held only where it makes sense', async () => {
    const unit = await org('unit', '某研究院');
    const { id } = await account('misplaced', unit);
    expect(
      await refusal(askGrant(app, who(security), asked(), { person: id, role: 'director', org: unit })),
    ).toEqual(['grant.org org']);
  });

  test('the last administrator of a kind stays', async () => {
    const [only] = await base.owner.query<{ id: string }>('select id from role_grant where person = $1', [
      who(system).id,
    ]);
    expect(await refusal(revokeGrant(app, who(security), only?.id ?? ''))).toEqual(['grant.last']);
  });

  test('the role matrix names every role and no door that is open to nobody', async () => {
    const matrix = await roleMatrix(app, who(security));
    expect(matrix.map((one) => one.role)).toEqual(Object.keys(ROLES).filter((role) => role !== 'visitor'));
    const audit = matrix.find((one) => one.role === 'audit-admin');
    expect(audit?.endpoints.some((text) => text.includes('/api/admin/audit'))).toBe(true);
    expect(audit?.endpoints.some((text) => text.startsWith('POST /api/admin/grants'))).toBe(false);
  });
});

describe('figures, calendar, letterheads and tables', () => {
  test('a figure is set by a new row, of its own type, and is in force at once', async () => {
    const row = { key: 'clock.remind-at', validFrom: '2026-11-02', source: '测试省外办〔2026〕1号' };
    expect(await refusal(addPolicy(app, who(security), asked(), { ...row, value: 'five' }))).toEqual([
      'policy.refused value',
    ]);
    expect(
      await refusal(
        addPolicy(app, who(security), asked(), {
          ...row,
          key: 'x',
          value: 1,
          org: newId(),
          validFrom: '2026-02-30',
        }),
      ),
    ).toEqual(['policy.refused key', 'policy.refused org', 'policy.refused validFrom']);
    await addPolicy(app, who(security), asked(), { ...row, value: 3 });
    now = new Date(now.getTime() + 1000);
    await addPolicy(app, who(security), asked(), { ...row, value: 4 });
    const listed = (await listPolicies(app, who(security))).find((one) => one.key === row.key);
    expect(listed?.rows.map((one) => one.value)).toEqual([4, 3]);
    expect((await app.offices.get(OFFICE)).policyRows.at(-1)?.value).toBe(4);
  });

  test('no figure and no row rests on a software repository: the source is an instrument with its date', async () => {
    const forge = 'https://github.com/somebody/visa-list';
    const figure = { key: 'clock.remind-at', value: 3, validFrom: '2026-01-02', source: forge };
    expect(await refusal(addPolicy(app, who(security), asked(), figure))).toEqual(['policy.refused source']);
    const rows = [{ currency: 'USD', rate: '7', source: forge }];
    expect(
      await refusal(putTable(app, who(system), 'rates', { validFrom: '2026-02-01', source: forge, rows })),
    ).toEqual(expect.arrayContaining(['table.refused source', 'table.refused rows 0 source']));
  });

  test('a notice replaces the years it speaks of and no other', async () => {
    const of = (year: string) => CHINA_EXCEPTIONS.filter((one) => one.date.startsWith(year));
    const load = (year: string) =>
      setCalendar(app, who(system), {
        coversTo: `${year}-12-31`,
        exceptions: of(year).map((one) => ({ ...one })),
      });
    await load('2025');
    await load('2026');
    await load('2026');
    const book = await app.offices.get(OFFICE);
    expect(book.exceptions).toHaveLength(of('2025').length + of('2026').length);
    expect(book.calendar.covers).toEqual({ from: '2025-01-01', to: '2026-12-31' });
    // 国庆节 and its make-up day by the notice for 2026.
    expect(book.calendar.isWorkingDay('2026-10-01')).toBe(false);
    expect(book.calendar.isWorkingDay('2026-10-10')).toBe(true);
    const wrong = [
      { date: '2026-02-30', kind: 'off' as const, notice: '' },
      { date: '2026-11-03', kind: 'work' as const, notice: '' },
    ];
    expect(
      await refusal(setCalendar(app, who(system), { coversTo: '2026-13-01', exceptions: wrong })),
    ).toEqual([
      'calendar.refused coversTo',
      'calendar.refused exceptions 0 date',
      'calendar.refused exceptions 1 date',
    ]);
  });

  test('only bodies that issue papers have a letterhead', async () => {
    const body = { name: '测试省人民政府外事办公室', signature: '测试省人民政府外事办公室', mark: '测外' };
    await saveLetterhead(app, who(system), ROOT, body);
    expect((await app.offices.get(OFFICE)).letterhead(ROOT).mark).toBe('测外');
    const unit = await org('unit', '某中学');
    await expect(saveLetterhead(app, who(system), unit, body)).rejects.toMatchObject({ status: 404 });
  });

  test('a version of a table in force is never rewritten', async () => {
    await base.owner.query(
      `insert into ref_table (office, name, valid_from, title, source, rows, digest)
       values ($1, 'rates', '2025-01-01', '汇率', '测试', '[{"currency":"USD","rate":"7"}]', '')`,
      [OFFICE],
    );
    app.offices.forget(OFFICE);
    const put = (validFrom: string, rate: string) =>
      putTable(app, who(system), 'rates', {
        validFrom,
        source: '测试来源',
        rows: [{ currency: 'USD', rate }],
      });
    await put('2026-01-01', '7.1');
    await put('2026-01-01', '7.1');
    await expect(put('2026-01-01', '7.2')).rejects.toMatchObject({ status: 409 });
    const book = await app.offices.get(OFFICE);
    expect(book.table('rates', '2025-12-31')).toEqual([{ currency: 'USD', rate: '7' }]);
    expect(book.table('rates', '2026-01-01')).toEqual([{ currency: 'USD', rate: '7.1' }]);
    expect(
      await refusal(putTable(app, who(system), 'unknown', { validFrom: 'x', source: '测试', rows: [] })),
    ).toEqual(['table.refused', 'table.refused validFrom', 'table.refused rows']);
  });

  test('a list that ends is named before, and after it ended, with what to do', async () => {
    const said = async () =>
      (await checkConfig(app, who(system), 'direct')).find(({ item }) => item === '有期限的名单');
    expect(await said()).toMatchObject({ ok: true });
    await base.owner.query(
      `insert into ref_table (office, name, valid_from, title, source, rows, digest)
       values ($1, 'entry', '2025-11-03', '来华免签名单', '外交部公告', '[{"country":"法国","until":"2026-12-31"}]', '')`,
      [OFFICE],
    );
    app.offices.forget(OFFICE);
    expect(await said()).toMatchObject({ ok: false, text: '来华免签名单：1 行将于2026-12-31到期' });
    const besideTheList = async () =>
      (await listTables(app, who(system))).flatMap(({ table, ends }) =>
        ends === null ? [] : [[table, ends]],
      );
    expect(await besideTheList()).toEqual([['entry', { text: '1 行将于2026-12-31到期', over: false }]]);
    const before = now;
    now = new Date('2027-01-04T01:00:00Z');
    expect(await said()).toMatchObject({ ok: false, text: '来华免签名单：1 行已到期，其后未知' });
    expect(await besideTheList()).toEqual([['entry', { text: '1 行已到期，其后未知', over: true }]]);
    now = before;
  });

  test('what is not ready is named with what to do about it', async () => {
    const lines = await checkConfig(app, who(system), 'direct');
    for (const line of lines) expect(line.ok || line.todo !== '').toBe(true);
    expect(lines.find((line) => line.item === '管理员动态口令')?.ok).toBe(false);
  });
});

test('every change above left its line in the audit, with who did it', async () => {
  const rows = await base.owner.query<{ action: string; name: string }>(
    "select distinct action, actor->>'name' as name from audit",
  );
  const actions = new Map(rows.map((row) => [row.action, row.name]));
  for (const action of [
    'org.save',
    'account.create',
    'account.change',
    'grant.confirm',
    'calendar.set',
    'table.put',
    'letterhead.save',
  ])
    expect(actions.get(action)).toBe('系统管理员');
  for (const action of ['grant.ask', 'grant.revoke', 'policy.add'])
    expect(actions.get(action)).toBe('安全管理员');
});

test('the audit is searched by who did it, by what it was done to and by where from', async () => {
  const line = { office: OFFICE, at: now, result: 'login.refused', source: '172.16.9.7' } as const;
  await writeAudit(base.db.query, {
    ...line,
    actor: { id: null, name: 'nobody-here' },
    action: 'login',
    object: 'office:test',
  });
  const found = async (query: Parameters<typeof readAuditLog>[2]) =>
    (await readAuditLog(app, who(security), query)).items;
  const people = new Set((await found({ q: '安全管理' })).map((row) => row.actor));
  // Lines by the security administrator, and lines of others about that account.
  expect(people).toContain('安全管理员');
  expect((await found({ q: 'nobody-here' })).map((row) => row.action)).toEqual(['login']);
  expect((await found({ q: '172.16.' })).map((row) => row.actor)).toEqual(['nobody-here']);
  const about = await found({ q: ROOT });
  expect(about.length).toBeGreaterThan(0);
  expect(new Set(about.map((row) => row.object))).toEqual(new Set([`org:${ROOT}`]));
  expect((await found({ q: `org:${ROOT}`, action: 'letterhead.' })).map((row) => row.action)).toEqual([
    'letterhead.save',
  ]);
  expect(await found({ q: '没有这个人' })).toEqual([]);
  const mine = await found({ actor: who(security).id });
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.every((row) => row.actor === '安全管理员')).toBe(true);
});
