import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { workOff } from '../../../../apps/server/testing/jobs.ts';
import { type LogLines, logLines } from '../../../../apps/server/testing/log-lines.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { revisionOf, submitted, takes } from '../../../../apps/server/testing/story.ts';
import { toyService } from '../../../../apps/server/testing/toy-service.ts';
import { openSpans } from './otel.ts';
import { NO_SPANS } from './spans.ts';
import { makeWatch } from './watch.ts';

/** A span as the OTLP/HTTP receiver gets it. */
interface Received {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const OUTSIDE = 'b7ad6b7169203331';
const SECRET = '欧阳测试某13812345678';

let receiver: Server;
let raw = '';
const spans: Received[] = [];
let resource: unknown;
let lines: LogLines;
let t: TestOffice;
let door: Door;

beforeAll(async () => {
  receiver = createServer((request, response) => {
    void json(request).then((body) => {
      raw += JSON.stringify(body);
      const { resourceSpans } = body as {
        resourceSpans: { resource: unknown; scopeSpans: { spans: Received[] }[] }[];
      };
      for (const one of resourceSpans) {
        resource = one.resource;
        for (const scope of one.scopeSpans) spans.push(...scope.spans);
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = endpoint;
  lines = logLines();
  const watch = makeWatch({ spans: await openSpans({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, lines.log) });
  t = await testOffice({ services: [toyService], watch, log: lines.log });
  door = await openDoor(t);
  const id = await submitted(t, 'toy', {
    subject: SECRET.slice(0, 5),
    copies: 1,
    holder: SECRET.slice(0, 5),
  });
  await takes(t, 'signer', id, { act: 'agree' });
  await door.call('handler', 'act', {
    params: { case: id },
    body: { revision: await revisionOf(t, id), command: { act: 'agree', opinion: SECRET } },
    headers: { traceparent: `00-${TRACE}-${OUTSIDE}-01` },
  });
  await door.call('filer', 'me', { query: { q: SECRET } });
  await workOff(t.app);
  await watch.spans.close();
}, 120_000);
afterAll(async () => {
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  await door.close();
  await t.drop();
  await new Promise((resolve) => receiver.close(resolve));
});

const named = (name: string, parent?: Received): Received => {
  const found = spans.find((span) => span.name === name && (!parent || span.parentSpanId === parent.spanId));
  if (!found) throw new Error(`No span ${name} among ${spans.map((span) => span.name).join()}`);
  return found;
};

describe('traces', () => {
  it('go on with the trace its sender began: request, use case, statements, and the job the act asked for', () => {
    const request = named('POST /api/cases/:case/acts');
    expect(request).toMatchObject({ traceId: TRACE, parentSpanId: OUTSIDE, kind: 2 });
    const useCase = named('act', request);
    const statements = spans.filter((span) => span.parentSpanId === useCase.spanId && span.kind === 3);
    expect(statements.length).toBeGreaterThan(1);
    expect(new Set(statements.map((span) => span.traceId))).toEqual(new Set([TRACE]));
    // The handler's approval draws the paper's number.
    const write = spans.find(
      (span) => span.parentSpanId === useCase.spanId && span.name.startsWith('case-act'),
    );
    expect(write).toMatchObject({ traceId: TRACE, kind: 3 });
    const job = named('job issue');
    expect(job).toMatchObject({ traceId: TRACE, kind: 5, parentSpanId: useCase.spanId });
    const drawn = spans.filter((span) => span.parentSpanId === job.spanId).map((span) => span.name);
    expect(drawn).toContain('case-act');
    expect(drawn.some((name) => name.startsWith('insert into paper'))).toBe(true);
  });

  it('begin anew for a request that brings none, and never hang under another one', () => {
    const me = named('GET /api/me');
    expect(me.parentSpanId ?? '').toBe('');
    expect(me.traceId).not.toBe(TRACE);
    const ids = new Set(spans.map((span) => span.spanId));
    expect(
      spans.filter(
        (span) => span.parentSpanId && span.parentSpanId !== OUTSIDE && !ids.has(span.parentSpanId),
      ),
    ).toEqual([]);
  });

  it('say who sends them, and nothing of people', () => {
    expect(resource).toMatchObject({
      attributes: expect.arrayContaining([{ key: 'service.name', value: { stringValue: 'zhitongche' } }]),
    });
    expect(raw).not.toMatch(/[\u4e00-\u9fff]|\\u[4-9][0-9a-f]{3}|138123/);
  });

  it('have their ids in the lines of the log', () => {
    expect(lines.said('answered').find((line) => line.endpoint === 'act')).toMatchObject({ trace: TRACE });
    expect(lines.said('job done').find((line) => line.job === 'issue')).toMatchObject({ trace: TRACE });
  });

  it('are not even loaded unless somebody collects them', async () => {
    expect(await openSpans({}, lines.log)).toBe(NO_SPANS);
    expect(
      await openSpans({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x', OTEL_SDK_DISABLED: 'true' }, lines.log),
    ).toBe(NO_SPANS);
  });
});
