import { beforeAll, describe, expect, test } from 'vitest';
import { parseCsv } from '@zhitongche/base';
import { indicatorCsv } from '../data/indicator-catalogue.ts';
import { fixtureBytes, readFixture } from '../testing.ts';
import type { ReadDisclosure } from './read.ts';

const catalogue = parseCsv(indicatorCsv);
const source = (name: string) => new TextDecoder().decode(fixtureBytes(`${name}-fao-2024.txt`));
const ordered = (words: readonly (string | null)[]) =>
  words.map(String).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
const bare = (text: string | null | undefined) => (text ?? '').normalize('NFKC').replace(/\s+/g, '');

describe('山西省外办: thirteen tables and side-by-side forms', () => {
  let reading: ReadDisclosure;
  beforeAll(async () => {
    reading = await readFixture('shanxi-fao-2024');
  });

  test('all thirteen tables, three of them empty with their note', () => {
    expect(reading.model.tables.map((table) => table.id)).toEqual(
      Array.from({ length: 13 }, (_, at) => `T${String(at + 1).padStart(2, '0')}`),
    );
    const empty = reading.model.tables.filter((table) => table.note === '注：本表无数据');
    expect(empty.map((table) => table.id)).toEqual(['T07', 'T08', 'T09']);
  });

  test('every figure printed in the table part of the text is in the model, once per print', () => {
    const lines = source('shanxi').split('\n');
    const from = lines.indexOf('预算公开表1');
    const to = lines.findIndex((line) => line.startsWith('第三部分') && !line.includes('..'));
    const printed = lines.slice(from, to).flatMap((line) =>
      line
        .split('\t')
        .map(bare)
        .filter((cell) => /^\d+\.\d\d$/.test(cell)),
    );
    const read = reading.model.tables.flatMap((table) =>
      table.rows.flat().filter((cell) => cell !== null && /^\d+\.\d\d$/.test(cell)),
    );
    expect(ordered(read)).toEqual(ordered(printed));
    expect(printed.length).toBeGreaterThan(300);
  });

  test('the 184 indicators of the catalogue, in scope, level, name and target', () => {
    const projects = reading.model.projects.flatMap((project) =>
      project.indicators.map((indicator) => ({ project: project.name, indicator })),
    );
    const department = (reading.model.departmentForm?.indicators ?? []).map((indicator) => ({
      project: '（部门整体）',
      indicator,
    }));
    const ours = [...projects, ...department].map(({ project, indicator }) =>
      [
        project,
        indicator.scope,
        indicator.level1,
        indicator.level2,
        bare(indicator.name),
        bare(indicator.raw),
      ].join('|'),
    );
    const theirs = catalogue
      .filter((row) => row['department'] === '山西省人民政府外事办公室')
      .map((row) =>
        [
          row['project'],
          row['scope'],
          row['level1'],
          row['level2'],
          bare(row['name']),
          bare(row['target_raw']),
        ].join('|'),
      );
    expect(ordered(ours)).toEqual(ordered(theirs));
    expect(ours).toHaveLength(184);
  });

  test('yuan and 万元 are kept apart: 3,652,000 元 in the form, 365.20 万元 in the table', () => {
    const form = reading.model.projects.find((project) => project.name === '外事业务工作经费');
    expect(form?.layout === 'term-and-year' && form.money[0]).toEqual({
      source: '资金总额',
      term: '3652000',
      year: '3652000',
    });
    expect(form?.unit).toBe('元');
  });

  test('what belongs to no table of the layout is listed line by line', () => {
    const unread = reading.findings.filter((finding) => finding.kind === 'unread');
    expect(unread.every((finding) => finding.subject === '不属于任何表的行')).toBe(true);
    // Lines 880 to 905 print the catalogue of purchased services, which the thirteen tables do not include.
    expect(unread[0]?.at).toBe('第880行');
    expect(unread.at(-1)?.at).toBe('第905行');
  });
});

describe('石家庄市外办: a scanned text with damaged cells', () => {
  let reading: ReadDisclosure;
  beforeAll(async () => {
    reading = await readFixture('shijiazhuang-fao-2024');
  });

  test('eight projects with code, and 1123.74 in all', () => {
    const forms = reading.model.projects.flatMap((project) =>
      project.layout === 'payment-plan' ? [project] : [],
    );
    expect(forms.map((form) => form.code)).toEqual([
      ...new Set(
        catalogue
          .filter((row) => row['department']?.startsWith('石家庄') && row['project_code'])
          .map((row) => row['project_code']),
      ),
    ]);
    expect(forms.map((form) => form.budget)).toEqual([
      '10.70',
      '4.14',
      '7.54',
      '6.56',
      '17.31',
      '0.70',
      '76.79',
      '1000.00',
    ]);
  });

  test('a percentage split over two cells is left blank and listed, not guessed', () => {
    const march = reading.findings.filter((finding) => finding.subject.endsWith('资金支出计划·3月底'));
    expect(march.map((finding) => [finding.kind, finding.raw])).toEqual([
      ['unread', '30 | 0%'],
      ['unread', '30)%'],
      ['unread', '30 | 0%'],
      ['unread', '30)%'],
      ['unread', '30)%'],
      ['unread', '30)%'],
      ['unread', '30 | 0%'],
    ]);
    const plans = reading.model.projects.flatMap((project) =>
      project.layout === 'payment-plan' ? [project.plan.map((point) => point.percent)] : [],
    );
    // March as printed cannot be read; June, October and December stand in the disclosure as listed here.
    expect(plans).toEqual([
      [null, '60', '90', '100'],
      [null, '60', '90', '100'],
      [null, '60', '90', '100'],
      [null, '40', '90', '100'],
      [null, '70', '90', '100'],
      [null, '60', '90', '100'],
      [null, '60', '90', '100'],
      [null, '60', '90', '100'],
    ]);
  });

  test('every indicator of the catalogue is read or its row is listed as unread', () => {
    const expected = catalogue.filter(
      (row) => row['department']?.startsWith('石家庄') && row['project_code'],
    );
    const read = new Set(
      reading.model.projects.flatMap((project) =>
        project.indicators.map((indicator) => `${bare(indicator.name)}|${bare(indicator.raw)}`),
      ),
    );
    const lost = expected.filter((row) => !read.has(`${bare(row['name'])}|${bare(row['target_raw'])}`));
    expect(lost.map((row) => row['name'])).toEqual(['完成工作需要的资金']);
    const unread = reading.findings
      .filter((finding) => finding.kind === 'unread')
      .map((finding) => finding.raw);
    expect(unread.some((raw) => raw.includes('完成工作需'))).toBe(true);
    expect(reading.model.projects.flatMap((project) => project.indicators)).toHaveLength(expected.length - 1);
  });

  test('illegible labels and lines are listed with their line', () => {
    const at = reading.findings.filter((finding) => finding.kind === 'unread').map((finding) => finding.at);
    for (const line of ['第91行', '第108行', '第116行', '第128行', '第136行', '第166行'])
      expect(
        at.some((place) => place.startsWith(line)),
        line,
      ).toBe(true);
  });
});
