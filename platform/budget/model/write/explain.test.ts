import { beforeAll, describe, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import { readFixture } from '../testing.ts';
import { explain } from './explain.ts';

let hebei: Disclosure;
beforeAll(async () => {
  hebei = (await readFixture('hebei-fao-2024')).model;
});

const published = (title: string) =>
  hebei.narrative.find((section) => section.title === title)?.paragraphs ?? [];

/** A last year made up from the changes 河北省外办 states: 804.75 more in all, 80.75 basic, 724 project, 51.6 for the three public expenses. */
function lastYear(): Disclosure {
  const changes: Record<string, Record<string, string>> = {
    T01: { '5755.85': '4951.10' },
    T03: { '5755.85': '4951.10', '3547.62': '3466.87', '2208.23': '1484.23' },
    T06: { '651.61': '640.00' },
    T09: { '160.45': '100.00', '19.39': '28.24' },
  };
  return {
    ...hebei,
    year: '2023',
    tables: hebei.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) => (cell === null ? null : (changes[table.id]?.[cell] ?? cell))),
      ),
    })),
  };
}

describe('the explanation is written from the tables', () => {
  test('income, spending and the three public expenses in the words the office published', () => {
    const { sections } = explain({ model: hebei, operatingCost: 'all-units' });
    const [overall, operating, threePublic] = sections;
    expect(overall?.paragraphs[1]).toBe(published('部门预算安排的总体情况')[2]);
    expect(overall?.paragraphs[3]).toContain(
      '2024年支出预算5755.85万元，其中基本支出3547.62万元，包括人员经费2896.01万元和日常公用经费651.61万元；项目支出2208.23万元',
    );
    expect(operating?.paragraphs[0]).toContain('机关运行经费共计安排651.61万元');
    expect(threePublic?.paragraphs[0]).toContain(
      '“三公”经费预算安排441.14万元，其中因公出国（境）费160.45万元；公务用车购置及运维费19.39万元（其中：公务用车购置费0万元，公务用车运维费19.39万元）；公务接待费261.3万元',
    );
  });

  test('changes against last year are computed, and the reasons are asked for, not invented', () => {
    const { sections, open } = explain({ model: hebei, lastYear: lastYear(), operatingCost: 'all-units' });
    expect(sections[0]?.paragraphs[5]).toContain(
      '较2023年预算增加804.75万元，增长16.25%，其中：基本支出增加80.75万元；项目支出增加724万元',
    );
    expect(sections[2]?.paragraphs[0]).toContain(
      '与2023年相比增加51.6万元，其中：因公出国（境）费增加60.45万元，公务用车购置及运维费减少8.85万元',
    );
    expect(open).toEqual(['比上年增减的主要原因', '机关运行经费增减的主要原因', '“三公”经费增减变化的原因']);
  });

  test('a reason supplied is printed and no longer asked for', () => {
    const reasons = { total: '新增系统建设项目', operatingCost: '人员增加', threePublic: '出访任务增加' };
    const { sections, open } = explain({
      model: hebei,
      lastYear: lastYear(),
      operatingCost: 'all-units',
      reasons,
    });
    expect(open).toEqual([]);
    expect(
      sections
        .flatMap((section) => section.paragraphs)
        .filter((paragraph) => paragraph.includes('主要原因是')),
    ).toHaveLength(3);
  });

  test('山西 counts administrative units only: the operating table says 366.48, not 420.08', async () => {
    const { model } = await readFixture('shanxi-fao-2024');
    expect(explain({ model, operatingCost: 'operating-table' }).sections[1]?.paragraphs[0]).toContain(
      '366.48万元',
    );
    expect(explain({ model, operatingCost: 'all-units' }).sections[1]?.paragraphs[0]).toContain('420.08万元');
  });
});

test('a table nobody read is not passed off as nothing spent', () => {
  const torn = { ...hebei, tables: hebei.tables.filter((table) => table.id !== 'T09') };
  const { open } = explain({ model: torn, operatingCost: 'all-units' });
  expect(open).toEqual(['2024年“三公”经费表没有读入，文中有关金额暂写为0']);
  expect(explain({ model: hebei, operatingCost: 'all-units' }).open).toEqual([]);
});
