import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { toldAll } from '../../../apps/server/testing/settled.ts';
import { submitted, takes } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { callWaiting, CLAIM } from './call-waiting.ts';
import { followCases } from './follow-cases.ts';
import { judgeTarget, targetRules } from './target.ts';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
let t: TestOffice;
let door: Door;
let server: Server;
let url: string;
let answers: number[];
const heard: Heard[] = [];
/** The only thing the tests bend: this machine counts as the office's own network. */
const rules = { resolve: async () => ['127.0.0.1'], standing: () => 'own' as const };

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  door = await openDoor(t);
  await t.actor('signer');
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      heard.push({ headers: request.headers, body });
      response.statusCode = answers.shift() ?? 204;
      if (response.statusCode === 302) response.setHeader('location', 'http://169.254.169.254/');
      response.end('x'.repeat(100_000));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://hooks.example:${(server.address() as AddressInfo).port}/in`;
});
beforeEach(async () => {
  for (const table of ['webhook_call', 'webhook', 'follower'])
    await t.base.owner.query(`delete from ${table}`);
  t.at('2026-03-02');
  heard.length = 0;
  answers = [];
});
afterAll(async () => {
  server.close();
  await door.close();
  await t.drop();
});

/** A webhook in force; made at a public address, then led to the server of the test behind the program's back. */
async function hooked(events: readonly string[] = ['case.received', 'case.closed']) {
  const made = await door.call('security-admin', 'addWebhook', {
    body: { label: '数据平台', url: 'https://223.5.5.5/in', events },
  });
  const { id, secret } = made.json as { id: string; secret: string };
  await t.base.owner.query('update webhook set url = $1', [url]);
  return { id, secret };
}
async function round(): Promise<void> {
  await toldAll(t.app, t.office);
  while (await callWaiting(t.app, rules)) continue;
}
const callsMade = async (): Promise<number> =>
  (await t.base.owner.query<{ n: number }>('select sum(tries)::int as n from webhook_call'))[0]?.n ?? 0;
const calls = async (id: string) =>
  (await door.call('system-admin', 'webhookCalls', { params: { id } })).json as {
    id: string;
    event: string;
    state: string;
    tries: number;
    said: string;
  }[];

describe('a worker', () => {
  it('takes one call, the next worker another, also where the database joins the queue row by row', async () => {
    await hooked();
    const id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
    await t.base.owner.query('analyze webhook_call');
    await takes(t, 'signer', id, { act: 'refuse', opinion: '不予同意。' });
    await toldAll(t.app, t.office);
    const now = t.app.clock();
    const claims = async (meanwhile: () => Promise<void>): Promise<readonly string[]> =>
      await t.app.db.tx(async (query) => {
        for (const way of ['hashjoin', 'mergejoin', 'material', 'indexscan', 'bitmapscan'])
          await query(`set local enable_${way} = off`);
        const taken = await query<{ id: string }>(CLAIM.text, [now, new Date(now.getTime() + 1)]);
        await meanwhile();
        return taken.map((call) => call.id);
      });
    let other: readonly string[] = [];
    // The second claims while the first has claimed and not committed.
    const one = await claims(async () => void (other = await claims(async () => undefined)));
    expect([one.length, other.length]).toEqual([1, 1]);
    expect(new Set([...one, ...other]).size).toBe(2);
    expect(await callsMade()).toBe(2);
  });
});

describe('another program', () => {
  it('is told which matter was received and how it ended, by number, of nobody, signed', async () => {
    const { secret } = await hooked();
    const id = await submitted(t, 'toy', { subject: '海南考察', copies: 2, holder: '欧阳某某' });
    await takes(t, 'signer', id, { act: 'refuse', opinion: '不予同意。' });
    await round();
    await round();
    const [row] = await t.base.owner.query<{ number: string }>('select number from case_file where id = $1', [
      id,
    ]);
    expect(heard.map(({ body }) => JSON.parse(body))).toEqual([
      { event: 'case.received', at: expect.any(String), office: t.office, service: 'toy', case: row?.number },
      {
        event: 'case.closed',
        at: expect.any(String),
        office: t.office,
        service: 'toy',
        case: row?.number,
        outcome: 'refused',
      },
    ]);
    for (const word of ['海南', '欧阳']) expect(JSON.stringify(heard)).not.toContain(word);
    // As the other side checks it: header, id and body, nothing of ours.
    for (const { headers, body } of heard) {
      const [, at = '', mac] =
        /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-zhitongche-signature'])) ?? [];
      const signed = `${at}.${String(headers['x-zhitongche-id'])}.${body}`;
      expect(createHmac('sha256', secret).update(signed).digest('hex')).toBe(mac);
      expect(new Date(Number(at) * 1000)).toEqual(t.app.clock());
    }
  });
  it('hears of nothing it did not ask for, nor of what lay before', async () => {
    const id = await submitted(t, 'toy', { subject: '以前的事', copies: 1 });
    t.at('2026-03-02T01:00:01.000Z');
    await hooked(['case.received', 'case.closed']);
    await takes(t, 'signer', id, { act: 'refuse', opinion: '不予同意。' });
    await round();
    expect(heard.map(({ body }) => JSON.parse(body).event)).toEqual(['case.closed']);
  });
  it('that is away is called again with the same id, and what is stuck is replayed by hand', async () => {
    const { id } = await hooked(['case.received']);
    answers = [503, 302];
    await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
    await round();
    expect(await calls(id)).toMatchObject([{ state: 'queued', tries: 1, said: 'HTTP 503' }]);
    t.at('2026-03-02T01:01:00.000Z');
    await round();
    // A redirect leads nowhere: it counts as not taken and is not followed.
    expect(await calls(id)).toMatchObject([{ state: 'queued', tries: 2, said: 'HTTP 302' }]);
    answers = Array.from({ length: 20 }, () => 500);
    for (let day = 3; day <= 20; day += 1) {
      t.at(`2026-03-${String(day).padStart(2, '0')}`);
      await round();
    }
    const [stuck] = await calls(id);
    expect(stuck).toMatchObject({ state: 'stuck', tries: 12, said: 'HTTP 500' });
    answers = [];
    const replay = await door.call('system-admin', 'replayCall', { params: { id: stuck?.id ?? '' } });
    expect(replay.status).toBe(204);
    await round();
    expect(await calls(id)).toMatchObject([{ state: 'handed-over', said: 'HTTP 204' }]);
    expect(new Set(heard.map(({ headers }) => headers['x-zhitongche-id'])).size).toBe(1);
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1);
  });
  it('is told once by two nodes side by side', async () => {
    await hooked(['case.received']);
    for (let nth = 0; nth < 5; nth += 1) await submitted(t, 'toy', { subject: `第 ${nth} 件`, copies: 1 });
    await Promise.all([followCases(t.app, t.office), followCases({ ...t.app }, t.office)]);
    await Promise.all([round(), round()]);
    expect(heard).toHaveLength(5);
  });
  it('whose name leads to this machine by now is not called: the address is judged each time', async () => {
    const { id } = await hooked(['case.received']);
    await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
    await toldAll(t.app, t.office);
    const turned = { ...targetRules([]), resolve: async () => ['127.0.0.1'] };
    await callWaiting(t.app, turned);
    expect(heard).toEqual([]);
    expect(await calls(id)).toMatchObject([{ state: 'queued', said: expect.stringContaining('不允许推送') }]);
  });
  it('that was ended hears nothing more, what waited included', async () => {
    const { id } = await hooked(['case.received']);
    await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
    await toldAll(t.app, t.office);
    expect((await door.call('security-admin', 'endWebhook', { params: { id } })).status).toBe(204);
    await submitted(t, 'toy', { subject: '海南考察', copies: 2 });
    await round();
    expect(heard).toEqual([]);
    const [call] = await calls(id);
    expect(call).toMatchObject({ state: 'expired' });
    const replay = await door.call('system-admin', 'replayCall', { params: { id: call?.id ?? '' } });
    expect([replay.status, (replay.json as { code: string }).code]).toEqual([404, 'webhook.call']);
    const again = await door.call('security-admin', 'endWebhook', { params: { id } });
    expect([again.status, (again.json as { code: string }).code]).toEqual([404, 'webhook.not-found']);
  });
});

describe('the secret of a webhook', () => {
  it('is told once and stands nowhere in clear', async () => {
    const { secret } = await hooked();
    expect(secret).toMatch(/^ztw_[\w-]{32}$/);
    const stored = JSON.stringify([
      await t.base.owner.query('select * from webhook'),
      await t.base.owner.query('select * from audit'),
      await t.base.owner.query('select * from request_key'),
    ]);
    expect(stored).not.toContain(secret);
    for (const who of ['security-admin', 'system-admin', 'audit-admin'] as const)
      expect((await door.call(who, 'webhooks')).text).not.toContain(secret);
  });
  it('is made for no address inside, and says why', async () => {
    for (const inside of ['https://127.0.0.1/', 'https://169.254.169.254/latest', 'https://10.20.0.1/']) {
      const got = await door.call('security-admin', 'addWebhook', {
        body: { label: '数据平台', url: inside, events: ['case.closed'] },
      });
      expect([got.status, (got.json as { problems: { code: string }[] }).problems[0]?.code]).toEqual([
        422,
        'webhook.url',
      ]);
    }
    expect(await judgeTarget('https://223.5.5.5/', targetRules([]))).toMatchObject({ address: '223.5.5.5' });
  });
});
