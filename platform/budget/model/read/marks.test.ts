import { describe, expect, test } from 'vitest';
import { parseTarget } from '../model/target.ts';
import { readFigure } from '../money/figure.ts';
import { fixtureBytes, readBytes, readFixture } from '../testing.ts';
import type { ReadDisclosure } from './read.ts';

const text = (name: string) => new TextDecoder().decode(fixtureBytes(`${name}.txt`));
const read = (words: string) => readBytes(new TextEncoder().encode(words));

/** A published text with one printed cell replaced wherever it stands alone in its line. */
async function withCell(name: string, line: string, put: string): Promise<ReadDisclosure> {
  const printed = text(name);
  expect(printed).toContain(`\n${line}\n`);
  return read(printed.replace(`\n${line}\n`, `\n${put}\n`));
}

const marks = ['①', '⑴', '❷', '㉑', '¹', '²', '⁴', '₃', '[1]', '［2］', '【3】', '〔4〕', '†', '※', '[注1]'];

describe('a footnote mark is never a digit', () => {
  test('at a money figure it is taken off and said so, in the middle of one the figure is refused', () => {
    for (const mark of marks) {
      expect(readFigure(`381.23${mark}`), mark).toMatchObject({
        ok: true,
        figure: '381.23',
        marks: mark.replace('［2］', '[2]'),
      });
      expect(readFigure(`381${mark}.23`).ok, mark).toBe(false);
    }
    expect(readFigure('606²')).toMatchObject({ ok: true, figure: '606' });
    expect(readFigure('½').ok).toBe(false);
    // No note is numbered nought; a numeral with its full stop before digits may be the whole part of a decimal number.
    for (const raw of ['⒈5', '⒈50', '⒓75', '⓪77.41', '77.4⓪', '⓿5'])
      expect(readFigure(raw).ok, raw).toBe(false);
  });

  test('at a target it changes neither number nor unit', () => {
    for (const mark of marks) {
      expect(parseTarget(`4${mark}`, { year: '2024' }), mark).toMatchObject({ value: '4', unit: null });
      expect(parseTarget(`≥95${mark}%`, { year: '2024' }), mark).toMatchObject({ value: '95', unit: '%' });
      expect(parseTarget(`≥95%${mark}`, { year: '2024' }), mark).toMatchObject({ value: '95', unit: '%' });
      expect(parseTarget(`${mark}≥10次`, { year: '2024' }), mark).toMatchObject({ value: '10', unit: '次' });
      expect(parseTarget(`11${mark}月底前`, { year: '2024' }), mark).toMatchObject({
        deadline: '2024-11-30',
      });
    }
  });

  test('the power of a unit stays in the unit', () => {
    expect(parseTarget('≥100m²', { year: '2024' })).toMatchObject({ value: '100', unit: 'm²' });
    expect(parseTarget('≥100㎡', { year: '2024' })).toMatchObject({ value: '100', unit: '㎡' });
  });

  test('in a table, a payment plan, a budget and a target of a form it is listed at its line', async () => {
    const name = 'hebei-fao-2024';
    const good = (await readFixture(name)).model;
    for (const line of ['\t5755.85', '\t2010301', '\t60%', '\t179.00', '\t≥95%']) {
      if (!text(name).includes(`\n${line}\n`)) continue;
      for (const put of [`${line}②`, line.replace(/(?<=\d)(?=%|$)/, '²')]) {
        const reading = await withCell(name, line, put);
        const raws = JSON.stringify(reading.model).replaceAll(/[²②]/g, '');
        expect(raws, put).toBe(JSON.stringify(good));
        const at = text(name).split('\n').indexOf(line) + 1;
        expect(
          reading.findings.some(({ kind, place }) => kind !== 'ignored' && place.line === at),
          put,
        ).toBe(true);
      }
    }
  });

  test('at a name or a heading it costs neither the column nor the row of the total', async () => {
    const printed = text('shanxi-fao-2024')
      .replaceAll('\n合计\t', '\n合计①\t')
      .replaceAll('\t科目名称\t', '\t科目名称②\t')
      .replaceAll('预算支出总表\n', '预算支出总表③\n');
    const reading = await read(printed);
    const good = (await readFixture('shanxi-fao-2024')).model;
    expect(reading.model.tables.map(({ id, rows }) => [id, rows])).toEqual(
      good.tables.map(({ id, rows }) => [id, rows]),
    );
  });
});
