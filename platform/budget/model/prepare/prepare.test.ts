import { beforeAll, describe, expect, test } from 'vitest';
import { changesCsv, changeSummary } from '../edit/change-summary.ts';
import { changesBetween } from '../edit/changes.ts';
import { cellsOfText, withBlock } from '../edit/paste.ts';
import { sheetsOf, withCell } from '../edit/sheets.ts';
import type { Disclosure } from '../model/disclosure.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { readFixture } from '../testing.ts';
import { categorySums, gapsAgainst } from './categories.ts';
import { indicatorOf, indicatorOffers, searchOffers, targetText, targetWords } from './indicator-pick.ts';
import { emptyBudget, nextYear, withIndicator, withoutProject, withProject } from './start.ts';
import { targetRemarks } from './targets.ts';

let hebei: Disclosure;
let shanxi: Disclosure;
beforeAll(async () => {
  hebei = (await readFixture('hebei-fao-2024')).model;
  shanxi = (await readFixture('shanxi-fao-2024')).model;
});
const department = { code: '438', name: '某某省外办' };
const begin = { year: '2025', department };

describe('a new budget begins', () => {
  test('on last year’s lines without its figures: same rows, codes and goals, every amount blank', () => {
    const next = nextYear(hebei, begin, 'blank');
    expect([next.year, next.department]).toEqual(['2025', department]);
    expect(next.tables.map(({ rows }) => rows.length)).toEqual(hebei.tables.map(({ rows }) => rows.length));
    const figures = sheetsOf(next)
      .filter(({ id }) => /^T\d+$|^project:\d+(?:\/plan)?$/.test(id))
      .flatMap(({ columns, rows }) =>
        rows.flatMap((row) => row.filter((_, at) => columns[at]?.kind === 'figure' && row[at] !== null)),
      );
    expect(figures).toEqual([]);
    expect(next.projects.map(({ name }) => name)).toEqual(hebei.projects.map(({ name }) => name));
  });

  test('with last year’s figures, which add up as they did', () => {
    expect(reconcile(nextYear(hebei, begin, 'keep')).counts).toEqual(
      reconcile({ ...hebei, year: '2025' }).counts,
    );
  });

  test.each(['hebei', 'shanxi'] as const)('empty, with every table of the %s layout', (layout) => {
    const empty = emptyBudget(layout, begin);
    expect(empty.tables).toHaveLength(layout === 'hebei' ? 12 : empty.tables.length);
    expect(reconcile(empty).counts['does-not-hold']).toBe(0);
    const one = withProject(empty);
    expect(sheetsOf(one).some(({ id }) => id === 'project:1/indicators')).toBe(true);
    expect(withoutProject(one, 0)).toEqual(empty);
  });
});

describe('the whole figures', () => {
  // Printed by the documents: 河北 table 3, 6, 9; 山西 table 3, 6, 10.
  test('are those the documents print', () => {
    const values = (model: Disclosure) =>
      Object.fromEntries(categorySums(model).map(({ key, value }) => [key, value]));
    expect(values(hebei)).toEqual({
      total: '5755.85',
      personnel: '2896.01',
      publicUse: '651.61',
      project: '2208.23',
      threePublic: '441.14',
    });
    expect(values(shanxi)).toMatchObject({ total: '5498.95', project: '2211.55', threePublic: '577.77' });
  });

  test('above or below the control figures are told with their cells', () => {
    const gaps = gapsAgainst(categorySums(hebei), {
      total: '5755.85',
      project: '2108.23',
      personnel: '2900',
    });
    expect(gaps.map(({ key, side, by }) => [key, side, by])).toEqual([
      ['personnel', 'under', '3.99'],
      ['project', 'over', '100.00'],
    ]);
    expect(gaps[1]?.cells[0]).toMatchObject({
      where: '部门预算支出总表·合计·项目支出',
      spot: { sheet: 'T03' },
    });
  });
});

describe('a block from a spreadsheet', () => {
  test('goes in from the cell on, adds rows where the table grows, and loses its separators', () => {
    const block = cellsOfText('2010399\t"其他外事\n支出"\t"1,234.50"\t\t1,234.50\r\n');
    expect(block).toEqual([['2010399', '其他外事\n支出', '1,234.50', '', '1,234.50']]);
    const at = hebei.tables.find(({ id }) => id === 'T05')?.rows.length ?? 0;
    const next = withBlock(hebei, 'T05', at, 1, block);
    expect(
      next.tables
        .find(({ id }) => id === 'T05')
        ?.rows.at(-1)
        ?.slice(1),
    ).toEqual(['2010399', '其他外事\n支出', '1234.50', null, '1234.50']);
  });

  test('with words in a money column keeps them to be told as a fault, and never touches a fixed cell', () => {
    const next = withBlock(hebei, 'project:1/plan', 0, 0, [['五月', '三十']]);
    const sheet = sheetsOf(next).find(({ id }) => id === 'project:1/plan');
    expect(sheet?.rows[0]).toEqual(['3月', '三十']);
  });
});

describe('what changed', () => {
  test('a project that goes away is told as that, and the others as unchanged', () => {
    const next = withoutProject(hebei, 1);
    const changes = changesBetween(hebei, next);
    expect(new Set(changes.map(({ after }) => after))).toEqual(new Set([null]));
    const { projects, categories } = changeSummary(hebei, next);
    expect(projects).toEqual([
      {
        label: hebei.projects[1]?.name,
        before: hebei.projects[1]?.layout === 'payment-plan' ? hebei.projects[1].budget : '',
        after: null,
        difference: expect.stringMatching(/^-/),
        how: 'removed',
      },
    ]);
    expect(categories.every(({ difference }) => difference === '0.00')).toBe(true);
  });

  test('a typed total is summed up and listed, also as CSV nobody can run', () => {
    const t03 = hebei.tables.find(({ id }) => id === 'T03');
    const row = t03?.rows.findIndex((cells) => cells[1] === '合计' || cells[2] === '合计') ?? -1;
    const next = withCell(hebei, 'T03', row, 5, '2308.23');
    const project = changeSummary(hebei, next).categories.find(({ label }) => label === '项目支出');
    expect(project).toMatchObject({ before: '2208.23', after: '2308.23', difference: '100.00' });
    const csv = changesCsv([
      ...changesBetween(hebei, next),
      { sheet: '', title: '=1+1', row: '', column: null, before: '-5', after: '@x' },
    ]);
    expect(csv.split('\r\n')[1]).toContain('"2208.23","2308.23"');
    expect(csv.split('\r\n')[2]).toBe('"\'=1+1","","整行","-5","\'@x"');
  });
});

describe('targets', () => {
  test('are found in the catalogue by words, level and pinyin initials', () => {
    const offers = indicatorOffers();
    // 400 published lines; those at department level name no second level of the tree.
    expect(offers.length).toBeGreaterThan(200);
    const found = searchOffers(offers, '满意度', '服务对象满意度指标');
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ level1 }) => level1 === '满意度指标')).toBe(true);
    expect(searchOffers(offers, 'myd', '', () => 'fwdxmyd').length).toBe(offers.length);
    expect(searchOffers(offers, '没有的指标', '')).toEqual([]);
  });

  test('become indicators with operator, value and unit taken apart', () => {
    const offer = searchOffers(indicatorOffers(), '培训', '数量指标')[0];
    if (!offer) throw new Error('the catalogue has trainings');
    const raw = targetText('≥', '12', '次');
    const own = indicatorOf(offer, { scope: '年度', raw, description: '', basis: '年度计划' }, '2025');
    expect(own.target).toEqual({ operator: '≥', value: '12', unit: '次' });
    expect(own.level1).toBe('产出指标');
    const model = withIndicator(hebei, 0, own);
    const numbers = model.projects[0]?.indicators.map(({ no }) => no);
    expect(numbers?.at(-1)).toBe((hebei.projects[0]?.indicators.length ?? 0) + 1);
    expect(own.target && targetWords(own.target)).toBe('≥ 12 次');
  });

  test('a missing level, a quantity in words, a plan below 100 and sources that do not add up are told with their cell', () => {
    const begun = withProject(emptyBudget('hebei', begin));
    const typed = [
      ['project:1', 3, 1, '100'],
      ['project:1', 4, 1, '80'],
      ['project:1/plan', 3, 1, '95'],
    ] as const;
    let model: Disclosure = typed.reduce(
      (m, [sheet, row, column, text]) => withCell(m, sheet, row, column, text),
      begun,
    );
    model = withBlock(model, 'project:1/indicators', 0, 2, [
      ['产出指标', '数量指标', '接待人数', '', '大幅增加', '计划'],
    ]);
    const remarks = targetRemarks(model);
    const said = remarks.map(({ message }) => message).join('');
    for (const part of ['没有效益指标', '没有满意度指标', '应为可以衡量的数', '不到100%', '相差20'])
      expect(said).toContain(part);
    const quantity = remarks.find(({ message }) => message.includes('应为可以衡量的数'));
    expect(quantity?.spot).toEqual({ sheet: 'project:1/indicators', row: 0, column: 6 });
  });
});
