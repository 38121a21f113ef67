import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RowOrder } from '@zhitongche/case';
import { newId } from '@zhitongche/host';
import { projectMeasures } from '@zhitongche/measure/server';
import { behind, FIGURES, figureOf } from '@zhitongche/register';
import { carryOut, keepRow, verifyKept } from '@zhitongche/register/server';
import { type Cast, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { planExecution } from '../../../platform/measure/server/plan-execution.ts';
import { importKept } from '../../../platform/register/server/kept/import-kept.ts';
import { keepMany } from '../../../platform/register/server/kept/keep-many.ts';
import { annualPlan } from './index.ts';
import { planMeasures } from './measures.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ services: [], registers: [annualPlan], measures: [planMeasures] });
  t.at('2026-01-10');
});
afterAll(() => t.drop());

const item = (number: string, more: object = {}) => ({
  number,
  unit: { id: t.orgs.unit, title: '' },
  planned: '2026-03-01',
  count: 1,
  group: '友好交流团',
  kind: 'control',
  countries: '日本',
  people: 4,
  days: 5,
  task: '友好交流',
  ...more,
});
const enter = async (number: string, more: object = {}, cast: Cast = 'filer'): Promise<string> =>
  (
    await keepRow(t.app, await t.actor(cast), {
      register: 'annual-plan',
      key: newId(),
      command: { act: 'enter', answers: item(number, more) },
    })
  ).id;
const revisionOf = async (id: string) =>
  (await t.app.db.query<{ revision: number }>('select revision from kept_row where id = $1', [id]))[0]
    ?.revision ?? 0;
const moves = async (cast: Cast, id: string, move: string, data?: object) =>
  await keepRow(t.app, await t.actor(cast), {
    register: 'annual-plan',
    id,
    revision: await revisionOf(id),
    key: newId(),
    command: { act: 'move', move, ...(data ? { data: data as never } : {}) },
  });
const LETTER = { letter: '云外出计〔2026〕3号', letterOn: '2026-01-20' };
const stageOf = async (id: string) =>
  (await t.app.db.query<{ stage: string }>('select stage from kept_row where id = $1', [id]))[0]?.stage;
/** What a trip orders of the plan in the commit of its act. */
const trip = async (number: string, orders: readonly RowOrder[]) => {
  const { id, name, org } = await t.actor('handler');
  const acting = {
    office: t.office,
    at: t.app.clock(),
    doer: { id, name, org },
    source: '',
    of: { caseId: newId(), number },
    home: t.orgs.root,
  };
  await t.app.db.tx((query) => carryOut(t.app, query, acting, 'annual-plan', orders));
};
const does = (number: string, matter: string, more: object = {}) =>
  trip(matter, [
    {
      row: 'follow',
      find: { number },
      where: {},
      moves: [{ move: 'do', data: { number: matter, ...more } }],
    },
  ]);

describe('the annual plan of an office', () => {
  it('is handed in by units, consolidated, and approved many at once by one letter', async () => {
    const ids = [await enter('2026-甲-01'), await enter('2026-甲-02', { count: 2 })];
    for (const id of ids) await moves('filer', id, 'send');
    for (const id of ids) await moves('handler', id, 'list');
    const rows = await Promise.all(ids.map(async (id) => ({ id, revision: await revisionOf(id) })));
    await keepMany(t.app, await t.actor('handler'), {
      register: 'annual-plan',
      key: newId(),
      rows,
      act: { act: 'move', move: 'approve', data: LETTER },
    });
    expect(await Promise.all(ids.map(stageOf))).toEqual(['approved', 'approved']);
  });

  it('is not another unit’s: what a clerk hands in is his own', async () => {
    await expect(enter('2026-乙-01', {}, 'filer@other')).rejects.toMatchObject({ code: 'row.not-open' });
    const { items } = await planExecution(t.app, await t.actor('filer@other'), 'annual-plan', 2026);
    expect(items).toEqual([]);
  });

  it('swaps one item for another within the same total, and keeps both', async () => {
    const out = await enter('2026-甲-03');
    for (const [cast, move] of [
      ['filer', 'send'],
      ['handler', 'list'],
    ] as const)
      await moves(cast, out, move);
    await moves('handler', out, 'approve', LETTER);
    const large = await enter('2026-甲-04', { count: 2 });
    const fits = await enter('2026-甲-05');
    const swap = (by: string) => ({
      by: { id: by, title: '' },
      why: '对方取消邀请',
      letter: '云外出计〔2026〕9号',
      letterOn: '2026-02-01',
    });
    await expect(moves('handler', out, 'swap', swap(large))).rejects.toMatchObject({
      more: { problems: [{ code: 'plan.over-total' }] },
    });
    await moves('handler', out, 'swap', swap(fits));
    expect([await stageOf(out), await stageOf(fits), await stageOf(large)]).toEqual([
      'swapped',
      'approved',
      'drafted',
    ]);
  });

  it('is done by exactly the trips that name its items, however often each is told', async () => {
    await does('2026-甲-01', 'A-1', { from: '2026-03-03', until: '2026-03-07' });
    await does('2026-甲-01', 'A-1', { from: '2026-03-03', until: '2026-03-07', backOn: '2026-03-07' });
    await does('2026-甲-02', 'A-2', { from: '2026-03-20', until: '2026-03-25' });
    await does('2026-甲-02', 'A-3');
    await trip('A-3', [
      {
        row: 'follow',
        find: { number: '2026-甲-02' },
        where: {},
        moves: [{ move: 'undo', data: { number: 'A-3' } }],
      },
    ]);
    // An office whose list is elsewhere types a number of its own: nothing is done, nothing refused.
    await does('不在册-9', 'A-4');
    t.at('2026-04-02');
    const { items } = await planExecution(t.app, await t.actor('handler'), 'annual-plan', 2026);
    expect(
      items.flatMap(({ title, matters }) => matters.map(({ number }) => `${title} ${number}`)).toSorted(),
    ).toEqual(['2026-甲-01 友好交流团 A-1', '2026-甲-02 友好交流团 A-2']);
    // Planned 1 + 2 + the one swapped in; A-2 should have been back; one of 甲-02 and 甲-05 are a month behind.
    expect(FIGURES.map((figure) => figureOf(figure, items, '2026-04-02'))).toEqual([4, 2, 1, 1, 3]);
    expect(
      behind('late', items, '2026-04-02').map(
        ({ item: { title }, matter }) => `${title} ${matter?.number ?? ''}`,
      ),
    ).toEqual(
      expect.arrayContaining([
        '2026-甲-02 友好交流团 A-2',
        '2026-甲-02 友好交流团 ',
        '2026-甲-05 友好交流团 ',
      ]),
    );
  });

  it('is changed by no list that its unit brings in: not what was approved, nor straight to the approved', async () => {
    const id = await enter('2026-甲-30');
    await moves('filer', id, 'send');
    await moves('handler', id, 'list');
    await moves('handler', id, 'approve', LETTER);
    const heads = '计划编号,单位,计划日期,数量,团组名称,计划类型,拟访国家（地区）,人数,天数,出访任务,阶段';
    const brought = async (number: string, count: number, stage: string) => {
      const unit = (await t.app.offices.get(t.office)).orgName(t.orgs.unit);
      const line = `${number},${unit},2026-03-01,${count},友好交流团,计划控制,日本,4,5,友好交流,${stage}`;
      const stream = Readable.from([Buffer.from(`${heads}\n${line}\n`)]);
      const file = { name: '计划.csv', stream, limit: 1_000_000 };
      const asked = { register: 'annual-plan', key: newId(), file };
      const looked = await importKept(t.app, await t.actor('filer'), asked);
      return looked.problems.map(({ problem }) => problem.code);
    };
    expect(await brought('2026-甲-30', 9, '已批复')).toEqual(['plan.fixed']);
    expect(await brought('2026-甲-30', 1, '已批复')).toEqual([]);
    expect(await brought('2026-甲-31', 1, '已批复')).toEqual(['import.stage']);
    expect(await brought('2026-甲-31', 1, '已报送')).toEqual([]);
  });

  it('shows the rate its measure has', async () => {
    await vi.waitFor(
      async () => {
        expect(await projectMeasures(t.app, t.office)).toBe(0);
        const { items, rate } = await planExecution(t.app, await t.actor('handler'), 'annual-plan', 2026);
        const of = (figure: 'planned' | 'back') => figureOf(figure, items, '2026-04-02');
        expect(rate).toEqual({
          code: 'out.plan',
          words: `${((of('back') / of('planned')) * 100).toFixed(1)}%`,
        });
      },
      { timeout: 20_000 },
    );
  });

  it('leaves nothing that verify would call broken', async () => {
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
