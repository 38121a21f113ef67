import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { PLACES, testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { targetBindings } from '../../../catalogue/finance/target-binding/index.ts';
import { targetJudgements } from '../../../catalogue/finance/target-judgement/index.ts';
import { type Disclosure, parseTarget } from '@zhitongche/budget';
import { emptyBudget } from '@zhitongche/budget';
import { emptyProject } from '../../budget/model/prepare/start.ts';
import { newId } from '@zhitongche/host';
import { measureRows } from '@zhitongche/measure';
import { projectMeasures } from '@zhitongche/measure/server';
import { measureHistory, measureLines } from '../../measure/server/read-measures.ts';
import { keepRow } from '@zhitongche/register/server';
import { toyFaults } from '../../register/testing/toy-faults.ts';
import { bindIndicators } from './bind-indicators.ts';
import { indicatorSheet } from './indicator-sheets.ts';
import { listIndicators } from './read-indicators.ts';

const PROJECT = '外事管理经费';
/** Of tests only: the faults of a switchboard stand for courses, so that the words of published targets lead to them. */
const courses = measureRows('toy-faults', [
  {
    code: 'train.sessions',
    name: '培训次数',
    what: '已开班的',
    unit: '次',
    sort: 'things',
    edition: 1,
    lines: ({ row: { answers } }) =>
      typeof answers['reported'] === 'string' && answers['cancelled'] === undefined
        ? [{ day: answers['reported'].slice(0, 10), n: '1' }]
        : [],
  },
]);

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({
    services: [],
    registers: [toyFaults, targetBindings, targetJudgements],
    measures: [courses],
    pool: 8,
  });
  t.at('2026-06-01');
});
afterAll(() => t.drop());

const indicator = (
  name: string,
  raw: string,
  no: number,
): Disclosure['projects'][number]['indicators'][number] => ({
  no,
  scope: '年度',
  level1: '产出指标',
  level1Printed: null,
  level2: '数量指标',
  name,
  description: null,
  raw,
  target: parseTarget(raw, { year: '2026' }),
  basis: null,
});

/** A published budget of a department, with three targets of one project. */
async function published(department: string): Promise<string> {
  const id = newId();
  const actor = await t.actor('finance-officer');
  const empty = emptyBudget('hebei', { year: '2026', department: { code: null, name: department } });
  const model: Disclosure = {
    ...empty,
    projects: [
      {
        ...emptyProject('hebei'),
        name: PROJECT,
        indicators: [
          indicator('组织外事培训次数', '≥10次', 1),
          indicator('接待人数', '≥100人', 2),
          indicator('社会影响力', '与上年相比提升', 3),
        ],
      },
    ],
  };
  await t.app.db.query(
    `insert into disclosure (office, id, org, department, year, status, revision, model, settled, reconciliation, counts,
       profile, open, updated_by, updated_by_name, updated_at, published_at, prepared)
     values ($1, $2, $3, $4, '2026', 'published', 1, $5, '[]', '{}', '{}', '{}', 0, $6, $7, $8, $8, '{"name": "", "digest": ""}')`,
    [t.office, id, t.orgs.root, department, JSON.stringify(model), actor.id, actor.name, t.app.clock()],
  );
  return id;
}
const told = async (budget?: string) => await listIndicators(t.app, await t.actor('director'), budget);
const lineOf = async (name: string, budget?: string) =>
  (await told(budget)).lines.find((one) => one.name === name);
const bind = async (id: string, ...names: readonly string[]) =>
  await bindIndicators(t.app, await t.actor('finance-officer'), {
    id,
    key: newId(),
    lines: names.map((name) => ({ project: PROJECT, code: '', name })),
  });
const held = async (day: string, id?: string): Promise<string> =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register: 'toy-faults',
      key: newId(),
      ...(id === undefined
        ? {
            command: {
              act: 'enter' as const,
              answers: { what: '班', reported: `${day}T09:00`, minutes: 15 },
            },
          }
        : {
            id,
            revision: 1,
            command: {
              act: 'edit' as const,
              answers: { what: '班', reported: `${day}T09:00`, minutes: 15, cancelled: '没有开成' },
            },
          }),
    })
  ).id;
/** Follows until the line says so: acts count once nobody older can still commit. */
const stands = async (name: string, value: string) =>
  await vi.waitFor(
    async () => {
      await projectMeasures(t.app, t.office);
      expect((await lineOf(name))?.value).toBe(value);
    },
    { timeout: 20_000 },
  );

it('the office’s own targets load from its budget, are bound as proposed all at once or not at all, and move with the work', async () => {
  const id = await published(PLACES.root);
  const first = await told();
  expect(first.budget).toMatchObject({ id, own: true, year: 2026, day: '2026-06-01' });
  expect(first.lines.map(({ name, state, way }) => [name, state, way])).toEqual([
    ['组织外事培训次数', 'proposed', 'computed'],
    ['接待人数', 'unbound', 'computed'],
    ['社会影响力', 'proposed', 'evidence'],
  ]);
  expect((await lineOf('接待人数'))?.waits).toBe('“外宾接待”的记录');
  await expect(bind(id, '组织外事培训次数', '接待人数')).rejects.toMatchObject({
    code: 'indicator.not-proposed',
    more: { problems: [{ at: ['lines', 1] }] },
  });
  expect((await told()).counts).toMatchObject({ computed: 0, proposed: 2 });
  expect(await bind(id, '组织外事培训次数', '社会影响力')).toEqual({ bound: 2 });
  expect((await told()).counts).toEqual({
    lines: 3,
    computed: 1,
    review: 0,
    survey: 0,
    evidence: 1,
    proposed: 0,
    unbound: 1,
  });
  await expect(bind(id, '社会影响力')).rejects.toMatchObject({ code: 'indicator.not-proposed' });

  const wrong = await held('2026-02-03');
  await held('2026-03-03');
  await held('2025-12-31');
  await stands('组织外事培训次数', '2次');
  expect((await lineOf('组织外事培训次数'))?.light?.light).toBe('red');
  // Who may not see what it is counted from is told no figure.
  const finance = await listIndicators(t.app, await t.actor('finance-officer'), id);
  expect(finance.lines.map(({ value }) => value)).toEqual([null, null, null]);
  // The list behind it sums to it, and the page it leads to says the same.
  const handler = await t.actor('handler');
  const span = { from: '2026-01-01', until: '2026-06-01' };
  const { items } = await measureLines(t.app, handler, 'train.sessions', span);
  expect(items.reduce((sum, { n }) => sum + Number(n), 0)).toBe(2);
  expect((await measureHistory(t.app, handler, 'train.sessions', span)).span?.words).toBe('2次');
  await held('2026-02-03', wrong);
  await stands('组织外事培训次数', '1次');
});

it('what people found of a line stands in it: who, when, with the evidence and last year’s beside', async () => {
  await keepRow(t.app, await t.actor('finance-officer'), {
    register: 'target-judgement',
    key: newId(),
    command: {
      act: 'enter',
      answers: {
        year: 2026,
        department: PLACES.root,
        project: PROJECT,
        name: '社会影响力',
        way: 'evidence',
        day: '2026-05-20',
        judge: '综合处',
        verdict: 'met',
        found: '反馈11份',
        lastYear: '上年7份',
        evidence: '反馈汇总',
      },
    },
  });
  expect((await lineOf('社会影响力'))?.judgement).toMatchObject({
    day: '2026-05-20',
    judge: '综合处',
    verdict: '达到',
    lastYear: '上年7份',
    evidence: '反馈汇总',
  });
});

it('the budget of another department is read, and nothing of this office is counted for it', async () => {
  const id = await published('别的省人民政府外事办公室');
  const other = await told(id);
  expect(other.budget?.own).toBe(false);
  expect(other.lines.map(({ value }) => value)).toEqual([null, null, null]);
  // Without asking for one, the office’s own is shown.
  expect((await told()).budget?.department).toBe(PLACES.root);
});

it('goes out as a workbook and as a paper, and that it did is on record', async () => {
  const { budget } = await told();
  const director = await t.actor('director');
  for (const format of ['xlsx', 'pdf'] as const) {
    const { body, name } = await indicatorSheet(t.app, director, budget?.id ?? '', format);
    expect(name).toBe(`2026年绩效指标（截至2026-06-01）.${format}`);
    expect(body).toBeInstanceOf(Buffer);
  }
  const lines = await t.app.db.query<{ detail: unknown }>(
    `select detail from audit where office = $1 and action = 'indicator.sheet' order by id`,
    [t.office],
  );
  expect(lines.map(({ detail }) => detail)).toEqual([{ format: 'xlsx' }, { format: 'pdf' }]);
});
