import { isJsonObject, versionIn } from '@zhitongche/base';
import { caseView, createCase, deleteDraft, lookupsFor, saveDraft } from '@zhitongche/case/server';
import { ProblemError } from '@zhitongche/core/server';
import type { Answers } from '@zhitongche/form';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { freshKey, takes } from '../../../../apps/server/testing/story.ts';
import { withUploads } from '../../../../apps/server/src/first-run/demo-files.ts';
import { ownDelegation } from '../samples.ts';
import { outboundTrip } from './index.ts';

const TODAY = '2026-03-02';
let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [outboundTrip] });
  t.at(TODAY);
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const filer = () => t.actor('filer');
const begun = async () => {
  const { id } = await createCase(t.app, await filer(), { key: freshKey(), service: 'outbound-trip' });
  const by = { office: t.office, caseId: id, person: (await filer()).id };
  const page = { digest: 'a'.repeat(64), size: 1000, type: 'application/pdf' };
  return { id, answers: await withUploads(t.app, by, page, ownDelegation({ today: TODAY })) };
};
const saved = async (id: string, answers: Answers, revision: number) =>
  await saveDraft(t.app, await filer(), { caseId: id, revision, answers });
const draws = async (id: string, paper: string, query = {}) =>
  await door.call('filer', 'preparedPaper', { params: { case: id, paper }, query });
const codeOf = async (id: string, paper: string, query = {}): Promise<string> => {
  const got = await draws(id, paper, query);
  expect([got.status, got.status === 200 ? '' : got.text]).toEqual([200, '']);
  return versionIn(got.text) ?? '';
};
const marked = (answers: Answers, key: string, version: string): Answers => ({
  ...answers,
  [key]: (answers[key] as readonly object[]).map((file) => ({ ...file, version })),
});

/** What of prepared papers stands against handing it in, with every other reason given; nothing once it is filed. */
const refused = async (id: string, answers: Answers) => {
  const { problems } = await caseView(t.app, await filer(), id);
  const asked = problems.filter(({ code, level }) => level === 'warn' && !code.startsWith('prepared.'));
  const explanations = Object.fromEntries(asked.map(({ code }) => [code, '情况属实，已核对。']));
  try {
    await takes(t, 'filer', id, { act: 'submit', answers, explanations });
    expect((await caseView(t.app, await filer(), id)).row.status).toBe('running');
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const found = error.more.problems ?? [];
    expect(found.filter(({ at }) => at[0] !== 'requestLetter')).toEqual([]);
    return found;
  }
};

test('a request drawn from the draft, sealed and brought back is filed; one drawn before a change is refused with what changed', async () => {
  const { id, answers } = await begun();
  await saved(id, answers, 0);
  const first = await codeOf(id, 'request');
  expect(first).not.toBe('');
  // The same answers are the same version, however often and in whatever form they are drawn.
  expect(await codeOf(id, 'request')).toBe(first);
  expect((await draws(id, 'request', { format: 'docx' })).status).toBe(200);

  const route = typeof answers['route'] === 'string' ? answers['route'] : '';
  const later: Answers = { ...answers, route: `${route}（经上海）` };
  await saved(id, later, 1);
  const second = await codeOf(id, 'request');
  expect(second).not.toBe(first);

  expect(await refused(id, marked(later, 'requestLetter', first))).toMatchObject([
    {
      code: 'prepared.version',
      level: 'block',
      at: ['requestLetter'],
      message: expect.stringContaining(`往返路线（原为“${route}”）`),
    },
  ]);
  expect(await refused(id, marked(later, 'requestLetter', 'AAAA-AAAA-AAAA'))).toMatchObject([
    { code: 'prepared.version', at: ['requestLetter'] },
  ]);
  // Without a code it is not guessed: whoever files types it, or says why there is none.
  expect(await refused(id, later)).toMatchObject([
    {
      code: 'submit.explanation-required',
      at: ['requestLetter'],
      message: expect.stringContaining('没有读到版本码'),
    },
  ]);
  expect(await refused(id, marked(later, 'requestLetter', second))).toEqual([]);
});

test('each row of the publicity has papers of its own', async () => {
  const { id, answers } = await begun();
  await saved(id, answers, 0);
  const note = await codeOf(id, 'publicity-note', { row: '0' });
  expect(note).not.toBe(await codeOf(id, 'public-notice', { row: '0' }));
  expect((await draws(id, 'publicity-note', { row: '7' })).status).toBe(404);
  expect((await draws(id, 'publicity-note')).status).toBe(404);
});

test('what is told of an old version names what changed, and no value of anything private', async () => {
  const { id, answers } = await begun();
  await saved(id, answers, 0);
  const code = await codeOf(id, 'request');
  const members = (answers['members'] as readonly Answers[]).map((member, i) =>
    i === 0 ? { ...member, birthDate: '1980-01-01' } : member,
  );
  const told = await lookupsFor(t.app, await filer(), 'outbound-trip', {
    case: id,
    answers: marked({ ...answers, members }, 'requestLetter', code),
  });
  const known = told['prepared-papers'];
  const letter = isJsonObject(known) ? known['requestLetter'] : undefined;
  expect(letter).toEqual({
    drawn: true,
    versions: { [code]: { paper: 'request', changed: ['members'], was: {}, figures: null } },
  });
});

test('nobody else draws from a draft, nothing is drawn once it is filed, and nothing stays of a draft that is deleted', async () => {
  const { id, answers } = await begun();
  await saved(id, answers, 0);
  await codeOf(id, 'request');
  const params = { params: { case: id, paper: 'request' } };
  for (const other of ['handler', 'director', 'system-admin'] as const)
    expect((await door.call(other, 'preparedPaper', params)).status).toBe(404);
  expect(await draws(id, 'certificate')).toMatchObject({ status: 404, json: { code: 'paper.not-found' } });
  await deleteDraft(t.app, await filer(), id);
  expect(
    await t.base.owner.query('select 1 from prepared_paper where office = $1 and case_id = $2', [
      t.office,
      id,
    ]),
  ).toEqual([]);

  const filed = await begun();
  await saved(filed.id, filed.answers, 0);
  expect(await refused(filed.id, filed.answers)).toEqual([]);
  expect(await draws(filed.id, 'request')).toMatchObject({
    status: 409,
    json: { code: 'case.not-editable' },
  });
});
