import { describe, expect, test } from 'vitest';
import { withoutMarks } from '../print/signs.ts';
import { type Fixture, fixtureBytes, readBytes, readFixture } from '../testing.ts';
import { silent } from './silent.ts';

const text = (name: Fixture) => new TextDecoder().decode(fixtureBytes(`${name}.txt`));
const read = (words: string) => readBytes(new TextEncoder().encode(words));

/** A text with one printed passage replaced at its `nth` place, which must be there. */
function changed(name: Fixture, printed: string, by: string, nth = 0): string {
  const parts = text(name).split(printed);
  expect(parts.length, printed).toBeGreaterThan(nth + 1);
  return parts.slice(0, nth + 1).join(printed) + by + parts.slice(nth + 1).join(printed);
}

describe('tabs behind a heading move no column', () => {
  for (const printed of [
    '财政专户管理 资金\t单位资金\t',
    '单位名称\t2024预算数\t\t\t',
    '\t\t一般公共预算\t政府性基金预算\t国有资本经营预算\t\t',
    '\n1\t2\t3\t4\t5\t6\t7',
  ])
    for (const tabs of ['\t', '\t\t\t'])
      test(`${tabs.length} behind “${printed.trim().replaceAll('\t', ' ')}”`, async () => {
        const good = await readFixture('shanxi-fao-2024');
        const reading = await read(changed('shanxi-fao-2024', `${printed}\n`, `${printed}${tabs}\n`));
        expect(reading.model.tables).toEqual(good.model.tables);
        expect(silent(good, reading)).toEqual([]);
      });
});

describe('a mark at the year under the title of a goal form loses nothing of the form', () => {
  for (const mark of ['①', '†', '*', '¹', '[1]'])
    test(`(2024年度)${mark}`, async () => {
      const good = await readFixture('shanxi-fao-2024');
      const reading = await read(changed('shanxi-fao-2024', '\n(2024年度)\n', `\n(2024年度)${mark}\n`, 3));
      expect(reading.model.projects).toEqual(good.model.projects);
      expect(silent(good, reading)).toEqual([]);
    });
});

describe('what stands between the fields of a goal form never makes the rest of it vanish', () => {
  test('a line nobody knows under the title', async () => {
    const good = await readFixture('shanxi-fao-2024');
    const reading = await read(
      changed('shanxi-fao-2024', '\n(2024年度)\n', '\n(2024年度)\n内部资料，注意保存\n', 3),
    );
    expect(silent(good, reading)).toEqual([]);
  });

  test('a running head in the middle of the goals', async () => {
    const good = await readFixture('hebei-fao-2024');
    const head = '河北省人民政府外事办公室2024年度部门预算';
    const goal = '\n2.保障全省因公电子护照';
    const reading = await read(changed('hebei-fao-2024', goal, `\n\n${head}\n${goal}`));
    expect(reading.model.projects.map(({ indicators }) => indicators)).toEqual(
      good.model.projects.map(({ indicators }) => indicators),
    );
    expect(silent(good, reading)).toEqual([]);
  });
});

test('a blank before a mark goes with it', () => {
  expect(withoutMarks('出访人数 ③')).toEqual({ text: '出访人数', marks: '③' });
  expect(withoutMarks('≥3 ② 次').text).toBe('≥3 次');
  expect(withoutMarks('12 ①3').text).toBe('12 3');
});

describe('a page that ends at a strange place breaks no table', () => {
  test('between the heading and the first row', async () => {
    const good = await readFixture('shanxi-fao-2024');
    const heading = '\n单位名称\t2024预算数\t\t\t\n\t合计\t一般公共预算\t政府性基金预算\t国有资本经营预算\n';
    const title = '2024年财政拨款安排机关运行经费预算表（续上表）';
    const reading = await read(
      changed('shanxi-fao-2024', heading, `${heading}\n- 41 -\n\n${title}\n\n单位：万元\n${heading}`),
    );
    expect(reading.model.tables).toEqual(good.model.tables);
    expect(silent(good, reading)).toEqual([]);
  });

  test('after the first cell of a row', async () => {
    const good = await readFixture('hebei-fao-2024');
    const start = text('hebei-fao-2024').indexOf(
      '\n\t序号\n',
      text('hebei-fao-2024').indexOf('经费支出表\n'),
    );
    const heading = text('hebei-fao-2024').slice(
      start,
      text('hebei-fao-2024').indexOf('\n\n\t1\n\t合计', start),
    );
    expect(heading).toContain('栏次');
    const row = '\n\t7\n\t三、公务接待费';
    const torn = `\n\t7\n\n部门预算财政拨款“三公”经费支出表（续）\n${heading}\n\n\t三、公务接待费`;
    const reading = await read(changed('hebei-fao-2024', row, torn));
    expect(silent(good, reading)).toEqual([]);
  });
});
