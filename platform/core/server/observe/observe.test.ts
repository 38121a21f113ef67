import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../app.ts';
import { newId } from '@zhitongche/host';
import { ProblemError } from '../problem-error.ts';
import { ready } from '../../../../apps/server/src/query/readiness.ts';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { type LogLines, logLines } from '../../../../apps/server/testing/log-lines.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { type MetricsDoor, openMetricsDoor } from './metrics-door.ts';
import { type PromMeter, promMeter } from './prom-meter.ts';
import { makeWatch } from './watch.ts';

let lines: LogLines;
let meter: PromMeter;
let t: TestOffice;
let door: Door;
let metrics: MetricsDoor;

beforeAll(async () => {
  lines = logLines();
  meter = promMeter();
  t = await testOffice({
    services: [toyService],
    config: { slowMs: 100 },
    log: lines.log,
    watch: makeWatch({ meter }),
  });
  door = await openDoor(t);
  metrics = await openMetricsDoor({ host: '127.0.0.1', port: 0 }, meter, t.app);
});
afterAll(async () => {
  await metrics.close();
  await door.close();
  await t.drop();
});

/** Samples of a metric as `labels → value`, read the way Prometheus reads them. */
async function samples(name: string): Promise<Readonly<Record<string, number>>> {
  const reply = await fetch(`http://127.0.0.1:${metrics.port}/metrics`);
  expect(reply.headers.get('content-type')).toContain('text/plain; version=0.0.4');
  const found = (await reply.text())
    .split('\n')
    .map((line) => /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line))
    .filter((match) => match?.[1] === name);
  return Object.fromEntries(found.map((match) => [match?.[2] ?? '', Number(match?.[3])]));
}

describe('the number of a request', () => {
  it('is the one the proxy gave, and comes back in the header, the refusal and the log', async () => {
    const id = newId();
    const got = await door.call('filer', 'case', {
      params: { case: newId() },
      headers: { 'x-request-id': id },
    });
    expect(got.headers['x-request-id']).toBe(id);
    expect(got.json).toMatchObject({ status: 404, instance: `urn:zhitongche:request:${id}` });
    const { id: actor } = await t.actor('filer');
    expect(lines.said('answered').find((line) => line.request === id)).toMatchObject({
      endpoint: 'case',
      method: 'GET',
      status: 404,
      problem: 'case.not-found',
      office: 'test',
      actor,
      roles: ['filer'],
      ms: expect.any(Number),
    });
  });

  it('is a new one where a stranger sends something that has not the form of one', async () => {
    for (const sent of ['11010519491231002X', 'x'.repeat(500), '{"a":1}', '张'.repeat(10)]) {
      const got = await door.call('filer', 'me', {
        headers: { 'x-request-id': encodeURIComponent(sent) },
      });
      expect(got.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/);
    }
  });

  it('is in every kind of refusal: no such address, wrong method, no log-in, rules, bad JSON, each item of a batch', async () => {
    const refusals = [
      await door.http.inject({ method: 'GET', url: '/api/nowhere' }),
      await door.http.inject({ method: 'DELETE', url: '/api/login' }),
      await door.http.inject({ method: 'GET', url: '/api/me' }),
      await door.http.inject({ method: 'GET', url: '/api/cases/%ff' }),
      await door.http.inject({
        method: 'POST',
        url: '/api/login',
        payload: '{',
        headers: { 'content-type': 'application/json' },
      }),
    ];
    for (const { statusCode, headers, payload } of refusals) {
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(JSON.parse(payload).instance).toBe(`urn:zhitongche:request:${String(headers['x-request-id'])}`);
    }
    const item = { case: newId(), revision: 0, key: newId(), command: { act: 'agree' } };
    const batch = await door.call('signer', 'actMany', { body: { items: [item] } });
    expect(batch.json).toMatchObject({
      results: [
        {
          ok: false,
          problem: { instance: `urn:zhitongche:request:${String(batch.headers['x-request-id'])}` },
        },
      ],
    });
  });

  it('is even in the answer to bytes that are no HTTP', async () => {
    await door.http.listen({ host: '127.0.0.1', port: 0 });
    const [address] = door.http.addresses();
    const text = await new Promise<string>((resolve, reject) => {
      const call = request({
        host: '127.0.0.1',
        port: typeof address === 'object' ? address.port : 0,
        path: '/',
        headers: { a: 'b' },
      });
      call.on('response', (reply) => {
        reply.setEncoding('utf8').on('data', resolve);
      });
      call.on('error', reject);
      call.flushHeaders();
      call.on('socket', (socket) => socket.on('connect', () => socket.write('no http\r\n\r\n')));
    });
    const id = /urn:zhitongche:request:([0-9a-f-]{36})/.exec(text)?.[1];
    expect(lines.said('answered').map((line) => line.request)).toContain(id);
  });
});

describe('figures for Prometheus', () => {
  it('count what a case does on its road, by service, act and result', async () => {
    const id = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
    await takes(t, 'signer', id, { act: 'agree' });
    await expect(takes(t, 'signer', id, { act: 'agree' })).rejects.toThrow();
    await takes(t, 'handler', id, { act: 'agree' });
    expect((await samples('zhitongche_outbox_jobs'))['state="waiting"']).toBeGreaterThan(0);
    await workOff(t.app);
    expect(await samples('zhitongche_acts_total')).toMatchObject({
      'service="toy",act="case.submit",result="done"': 1,
      'service="toy",act="case.agree",result="done"': 2,
      'service="toy",act="case.agree",result="refused"': 1,
      'service="toy",act="paper.issued",result="done"': 1,
    });
    expect(await samples('zhitongche_papers_total')).toEqual({ 'result="issued"': 1 });
    expect((await samples('zhitongche_job_seconds_count'))['kind="issue",result="done"']).toBe(1);
    expect((await samples('zhitongche_statement_seconds_count'))['statement="case-act"']).toBeGreaterThan(0);
  });

  it('measure requests by endpoint, method and class of status, and count refused log-ins', async () => {
    const before = await samples('zhitongche_request_seconds_count');
    await door.call('filer', 'me');
    await door.call(null, 'me');
    await door.call(null, 'login', { body: { username: 'nobody', password: 'wrong' } });
    const after = await samples('zhitongche_request_seconds_count');
    for (const status of ['2xx', '4xx']) {
      const key = `endpoint="me",method="GET",status="${status}"`;
      expect((after[key] ?? 0) - (before[key] ?? 0)).toBe(1);
    }
    expect((await samples('zhitongche_logins_refused_total'))['status="401"']).toBeGreaterThan(0);
  });

  it('know pool, event loop and process, and carry no id of anything', async () => {
    expect(await samples('zhitongche_pool_connections')).toMatchObject({
      'state="size"': 8,
      'state="waiting"': 0,
    });
    expect(Object.keys(await samples('nodejs_eventloop_lag_p99_seconds'))).toHaveLength(1);
    expect(Object.keys(await samples('process_resident_memory_bytes'))).toHaveLength(1);
    const page = await (await fetch(`http://127.0.0.1:${metrics.port}/metrics`)).text();
    expect(page).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(page).not.toMatch(/[一-鿿]/);
  });

  it('ask the database once, however many scrapers come at once', async () => {
    const before = (await samples('zhitongche_statement_seconds_count'))['statement="plain"'];
    await Promise.all(Array.from({ length: 20 }, () => samples('zhitongche_outbox_jobs')));
    const after = (await samples('zhitongche_statement_seconds_count'))['statement="plain"'];
    expect((after ?? 0) - (before ?? 0)).toBeLessThanOrEqual(1);
  });

  it('stay behind their own door: the public one knows no such address, theirs knows no other', async () => {
    expect((await door.http.inject({ method: 'GET', url: '/metrics' })).statusCode).toBe(404);
    expect((await door.http.inject({ method: 'GET', url: '/api/metrics' })).statusCode).toBe(404);
    for (const [method, path] of [
      ['GET', '/'],
      ['POST', '/metrics'],
      ['GET', '/api/health'],
    ])
      expect(
        (await fetch(`http://127.0.0.1:${metrics.port}${path ?? ''}`, { method: method ?? 'GET' })).status,
      ).toBe(404);
  });
});

describe('slow statements', () => {
  it('are logged and kept by their shape, with rows and time, without values', async () => {
    await t.app.db.query("select pg_sleep(0.15), 'secret 138' as word where $1 <> 'x'", ['personal']);
    await expect(t.app.db.query('select 1 / (0 * length(pg_sleep(0.15)::text)) as broken')).rejects.toThrow();
    const said = lines.said('slow statement');
    expect(said).toContainEqual(
      expect.objectContaining({ statement: 'select pg_sleep(?), ? as word where $1 <> ?', rows: 1 }),
    );
    expect(said).toContainEqual(
      expect.objectContaining({
        statement: 'select ? / (? * length(pg_sleep(?)::text)) as broken',
        rows: null,
      }),
    );
    expect(lines.text()).not.toContain('secret');
    expect((await samples('zhitongche_slow_statements_total'))['']).toBeGreaterThanOrEqual(2);
    const kept = t.app.watch.slow.summary().find((one) => one.statement.startsWith('select pg_sleep'));
    expect(kept).toMatchObject({ count: 1 });
    expect(kept?.maxMs).toBeGreaterThanOrEqual(150);
  });
});

describe('whether people may be sent here', () => {
  // A copy is looked at anew: what was seen is believed for a second.
  const fresh = (more: Partial<App> = {}): App => ({ ...t.app, ...more });
  const told = async (app: App): Promise<readonly string[]> => {
    try {
      return [(await ready(app)).status];
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 503) throw error;
      return (error.more.problems ?? []).map((problem) => problem.code);
    }
  };

  it('is yes while database, schema and office are there; alive asks nobody', async () => {
    expect(await told(fresh())).toEqual(['ready']);
    expect((await door.call(null, 'ready')).json).toEqual({
      status: 'ready',
      database: true,
      schema: true,
      office: true,
    });
    expect((await door.call(null, 'alive')).json).toEqual({ status: 'alive' });
  });

  it('is no, naming the part, on the way out, without the database, behind the program’s step, without the office', async () => {
    expect(await told(fresh({ leaving: () => true }))).toEqual(['system.leaving']);
    const away = { ...t.app.db, query: () => Promise.reject(new Error('ECONNREFUSED')) };
    expect(await told(fresh({ db: away }))).toEqual(['system.database']);
    expect(await told(fresh({ config: { ...t.app.config, office: 'nobody' } }))).toEqual(['system.office']);
    const [newest] = await t.base.owner.query<{ number: number }>(
      'delete from schema_step where number = (select max(number) from schema_step) returning number, name, digest',
    );
    expect(await told(fresh())).toEqual(['system.schema']);
    expect(newest?.number).toBeGreaterThan(0);
  });
});

describe('the administrator’s picture of the process', () => {
  it('shows what is not well first, each with what to do, and slow statements by kind', async () => {
    const { json } = await door.call('system-admin', 'runtime');
    const { parts, slow } = json as {
      parts: { part: string; ok: boolean; todo: string }[];
      slow: { thresholdMs: number; statements: { statement: string; count: number; maxMs: number }[] };
    };
    // The test above took the newest step away.
    expect(parts[0]).toMatchObject({ part: '数据库结构', ok: false });
    const well = parts.map((part) => part.ok);
    expect(well.lastIndexOf(false)).toBeLessThan(well.indexOf(true));
    expect(parts.filter((part) => part.ok !== (part.todo === ''))).toEqual([]);
    expect(slow.thresholdMs).toBe(100);
    expect(slow.statements).toContainEqual(
      expect.objectContaining({ statement: 'select pg_sleep(?), ? as word where $1 <> ?', count: 1 }),
    );
    const times = slow.statements.map((one) => one.maxMs);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });
});
