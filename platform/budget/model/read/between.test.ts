import { describe, expect, test } from 'vitest';
import { parseTarget, targetDoubt } from '../model/target.ts';
import { readFigure } from '../money/figure.ts';
import { fixtureBytes, readBytes } from '../testing.ts';
import { silent } from './silent.ts';

const text = (name: string) => new TextDecoder().decode(fixtureBytes(`${name}.txt`));
const read = (words: string) => readBytes(new TextEncoder().encode(words));

/** A published text with one place printed otherwise. */
async function changed(name: string, printed: string, put: string) {
  const words = text(name);
  expect(words).toContain(printed);
  const [good, bad] = [await read(words), await read(words.replace(printed, put))];
  return { good, bad, silent: silent(good, bad) };
}

describe('what comes between the cells of a row is in none of them', () => {
  const row = '\t多功能一体机\n\tA02020400\n\t台\n';

  test('a running head, a note that the table goes on and a unit of money leave names and units as printed', async () => {
    for (const line of [
      '河北省人民政府外事办公室 2024年部门预算 12',
      '2024年度部门预算',
      '部门预算公开',
      '续表',
      '（续）',
      '（续上表）',
      '接上页',
      '12 / 130',
      '第十二页',
      '·12·',
      'P12',
      '单位：万元',
      '单位：元',
    ])
      for (const put of [row.replace('\tA0', `${line}\n\tA0`), row.replace('\t台\n', `\t台\n${line}\n`)]) {
        const { good, bad, silent: wrong } = await changed('hebei-fao-2024', row, put);
        expect(wrong, put).toEqual([]);
        expect(bad.model.tables, put).toEqual(good.model.tables);
        const at = text('hebei-fao-2024').split(row)[0]?.split('\n').length ?? 0;
        expect(
          bad.findings.some(({ kind, place }) => kind === 'doubtful' && Math.abs((place.line ?? 0) - at) < 5),
          put,
        ).toBe(true);
      }
  });

  test('an amount that slipped under its row is listed, not passed over as a page number', async () => {
    const printed = '\t\t市县（区）财政资金\t\t0\t\t市县（区）财政\t\t0\t';
    for (const put of [printed.replace(/0\t$/, '\n\n0\t'), printed.replace(/0\t$/, '\n0\t')])
      expect((await changed('shanxi-fao-2024', printed, put)).silent, put).toEqual([]);
  });
});

describe('a word for a sum is that word however its signs are spread', () => {
  for (const [name, printed, put] of [
    ['hebei-fao-2024', '\t收入总计\n', '\t收入总　计\n'],
    ['hebei-fao-2024', '\t支出总计\n', '\t支 出 总 计\n'],
    ['hebei-fao-2024', '\t河北省人民政府外事办公室本级小计\n', '\t河北省人民政府外事办公室本级小　　计\n'],
  ] as const)
    test(put.trim(), async () => {
      const { good, bad } = await changed(name, printed, put);
      expect(bad.model).toEqual(good.model);
    });
});

describe('a sign that may be a number is not passed over', () => {
  test('a cell of figures that holds nothing but a circled number was not read', () => {
    for (const raw of ['⓪', '⑩', '㉛', '²']) expect(readFigure(raw).ok, raw).toBe(false);
    for (const raw of ['※', '*', '—']) expect(readFigure(raw), raw).toMatchObject({ ok: true, figure: null });
  });

  test('a letter typed for a digit of a target is no unit', () => {
    for (const raw of ['≤45B元', '≤45S元', '≥9O%', '≥1l次', '≥2Z人次', '≥4D0次', '≥8a%']) {
      expect(parseTarget(raw, { year: '2024' }), raw).toMatchObject({ operator: 'qualitative', value: null });
      expect(targetDoubt(raw), raw).not.toBeNull();
    }
    for (const [raw, unit] of [
      ['≥100m²', 'm²'],
      ['≤5km', 'km'],
      ['≥100Mbps', 'Mbps'],
      ['≥20kg/件', 'kg/件'],
    ] as const)
      expect(parseTarget(raw, { year: '2024' }), raw).toMatchObject({ unit });
  });
});

describe('a row out of step makes its sums impossible to check, not wrong', () => {
  for (const [what, printed, put] of [
    ['a figure cut by a tab', '\t488.63\n\n\t公用类项目', '\t488. \t63\n\n\t公用类项目'],
    [
      'an empty cell too many before a code',
      '\t11\n\t2080502\n\t事业单位离退休',
      '\t11\n\t\n\t2080502\n\t事业单位离退休',
    ],
  ] as const)
    test(what, async () => {
      const { silent: wrong } = await changed('hebei-fao-2024', printed, put);
      // The row's own figures stand beside each other as printed; what is added up over rows cannot be known.
      expect(wrong.filter((own) => own.startsWith('false') && !own.includes('各列之和'))).toEqual([]);
    });
});
