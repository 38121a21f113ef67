import { TOTP, Secret } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Org, Role } from '@zhitongche/access';
import { type OfficeActor, type App, ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { bareApp } from '../../../apps/server/testing/bare-app.ts';
import { type TestDb, testDb } from '../../../apps/server/testing/db.ts';
import { changePassword } from './change-password.ts';
import { addDelegation, endDelegation } from './delegations.ts';
import { grantMac } from './grant-mac.ts';
import { login } from './login.ts';
import { hashPassword } from './passwords.ts';
import { beginTotp, confirmTotp } from './second-factor.ts';
import { makeSessions } from './sessions.ts';
import { makeAccountSweeper } from './sweep.ts';

const OFFICE = 'test';
const ROOT: Org = { id: newId(), parent: null, kind: 'office', name: '测试省外办' };
const UNIT: Org = { id: newId(), parent: ROOT.id, kind: 'unit', name: '测试大学' };
const RIGHT = 'Correct-Horse-9';
const from = { source: '10.0.0.7', agent: 'test' };
const MINUTE = 60_000;

let base: TestDb;
let app: App;
let now = new Date();
const forged: string[] = [];

async function set(key: string, value: number): Promise<void> {
  await base.owner.query(
    `insert into policy_row (office, id, key, value, valid_from, source) values ($1, $2, $3, $4, '2026-01-01', '测试')`,
    [OFFICE, newId(), key, JSON.stringify(value)],
  );
  app.offices.forget(OFFICE);
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * MINUTE);
};

beforeAll(async () => {
  base = await testDb();
  await base.owner.query('insert into office (office, name) values ($1, $2)', [OFFICE, '测试']);
  for (const org of [ROOT, UNIT])
    await base.owner.query('insert into org (office, id, parent, kind, name) values ($1, $2, $3, $4, $5)', [
      OFFICE,
      org.id,
      org.parent,
      org.kind,
      org.name,
    ]);
  app = await bareApp(base, { office: OFFICE, clock: () => now, forged: (id) => forged.push(id) });
});
afterAll(async () => {
  await base.drop();
});
beforeEach(async () => {
  await base.owner.query('delete from login_attempt');
  await base.owner.query('delete from policy_row');
  app.offices.forget(OFFICE);
  now = new Date('2026-11-02T01:00:00Z');
});

let stored = '';
async function person(role: Role = 'filer', more: { readonly org?: Org; readonly fresh?: boolean } = {}) {
  stored ||= await hashPassword(RIGHT);
  const [id, org] = [newId(), (more.org ?? UNIT).id];
  const username = `u${id.slice(-12)}`;
  await base.owner.query(
    `insert into person (office, id, username, name, org, password, must_change_password, password_changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [OFFICE, id, username, '张三', org, stored, more.fresh ?? false, now],
  );
  const grant = { office: OFFICE, id: newId(), person: id, role, org, status: 'active' };
  await base.owner.query(
    `insert into role_grant (office, id, person, role, org, status, asked_by, mac)
     values ($1, $2, $3, $4, $5, $6, $3, $7)`,
    [OFFICE, grant.id, id, role, org, 'active', grantMac(app.keys, grant)],
  );
  return { id, username, grant: grant.id };
}

const refusal = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => 'ok',
    (error: unknown) => {
      if (error instanceof ProblemError) return error.code;
      throw error;
    },
  );
const tryLogin = (username: string, password = RIGHT, totp?: string, source = from.source) =>
  refusal(login(app, OFFICE, { username, password, ...(totp ? { totp } : {}) }, { ...from, source }));
async function signIn(username: string): Promise<{ token: string; actor: OfficeActor }> {
  const { token } = await login(app, OFFICE, { username, password: RIGHT }, from);
  const signed = await app.sessions.find(OFFICE, token, from.source);
  if (!signed) throw new Error('no session');
  return { token, actor: signed.actor };
}

/** The program as somebody finds it whose password was found right a moment before this happens. */
const atTheDoor = (happens: () => Promise<unknown>): App => ({
  ...app,
  db: {
    ...app.db,
    tx: async (work) => {
      await happens();
      return await app.db.tx(work);
    },
  },
});

describe('at the door', () => {
  test('a password that is changed or an account that is stopped meanwhile opens nothing any more', async () => {
    const { username, id } = await person();
    const { actor } = await signIn(username);
    const changed = atTheDoor(() =>
      changePassword(app, actor, { current: RIGHT, next: 'Another-Word-77' }, from),
    );
    expect(await refusal(login(changed, OFFICE, { username, password: RIGHT }, from))).toBe('login.refused');
    const stopped = atTheDoor(() =>
      base.owner.query("update person set status = 'disabled' where id = $1", [id]),
    );
    const again = { username, password: 'Another-Word-77' };
    expect(await refusal(login(stopped, OFFICE, again, from))).toBe('login.refused');
  });

  test('the right password opens a session with the grants of the person', async () => {
    const { username, id } = await person('filer');
    const { actor } = await signIn(username.toUpperCase());
    expect(actor).toMatchObject({ id, office: OFFICE, grants: [{ role: 'filer', org: UNIT.id }] });
  });

  test('a wrong password and a name nobody has get the same answer', async () => {
    const { username } = await person();
    const answers = await Promise.all(
      [username, 'nobody-at-all'].map((name) =>
        login(app, OFFICE, { username: name, password: 'x' }, from).catch((error: unknown) => error),
      ),
    );
    expect(answers[0]).toBeInstanceOf(ProblemError);
    expect(answers[0]).toEqual(answers[1]);
  });

  test('five failures lock the name, whether it exists or not, until the minutes have passed', async () => {
    const { username } = await person();
    for (const name of [username, 'nobody-here']) {
      for (let n = 0; n < 5; n += 1) expect(await tryLogin(name, 'wrong')).toBe('login.refused');
      expect(await tryLogin(name, RIGHT)).toBe('login.locked');
    }
    later(14);
    expect(await tryLogin(username)).toBe('login.locked');
    later(2);
    expect(await tryLogin(username)).toBe('ok');
  });

  test('a hundred guesses at once are counted like a hundred in a row', async () => {
    const { username } = await person();
    await set('login.source-tries', 1000);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => tryLogin(username, `guess-${n}`)));
    expect(answers.filter((code) => code === 'login.refused')).toHaveLength(5);
    expect(answers.filter((code) => code === 'login.locked')).toHaveLength(35);
  });

  test('guesses over many names lock the address they come from and no other', async () => {
    await set('login.source-tries', 6);
    const { username } = await person();
    for (let n = 0; n < 6; n += 1) await tryLogin(`someone-${n}`, 'x', undefined, '203.0.113.9');
    expect(await tryLogin(username, RIGHT, undefined, '203.0.113.9')).toBe('login.locked');
    expect(await tryLogin(username, RIGHT, undefined, '203.0.113.10')).toBe('ok');
  });

  test('the few who mistype in an office of a thousand do not lock its only address for the others', async () => {
    const { username } = await person();
    for (let n = 0; n < 50; n += 1) await tryLogin(`clerk-${n}`, 'mistyped', undefined, '203.0.113.11');
    expect(await tryLogin(username, RIGHT, undefined, '203.0.113.11')).toBe('ok');
  });

  test('one good account does not free an address for more guesses', async () => {
    await set('login.source-tries', 5);
    const { username } = await person();
    for (let n = 0; n < 4; n += 1) await tryLogin(`victim-${n}`, 'x');
    expect(await tryLogin(username)).toBe('ok');
    expect(await tryLogin('victim-9', 'x')).toBe('login.refused');
    expect(await tryLogin('victim-10', 'x')).toBe('login.locked');
  });

  test('still opens when an administrator has set every figure to nothing', async () => {
    for (const key of ['tries', 'source-tries', 'lock-minutes', 'idle-minutes', 'session-hours', 'sessions'])
      await set(`login.${key}`, 0);
    const { username } = await person();
    const { token } = await signIn(username);
    later(4);
    expect(await app.sessions.find(OFFICE, token, '')).not.toBeNull();
  });

  test('a stopped or expired account stays outside', async () => {
    const { username, id } = await person();
    await base.owner.query('update person set expires = $2 where id = $1', [id, '2026-11-01']);
    expect(await tryLogin(username)).toBe('login.refused');
    await base.owner.query("update person set expires = null, status = 'disabled' where id = $1", [id]);
    expect(await tryLogin(username)).toBe('login.refused');
  });

  test('every try leaves a line in the audit and none holds a password', async () => {
    const { username, id } = await person();
    await tryLogin(username, 'My-Secret-Guess-1');
    await tryLogin(username);
    const rows = await base.owner.query<{ result: string; text: string }>(
      `select result, audit::text as text from audit where object = $1 order by xid`,
      [`person:${id}`],
    );
    expect(rows.map((row) => row.result)).toEqual(['login.refused', 'ok']);
    expect(rows.map((row) => row.text).join()).not.toContain('My-Secret-Guess-1');
  });
});

describe('a session', () => {
  test('ends when idle, at its longest, and at once when the account is stopped', async () => {
    const { username, id } = await person();
    const { token } = await signIn(username);
    later(29);
    expect(await app.sessions.find(OFFICE, token, '')).not.toBeNull();
    later(31);
    expect(await app.sessions.find(OFFICE, token, '')).toBeNull();

    const long = await signIn(username);
    for (let n = 0; n < 28; n += 1) {
      later(25);
      await app.sessions.find(OFFICE, long.token, '');
    }
    expect(await app.sessions.find(OFFICE, long.token, '')).not.toBeNull();
    later(25);
    expect(await app.sessions.find(OFFICE, long.token, '')).toBeNull();

    const again = await signIn(username);
    await app.sessions.endAll(base.db.query, OFFICE, id);
    expect(await app.sessions.find(OFFICE, again.token, '')).toBeNull();
  });

  test('planted before log-in is worth nothing after it', async () => {
    const { username } = await person();
    const planted = await signIn(username);
    await login(app, OFFICE, { username, password: RIGHT }, from, planted.token);
    expect(await app.sessions.find(OFFICE, planted.token, '')).toBeNull();
  });

  test('on a fourth device ends the oldest', async () => {
    const { username } = await person();
    const tokens: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      later(1);
      tokens.push((await signIn(username)).token);
    }
    const alive = await Promise.all(tokens.map((token) => app.sessions.find(OFFICE, token, '')));
    expect(alive.map((signed) => signed !== null)).toEqual([false, true, true, true]);
  });

  test('is stored without its token', async () => {
    const { username } = await person();
    const { token } = await signIn(username);
    const [row] = await base.owner.query<{ all: string }>(
      "select string_agg(session::text || encode(token_hash, 'escape'), '') as all from session",
    );
    expect(row?.all).not.toContain(token);
  });

  test('a right taken away is gone at the next call, in this process and in another', async () => {
    const { username, id, grant } = await person('handler', { org: ROOT });
    const other = makeSessions({ ...app, forged: () => undefined });
    const stop = await other.listen();
    const { token, actor } = await signIn(username);
    expect(actor.grants).toHaveLength(1);
    await other.find(OFFICE, token, '');
    await base.owner.query("update role_grant set status = 'revoked' where id = $1", [grant]);
    await app.sessions.changed(base.db.query, OFFICE, id);
    expect((await app.sessions.find(OFFICE, token, ''))?.actor.grants).toEqual([]);
    await expect.poll(async () => (await other.find(OFFICE, token, ''))?.actor.grants).toEqual([]);
    await stop();
  });

  test('a right written past the application counts for nothing and is reported', async () => {
    const { username, grant } = await person('filer');
    await base.owner.query("update role_grant set role = 'director' where id = $1", [grant]);
    const { actor } = await signIn(username);
    expect(actor.grants).toEqual([]);
    expect(forged).toContain(grant);
  });
});

describe('the sweeper', () => {
  test('forgets sessions that are over at once, and idempotency keys after a week', async () => {
    const { username, id } = await person();
    await signIn(username);
    await base.owner.query(
      `insert into request_key (office, person, key, request, at) values ($1, $2, 'old-key-1', '', $3), ($1, $2, 'new-key-1', '', $4)`,
      [OFFICE, id, new Date(now.getTime() - 8 * 86_400_000), now],
    );
    later(31);
    await makeAccountSweeper()(app, OFFICE);
    expect(await base.owner.query('select 1 from session where person = $1', [id])).toEqual([]);
    const keys = await base.owner.query('select key from request_key where person = $1', [id]);
    expect(keys).toEqual([{ key: 'new-key-1' }]);
  });
});

describe('a password', () => {
  test('given by an administrator must be changed before anything else', async () => {
    const { username } = await person('filer', { fresh: true });
    const { token, actor } = await signIn(username);
    expect((await app.sessions.find(OFFICE, token, ''))?.must).toEqual(['change-password']);
    const next = await changePassword(app, actor, { current: RIGHT, next: 'Another-Word-77' }, from);
    expect((await app.sessions.find(OFFICE, next, ''))?.must).toEqual([]);
    expect(await app.sessions.find(OFFICE, token, '')).toBeNull();
  });

  test('grows old after ninety days, or as many as the office sets', async () => {
    const { username } = await person();
    later(91 * 24 * 60);
    const { token } = await signIn(username);
    expect((await app.sessions.find(OFFICE, token, ''))?.must).toEqual(['change-password']);
    await set('login.password-days', 0);
    later(1);
    expect((await app.sessions.find(OFFICE, token, ''))?.must).toEqual([]);
  });

  test.each([
    ['short', 'Ab1#', 'password.weak'],
    ['of one class', 'kesgvnwpaqtu', 'password.weak'],
    ['a plain run', 'Abcdefghijk1', 'password.weak'],
    ['five different letters at least', 'aaaaaaaA1111', 'password.weak'],
    ['the one in use', RIGHT, 'password.reused'],
  ])('that is %s is refused', async (_what, next, code) => {
    const { username } = await person();
    const { actor } = await signIn(username);
    expect(await refusal(changePassword(app, actor, { current: RIGHT, next }, from))).toBe(code);
  });

  test('is told everything that is wrong with it at once', async () => {
    const { username } = await person();
    const { actor } = await signIn(username);
    const error = await changePassword(app, actor, { current: RIGHT, next: 'aaa' }, from).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(ProblemError);
    expect(error instanceof ProblemError && error.more.problems?.length).toBe(3);
  });

  test('cannot be guessed at an open browser either', async () => {
    const { username } = await person();
    const { actor } = await signIn(username);
    for (let n = 0; n < 5; n += 1)
      await refusal(changePassword(app, actor, { current: `wrong-${n}`, next: 'Another-Word-77' }, from));
    expect(await refusal(changePassword(app, actor, { current: RIGHT, next: 'Another-Word-77' }, from))).toBe(
      'password.wrong',
    );
  });
});

describe('the second factor', () => {
  const code = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
      timestamp: now.getTime(),
    });

  test('is demanded of administrators, asked for once confirmed, and each code opens once', async () => {
    const { username } = await person('system-admin', { org: ROOT });
    const { token, actor } = await signIn(username);
    expect((await app.sessions.find(OFFICE, token, ''))?.must).toEqual(['set-up-totp']);
    const { secret, uri, qr } = await beginTotp(app, actor, RIGHT);
    expect(uri).toContain('otpauth://totp/');
    expect(qr).toMatch(/^data:image\/png;base64,/);
    const opened = await confirmTotp(app, actor, code(secret), from);
    expect(await app.sessions.find(OFFICE, token, '')).toBeNull();
    expect((await app.sessions.find(OFFICE, opened, ''))?.must).toEqual([]);

    expect(await tryLogin(username)).toBe('login.totp-needed');
    expect(await tryLogin(username, RIGHT, code(secret))).toBe('login.refused');
    later(1);
    const fresh = code(secret);
    const both = await Promise.all([tryLogin(username, RIGHT, fresh), tryLogin(username, RIGHT, fresh)]);
    expect(both.toSorted()).toEqual(['login.refused', 'ok']);
    later(1);
    expect(await tryLogin(username, RIGHT, '000000')).toBe('login.refused');
  });

  test('is not spared to whoever came in by the password alone before it was set up', async () => {
    const { username } = await person('system-admin', { org: ROOT });
    const thief = await signIn(username);
    const owner = await signIn(username);
    const { secret } = await beginTotp(app, owner.actor, RIGHT);
    await confirmTotp(app, owner.actor, code(secret), from);
    later(1);
    expect(await app.sessions.find(OFFICE, thief.token, '')).toBeNull();
  });

  test('is not spared to whoever is at the door by the password alone while it is set up', async () => {
    const { username } = await person('system-admin', { org: ROOT });
    const { actor } = await signIn(username);
    const { secret } = await beginTotp(app, actor, RIGHT);
    const meanwhile = atTheDoor(() => confirmTotp(app, actor, code(secret), from));
    expect(await refusal(login(meanwhile, OFFICE, { username, password: RIGHT }, from))).toBe(
      'login.refused',
    );
  });

  test('is bound by nobody who found an open browser, and guessing the password there locks it', async () => {
    const { username, id } = await person('system-admin', { org: ROOT });
    const { actor } = await signIn(username);
    for (let n = 0; n < 12; n += 1)
      expect(await refusal(beginTotp(app, actor, `Guess-${n}-x`))).toBe('password.wrong');
    expect(await refusal(beginTotp(app, actor, RIGHT))).toBe('password.wrong');
    const [row] = await base.owner.query<{ totp_secret: string | null }>(
      'select totp_secret from person where id = $1',
      [id],
    );
    expect(row?.totp_secret).toBeNull();
    later(61);
    expect((await beginTotp(app, actor, RIGHT)).secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  test('secret is not readable in the database and cannot be redrawn once confirmed', async () => {
    const { username, id } = await person('audit-admin', { org: ROOT });
    const { actor } = await signIn(username);
    const { secret } = await beginTotp(app, actor, RIGHT);
    const [row] = await base.owner.query<{ text: string }>(
      'select person::text as text from person where id = $1',
      [id],
    );
    expect(row?.text).not.toContain(secret);
    await confirmTotp(app, actor, code(secret), from);
    expect(await refusal(beginTotp(app, actor, RIGHT))).toBe('totp.confirmed');
  });
});

describe('a stand-in', () => {
  const asked = () => ({ key: newId(), what: 'addDelegation', request: {} });

  test('acts with the grants of the absent colleague on the days of absence only', async () => {
    const [boss, deputy] = [await person('signer'), await person('filer')];
    const absent = await signIn(boss.username);
    const { id } = await addDelegation(app, absent.actor, asked(), {
      to: deputy.id,
      from: '2026-11-03',
      until: '2026-11-04',
      reason: '出差',
    });
    const standsIn = async () => (await signIn(deputy.username)).actor.standsInFor;
    expect(await standsIn()).toEqual([]);
    later(24 * 60);
    expect(await standsIn()).toEqual([
      { id: boss.id, name: '张三', grants: [{ role: 'signer', org: UNIT.id }] },
    ]);
    await endDelegation(app, absent.actor, id);
    later(1);
    expect(await standsIn()).toEqual([]);
  });

  test('is not an administrator, not oneself, not from elsewhere, and not in the past; all told at once', async () => {
    const [boss, admin, elsewhere] = [
      await person('signer'),
      await person('audit-admin'),
      await person('handler', { org: ROOT }),
    ];
    const { actor } = await signIn(boss.username);
    const ask = (to: string, from: string, until: string) =>
      addDelegation(app, actor, asked(), { to, from, until, reason: '' }).then(
        () => [],
        (error: unknown) =>
          error instanceof ProblemError ? error.more.problems?.map((p) => p.at[0]) : error,
      );
    expect(await ask(boss.id, '2026-11-03', '2026-11-02')).toEqual(['to', 'until']);
    expect(await ask(admin.id, '2026-02-30', '2026-11-02')).toEqual(['to', 'from']);
    expect(await ask(elsewhere.id, '2026-10-01', '2026-10-02')).toEqual(['to', 'until']);
    expect(await ask(newId(), '2026-11-03', '2027-11-03')).toEqual(['to', 'until']);
  });

  test('asked for twice with one key is set up once', async () => {
    const [boss, deputy] = [await person('signer'), await person('filer')];
    const { actor } = await signIn(boss.username);
    const key = asked();
    const body = { to: deputy.id, from: '2026-11-03', until: '2026-11-04', reason: '' };
    const [first, second] = [
      await addDelegation(app, actor, key, body),
      await addDelegation(app, actor, key, body),
    ];
    expect(second).toEqual(first);
    expect(await refusal(addDelegation(app, actor, { ...key, request: { other: 1 } }, body))).toBe(
      'key.reused',
    );
  });
});
