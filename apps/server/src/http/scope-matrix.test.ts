import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API, type Endpoint, type EndpointName } from '@zhitongche/contract';
import { demoPage } from '../first-run/demo-files.ts';
import { newId } from '@zhitongche/host';
import { createCase } from '@zhitongche/case/server';
import { type Door, openDoor, type Sent } from '../../testing/door.ts';
import { workOff } from '../../testing/jobs.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { freshKey, submitted, takes } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';

/** Where a case may stand, whose it may be. */
const CASES = [
  // A unit's draft, seen by the unit alone.
  'draft',
  // Waiting for the signer of the unit, of another unit, of a unit below the city office.
  'unit',
  'other',
  'cityUnit',
  // The unit's, now with division 出国审批处; the unit's, finished with a paper; and one that was given back to the unit.
  'division',
  'finished',
  'returned',
  // The same as `unit` in every column, but of another office.
  'elsewhere',
] as const;
type CaseName = (typeof CASES)[number];

/** What came out of the unit: an office sees no case before. */
const cameOut = ['division', 'finished', 'returned'] as const;
const ofUnit = ['draft', 'unit', ...cameOut] as const;
const nothing = [] as const;

/** Who sees which: own unit, own division, own office, offices below. Written by hand from the house rules. */
const SEES = {
  filer: ofUnit,
  signer: ofUnit,
  'filer@other': ['other'],
  'signer@other': ['other'],
  'filer@cityUnit': ['cityUnit'],
  'signer@cityUnit': ['cityUnit'],
  // A citizen sees what was filed under the own name.
  applicant: nothing,
  'applicant@other': nothing,
  // An office sees what has come out of the unit, and goes on seeing it.
  'city-reviewer': nothing,
  'city-leader': nothing,
  window: cameOut,
  'deputy-director': cameOut,
  director: cameOut,
  // A division sees the cases it was given a seat in.
  handler: cameOut,
  'division-head': cameOut,
  'passport-officer': cameOut,
  'handler@security': nothing,
  'division-head@general': nothing,
  countersigner: nothing,
  'finance-officer': nothing,
  'system-admin': nothing,
  'security-admin': nothing,
  'audit-admin': nothing,
} as const satisfies Partial<Record<Cast, readonly CaseName[]>>;
type Asked = keyof typeof SEES;

/** What may be asked of a case, and the answer for whoever sees it and may ask. */
interface Ask {
  readonly sent: (name: CaseName) => Sent;
  readonly answer: (who: Asked, name: CaseName) => number;
}

let t: TestOffice;
let door: Door;
const ids = new Map<CaseName, string>();
const files = new Map<CaseName, string>();
const at = (name: CaseName, more: Readonly<Record<string, string>> = {}): Sent => ({
  params: { case: ids.get(name) ?? '', ...more },
});
const hasSeat = (who: Asked, name: CaseName): boolean =>
  name === 'division'
    ? who === 'handler'
    : (who === 'signer' && (name === 'unit' || name === 'returned')) ||
      (who === 'signer@other' && name === 'other') ||
      (who === 'signer@cityUnit' && name === 'cityUnit');
/** Nobody may ask for what the applicant's own side sees unmasked anyway, nor without ever having had a seat. */
const sat = (who: Asked, name: CaseName): boolean =>
  hasSeat(who, name) ||
  (name === 'finished' && (who === 'signer' || who === 'handler')) ||
  (name === 'returned' && who === 'handler') ||
  (name === 'division' && who === 'signer');
/** The clerk of the unit files, saves, deletes and rates; others of the unit only read. */
const clerk = (who: Asked): boolean => who.startsWith('filer');
/** Whoever filed the case may add files until it is closed. */
const filed = (who: Asked, name: CaseName): boolean => clerk(who) && name !== 'finished';

/** Every endpoint about one case; the contract may not grow another without an entry here. */
const ASKS: Readonly<Partial<Record<EndpointName, Ask>>> = {
  case: { sent: (name) => at(name), answer: () => 200 },
  caseSeats: { sent: (name) => at(name), answer: () => 200 },
  act: {
    sent: (name) => ({ ...at(name), body: { revision: 999, command: { act: 'agree' } } }),
    answer: () => 409,
  },
  saveDraft: {
    sent: (name) => ({ ...at(name), body: { answers: { subject: '别处改过' }, revision: 999 } }),
    answer: (who) => (clerk(who) ? 409 : 403),
  },
  reveal: {
    sent: (name) => ({ ...at(name), body: { fields: ['nothing'], purpose: '核对' } }),
    answer: (who, name) => (sat(who, name) ? 422 : 403),
  },
  rate: {
    sent: (name) => ({ ...at(name), body: { score: 5 } }),
    answer: (who, name) => (name === 'finished' && clerk(who) ? 204 : 409),
  },
  openFrom: { sent: (name) => ({ ...at(name), body: { open: 'nothing' } }), answer: () => 409 },
  linkCases: {
    sent: (name) => ({ ...at(name), body: { kind: 'nothing', number: '2026-000001' } }),
    answer: () => 403,
  },
  unlinkCases: {
    sent: (name) => ({ ...at(name, { link: newId() }), body: { reason: '关联错了' } }),
    answer: () => 404,
  },
  uploadFile: {
    // No whole PDF: whoever may upload here is told so.
    sent: (name) => ({ ...at(name), file: { name: 'a.pdf', bytes: '%PDF-1.4' } }),
    answer: (who, name) => (filed(who, name) || hasSeat(who, name) ? 422 : 403),
  },
  specimens: { sent: (name) => at(name), answer: () => 200 },
  specimen: { sent: (name) => at(name, { file: newId() }), answer: () => 404 },
  fileScans: { sent: (name) => at(name), answer: () => 200 },
  file: { sent: (name) => at(name, { file: files.get(name) ?? newId() }), answer: () => 200 },
  paper: {
    sent: (name) => at(name, { paper: 'certificate' }),
    answer: (_who, name) => (name === 'finished' ? 200 : 404),
  },
  applicationSheet: { sent: (name) => at(name), answer: () => 200 },
  preparedPaper: {
    sent: (name) => at(name, { paper: 'none' }),
    answer: (who, name) => (clerk(who) ? (name === 'draft' ? 404 : 409) : 403),
  },
  copyAnswers: {
    sent: at,
    // Nobody has proven an address: whoever filed it is told so, and of a draft everybody that there is no copy.
    answer: (who, name) => (name === 'draft' || clerk(who) ? 409 : 403),
  },
  payOrder: { sent: at, answer: () => 409 },
  appointments: { sent: at, answer: () => 200 },
  bookAppointment: {
    sent: (name) => ({ ...at(name), body: { place: newId(), from: '2026-03-03T01:00:00.000Z' } }),
    answer: (who) => (clerk(who) ? 409 : 404),
  },
  cancelAppointment: { sent: (name) => at(name, { id: newId() }), answer: () => 404 },
  appointmentFile: { sent: (name) => at(name, { id: newId() }), answer: () => 404 },
  caseTicket: { sent: at, answer: () => 200 },
  // Last, for it takes the draft away from those who see it.
  deleteDraft: {
    sent: (name) => at(name),
    // The clerk, asked first, takes the draft away from the signer as well.
    answer: (who, name) => (clerk(who) ? (name === 'draft' ? 204 : 409) : name === 'draft' ? 404 : 403),
  },
};

beforeAll(async () => {
  t = await testOffice({ services: [toyService] });
  door = await openDoor(t);
  const file = (by: Cast) => submitted(t, 'toy', { subject: '海南考察', copies: 1 }, { by });
  ids.set('draft', (await createCase(t.app, await t.actor('filer'), { key: freshKey(), service: 'toy' })).id);
  ids.set('unit', await file('filer'));
  ids.set('other', await file('filer@other'));
  ids.set('cityUnit', await file('filer@cityUnit'));
  ids.set('division', await file('filer'));
  ids.set('finished', await file('filer'));
  ids.set('returned', await file('filer'));
  for (const name of cameOut) await takes(t, 'signer', ids.get(name) ?? '', { act: 'agree' });
  await takes(t, 'handler', ids.get('returned') ?? '', { act: 'return', to: 'sign', opinion: '请单位再核' });
  await takes(t, 'handler', ids.get('finished') ?? '', { act: 'agree' });
  await workOff(t.app);
  const page = await demoPage(t.app, '2026-03-02');
  for (const [name, id] of ids) {
    const upload = newId();
    files.set(name, upload);
    await t.base.owner.query(
      `insert into upload (office, id, case_id, name, type, size, digest, by_person, at)
       values ($1, $2, $3, '附件.pdf', $4, $5, $6, $7, now())`,
      [t.office, upload, id, page.type, page.size, page.digest, (await t.actor('filer')).id],
    );
  }
  const twin = newId();
  await t.base.owner.query("insert into office (office, name) values ('elsewhere', '另一省外办')");
  await t.base.owner.query(
    `insert into case_file (office, id, service, version, status, step, title, unit, applicant, applicant_name, state, revision, head)
     select 'elsewhere', $2, service, version, status, step, title, unit, applicant, applicant_name, state, revision, head
     from case_file where office = $1 and id = $3`,
    [t.office, twin, ids.get('unit')],
  );
  ids.set('elsewhere', twin);
}, 120_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

// The public door knows none of these people; who passes it is asked in its own tests.
const aboutOneCase = (Object.entries(API) as [EndpointName, Endpoint][]).filter(
  ([, { path, caller }]) => path.includes('/:case') && caller !== 'visitor',
);

describe('a case answers each role in each place exactly as far as its scope reaches', () => {
  it('at every endpoint about one case, and there is none without an entry', () => {
    expect(Object.keys(ASKS).toSorted()).toEqual(aboutOneCase.map(([name]) => name).toSorted());
  });

  for (const [name, ask] of Object.entries(ASKS) as [EndpointName, Ask][]) {
    it(`${API[name].method} ${API[name].path}`, async () => {
      const { caller } = API[name] as Endpoint;
      const expected: Record<string, number> = {};
      const got: Record<string, number> = {};
      for (const who of Object.keys(SEES) as Asked[]) {
        const may = caller === 'signed-in' || (caller as readonly string[]).includes(who.split('@')[0] ?? '');
        for (const one of CASES) {
          const sees = (SEES[who] as readonly CaseName[]).includes(one);
          const pair = `${who} · ${one}`;
          expected[pair] = !may ? 403 : sees ? ask.answer(who, one) : 404;
          got[pair] = (await door.call(who, name, ask.sent(one))).status;
        }
      }
      expect(got).toEqual(expected);
    });
  }

  it('and lists hold what may be opened, no more and no less', async () => {
    for (const who of Object.keys(SEES) as Asked[]) {
      const listed = await idsIn(who, 'inbox', { tab: 'all', limit: '200' });
      const sees = (SEES[who] as readonly CaseName[]).filter((one) => one !== 'draft');
      expect([who, listed]).toEqual([who, sees.map((one) => ids.get(one) ?? '').toSorted()]);
    }
  });
});

async function idsIn(who: Asked, name: 'inbox', query: Readonly<Record<string, string>>) {
  const { json } = await door.call(who, name, { query });
  const { items } = json as { items: { id: string; status: string }[] };
  return items
    .filter((row) => row.status !== 'draft')
    .map((row) => row.id)
    .toSorted();
}
