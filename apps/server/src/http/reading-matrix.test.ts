import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EndpointName } from '@zhitongche/contract';
import { SESSION_COOKIE } from '../../../../platform/account/server/cookie.ts';
import { readSheets } from '../../../../platform/file/server/sheet.ts';
import { newId } from '@zhitongche/host';
import { follow } from '../job/fact-projector.ts';
import { createCase, saveDraft } from '@zhitongche/case/server';
import { type Door, openDoor, type Sent } from '../../testing/door.ts';
import { workOff } from '../../testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import {
  answersOf,
  personsService,
  type Planted,
  planted,
  readablePapers,
  unitsService,
  unmasked,
} from '../../testing/planted.ts';
import { freshKey, takes } from '../../testing/story.ts';

/** Who is asked about in which case; nobody stands in two. */
const PEOPLE = {
  // The unit's, finished with papers and registers; and the unit's, with division 出国审批处 now.
  earlier: planted('欧阳明月', '1949-12-31', 1),
  running: planted('司马长风', '1951-11-29', 2),
  // Another unit's, finished.
  other: planted('诸葛清泉', '1953-10-27', 3),
  // The unit's, before its signer: nothing of it is the office's yet.
  inside: planted('东方晓晨', '1959-06-17', 6),
  // A citizen's, finished; and one the citizen is still typing.
  own: planted('上官飞雪', '1955-09-23', 4),
  typed: planted('令狐寒山', '1957-08-21', 5),
} as const;
type CaseName = keyof typeof PEOPLE;
const NAMES = Object.keys(PEOPLE) as CaseName[];

const CAST = [
  'filer',
  'signer',
  'filer@other',
  'signer@other',
  'filer@cityUnit',
  // The citizen who filed, another one at the same place, and one elsewhere.
  'applicant',
  'applicant@unit',
  'applicant@other',
  'city-reviewer',
  'city-leader',
  'window',
  'handler',
  'handler@security',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
  'passport-officer',
  'finance-officer',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const satisfies readonly Cast[];
type Asked = (typeof CAST)[number];

/** Who reads whom in clear: everything, or what is personal only. Written by hand from the house rules. */
type Clear = Readonly<
  Partial<Record<Asked, Partial<Readonly<Record<CaseName, 'all' | 'personal' | 'sensitive'>>>>>
>;
const NOBODY: Clear = {};
/** The side that filed. */
const FILED: Clear = {
  filer: { earlier: 'all', running: 'all', inside: 'all' },
  'filer@other': { other: 'all' },
  applicant: { own: 'all', typed: 'all' },
};

let t: TestOffice;
let door: Door;
const ids = new Map<CaseName, string>();
const scans = new Map<CaseName, string>();
const idOf = (name: CaseName): string => ids.get(name) ?? '';

/** Asks as somebody and gives the whole answer, as far as somebody got one. */
async function read(who: Asked | null, name: EndpointName, sent: Sent = {}): Promise<string> {
  const got = await door.call(who, name, sent);
  return got.text;
}
const each = async (ask: (name: CaseName) => Promise<string>): Promise<string> => {
  const told: string[] = [];
  for (const name of NAMES) told.push(await ask(name));
  return told.join('\n');
};
const params = (name: CaseName, more: Readonly<Record<string, string>> = {}) => ({
  params: { case: idOf(name), ...more },
});
const TABS = ['todo', 'done', 'copied', 'watch', 'all'] as const;
const REGISTERS = ['trips', 'passport-custody', 'own-trips', 'own-passport-custody'] as const;

/** A way of reading: everything it gives somebody, and who reads whom in clear there. */
interface Way {
  readonly clear: Clear;
  read(who: Asked): Promise<string>;
}

const WAYS: Readonly<Record<string, Way>> = {
  'the page of a case': {
    clear: { ...FILED, handler: { running: 'personal' }, signer: { inside: 'personal' } },
    read: (who) =>
      each(
        async (name) =>
          (await read(who, 'case', params(name))) + (await read(who, 'caseSeats', params(name))),
      ),
  },
  'the printed form': {
    clear: { ...FILED, handler: { running: 'personal' }, signer: { inside: 'personal' } },
    read: (who) =>
      each(async (name) =>
        [
          await read(who, 'applicationSheet', params(name)),
          await read(who, 'applicationSheet', { ...params(name), query: { format: 'docx' } }),
        ].join('\n'),
      ),
  },
  lists: {
    clear: NOBODY,
    async read(who) {
      const told = [await read(who, 'myCases'), await read(who, 'stuckPapers'), await read(who, 'services')];
      for (const tab of TABS) told.push(await read(who, 'inbox', { query: { tab } }));
      return told.join('\n');
    },
  },
  registers: {
    // The own clerks, and the passport desk whoever filed.
    clear: {
      filer: { earlier: 'all' },
      'filer@other': { other: 'all' },
      'passport-officer': { earlier: 'all', other: 'all', own: 'all' },
    },
    async read(who) {
      const told: string[] = [];
      for (const register of REGISTERS) told.push(await read(who, 'register', { params: { register } }));
      return told.join('\n');
    },
  },
  counts: {
    clear: NOBODY,
    read: async (who) =>
      [
        await read(who, 'inboxCounts'),
        await read(who, 'stats'),
        await read(who, 'deadlines'),
        await read(who, 'registers'),
      ].join('\n'),
  },
  'the exported list': {
    clear: NOBODY,
    async read(who) {
      const session = await t.session(who);
      const reply = await door.http.inject({
        method: 'GET',
        url: '/api/inbox/export?tab=all',
        headers: { cookie: `${SESSION_COOKIE}=${session.token}` },
      });
      if (reply.statusCode !== 200) return reply.payload;
      const sheets = await readSheets('list.xlsx', reply.rawPayload);
      expect(sheets.ok).toBe(true);
      return JSON.stringify(sheets);
    },
  },
  suggestions: {
    // The unit's own travellers by their numbers, for its clerks to fill in the next application.
    clear: {
      filer: { earlier: 'sensitive', running: 'sensitive', inside: 'sensitive' },
      'filer@other': { other: 'sensitive' },
    },
    read: async (who) =>
      [
        await read(who, 'travellers'),
        await read(who, 'people'),
        await each((name) => read(who, 'people', { query: { case: idOf(name), act: 'copy' } })),
        await each((name) => read(who, 'travellers', { query: { q: PEOPLE[name].citizenId } })),
      ].join('\n'),
  },
  notices: { clear: NOBODY, read: (who) => read(who, 'notices') },
  'errors of acts': {
    clear: NOBODY,
    read: (who) =>
      each(async (name) => {
        const body = { revision: 999, command: { act: 'agree' } };
        const stale = { answers: { subject: '别处改过' }, revision: 999 };
        const reveal = { fields: ['nothing'], purpose: '核对' };
        return [
          await read(who, 'act', { ...params(name), body }),
          await read(who, 'saveDraft', { ...params(name), body: stale }),
          await read(who, 'reveal', { ...params(name), body: reveal }),
          await read(who, 'rate', { ...params(name), body: { score: 9 } }),
        ].join('\n');
      }),
  },
  'a copy of a case': {
    clear: { ...FILED, applicant: { own: 'all' } },
    async read(who) {
      return await each(async (name) => {
        const service = name === 'own' || name === 'typed' ? 'own' : 'toy';
        const made = await door.call(who, 'createCase', { body: { service, copyOf: idOf(name) } });
        if (made.status !== 200) return made.text;
        const { id } = made.json as { id: string };
        const page = await read(who, 'case', { params: { case: id } });
        await door.call(who, 'deleteDraft', { params: { case: id } });
        return page;
      });
    },
  },
  papers: {
    clear: {
      filer: { earlier: 'all' },
      'filer@other': { other: 'all' },
      applicant: { own: 'all' },
      'passport-officer': { earlier: 'all', other: 'all', own: 'all' },
    },
    read: (who) =>
      each(async (name) =>
        [
          await read(who, 'paper', params(name, { paper: 'certificate' })),
          await read(who, 'paper', { ...params(name, { paper: 'certificate' }), query: { format: 'docx' } }),
        ].join('\n'),
      ),
  },
  files: {
    clear: {
      filer: { earlier: 'sensitive', running: 'sensitive', inside: 'sensitive' },
      'filer@other': { other: 'sensitive' },
      applicant: { own: 'sensitive', typed: 'sensitive' },
    },
    read: (who) =>
      each(
        async (name) =>
          (await read(who, 'file', params(name, { file: scans.get(name) ?? '' }))) +
          (await read(who, 'fileScans', params(name))),
      ),
  },
};

beforeAll(async () => {
  t = await testOffice({ services: [unitsService, personsService], papers: readablePapers });
  door = await openDoor(t);
  const by: Readonly<Record<CaseName, Cast>> = {
    earlier: 'filer',
    running: 'filer',
    inside: 'filer',
    other: 'filer@other',
    own: 'applicant',
    typed: 'applicant',
  };
  for (const name of NAMES) {
    const filer = await t.actor(by[name]);
    const service = by[name] === 'applicant' ? 'own' : 'toy';
    const { id } = await createCase(t.app, filer, { key: freshKey(), service });
    ids.set(name, id);
    const scan = await plantScan(id, PEOPLE[name], filer.id);
    scans.set(name, scan.id);
    const answers = { ...answersOf(PEOPLE[name]), scan: [scan] };
    if (name === 'typed') {
      await saveDraft(t.app, filer, { caseId: id, answers, revision: 0 });
      continue;
    }
    await takes(t, by[name], id, { act: 'submit', answers });
    if (name === 'inside') continue;
    await takes(t, name === 'other' ? 'signer@other' : 'signer', id, { act: 'agree' });
    if (name !== 'running') await takes(t, 'handler', id, { act: 'agree' });
    await workOff(t.app);
  }
}, 120_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

async function plantScan(caseId: string, who: Planted, by: string) {
  const { digest, size } = await t.app.blobs.put(Buffer.from(who.scan));
  const file = { id: newId(), name: '护照.pdf', size, type: 'application/pdf', digest };
  await t.base.owner.query(
    `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [t.office, file.id, caseId, file.name, file.type, size, digest, by],
  );
  return file;
}

/** Whom a text gives away, and how much. */
function givenAway(said: string): Partial<Record<CaseName, string>> {
  // Numbers of requests and cases begin with the instant: now and then one holds the digits of a day. So does what
  // happened on the anniversary of a birth.
  const text = said
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, '')
    .replaceAll(/20\d\d-\d\d-\d\d/g, '');
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const { personal, sensitive } = unmasked(PEOPLE[name]);
      const has = (shapes: readonly string[]) => shapes.some((shape) => text.includes(shape));
      const [p, s] = [has(personal), has(sensitive)];
      return p || s ? [[name, p && s ? 'all' : p ? 'personal' : 'sensitive']] : [];
    }),
  );
}

describe('every way of reading gives each role in each place exactly what its scope and the form allow', () => {
  for (const [name, way] of Object.entries(WAYS))
    it(name, async () => {
      const got: Record<string, unknown> = {};
      for (const who of CAST) got[who] = givenAway(await way.read(who));
      expect(got).toEqual(Object.fromEntries(CAST.map((who) => [who, way.clear[who] ?? {}])));
    });

  it('searching for what one may not see finds nothing, in lists and in registers', async () => {
    const found: string[] = [];
    for (const who of CAST)
      for (const name of NAMES)
        for (const kind of ['name', 'born', 'citizenId', 'passport'] as const) {
          const q = PEOPLE[name][kind];
          const asked: readonly (readonly [string, EndpointName, Sent])[] = [
            ['list', 'inbox', { query: { tab: 'all', q } }],
            ['list', 'myCases', { query: { q } }],
            ...['passport-custody', 'own-passport-custody'].map(
              (register) => ['register', 'register', { params: { register }, query: { q } }] as const,
            ),
          ];
          for (const [way, endpoint, sent] of asked) {
            const { json } = await door.call(who, endpoint, sent);
            const items = typeof json === 'object' && json !== null && 'items' in json ? json.items : [];
            if (Array.isArray(items) && items.length > 0) found.push(`${way} · ${who} · ${name} · ${kind}`);
          }
        }
    const numbers = (who: Asked, name: CaseName) =>
      ['citizenId', 'passport'].map((kind) => `register · ${who} · ${name} · ${kind}`);
    expect([...new Set(found)].toSorted()).toEqual(
      [
        ...numbers('filer', 'earlier'),
        ...numbers('filer@other', 'other'),
        ...numbers('passport-officer', 'earlier'),
        ...numbers('passport-officer', 'other'),
        ...numbers('passport-officer', 'own'),
      ].toSorted(),
    );
  });
});

describe('lookups of checks', () => {
  /** Whose earlier trips and passports somebody learns of by sending a number. */
  const learned = async (who: Asked, service: string, about: CaseName | null): Promise<readonly string[]> => {
    const told: string[] = [];
    for (const name of NAMES) {
      const body = {
        answers: { citizenId: PEOPLE[name].citizenId },
        ...(about ? { case: idOf(about) } : {}),
      };
      const { status, text } = await door.call(who, 'lookups', { params: { service }, body });
      // The number was sent, so that only what came beside it was learned.
      const more = text.replaceAll(PEOPLE[name].citizenId, '');
      if (status === 200 && (text.includes('exitDate') || Object.keys(givenAway(more)).length > 0))
        told.push(name);
    }
    return told;
  };

  it('answer a number somebody typed only to those who file, and only about their own unit', async () => {
    for (const who of CAST)
      expect([who, await learned(who, 'toy', null)]).toEqual([
        who,
        who === 'filer' ? ['earlier'] : who === 'filer@other' ? ['other'] : [],
      ]);
  });

  it('answer nobody else who asks by way of a case', async () => {
    for (const who of CAST)
      expect([who, await learned(who, 'toy', 'running')]).toEqual([who, who === 'filer' ? ['earlier'] : []]);
  });

  it('tell a person nothing of a unit, nor of another person at the same place', async () => {
    for (const who of ['applicant', 'applicant@unit', 'applicant@other'] as const)
      expect([who, await learned(who, 'own', null)]).toEqual([who, []]);
  });
});

describe('what is still in the unit', () => {
  /** Everybody who has to do with an office, a city office or a division and none with the unit. */
  const ABOVE = CAST.filter((who) => !/^(filer|signer|applicant)/.test(who));

  it('opens to nobody of the office, nor shows in lists, counts, searches, exports, suggestions, notices', async () => {
    const id = idOf('inside');
    for (const who of ABOVE) {
      for (const name of ['case', 'caseSeats', 'fileScans'] as const) {
        const { status } = await door.call(who, name, params('inside'));
        expect([who, name, status]).toEqual([who, name, 404]);
      }
      const told = [];
      for (const way of ['lists', 'registers', 'the exported list', 'suggestions', 'notices'])
        told.push(await WAYS[way]?.read(who));
      for (const tab of TABS) {
        told.push(await read(who, 'inbox', { query: { tab, unit: t.orgs.unit } }));
        told.push(await read(who, 'inbox', { query: { tab, step: 'sign' } }));
        told.push(await read(who, 'inbox', { query: { tab, light: 'red' } }));
      }
      expect([who, told.join('').includes(id)]).toEqual([who, false]);
    }
    expect((await door.call('signer', 'case', params('inside'))).status).toBe(200);
  });

  it('counts as waiting for the unit, and for nobody above', async () => {
    const waiting = async (who: Asked) => {
      const { json } = await door.call(who, 'stats', { query: { of: 'office' } });
      return (json as { open: number }).open;
    };
    expect([await waiting('signer'), await waiting('director'), await waiting('window')]).toEqual([2, 1, 1]);
  });
});

describe('two persons at the same place', () => {
  it('share nothing of a service that persons file for themselves: neither page, list, draft nor count', async () => {
    for (const who of ['applicant@unit', 'filer', 'applicant@other'] as const) {
      for (const name of ['own', 'typed'] as const) {
        const { status } = await door.call(who, 'case', params(name));
        expect([who, name, status]).toEqual([who, name, 404]);
      }
      for (const [endpoint, query] of [
        ['myCases', {}],
        ['inbox', { tab: 'all' }],
        ['inbox', { tab: 'watch' }],
      ] as const) {
        const text = await read(who, endpoint, { query });
        expect([who, text.includes(idOf('own')), text.includes(idOf('typed'))]).toEqual([who, false, false]);
      }
    }
    // The signer sat on the one, and nobody but its writer has to do with the other.
    expect((await door.call('signer', 'case', params('own'))).status).toBe(200);
    expect((await door.call('signer', 'case', params('typed'))).status).toBe(404);
  });

  it('are not suggested to each other, nor to the clerks of the place', async () => {
    for (const who of ['applicant', 'applicant@unit', 'filer', 'signer'] as const)
      expect([who, (await read(who, 'people')).includes('申请人')]).toEqual([who, false]);
  });
});

it('a scan the form hides opens for whoever had it revealed for a purpose, and for nobody else', async () => {
  const asked = params('running', { file: scans.get('running') ?? '' });
  const body = { fields: ['scan'], purpose: '核对护照' };
  expect((await door.call('handler', 'file', asked)).status).toBe(403);
  expect((await door.call('handler', 'reveal', { ...params('running'), body })).status).toBe(200);
  expect((await door.call('handler', 'file', asked)).text).toContain(PEOPLE.running.scan);
  expect((await door.call('signer', 'file', asked)).status).toBe(403);
});

describe('what strangers and auditors read', () => {
  it('the page of a code, and of a file, names nobody', async () => {
    const papers = await t.base.owner.query<{ code: string; token: string }>('select code, token from paper');
    expect(papers.length).toBeGreaterThan(0);
    for (const { code, token } of papers)
      for (const one of [code, token]) {
        const text = await read(null, 'verify', { params: { code: one } });
        expect(text).toContain('查验一致');
        expect(givenAway(text)).toEqual({});
      }
    for (const who of ['filer', 'director'] as const) {
      const bytes = await read(who, 'paper', params('earlier', { paper: 'certificate' }));
      const text = await read(null, 'verifyFile', { file: { name: 'a.pdf', bytes } });
      expect(text).toContain('查验一致');
      expect(givenAway(text)).toEqual({});
    }
  });

  it('the audit shows its administrator no line with a value in it, after all that was asked above', async () => {
    await door.call('handler', 'reveal', {
      ...params('running'),
      body: { fields: ['citizenId', 'holder'], purpose: '核对' },
    });
    let cursor: string | null = null;
    let lines = 0;
    do {
      const got = await door.call('audit-admin', 'auditLog', { query: cursor ? { cursor } : {} });
      const page = got.json as { items: unknown[]; next: string | null };
      expect(givenAway(got.text)).toEqual({});
      lines += page.items.length;
      cursor = page.next;
    } while (cursor !== null);
    expect(lines).toBeGreaterThan(100);
    const [stored] = await t.base.owner.query<{ text: string }>(
      "select string_agg(a::text, ' ') as text from audit a",
    );
    expect(givenAway(stored?.text ?? '')).toEqual({});
  });
});

it('the live stream says that a case moved, to those it concerns, and nothing else', async () => {
  const stop = await t.app.live.listen();
  const address = await door.http.listen({ host: '127.0.0.1', port: 0 });
  const heard = new Map<Asked, string>();
  const leave = new AbortController();
  for (const who of ['filer', 'handler', 'window', 'applicant@unit', 'filer@other', 'audit-admin'] as const) {
    const { token } = await t.session(who);
    const reply = await fetch(`${address}/api/live`, {
      headers: { cookie: `${SESSION_COOKIE}=${token}` },
      signal: leave.signal,
    });
    heard.set(who, '');
    void (async () => {
      const decoder = new TextDecoder();
      for await (const bytes of reply.body ?? [])
        heard.set(who, (heard.get(who) ?? '') + decoder.decode(bytes));
    })().catch(() => undefined);
  }
  await takes(t, 'handler', idOf('running'), { act: 'agree' });
  await workOff(t.app);
  await follow(t.app, t.office);
  await expect.poll(() => heard.get('handler'), { timeout: 10_000 }).toContain(idOf('running'));
  for (const [who, text] of heard) {
    expect([who, givenAway(text)]).toEqual([who, {}]);
    if (who === 'applicant@unit' || who === 'filer@other' || who === 'audit-admin')
      expect([who, text.includes(idOf('running'))]).toEqual([who, false]);
  }
  leave.abort();
  await stop();
});
