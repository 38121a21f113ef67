import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { citizenIdCheck } from '@zhitongche/base';
import { newId } from '@zhitongche/host';
import { persons } from '../../../../catalogue/resource/person/index.ts';
import { carryOut } from './case-orders.ts';
import { keepRow } from './keep-row.ts';
import { listRows } from './list-rows.ts';
import { pickedRow, picksFor } from './picks.ts';
import { showRow } from './show-row.ts';
import { standingLookup } from './standing-lookup.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [persons] });
});
afterAll(() => t.drop());

const CASE = { caseId: '01890000-0000-7000-8000-000000000001', number: 'WB-2026-0001' };
const LIN = '11010519491231002X';
const MENG = `11010519900307417${citizenIdCheck('11010519900307417')}`;
const person = (name: string, citizenId: string, unit: string, more: object = {}) => ({
  name,
  citizenId,
  unit: { id: '', title: unit },
  ...more,
});
const FRESH = { foreign: false, origin: 'case', ground: 'duty' };
const says = async (...people: readonly object[]): Promise<void> =>
  await t.app.db.tx(async (query) => {
    const handler = await t.actor('handler');
    await carryOut(
      t.app,
      query,
      {
        office: handler.office,
        at: t.app.clock(),
        doer: { id: handler.id, name: handler.name, org: handler.org },
        source: '',
        of: CASE,
        home: t.orgs.unit,
      },
      'person',
      people.map((answers) => ({ row: 'propose', answers: answers as never, fresh: FRESH })),
    );
  });
const seen = async (cast: Cast, q?: string) =>
  (await listRows(t.app, await t.actor(cast), 'person', { q })).items;
const only = async (q: string) => {
  const [row] = await seen('filer', q);
  if (!row) throw new Error(`nobody called ${q}`);
  return row;
};
const card = async (cast: Cast, id: string) => await showRow(t.app, await t.actor(cast), 'person', id);
const acts = async (cast: Cast, id: string, command: object) => {
  const { revision } = await card(cast, id);
  return await keepRow(t.app, await t.actor(cast), {
    register: 'person',
    id,
    revision,
    key: newId(),
    command: command as never,
  });
};

describe('people a case tells of', () => {
  it('are on the register from then on, with the case as their origin, each once', async () => {
    await says(
      person('林见山', LIN, '某某省商务厅', { post: '科长' }),
      person('林见山', LIN, '某某省商务厅', { post: '科长' }),
      person('外人', MENG, '没有这个单位'),
      { name: '无号' },
    );
    expect((await seen('filer')).map(({ title }) => title)).toEqual(['林见山']);
    const { story, answers } = await card('filer', (await only('林')).id);
    expect(story[0]?.text).toBe('由办件 WB-2026-0001 写入');
    expect(answers).toMatchObject({ origin: 'case', ground: 'duty', post: '科长', citizenId: LIN });
  });

  it('are found by name, by initials and by number, of the own unit only, and masked for whoever may not see them whole', async () => {
    const offered = async (cast: Cast, q: string) =>
      (await picksFor(t.app, await t.actor(cast), 'person', q)).map(({ title }) => title);
    const { id } = await only('林');
    expect(await offered('filer', 'ljs')).toEqual(['林见山']);
    expect(await offered('filer', '林见')).toEqual(['林见山']);
    expect(await offered('filer', LIN)).toEqual(['林见山']);
    expect(await offered('window', 'ljs')).toEqual(['林见山']);
    expect(await offered('window', LIN)).toEqual([]);
    expect(await offered('filer', 'js')).toEqual([]);
    expect((await pickedRow(t.app, await t.actor('filer'), 'person', id)).answers).toMatchObject({
      citizenId: LIN,
    });
    expect((await pickedRow(t.app, await t.actor('window'), 'person', id)).answers).not.toHaveProperty(
      'citizenId',
    );
  });

  it('are not changed by what a case says otherwise, until whoever keeps them takes it', async () => {
    const { id } = await only('林');
    const said = person('林见山', LIN, '某某省商务厅', {
      post: '处长',
      documents: [{ kind: 'service', number: 'SE1234567', until: '2030-01-01' }],
    });
    await says(said);
    await says(said);
    const waiting = await card('filer', id);
    expect(waiting.answers).toMatchObject({ post: '科长' });
    expect(waiting.proposed?.changes).toEqual([
      { label: '职务', before: '科长', after: '处长' },
      { label: '证件', before: '', after: '公务护照 SE1234567 2030年1月1日' },
    ]);
    expect(waiting.story.filter(({ text }) => text.includes('提出更正'))).toHaveLength(1);
    await expect(acts('window', id, { act: 'take-proposal' })).rejects.toMatchObject({ status: 409 });
    await acts('filer', id, { act: 'take-proposal' });
    const taken = await card('filer', id);
    expect(taken.proposed).toBeNull();
    expect(taken.answers).toMatchObject({ post: '处长', origin: 'case' });
    await says(said);
    expect((await card('filer', id)).proposed).toBeNull();
  });

  it('stay as they are where the keeper does not agree, with the word why', async () => {
    const { id } = await only('林');
    await says(person('林见山', LIN, '某某省商务厅', { post: '局长' }));
    await acts('filer', id, { act: 'refuse-proposal', note: '没有这个任命' });
    const { answers, story, proposed } = await card('filer', id);
    expect([answers['post'], proposed, story.at(-1)?.text]).toEqual([
      '处长',
      null,
      '没有采纳提出的更正：没有这个任命',
    ]);
    await expect(acts('filer', id, { act: 'take-proposal' })).rejects.toMatchObject({ status: 409 });
  });

  it('who moved elsewhere are handed over first: of the new unit nothing else is told to the old one', async () => {
    const { id } = await only('林');
    await says(person('林见山', LIN, '某某市商务局', { post: '市局副局长', phone: '13800000000' }));
    expect((await card('filer', id)).proposed?.changes.map(({ label }) => label)).toEqual(['所属单位']);
    await acts('filer', id, { act: 'refuse-proposal' });
  });

  it('who were taken off are not offered, not entered once more, and told of; who were merged lead to the one they are', async () => {
    await says(person('孟明远', MENG, '某某省商务厅'));
    const meng = await only('孟');
    const lin = await only('林');
    await acts('filer', meng.id, { act: 'merge', into: { register: 'person', id: lin.id }, reason: '重复' });
    expect((await pickedRow(t.app, await t.actor('filer'), 'person', meng.id)).title).toBe('林见山');
    await says(person('孟明远', MENG, '某某省商务厅'));
    expect((await seen('filer')).map(({ title }) => title)).toEqual(['林见山']);
    await acts('filer', lin.id, { act: 'retire', reason: '退休' });
    await says(person('林见山', LIN, '某某省商务厅'));
    expect(await seen('filer')).toEqual([]);
    await expect(pickedRow(t.app, await t.actor('filer'), 'person', lin.id)).rejects.toMatchObject({
      status: 404,
    });
    const provider = standingLookup([persons]);
    const asked = { register: 'person', numbers: ['', LIN, MENG] };
    const scope = {
      office: (await t.actor('filer')).office,
      unit: t.orgs.unit,
      person: null,
      everywhere: false,
      by: '',
      reach: { units: [], of: '' },
      caseId: null,
      today: '2026-03-02',
    };
    const standing = async (unit: string) => {
      const question = provider.question(asked, { ...scope, unit }, t.app.keys);
      if (!question) throw new Error('nothing asked');
      const rows = await t.app.db.query(question.statement, [...question.values]);
      return provider.answer(rows, asked, { ...scope, unit }, t.app.keys);
    };
    expect(await standing(t.orgs.unit)).toEqual({
      gone: [
        { at: 1, into: '' },
        { at: 2, into: '林见山' },
      ],
    });
    expect(await standing(t.orgs.city)).toEqual({ gone: [] });
  });

  it('leave a chain that proves', async () => {
    expect((await verifyKept(t.app, (await t.actor('handler')).office)).broken).toEqual([]);
  });
});
