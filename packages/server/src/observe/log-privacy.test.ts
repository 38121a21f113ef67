import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API, type Endpoint, type EndpointName } from '@zhitongche/contract';
import type { Role } from '@zhitongche/kernel';
import { makeLog } from '../logging.ts';
import { newId } from '../id.ts';
import { makePapers } from '../paper/paper-maker.ts';
import type { PaperMaker } from '../ports/paper-maker.ts';
import { type Door, openDoor, type Sent } from '../testing/door.ts';
import { isSchema, type Schema } from '../testing/hostile/from-schema.ts';
import { workOff } from '../testing/jobs.ts';
import { type LogLines, logLines } from '../testing/log-lines.ts';
import { testOffice, type TestOffice } from '../testing/office.ts';
import { submitted, takes } from '../testing/story.ts';
import { toyService } from '../testing/toy-service.ts';

/** What must never be found in a log: names, identity and telephone numbers, passports, passwords, words searched for, file names. */
const PERSONAL = {
  name: '欧阳测试某',
  citizenId: '11010519491231002X',
  phone: '13812345678',
  passport: 'E12345678',
  spelling: 'OUYANG CESHIMOU',
  password: 'Geheim-Passwort-77',
  search: '秘密考察词',
  file: '欧阳某护照扫描件',
} as const;
const ALL = Object.values(PERSONAL).join(' ');

let lines: LogLines;
let t: TestOffice;
let door: Door;
let caseId = '';
let broken = false;
const real = makePapers();
/** A paper maker that complains as libraries do: by quoting what it could not read. */
const papers: PaperMaker = {
  ready: () => real.ready(),
  async make(doc, wish) {
    if (broken)
      throw new SyntaxError(`Unexpected token in "${ALL}" at ${PERSONAL.name} ${PERSONAL.citizenId}`);
    return await real.make(doc, wish);
  },
};

beforeAll(async () => {
  lines = logLines((to) => makeLog({ logLevel: 'debug' }, to));
  // Every statement counts as slow: each leaves its shape in the log.
  const config = { logLevel: 'debug', slowMs: 0, trustedProxies: ['127.0.0.1'] } as const;
  t = await testOffice({ services: [toyService], config, log: lines.log, papers });
  door = await openDoor(t);
  caseId = await submitted(t, 'toy', { ...answers });
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const answers = {
  subject: PERSONAL.search,
  copies: 1,
  holder: PERSONAL.name,
  citizenId: PERSONAL.citizenId,
  people: [{ name: PERSONAL.name, phone: PERSONAL.phone }],
};

/** A value of a schema whose every free text is personal data. */
function filled(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  const [either] = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isSchema) : [];
  if (either) return filled(either);
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(isSchema(schema.properties) ? schema.properties : {}).map(([key, part]) => [
        key,
        filled(isSchema(part) ? part : {}),
      ]),
    );
  if (schema.type === 'array') return isSchema(schema.items) ? [filled(schema.items)] : [];
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  if (schema.type === 'boolean') return true;
  if (schema.type === 'string' && typeof schema.pattern === 'string')
    return [newId(), '2026-03-05', '2026-03-05T00:00:00.000Z', 'agree'].find((one) =>
      new RegExp(String(schema.pattern)).test(one),
    );
  const most = typeof schema.maxLength === 'number' ? schema.maxLength : 500;
  return ALL.slice(0, most);
}

const sentTo = (endpoint: Endpoint, manner: 'fitting' | 'misfit'): Sent => {
  const params = Object.fromEntries(
    [...endpoint.path.matchAll(/:([a-zA-Z]+)/g)].map(([, key = '']) => [
      key,
      manner === 'misfit' ? ALL : key === 'case' ? caseId : key === 'service' ? 'toy' : PERSONAL.citizenId,
    ]),
  );
  const query = endpoint.query ? (filled(endpoint.query as Schema) as Record<string, string>) : {};
  return {
    params,
    query: manner === 'misfit' ? { ...query, q: ALL, [PERSONAL.citizenId]: ALL } : query,
    ...(endpoint.body
      ? { body: manner === 'misfit' ? { [PERSONAL.name]: ALL } : filled(endpoint.body as Schema) }
      : {}),
    ...(endpoint.upload ? { file: { name: `${PERSONAL.file}.pdf`, bytes: `%PDF-1.4 ${ALL}` } } : {}),
    headers: {
      'user-agent': encodeURIComponent(ALL),
      referer: `https://other.example/?q=${encodeURIComponent(ALL)}`,
      'x-forwarded-for': '10.7.7.7',
      'x-request-id': PERSONAL.citizenId,
    },
  };
};

const told = (): readonly string[] =>
  Object.values(PERSONAL).filter((text) =>
    [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)].some((form) =>
      lines.text().includes(form),
    ),
  );

describe('the log', () => {
  it('would be caught with personal data in it', () => {
    const planted = logLines();
    planted.log.info({ q: PERSONAL.search }, 'planted');
    expect(planted.text()).toContain(PERSONAL.search);
  });

  it('names every endpoint that was asked and nothing of what was asked, refused requests included', async () => {
    for (const [name, endpoint] of Object.entries(API) as [EndpointName, Endpoint][]) {
      if (name === 'live' || name === 'logout') continue;
      const may = typeof endpoint.caller === 'string' ? 'filer' : (endpoint.caller[0] as Role);
      for (const who of [null, 'filer', may] as const)
        for (const manner of ['fitting', 'misfit'] as const)
          await door.call(who, name, sentTo(endpoint, manner));
    }
    const named = new Set(lines.said('answered').map((line) => line.endpoint));
    expect(
      Object.keys(API).filter((name) => !named.has(name) && name !== 'live' && name !== 'logout'),
    ).toEqual([]);
    // Statements left their shapes as well, or this would prove little.
    expect(lines.said('slow statement').length).toBeGreaterThan(100);
    expect(told()).toEqual([]);
  });

  it('keeps silent about addresses that do not exist, broken JSON and wrong log-ins', async () => {
    const from = { 'x-forwarded-for': '10.7.7.8' };
    for (const url of [
      `/api/nothing/${PERSONAL.citizenId}?q=${encodeURIComponent(ALL)}`,
      `/${encodeURIComponent(PERSONAL.name)}`,
      `/api/cases/${encodeURIComponent(PERSONAL.name)}/%`,
      `/api/verify/${PERSONAL.passport}`,
    ])
      await door.http.inject({ method: 'GET', url, headers: from });
    await door.call(null, 'login', { body: `{"username":"${PERSONAL.name}","password":"${ALL}` });
    await door.call(null, 'login', { body: { username: PERSONAL.name, password: PERSONAL.password } });
    await door.call('filer', 'saveDraft', { params: { case: caseId }, body: `[${ALL}` });
    expect(told()).toEqual([]);
  });

  it('tells of acts and jobs by kind and case, of a failing one without what its error quotes', async () => {
    await takes(t, 'signer', caseId, { act: 'agree', opinion: ALL.slice(0, 100) });
    await takes(t, 'handler', caseId, { act: 'agree', opinion: ALL.slice(0, 100) });
    broken = true;
    await workOff(t.app);
    const [failed] = lines.said('job failed');
    expect(failed).toMatchObject({ job: 'issue', case: caseId, office: 'test', attempts: 1 });
    broken = false;
    t.at('2026-03-03');
    await workOff(t.app);
    expect(lines.said('job done')).toContainEqual(
      expect.objectContaining({ job: 'issue', case: caseId, attempts: 2, ms: expect.any(Number) }),
    );
    expect(told()).toEqual([]);
  });
});
