import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent, get, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { readConfig } from '@zhitongche/core/server';
import { type EmbeddedServer, startEmbedded, newId } from '@zhitongche/host';
import { demoPage } from '../../src/first-run/demo-files.ts';
import { open, type Opened } from '../../src/start.ts';
import { checkAll } from '../crash/check.ts';
import { drained } from '../crash/drained.ts';
import { type Ledger, newLedger } from '../crash/ledger.ts';
import { playTrip } from '../crash/player.ts';
import { type Caller, signIn } from './caller.ts';
import { freePort, type Node, startNode } from './node.ts';
import { PEOPLE, UNITS } from './office.ts';
import { type RoundRobin, roundRobin } from './round-robin.ts';
import { urlOf } from './url-of.ts';

let folder = '';
let database: EmbeddedServer;
let watcher: Opened;
let nodes: readonly [Node, Node];
let proxy: RoundRobin;
let page: Uint8Array;
const callers = new Map<string, Caller>();
const ledger: Ledger = newLedger();

const caller = (username: string): Caller => {
  const found = callers.get(username);
  if (!found) throw new Error(`Nobody signed in as ${username}`);
  return found;
};
const idOf = (json: unknown): string =>
  typeof json === 'object' && json !== null && 'id' in json ? String(json.id) : '';
const playAll = (units: readonly string[]): Promise<unknown> =>
  Promise.all(
    units.map(async (unit) => {
      for await (const _ of playTrip({ unit, callers, page, ledger }));
    }),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ztc-nodes-'));
  await chmod(folder, 0o711);
  database = await startEmbedded({ dataDir: join(folder, 'own'), settings: { fsync: 'off' } });
  const settings = {
    ZHITONGCHE_DATA: join(folder, 'data'),
    ZHITONGCHE_OFFICE: 'nodes',
    ZHITONGCHE_KEY: randomBytes(32).toString('hex'),
    // A node that is told to stop says so this long before it closes its door.
    ZHITONGCHE_DRAIN: '3',
    DATABASE_URL: urlOf(database),
  };
  // One after the other: the first fills the database.
  const first = await startNode(settings, await freePort());
  nodes = [first, await startNode(settings, await freePort())];
  proxy = await roundRobin(nodes.map((node) => node.address));
  const read = readConfig(settings, folder);
  if (!read.ok) throw new Error(read.problems.join());
  watcher = await open(read.config, { log: pino({ level: 'silent' }) });
  const { digest } = await demoPage(watcher.app, '2026-01-01');
  page = (await watcher.app.blobs.read(digest)) ?? new Uint8Array();
  for (const [username] of PEOPLE) callers.set(username, await signIn(proxy.address, username));
}, 120_000);

afterAll(async () => {
  await proxy.close();
  await Promise.all(nodes.map((node) => node.kill('SIGTERM')));
  await watcher.stop();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}, 120_000);

describe('two server processes on one database behind a plain proxy', () => {
  it('know a session whichever of them opened it, and forget it together', async () => {
    const guest = await signIn(nodes[0].address, 'head');
    const at = async (node: Node): Promise<number> =>
      (await fetch(`${node.address}/api/me`, { headers: guest.headers })).status;
    expect([await at(nodes[0]), await at(nodes[1])]).toEqual([200, 200]);
    const left = await fetch(`${nodes[0].address}/api/logout`, {
      method: 'POST',
      headers: { ...guest.headers, 'idempotency-key': newId() },
    });
    expect(left.status).toBe(204);
    expect(await at(nodes[0])).toBe(401);
    await expect.poll(() => at(nodes[1]), { timeout: 10_000 }).toBe(401);
  });

  it('carry a request out once, though both get it under the same key at the same moment', async () => {
    const [one, two] = await Promise.all(nodes.map((node) => signIn(node.address, 'unit1-filer')));
    for (let time = 0; time < 10; time += 1) {
      const key = newId();
      const body = { service: outboundTrip.code };
      const made = await Promise.all([one, two].map(async (at) => at?.call('createCase', { body, key })));
      expect(made.map((answer) => answer?.status)).toEqual([200, 200]);
      const [id, same] = made.map((answer) => idOf(answer?.json));
      expect(same).toBe(id);
      ledger.deeds.push({ username: 'unit1-filer', caseId: id ?? '', action: 'case.create' });
    }
  });

  it('tell an open screen at one of them what was done at the other', async () => {
    const leave = new AbortController();
    const headers = { ...caller('window').headers, accept: 'text/event-stream' };
    const heard = ['', ''];
    const screens = nodes.map(async (node, at) => {
      const stream = await fetch(`${node.address}/api/live`, { headers, signal: leave.signal });
      const decoder = new TextDecoder();
      for await (const chunk of stream.body ?? []) heard[at] += decoder.decode(chunk, { stream: true });
    });
    for (const at of [0, 1]) await expect.poll(() => heard[at]).toContain('retry:');
    await playAll(['unit1']);
    const caseId = ledger.approved.at(-1) ?? 'none';
    for (const at of [0, 1])
      await expect.poll(() => heard[at], { timeout: 15_000 }).toContain(JSON.stringify({ case: caseId }));
    leave.abort();
    await Promise.allSettled(screens);
  });

  it('together draw numbers without a gap, make each paper once, and leave every act on record once', async () => {
    await playAll(UNITS);
    await drained(watcher.app);
    const found = await checkAll(watcher.app, ledger);
    expect(found.faults).toEqual([]);
    expect(found.papers).toBe(ledger.approved.length * 4);
    const [made] = await watcher.app.db.query<{ n: number }>(
      "select count(*) as n from audit where action = 'paper.issued'",
    );
    expect(made?.n).toBe(found.papers);
    // Both did their share, or this would be a test of one.
    expect(Math.min(...proxy.counts.values())).toBeGreaterThan(20);
  });

  it('would be caught losing an act or doing one twice', async () => {
    const [deed, ...others] = ledger.deeds;
    const more = { ...ledger, deeds: [...ledger.deeds, ...(deed ? [deed] : [])] };
    expect(await checkAll(watcher.app, more)).toMatchObject({ lost: 1, duplicated: 0 });
    expect(await checkAll(watcher.app, { ...ledger, deeds: others })).toMatchObject({
      lost: 0,
      duplicated: 1,
    });
  });

  it('let a node that is stopped finish what it was asked, and serve on without it', async () => {
    const [leaving, staying] = nodes;
    const who = await signIn(staying.address, 'unit2-filer');
    const begun = await who.call('createCase', { body: { service: outboundTrip.code } });
    const caseId = idOf(begun.json);
    ledger.deeds.push({ username: 'unit2-filer', caseId, action: 'case.create' });
    const boundary = 'half-now-half-later';
    const whole = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="附件.pdf"\r\ncontent-type: application/pdf\r\n\r\n`,
      ),
      page,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    const agent = new Agent({ keepAlive: true });
    const upload = request(`${leaving.address}/api/cases/${caseId}/files`, {
      method: 'POST',
      agent,
      headers: {
        ...who.headers,
        'content-type': `multipart/form-data; boundary=${boundary}`,
        'content-length': whole.length,
        expect: '100-continue',
      },
    });
    const listening = once(upload, 'continue');
    upload.flushHeaders();
    // Like a browser, these keep their connections open for as long as the node lets them.
    const [screen] = await once(
      get(`${leaving.address}/api/live`, { headers: who.headers, agent }),
      'response',
    );
    // The node says that it has begun to listen; only then is it told to stop.
    await listening;
    upload.write(whole.subarray(0, 1000));
    const statusOf = (path: string): Promise<number> =>
      fetch(`${leaving.address}${path}`).then(
        (reply) => reply.status,
        () => 0,
      );
    expect(await statusOf('/api/health/ready')).toBe(200);
    const gone = leaving.kill('SIGTERM');
    // First it tells the proxy to send nobody any more, while whoever comes all the same is still served.
    await expect.poll(() => statusOf('/api/health/ready'), { timeout: 10_000, interval: 20 }).toBe(503);
    expect(await statusOf('/api/branding')).toBe(200);
    // An open screen is sent away at once and finds its way to another node.
    expect(await text(screen)).toContain('retry:');
    await expect.poll(() => statusOf('/api/branding'), { timeout: 10_000 }).not.toBe(200);
    await pause(200);
    const answered = once(upload, 'response');
    upload.end(whole.subarray(1000));
    const [reply] = await answered;
    expect(reply.statusCode).toBe(200);
    reply.resume();
    expect(await gone).toBe(0);
    agent.destroy();
    await playAll(['unit3']);
    await drained(watcher.app);
    expect((await checkAll(watcher.app, ledger)).faults).toEqual([]);
  });
});
