import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { session } from '../session.ts';
import type { Me } from '../types.ts';
import { signedIn } from './kept-me.ts';
import { flushOutbox, takeAct } from './outbox-state.ts';
import type { QueuedDecision } from './queued-act.ts';

const person = (id: string): Me => ({
  id,
  name: id,
  username: id,
  org: { id: 'office', name: '外办', kind: 'office' },
  office: { id: 'o', name: '外办' },
  grants: [],
  shells: ['desk'],
  standsInFor: [],
  csrf: `token of ${id}`,
  must: [],
  totp: true,
});

const decision = (key: string): QueuedDecision => ({
  key,
  account: 'wang',
  case: 'case-1',
  revision: 3,
  command: { act: 'agree' },
  title: '赴日本招商',
  label: '同意',
  at: '2026-11-20T02:01:00Z',
  status: 'waiting',
  attempts: 0,
});

/** The server one browser talks to: its windows share one session, and each write must carry that session's token. */
const browser = { loggedIn: 'wang', decided: [] as string[] };
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (status: number, code: string) =>
  json(status, { type: 'about:blank', title: code, status, code, detail: code, en: code });

beforeEach(() => {
  browser.loggedIn = 'wang';
  browser.decided = [];
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    const me = person(browser.loggedIn);
    if (url === '/api/me') return json(200, me);
    if (new Headers(init.headers).get('x-csrf-token') !== me.csrf) return refusal(403, 'auth.csrf');
    browser.decided.push(`${url} by ${browser.loggedIn}`);
    return json(200, {});
  });
});
afterEach(() => void vi.unstubAllGlobals());

const BY_WANG = [expect.stringMatching(/case-1.* by wang$/)];

test('a decision waits for whoever took it when somebody else has logged in in another window', async () => {
  signedIn(person('wang'));
  browser.loggedIn = 'li';
  expect(await takeAct(decision('key-1'))).toEqual({ kind: 'kept' });
  expect(await flushOutbox('wang')).toBe('signed-out');
  expect(browser.decided).toEqual([]);

  browser.loggedIn = 'wang';
  signedIn(person('wang'));
  expect(await flushOutbox('wang')).toBe('empty');
  expect(browser.decided).toEqual(BY_WANG);
});

test('a decision waits for whoever took it when somebody else logs in in the same window meanwhile', async () => {
  signedIn(person('wang'));
  browser.loggedIn = 'li';
  signedIn(person('li'));
  expect(await takeAct(decision('key-2'))).toEqual({ kind: 'kept' });
  expect(browser.decided).toEqual([]);

  browser.loggedIn = 'wang';
  signedIn(person('wang'));
  expect(await flushOutbox('wang')).toBe('empty');
  expect(browser.decided).toEqual(BY_WANG);
});

test('a page opened by one person is begun anew when the server says it is another’s by now', async () => {
  const anew = vi.fn();
  const stop = session.onOther(anew);
  signedIn(person('wang'));
  browser.loggedIn = 'li';
  await takeAct(decision('key-3'));
  await flushOutbox('wang');
  expect(anew).toHaveBeenCalled();
  stop();
});
