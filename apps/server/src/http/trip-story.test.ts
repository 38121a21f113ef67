import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandShape } from '@zhitongche/contract';
import type { Answers } from '@zhitongche/form';
import { UNIT_OPINIONS } from '@zhitongche/access';
import { ownDelegation } from '@zhitongche/catalogue/outbound/trip/samples.ts';
import { CLEARED } from '../../../../catalogue/outbound/trip/testing/roads.ts';
import { ContentCache } from '@zhitongche/core/server';
import { withUploads } from '../first-run/demo-files.ts';
import { follow } from '../job/fact-projector.ts';
import { type Door, openDoor } from '../../testing/door.ts';
import { caseView } from '@zhitongche/case/server';
import { workOff } from '../../testing/jobs.ts';
import { followedAll } from '../../testing/settled.ts';
import { type Cast, testOffice, type TestOffice } from '../../testing/office.ts';
import { revisionOf } from '../../testing/story.ts';

const TODAY = '2026-03-02';
let t: TestOffice;
let door: Door;
const page = { digest: 'a'.repeat(64), size: 1000, type: 'application/pdf' };

beforeAll(async () => {
  t = await testOffice();
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

interface View {
  readonly row: {
    status: string;
    step: string | null;
    number: string | null;
    light: string;
    turn: string[];
    stepTitle: string;
  };
  readonly acts: { act: string }[];
  readonly problems: { code: string; level: string; message: string; basis?: { title: string } }[];
  readonly papers: { paper: string; status: string; number: string | null; code: string | null }[];
  readonly timeline: { text: string }[];
  readonly state: { answers: Answers; previous: Answers | null; faults: unknown[] };
}

async function begin(
  cast: Cast,
  change: (answers: Answers) => Answers = (a) => a,
): Promise<{ id: string; answers: Answers }> {
  const { json } = await door.call(cast, 'createCase', { body: { service: 'outbound-trip' } });
  const { id } = json as { id: string };
  const person = (await t.actor(cast)).id;
  const sample = change(ownDelegation({ today: TODAY }));
  return { id, answers: await withUploads(t.app, { office: t.office, caseId: id, person }, page, sample) };
}

async function act(cast: Cast, id: string, command: CommandShape): Promise<View> {
  const body = { revision: await revisionOf(t, id), command };
  const got = await door.call(cast, 'act', { params: { case: id }, body });
  expect([command.act, got.status, got.status === 200 ? '' : got.text]).toEqual([command.act, 200, '']);
  await expectSameAsReadAnew(cast, id, got.json);
  return got.json as View;
}

/** An act answers with a page put together from memory; a process that remembers nothing must read the same. */
async function expectSameAsReadAnew(cast: Cast, id: string, answered: unknown): Promise<void> {
  const forgetful = { ...t.app, contents: new ContentCache() };
  const read: unknown = JSON.parse(JSON.stringify(await caseView(forgetful, await t.actor(cast), id)));
  expect(answered).toEqual(read);
}

/** Submits and explains every warning, as a clerk would who is sure. */
async function submit(cast: Cast, id: string, answers: Answers): Promise<View> {
  const explanations: Record<string, string> = {};
  await door.call(cast, 'saveDraft', { params: { case: id }, body: { answers, revision: 0 } });
  const view = (await door.call(cast, 'case', { params: { case: id } })).json as View;
  for (const problem of view.problems)
    if (problem.level === 'warn') explanations[problem.code] = '情况属实，已核对。';
  return await act(cast, id, { act: 'submit', answers, explanations });
}

describe('a delegation abroad over the HTTP door', () => {
  it('is stopped with seven people, eleven days and a dear hotel, each with its basis, and nothing is filed', async () => {
    const { id, answers } = await begin('filer@cityUnit');
    const legs = Array.isArray(answers.legs) ? answers.legs : [];
    const members = Array.isArray(answers.members) ? answers.members : [];
    const over = {
      ...answers,
      members: [...members, {}],
      entryDate: '2026-05-27',
      legs: legs.map((leg, index) =>
        index === 0 && leg instanceof Object ? { ...leg, hotelPrice: '26000.00' } : leg,
      ),
    };
    const got = await door.call('filer@cityUnit', 'act', {
      params: { case: id },
      body: { revision: 0, command: { act: 'submit', answers: over } },
    });
    expect(got.status).toBe(422);
    const { problems } = got.json as { problems: View['problems'] };
    const told = new Map(problems.map((problem) => [problem.code, problem]));
    for (const code of ['R-08', 'R-03', 'F-01']) expect(told.get(code)?.basis?.title).toMatch(/中办发|财行/);
    expect(await revisionOf(t, id)).toBe(0);
  });

  it('goes the unit’s departments, signer and personnel authority, city with three faults, again, window, two divisions, head, deputy, papers, return', async () => {
    const { id, answers } = await begin('filer@cityUnit');
    await submit('filer@cityUnit', id, answers);
    for (const role of UNIT_OPINIONS)
      await act(`${role}@cityUnit`, id, { act: 'agree', opinion: '经审核，同意。' });
    await act('signer@cityUnit', id, { act: 'agree', opinion: '同意申报。' });
    const person = (await t.actor('unit-personnel@cityUnit')).id;
    const where = { office: t.office, caseId: id, person };
    const data = await withUploads(t.app, where, page, CLEARED);
    await act('unit-personnel@cityUnit', id, { act: 'filed', data });

    const city = await door.call('city-reviewer', 'inbox');
    expect(city.json).toMatchObject({ items: [{ id, stepTitle: '市外办审核', light: 'green', seat: 's6' }] });
    const faults = [
      { at: 'members.2.post', message: '职务与邀请函不一致' },
      { at: 'legs.0.inviterPost', message: '缺邀请人职务' },
      { at: 'publicity.0.feedback', message: '请写明公示反馈' },
    ];
    await act('city-reviewer', id, { act: 'correct', faults });
    const back = (await door.call('filer@cityUnit', 'case', { params: { case: id } })).json as View;
    expect(back.row).toMatchObject({ status: 'correcting', light: 'grey' });
    expect(back.state.faults).toHaveLength(3);
    const told = (await door.call('filer@cityUnit', 'notices')).json as { items: { text: string }[] };
    expect(told.items.some(({ text }) => text.includes('共 3 处'))).toBe(true);

    const corrected = { ...answers, tasks: '已按要求补充各国任务。' };
    const again = await submit('filer@cityUnit', id, corrected);
    expect(again.state.previous).not.toBeNull();
    await act('city-reviewer', id, { act: 'agree' });
    await act('city-leader', id, { act: 'agree', opinion: '同意上报。' });
    await act('window', id, { act: 'accept' });
    await act('handler', id, { act: 'agree', opinion: '材料齐全，拟同意。' });
    await act('countersigner', id, { act: 'agree' });
    await act('countersigner@finance', id, { act: 'agree' });
    await act('division-head', id, { act: 'agree' });
    const approved = await act('deputy-director', id, { act: 'agree', opinion: '同意。' });
    expect(approved.row.status).toBe('issuing');

    const stuck = (await door.call('handler', 'stuckPapers')).json as { paper: string; status: string }[];
    expect(stuck.map((paper) => paper.paper).sort()).toEqual([
      'acceptance',
      'approval',
      'funding-opinion',
      'roster',
    ]);
    await workOff(t.app);
    const done = (await door.call('handler', 'case', { params: { case: id } })).json as View;
    expect(done.papers.map((paper) => `${paper.paper} ${paper.status}`).sort()).toEqual([
      'acceptance issued',
      'approval issued',
      'funding-opinion issued',
      'roster issued',
    ]);
    expect(done.row.step).toBe('abroad');
    expect(((await door.call('handler', 'stuckPapers')).json as unknown[]).length).toBe(0);
  });

  it('leaves papers that anyone can verify by code, by barcode and by file, and no byte may change', async () => {
    const [paper] = await t.base.owner.query<{
      case_id: string;
      code: string;
      token: string;
      pdf_digest: string;
      number: string;
    }>("select case_id, code, token, pdf_digest, number from paper where paper = 'approval'");
    if (!paper) throw new Error('no paper');
    for (const code of [paper.code, paper.code.toLowerCase().replaceAll('-', ' '), paper.token]) {
      const got = await door.call(null, 'verify', { params: { code } });
      expect(got.json).toMatchObject({
        result: 'valid',
        number: paper.number,
        issuer: '某某省人民政府外事办公室',
      });
      // A verifier learns what the service shows publicly and never an identity number.
      // Eighteen digits in a row may stand in a digest by chance.
      expect(got.text.replace(/"digest":"[0-9a-f]+"/, '')).not.toMatch(/\d{17}[\dXx]/);
    }
    const file = await door.call('filer@cityUnit', 'paper', {
      params: { case: paper.case_id, paper: 'approval' },
    });
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
    });
    const pdf = await t.app.blobs.read(paper.pdf_digest);
    const bytes = Buffer.from(pdf ?? []);
    const same = await door.call(null, 'verifyFile', { file: { name: 'a.pdf', bytes } });
    expect(same.json).toMatchObject({ result: 'valid', number: paper.number });
    const at = bytes.indexOf('stream') + 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const changed = await door.call(null, 'verifyFile', { file: { name: 'a.pdf', bytes } });
    expect(changed.json).toMatchObject({ result: 'altered' });
    const none = await door.call(null, 'verify', { params: { code: '7K3D-Q9FM-2XTH' } });
    expect(none.json).toMatchObject({ result: 'not-found' });
  });

  it('is found in the registers by those in scope, masked for those without need, and by no other unit', async () => {
    const own = (await door.call('filer@cityUnit', 'register', { params: { register: 'trips' } })).json as {
      items: { name: string }[];
    };
    expect(own.items).toHaveLength(6);
    expect(own.items[0]?.name).not.toContain('*');
    const office = (await door.call('window', 'register', { params: { register: 'trips' } })).json as {
      items: { name: string; citizenId: string }[];
    };
    // A name is open in the form, and therefore here.
    expect(office.items[0]?.name).toBe(own.items[0]?.name);
    expect(office.items[0]?.citizenId).toMatch(/^\d{6}\*{10}[\dX]{2}$/);
    const other = (await door.call('filer', 'register', { params: { register: 'trips' } })).json as {
      items: unknown[];
    };
    expect(other.items).toEqual([]);
  });

  it('is remembered: the next application of the unit is told of its people’s trips', async () => {
    const { id, answers } = await begin('filer@cityUnit');
    const got = await door.call('filer@cityUnit', 'lookups', {
      params: { service: 'outbound-trip' },
      body: { answers, case: id },
    });
    const found = got.json as {
      'person-trips': { trips: { group: string }[] };
      'similar-trips': { trips: { members: number }[] };
    };
    expect(found['person-trips'].trips).toHaveLength(6);
    expect(found['similar-trips'].trips).toMatchObject([{ members: 6 }]);
    const stranger = await door.call('filer', 'lookups', {
      params: { service: 'outbound-trip' },
      body: { answers },
    });
    expect(stranger.json).toMatchObject({ 'person-trips': { trips: [] }, 'similar-trips': { trips: [] } });
  });

  it('counts for its people wherever they are filed again, without a word about whom they travelled for', async () => {
    const { id, answers } = await begin('filer');
    const got = await door.call('filer', 'act', {
      params: { case: id },
      body: { revision: 0, command: { act: 'submit', answers } },
    });
    expect(got.status).toBe(422);
    const { problems } = got.json as { problems: View['problems'] };
    const frequency = problems.filter(
      ({ message }) => message.includes('县处级') || message.includes('2年内'),
    );
    expect(frequency).toHaveLength(1);
    expect(frequency[0]?.message).toContain('2年内已出访或已批准出访1次');
  });

  it('is found by two characters, by its number, by its unit; and offers its people for the next form', async () => {
    const search = async (q: string) =>
      (
        (await door.call('window', 'inbox', { query: { tab: 'all', q } })).json as {
          items: { number: string }[];
        }
      ).items;
    const [hit] = await search('经贸');
    expect(hit?.number).toMatch(/^2026-\d{6}$/);
    expect(await search(hit?.number ?? '')).toHaveLength(1);
    expect(await search('市商务局 经贸')).toHaveLength(1);
    expect(await search('没有的词')).toEqual([]);
    const people = (await door.call('filer@cityUnit', 'travellers')).json as { name: string }[];
    expect(people).toHaveLength(6);
  });

  it('counts once in the statistics, however often the follower runs', async () => {
    await followedAll(t.app, t.office);
    await follow(t.app, t.office);
    const { json } = await door.call('director', 'stats', { query: { of: 'office' } });
    expect(json).toMatchObject({
      onTime: 1,
      late: 0,
      returned: 1,
      byService: [{ service: 'outbound-trip', count: 1 }],
    });
    const facts = await t.base.owner.query<{ n: number }>(
      "select sum(n) as n from day_fact where what = 'handled'",
    );
    const decided = await t.base.owner.query<{ n: number }>(
      "select count(*) as n from case_event where body->>'type' = 'decided'",
    );
    expect(Number(facts[0]?.n)).toBe(decided[0]?.n);
  });
});
