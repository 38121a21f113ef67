import { connect } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { API, type Endpoint, type EndpointName } from '@zhitongche/contract';
import { actorOf } from '@zhitongche/account/server';
import { newId } from '@zhitongche/host';
import { createCase } from '@zhitongche/case/server';
import { type Door, type Got, openDoor, type Sent } from '../../testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { freshKey, revisionOf, submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { handlers } from './handlers.ts';
import { buildHttp } from './http.ts';

let t: TestOffice;
let door: Door;
let log = '';
let running = '';
let draft = '';

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  door = await openDoor({ ...t, app: { ...t.app, log: pino({ level: 'debug' }, sink) } });
  running = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
  draft = (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id;
});
afterAll(async () => {
  await door.close();
  await t.drop();
});
beforeEach(() => {
  log = '';
});

/** Rows of everything a hostile call could have written, told apart from the reading traces it may leave. */
const fingerprint = async (): Promise<unknown> =>
  (
    await t.base.owner.query(
      `select (select count(*) from case_file) as cases, (select sum(revision) from case_file) as revisions,
        (select count(*) from case_event) as events, (select count(*) from task) as tasks,
        (select coalesce(sum(last), 0) from counter) as numbers, (select count(*) from outbox) as jobs,
        (select count(*) from upload) as uploads, (select coalesce(sum(revision), 0) from draft) as drafts,
        (select md5(string_agg(answers::text, '' order by case_id)) from draft) as typed`,
    )
  )[0];

const SECRET = 'Geheim-7788-不得入日志';
const big = (bytes: number) => 'x'.repeat(bytes);
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

interface Attack {
  readonly what: string;
  readonly who?: Cast | null;
  readonly name: EndpointName;
  readonly sent: () => Sent | Promise<Sent>;
  readonly status: number;
  readonly code?: string;
}
const onAct = (body: unknown, status: number, code: string, what: string): Attack => ({
  what,
  who: 'signer',
  name: 'act',
  sent: () => ({ params: { case: running }, body }),
  status,
  code,
});
const onDraft = (body: unknown, status: number, code: string, what: string): Attack => ({
  what,
  who: 'filer',
  name: 'saveDraft',
  sent: () => ({ params: { case: draft }, body }),
  status,
  code,
});
const submit = (answers: unknown): unknown => ({ revision: 0, command: { act: 'submit', answers } });
const onSubmit = (answers: unknown, what: string, status = 422, code = 'form.problems'): Attack => ({
  what,
  who: 'filer',
  name: 'act',
  sent: () => ({ params: { case: draft }, body: submit(answers) }),
  status,
  code,
});

const ATTACKS: readonly Attack[] = [
  onAct('{"revision": 1, "command": ', 400, 'input.json', 'half a JSON'),
  onAct('[]', 422, 'input.invalid', 'a list instead of an object'),
  onAct('null', 422, 'input.invalid', 'null'),
  onAct({ revision: '1', command: { act: 'agree' } }, 422, 'input.invalid', 'a revision as text'),
  onAct({ revision: -1, command: { act: 'agree' } }, 422, 'input.invalid', 'a negative revision'),
  onAct(
    { revision: 1e308, command: { act: 'agree' } },
    409,
    'case.stale-revision',
    'a revision beyond counting',
  ),
  onAct({ revision: 1.5, command: { act: 'agree' } }, 422, 'input.invalid', 'half a revision'),
  onAct({ command: { act: 'agree' } }, 422, 'input.invalid', 'no revision'),
  onAct(
    { revision: 1, command: { act: 'agree' }, admin: true },
    422,
    'input.invalid',
    'a field nobody asked for',
  ),
  onAct(
    { revision: 1, command: { act: 'agree', role: 'director' } },
    422,
    'input.invalid',
    'a role smuggled into the command',
  ),
  onAct(
    { revision: 999, command: { act: 'agree' } },
    409,
    'case.stale-revision',
    'a revision from the future',
  ),
  onAct({ revision: 0, command: { act: 'agree' } }, 409, 'case.stale-revision', 'a revision from the past'),
  onAct(
    `{"revision":1,"command":{"act":"agree","opinion":"\\u0000"}}`,
    400,
    'input.characters',
    'a NUL character',
  ),
  onAct(
    `{"revision":1,"command":{"act":"agree","opinion":"\\ud800"}}`,
    400,
    'input.characters',
    'half a surrogate pair',
  ),
  onAct(`{"revision":1,"command":{"act":"agree","__proto__":{"x":1}}}`, 400, 'input.key', 'a prototype key'),
  onAct(nested(100_000), 400, 'input.too-deep', 'a hundred thousand brackets'),
  onAct(
    { revision: 1, command: { act: 'agree', opinion: big(2001) } },
    422,
    'input.invalid',
    'an opinion too long',
  ),
  onAct(
    { revision: 1, command: { act: 'agree', opinion: big(10 * 1024 * 1024) } },
    413,
    'input.too-large',
    'ten megabytes of opinion',
  ),
  onAct(
    { revision: 1, command: { act: 'transfer', persons: ['not-an-id'] } },
    422,
    'input.invalid',
    'a person that is no id',
  ),
  onAct(
    { revision: 1, command: { act: 'x'.repeat(65) } },
    422,
    'input.invalid',
    'the name of an act too long',
  ),
  {
    what: 'an unknown act',
    who: 'signer',
    name: 'act',
    sent: async () => ({
      params: { case: running },
      body: { revision: await revisionOf(t, running), command: { act: 'approve-all' } },
    }),
    status: 422,
    code: 'act.unknown',
  },
  {
    what: 'a kernel act by its inherited name',
    who: 'signer',
    name: 'act',
    sent: async () => ({
      params: { case: running },
      body: { revision: await revisionOf(t, running), command: { act: 'toString' } },
    }),
    status: 422,
    code: 'act.unknown',
  },
  onSubmit({}, 'an empty application'),
  onSubmit({ subject: 1, copies: 'many' }, 'wrong types in every field'),
  onSubmit({ subject: big(1_000_000), copies: 1 }, 'a megabyte of subject'),
  onSubmit({ subject: '测', copies: 1, people: 'everybody' }, 'a text where rows belong'),
  onSubmit(
    { subject: '测', copies: 1, people: Array.from({ length: 5000 }, () => ({})) },
    'five thousand rows',
  ),
  onSubmit({ subject: '测', copies: 1, people: [null, 1, 'x', []] }, 'rows that are no rows'),
  onSubmit({ subject: '测', copies: 1, constructor: 'x' }, 'a field named constructor'),
  onSubmit({ subject: '测', copies: 1, $sealed: 'sm4ctr-hmacsm3.k1.AAAA' }, 'a forged seal'),
  onSubmit({ subject: '测', copies: 1, citizenId: { $ne: null } }, 'an object for an identity number'),
  onDraft({ answers: [], revision: 0 }, 422, 'input.invalid', 'a list as draft'),
  onDraft({ answers: { subject: '别的' }, revision: 77 }, 409, 'case.stale-revision', 'a stale draft'),
  onDraft(
    { answers: { subject: big(3 * 1024 * 1024) }, revision: 0 },
    413,
    'input.too-large',
    'a draft of three megabytes',
  ),
  {
    what: 'another unit’s case',
    who: 'filer@other',
    name: 'case',
    sent: () => ({ params: { case: running } }),
    status: 404,
    code: 'case.not-found',
  },
  {
    what: 'another unit’s draft',
    who: 'filer@other',
    name: 'saveDraft',
    sent: () => ({ params: { case: draft }, body: { answers: { subject: '改写' }, revision: 0 } }),
    status: 404,
    code: 'case.not-found',
  },
  {
    what: 'a draft asked for by its reviewer',
    who: 'window',
    name: 'case',
    sent: () => ({ params: { case: draft } }),
    status: 404,
    code: 'case.not-found',
  },
  {
    what: 'a lookup over another unit’s case',
    who: 'filer@other',
    name: 'lookups',
    sent: () => ({ params: { service: 'toy' }, body: { answers: {}, case: running } }),
    status: 404,
    code: 'case.not-found',
  },
  {
    what: 'a case id that is none',
    who: 'filer',
    name: 'case',
    sent: () => ({ params: { case: "1' or '1'='1" } }),
    status: 422,
    code: 'input.invalid',
  },
  {
    what: 'a case nobody has',
    who: 'filer',
    name: 'case',
    sent: () => ({ params: { case: newId() } }),
    status: 404,
    code: 'case.not-found',
  },
  {
    what: 'a service nobody has',
    who: 'filer',
    name: 'createCase',
    sent: () => ({ body: { service: 'no-such' } }),
    status: 404,
    code: 'service.unknown',
  },
  {
    what: 'a forged cursor',
    who: 'filer',
    name: 'myCases',
    sent: () => ({ query: { cursor: Buffer.from('["x"]').toString('base64url') } }),
    status: 400,
    code: 'input.refused',
  },
  {
    what: 'a cursor of noise',
    who: 'filer',
    name: 'myCases',
    sent: () => ({ query: { cursor: 'AAAA' } }),
    status: 400,
    code: 'input.cursor',
  },
  {
    what: 'a limit beyond reason',
    who: 'filer',
    name: 'myCases',
    sent: () => ({ query: { limit: '100000' } }),
    status: 422,
    code: 'input.invalid',
  },
  {
    what: 'a limit that is a word',
    who: 'filer',
    name: 'myCases',
    sent: () => ({ query: { limit: 'all' } }),
    status: 422,
    code: 'input.invalid',
  },
  {
    what: 'a query nobody knows',
    who: 'filer',
    name: 'myCases',
    sent: () => ({ query: { orderBy: 'password' } }),
    status: 422,
    code: 'input.invalid',
  },
  {
    what: 'NUL in a search',
    who: 'filer',
    name: 'myCases',
    sent: () => ({ query: { q: 'a\u0000b' } }),
    status: 400,
    code: 'input.characters',
  },
  {
    what: 'an absurd day',
    who: 'director',
    name: 'stats',
    sent: () => ({ query: { from: '2026-02-30', until: '9999-99-99' } }),
    status: 422,
    code: 'input.invalid',
  },
  ...(['inbox', 'register', 'auditLog'] as const).map(
    (name): Attack => ({
      what: `a day that is in no calendar, in the span of ${name}`,
      who: name === 'auditLog' ? 'audit-admin' : 'handler',
      name,
      sent: () => ({
        ...(name === 'register' ? { params: { register: 'passport-custody' } } : {}),
        query: { from: '2026-02-30' },
      }),
      status: 422,
      code: 'input.invalid',
    }),
  ),
  {
    what: 'a form post instead of JSON',
    who: 'signer',
    name: 'act',
    sent: () => ({
      params: { case: running },
      body: 'act=agree',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    }),
    status: 415,
    code: 'input.media-type',
  },
  {
    what: 'XML',
    who: 'signer',
    name: 'act',
    sent: () => ({ params: { case: running }, body: '<x/>', headers: { 'content-type': 'text/xml' } }),
    status: 415,
    code: 'input.media-type',
  },
  {
    what: 'JSON where a file belongs',
    who: 'filer',
    name: 'uploadFile',
    sent: () => ({ params: { case: draft }, body: {} }),
    status: 415,
    code: 'input.media-type',
  },
  {
    what: 'no CSRF token',
    who: 'signer',
    name: 'act',
    sent: () => ({ params: { case: running }, body: {}, headers: { 'x-csrf-token': '' } }),
    status: 403,
    code: 'auth.csrf',
  },
  {
    what: 'somebody else’s CSRF token',
    who: 'signer',
    name: 'act',
    sent: () => ({ params: { case: running }, body: {}, headers: { 'x-csrf-token': 'A'.repeat(32) } }),
    status: 403,
    code: 'auth.csrf',
  },
  {
    what: 'another site as origin',
    who: 'signer',
    name: 'act',
    sent: () => ({ params: { case: running }, body: {}, headers: { origin: 'https://evil.example' } }),
    status: 403,
    code: 'auth.origin',
  },
  {
    what: 'no idempotency key',
    who: 'signer',
    name: 'act',
    sent: () => ({ params: { case: running }, body: {}, key: '' }),
    status: 428,
    code: 'key.needed',
  },
  {
    what: 'an idempotency key with markup',
    who: 'signer',
    name: 'act',
    sent: () => ({ params: { case: running }, body: {}, key: '<script>alert(1)</script>' }),
    status: 428,
    code: 'key.needed',
  },
  {
    what: 'a forged session',
    who: null,
    name: 'me',
    sent: () => ({ headers: { cookie: `ztc=${'A'.repeat(43)}` } }),
    status: 401,
    code: 'auth.needed',
  },
  {
    what: 'a wrong password in the log-in',
    who: null,
    name: 'login',
    sent: () => ({ body: { username: 'filer', password: SECRET } }),
    status: 401,
    code: 'login.refused',
  },
];

describe('hostile input is answered clearly, writes nothing and leaves no secret in the log', () => {
  for (const attack of ATTACKS)
    it(attack.what, async () => {
      const before = await fingerprint();
      const got = await door.call(attack.who ?? null, attack.name, await attack.sent());
      expect({ status: got.status, code: codeOf(got) }).toEqual({ status: attack.status, code: attack.code });
      isProblem(got);
      expect(await fingerprint()).toEqual(before);
      expect(log).not.toContain(SECRET);
      expect(log).not.toMatch(/海南|xxxxxxxxxx|ztc=/);
    });

  it('names the field and the day that no calendar has', async () => {
    const got = await door.call('handler', 'inbox', { query: { from: '2025-02-29', until: '2026-03-01' } });
    expect(got.json).toMatchObject({
      problems: [{ at: ['from'], code: 'input.no-such-day', message: '日历上没有这一天，请核对。' }],
    });
    expect((await door.call('handler', 'inbox', { query: { from: '2028-02-29' } })).status).toBe(200);
  });

  it('keeps what was typed in the draft when the submission is refused', async () => {
    await door.call('filer', 'saveDraft', {
      params: { case: draft },
      body: { answers: { subject: '写了一半' }, revision: 0 },
    });
    await door.call('filer', 'act', { params: { case: draft }, body: submit({ subject: '写了一半' }) });
    const view = await door.call('filer', 'case', { params: { case: draft } });
    expect(view.json).toMatchObject({ draft: { answers: { subject: '写了一半' } } });
  });

  it('a key replayed with another body is refused, with the same body it changes nothing', async () => {
    const id = await submitted(t, 'toy', { subject: '重放', copies: 1 });
    const key = freshKey();
    const revision = await revisionOf(t, id);
    const first = await door.call('signer', 'act', {
      params: { case: id },
      body: { revision, command: { act: 'agree' } },
      key,
    });
    expect(first.status).toBe(200);
    const after = await fingerprint();
    const again = await door.call('signer', 'act', {
      params: { case: id },
      body: { revision, command: { act: 'agree' } },
      key,
    });
    expect(again.status).toBe(200);
    expect(await fingerprint()).toEqual(after);
    const other = await door.call('signer', 'act', {
      params: { case: id },
      body: { revision, command: { act: 'refuse' } },
      key,
    });
    expect({ status: other.status, code: codeOf(other) }).toEqual({ status: 409, code: 'key.reused' });
  });

  it('a save whose answer was lost on the way may simply be sent again; somebody else’s text is not overwritten', async () => {
    const id = (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id;
    const save = (subject: string) =>
      door.call('filer', 'saveDraft', { params: { case: id }, body: { answers: { subject }, revision: 0 } });
    const first = await save('一');
    expect(await save('一')).toMatchObject({ status: 200, json: first.json });
    expect(codeOf(await save('二'))).toBe('case.stale-revision');
  });

  it('a revealed value sent for twice leaves one entry on the record', async () => {
    const id = await submitted(t, 'toy', { subject: '查看', copies: 1, holder: '欧阳测试' });
    const key = freshKey();
    const look = () =>
      door.call('signer', 'reveal', {
        params: { case: id },
        body: { fields: ['holder'], purpose: '核对护照' },
        key,
      });
    expect((await look()).json).toEqual({ values: { holder: '欧阳测试' } });
    expect((await look()).json).toEqual({ values: { holder: '欧阳测试' } });
    const looks = await t.base.owner.query(
      "select 1 from case_event where case_id = $1 and body->>'type' = 'revealed'",
      [id],
    );
    expect(looks).toHaveLength(1);
  });

  it('a batch tells each item’s fate and one bad item spoils no other', async () => {
    const good = await submitted(t, 'toy', { subject: '好件', copies: 1 });
    const item = (id: string, revision: number) => ({
      case: id,
      revision,
      key: freshKey(),
      command: { act: 'agree' },
    });
    const got = await door.call('signer', 'actMany', {
      body: { items: [item(good, 999), item(newId(), 1), item(good, await revisionOf(t, good))] },
    });
    expect(got.json).toMatchObject({
      results: [
        { ok: false, problem: { code: 'case.stale-revision', status: 409 } },
        { ok: false, problem: { code: 'case.not-found', status: 404 } },
        { case: good, ok: true },
      ],
    });
  });

  it('a reader of another unit cannot guess at papers, files or revealed values', async () => {
    const id = await submitted(t, 'toy', { subject: '他人', copies: 1 });
    await takes(t, 'signer', id, { act: 'agree' });
    const tries: readonly (readonly [EndpointName, Sent])[] = [
      ['paper', { params: { case: id, paper: 'certificate' } }],
      ['file', { params: { case: id, file: newId() } }],
      ['reveal', { params: { case: id }, body: { fields: ['citizenId'], purpose: '好奇' } }],
      ['rate', { params: { case: id }, body: { score: 1 } }],
      ['deleteDraft', { params: { case: id } }],
      ['act', { params: { case: id }, body: { revision: 1, command: { act: 'cancel' } } }],
    ];
    for (const [name, sent] of tries) expect((await door.call('filer@other', name, sent)).status).toBe(404);
  });

  it('every wrong method is told which are right', async () => {
    for (const endpoint of Object.values<Endpoint>(API)) {
      const response = await door.http.inject({
        method: 'PATCH',
        url: endpoint.path.replaceAll(/:[a-z]+/gi, 'x'),
      });
      expect([response.statusCode, response.headers.allow?.toString().includes(endpoint.method)]).toEqual([
        405,
        true,
      ]);
    }
  });

  it('an unknown address, a broken escape and an endless address are clear answers', async () => {
    for (const [url, status] of [
      ['/api/nothing', 404],
      ['/api/cases/%E0%A4%A', 400],
      [`/api/verify/${'A'.repeat(300)}`, 414],
      ['/etc/passwd', 404],
      ['/api/../../etc/passwd', 404],
    ] as const) {
      const response = await door.http.inject({ url });
      expect([url.slice(0, 20), response.statusCode]).toEqual([url.slice(0, 20), status]);
      expect(response.headers['content-type']).toContain('problem+json');
    }
  });

  it('bytes that are no HTTP at all are answered and cut off', async () => {
    const http = await buildHttp({ app: t.app, handlers, actorOf });
    await http.listen({ port: 0, host: '127.0.0.1' });
    const address = http.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const answer = await new Promise<string>((resolve, reject) => {
      let said = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('\x16\x03\x01 not http\r\n\r\n'));
      socket.on('data', (chunk) => {
        said += chunk.toString();
      });
      socket.on('close', () => resolve(said));
      socket.on('error', reject);
    });
    await http.close();
    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request/);
    expect(answer).toContain('"code":"input.http"');
  });
});

describe('every answer', () => {
  it('carries the headers that keep a browser from guessing, framing and caching', async () => {
    const { headers } = await door.call('filer', 'me');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

const codeOf = (got: Got): unknown =>
  typeof got.json === 'object' && got.json !== null && 'code' in got.json ? got.json.code : undefined;

function isProblem(got: Got): void {
  expect(got.headers['content-type']).toContain('application/problem+json');
  expect(got.json).toMatchObject({
    status: got.status,
    type: expect.stringMatching(/^urn:zhitongche:problem:/),
  });
  const { detail, en } = got.json as { detail: string; en: string };
  expect(detail).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/[a-z]/);
  expect(got.text).not.toMatch(/\bat .*\.ts:|select |insert |node_modules/);
}
