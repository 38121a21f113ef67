import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BACKGROUND } from '@zhitongche/contract';
import { SESSION_COOKIE } from '../../../../platform/account/server/cookie.ts';
import { addDelegation } from '../../../../platform/account/server/delegations.ts';
import { newId } from '@zhitongche/host';
import { CASES_MOVED } from '@zhitongche/core/server';
import { type Door, openDoor } from '../../testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { freshKey } from '../../testing/story.ts';
import { lookAtStreams, MOST_STREAMS } from './live.ts';

let t: TestOffice;
let door: Door;
let address: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  t = await testOffice();
  const stops = [await t.app.sessions.listen(), await t.app.live.listen()];
  stop = async () => {
    for (const one of stops) await one();
  };
  door = await openDoor(t);
  address = await door.http.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await stop();
  await door.close();
  await t.drop();
});

interface Person {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function signIn(cast: Cast): Promise<Person> {
  const { id } = await t.actor(cast);
  const from = { source: '127.0.0.1', agent: newId() };
  const token = await t.app.sessions.open(t.base.db.query, t.office, id, from);
  const signed = await t.app.sessions.find(t.office, token, '127.0.0.1');
  const csrf = signed?.csrf ?? '';
  return { id, headers: { cookie: `${SESSION_COOKIE}=${token}`, 'x-csrf-token': csrf } };
}

/** A screen of somebody's; tells whether its line still stands. */
async function screen({ headers }: Person) {
  const leave = new AbortController();
  const reply = await fetch(`${address}/api/live`, { headers, signal: leave.signal });
  let open = reply.ok;
  let told = '';
  const read = async () => {
    for await (const piece of reply.body ?? []) {
      told += Buffer.from(piece).toString();
      if (!open) break;
    }
  };
  void read().then(
    () => (open = false),
    () => (open = false),
  );
  return { status: reply.status, isOpen: () => open, told: () => told, close: () => leave.abort() };
}

const ask = (path: string, { headers }: Person, more: Readonly<Record<string, string>> = {}) =>
  fetch(`${address}${path}`, { headers: { ...headers, ...more } }).then((reply) => reply.status);

const ended = (one: { isOpen(): boolean }) =>
  expect.poll(() => one.isOpen(), { timeout: 10_000 }).toBe(false);

describe('an open line to a screen', () => {
  test('ends with the log-out of its session, and no other person’s does', async () => {
    const [person, other] = [await signIn('handler'), await signIn('window')];
    const [mine, theirs] = [await screen(person), await screen(other)];
    await fetch(`${address}/api/logout`, {
      method: 'POST',
      headers: { ...person.headers, 'idempotency-key': newId() },
    });
    await ended(mine);
    expect(theirs.isOpen()).toBe(true);
    theirs.close();
  });

  test('ends when the account is stopped', async () => {
    const person = await signIn('signer');
    const line = await screen(person);
    await t.base.owner.query("update person set status = 'disabled' where id = $1", [person.id]);
    await t.app.sessions.changed(t.base.db.query, t.office, person.id);
    await ended(line);
  });

  test('ends when the person’s roles change, so that nothing of the old role is told any more', async () => {
    const person = await signIn('division-head');
    const line = await screen(person);
    await t.base.owner.query("update role_grant set status = 'revoked' where person = $1", [person.id]);
    await t.app.sessions.changed(t.base.db.query, t.office, person.id);
    await ended(line);
  });

  test('stays when the same person only signs in on another device', async () => {
    const line = await screen(await signIn('director'));
    await signIn('director');
    await pause(500);
    expect(line.isOpen()).toBe(true);
    line.close();
  });

  test('ends when nobody has touched the session for the idle limit', async () => {
    t.at('2026-03-03T01:00:00.000Z');
    const line = await screen(await signIn('deputy-director'));
    t.at('2026-03-03T01:29:00.000Z');
    await lookAtStreams();
    expect(line.isOpen()).toBe(true);
    t.at('2026-03-03T01:31:00.000Z');
    await lookAtStreams();
    await ended(line);
  });

  test('tells a stand-in nothing more once the last day of the arrangement is over', async () => {
    // Ten at night in Beijing, on the last day.
    t.at('2026-03-06T14:00:00.000Z');
    const [absent, other] = [await t.actor('director'), await t.actor('passport-officer')];
    await addDelegation(
      t.app,
      absent,
      { key: freshKey(), what: 'addDelegation', request: {} },
      { to: other.id, from: '2026-03-06', until: '2026-03-06', reason: '出差' },
    );
    t.at('2026-03-06T15:50:00.000Z');
    const line = await screen(await signIn('passport-officer'));
    const moved = async () => {
      const id = newId();
      const news = { office: t.office, case: id, who: [`p:${absent.id}`] };
      await t.base.owner.query('select pg_notify($1, $2)', [CASES_MOVED, JSON.stringify(news)]);
      return id;
    };
    const before = await moved();
    await expect.poll(() => line.told(), { timeout: 10_000 }).toContain(before);

    t.at('2026-03-06T16:00:01.000Z');
    const after = await moved();
    await ended(line);
    expect(line.told()).not.toContain(after);
  });

  test('is one of a handful: one session cannot open a hundred', async () => {
    const person = await signIn('finance-officer');
    const lines = [];
    for (let n = 0; n < MOST_STREAMS; n += 1) lines.push(await screen(person));
    expect(lines.map((line) => line.status)).toEqual(lines.map(() => 200));
    expect(MOST_STREAMS).toBeLessThanOrEqual(6);
    const refused = await screen(person);
    expect(refused.status).toBe(429);
    await expect.poll(() => refused.told()).toContain('live.too-many');
    // Whoever closes a window may open another.
    lines[0]?.close();
    await expect.poll(async () => (await screen(person)).status, { timeout: 10_000 }).toBe(200);
    for (const line of lines) line.close();
  });
});

describe('the idle limit', () => {
  test('strikes a screen that only asks by itself, however often it asks', async () => {
    t.at('2026-03-04T01:00:00.000Z');
    const person = await signIn('countersigner');
    for (let minute = 1; minute < 30; minute += 1) {
      t.at(new Date(Date.parse('2026-03-04T01:00:00.000Z') + minute * 60_000).toISOString());
      expect(await ask('/api/inbox/counts', person, { [BACKGROUND]: '1' })).toBe(200);
    }
    const line = await screen(person);
    t.at('2026-03-04T01:31:00.000Z');
    expect(await ask('/api/inbox/counts', person, { [BACKGROUND]: '1' })).toBe(401);
    expect(await ask('/api/me', person)).toBe(401);
    line.close();
  });

  test('does not strike somebody who works, also right after the page has asked by itself', async () => {
    t.at('2026-03-05T01:00:00.000Z');
    const person = await signIn('city-reviewer');
    for (const minute of [25, 50, 75]) {
      t.at(new Date(Date.parse('2026-03-05T01:00:00.000Z') + minute * 60_000).toISOString());
      expect(await ask('/api/inbox/counts', person, { [BACKGROUND]: '1' })).toBe(200);
      expect(await ask('/api/me', person)).toBe(200);
    }
  });
});
