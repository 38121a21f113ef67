import { describe, expect, test } from 'vitest';
import { departmentGoals } from '../model/department-goals.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { type Fixture, fixtureBytes, readBytes, readFixture } from '../testing.ts';

const text = (name: Fixture) => new TextDecoder().decode(fixtureBytes(`${name}.txt`));
const read = (words: string) => readBytes(new TextEncoder().encode(words));
const all: readonly Fixture[] = ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'];

/** A text with lines put in after the line at a row of Shanxi's expense table. */
function inTable(...put: string[]): string {
  const lines = text('shanxi-fao-2024').split('\n');
  const at = lines.indexOf('预算公开表3');
  const row = lines.findIndex((line, own) => own > at && /^20103\d\d\t/.test(line));
  return lines.toSpliced(row + 1, 0, ...put).join('\n');
}

describe('a table that goes on over a page is one table', () => {
  const heading = '科目编码\t科目名称\t合计\t基本支出\t项目支出';
  for (const [what, put] of [
    ['its title with （续）', ['', '预算支出总表（续）', '单位：万元', '项目\t\t2024年预算数\t\t', heading]],
    ['its caption and title again', ['预算公开表3', '预算支出总表', heading]],
    ['续表', ['- 7 -', '', '续表', heading]],
    ['its heading', [heading]],
    ['its heading spread', ['科目编码\t科目名称\t合　计\t基本支出\t项目支出']],
    [
      'a page number, the title of the paper and its heading',
      ['12', '山西省人民政府外事办公室2024年度部门预算', heading],
    ],
  ] as const)
    test(`printed again: ${what}`, async () => {
      const good = await readFixture('shanxi-fao-2024');
      const reading = await read(inTable(...put));
      expect(reading.model.tables).toEqual(good.model.tables);
      expect(reconcile(reading.model, reading.findings).counts).toEqual(
        reconcile(good.model, good.findings).counts,
      );
    });

  test('a total whose words are spread over the cell is the total', async () => {
    const good = await readFixture('hebei-fao-2024');
    const printed = text('hebei-fao-2024')
      .replaceAll('\t本年收入合计\n', '\t本年收入合　计\n')
      .replaceAll('\t支出总计\n', '\t支 出 总 计\n');
    expect(printed).toContain('本年收入合　计');
    const reading = await read(printed);
    expect(reconcile(reading.model, reading.findings).counts).toEqual(
      reconcile(good.model, good.findings).counts,
    );
  });
});

describe('tabs at the ends of lines say nothing', () => {
  for (const name of all)
    for (const tabs of ['\t', '\t\t\t'])
      test(`${name} with ${tabs.length} at every line reads the same`, async () => {
        const good = (await readFixture(name)).model;
        const { model } = await read(text(name).replaceAll(/(?<=[^\n])$/gm, tabs));
        expect(model.tables).toEqual(good.tables);
        expect(model.projects).toEqual(good.projects);
        expect(model.departmentForm).toEqual(good.departmentForm);
        expect(model.narrative).toEqual(good.narrative);
      });
});

describe('a department words its goals in its own way', () => {
  const office = '一、部门整体绩效目标\n\n';
  for (const [what, words] of [
    ['numbered', '1、绩效目标：做好接待。\n绩效指标：接待来访不少于9次，满意度≥90%。\n'],
    ['in one paragraph', '1、绩效目标：做好接待。 绩效指标：接待来访不少于9次，满意度≥90%。\n'],
    ['with brackets', '（1）绩效目标：做好接待。\n（2）绩效指标：接待来访不少于9次，满意度≥90%。\n'],
  ] as const)
    test(`${what}: both targets are read`, async () => {
      const goals = departmentGoals((await read(office + words)).model);
      expect(goals.map(({ goal }) => goal)).toEqual(['做好接待。']);
      expect(goals.flatMap(({ indicators }) => indicators).map(({ target }) => target.value)).toEqual([
        '9',
        '90',
      ]);
    });

  test('a sentence with goals that cannot be taken apart is listed with its line', async () => {
    const reading = await read(`${office}绩效指标：接待来访不少于9次。\n`);
    expect(
      reading.findings.some(
        ({ kind, place, raw }) => kind === 'unread' && place.line === 3 && raw.includes('9次'),
      ),
    ).toBe(true);
  });
});

test('every form that was not read is named', async () => {
  const lines = text('hebei-fao-2024').split('\n');
  const titles = lines.flatMap((line, at) => (/^\d+[、.].*绩效目标表$/.test(line) ? [at] : []));
  expect(titles.length).toBeGreaterThan(9);
  const broken = lines.map((line, at) =>
    titles.some((own) => at > own && at < own + 30) && /项目编码|预算数/.test(line) ? '\t栏目' : line,
  );
  const reading = await read(broken.join('\n'));
  expect(reading.model.projects).toEqual([]);
  for (const at of titles)
    expect(
      reading.findings.some(({ kind, place }) => kind === 'unread' && place.line === at + 1),
      lines[at],
    ).toBe(true);
});
