import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '@zhitongche/account/server';
import { SESSION_COOKIE } from '../../../../platform/account/server/cookie.ts';
import { newId } from '@zhitongche/host';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { handlers } from './handlers.ts';
import { buildHttp } from './http.ts';

/** People in a government building: to the door they all come from one address. */
const PEOPLE = 1000;
/** Files of a few dozen pages opened in a minute. */
const FILES = 1500;

let t: TestOffice;
let http: FastifyInstance;
let webDir: string;

beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'zhitongche-web-'));
  await mkdir(join(webDir, 'assets'));
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>直通车</title>');
  await writeFile(join(webDir, 'assets', 'page-1a2b3c.css'), 'body{margin:0}');
  t = await testOffice({ config: { webDir } });
  http = await buildHttp({ app: t.app, handlers, actorOf });
  await http.ready();
});
afterAll(async () => {
  await http.close();
  await t.drop();
  await rm(webDir, { recursive: true, force: true });
});

/** How often each status came back from as many calls. */
async function statusesOf(
  times: number,
  call: (n: number) => Promise<{ readonly statusCode: number }>,
): Promise<Record<number, number>> {
  const seen: Record<number, number> = {};
  for (let n = 0; n < times; n += 1) {
    const { statusCode } = await call(n);
    seen[statusCode] = (seen[statusCode] ?? 0) + 1;
  }
  return seen;
}

const get = (url: string, cookie = '', from = '10.1.1.1') =>
  http.inject({ url, headers: { cookie, accept: 'text/html' }, remoteAddress: from });

async function cookieOf(cast: Cast): Promise<string> {
  const { id } = await t.actor(cast);
  const token = await t.app.sessions.open(t.base.db.query, t.office, id, { source: '', agent: newId() });
  return `${SESSION_COOKIE}=${token}`;
}

describe('a page never breaks because others in the building work', () => {
  test('files of the program are never limited, and those named by their content are kept for good', async () => {
    expect(await statusesOf(FILES, () => get('/assets/page-1a2b3c.css'))).toEqual({ 200: FILES });
    expect(await statusesOf(FILES, () => get('/desk'))).toEqual({ 200: FILES });
    const file = await get('/assets/page-1a2b3c.css');
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('a thousand people behind one address open the log-in page and knock in the same minute', async () => {
    const from = '10.2.2.2';
    expect(await statusesOf(PEOPLE, () => get('/api/me', '', from))).toEqual({ 401: PEOPLE });
    expect(await statusesOf(PEOPLE, () => get('/api/branding', '', from))).toEqual({ 200: PEOPLE });
    const knock = () => http.inject({ method: 'POST', url: '/api/login', payload: {}, remoteAddress: from });
    expect(await statusesOf(PEOPLE, knock)).toEqual({ 422: PEOPLE });
  });

  test('whoever is signed in is counted alone, whoever else shares the address', async () => {
    const [busy, calm] = [await cookieOf('handler'), await cookieOf('window')];
    const seen = await statusesOf(2 * PEOPLE, () => get('/api/me', busy, '10.3.3.3'));
    expect(seen[200]).toBeGreaterThanOrEqual(600);
    expect(seen[429]).toBeGreaterThan(0);
    expect(await statusesOf(100, () => get('/api/me', calm, '10.3.3.3'))).toEqual({ 200: 100 });
    expect((await get('/api/branding', '', '10.3.3.3')).statusCode).toBe(200);
  });

  test('a new address does not give a session new calls', async () => {
    const cookie = await cookieOf('director');
    const seen = await statusesOf(2 * PEOPLE, (n) => get('/api/me', cookie, `10.4.${n % 250}.1`));
    expect(seen[429]).toBeGreaterThan(0);
  });

  test('a stranger who guesses codes without end is told how long to wait, under the door’s own words', async () => {
    const guess = (n: number) => get(`/api/verify/GUESS-${n}`, '', '10.5.5.5');
    const seen = await statusesOf(2 * PEOPLE, guess);
    expect(seen[429]).toBeGreaterThan(0);
    const refused = await guess(0);
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({ code: 'rate.limited' });
    expect((await get('/api/verify/GUESS-0', '', '10.5.5.6')).statusCode).toBe(200);
  });

  test('a stranger who knocks at inner doors is counted too', async () => {
    const narrow = await buildHttp({ app: t.app, handlers, actorOf, callsPerMinute: 30 });
    const seen = await statusesOf(40, () => narrow.inject({ url: '/api/inbox' }));
    await narrow.close();
    expect(seen).toEqual({ 401: 30, 429: 10 });
  });
});
