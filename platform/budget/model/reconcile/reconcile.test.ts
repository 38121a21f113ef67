import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import { type Fixture, readFixture } from '../testing.ts';
import { reconcile } from './reconcile.ts';

async function proof(name: Fixture) {
  const reading = await readFixture(name);
  return { model: reading.model, ...reconcile(reading.model, reading.findings) };
}

const brief = (check: {
  rule: string;
  left: { value: string | null };
  right: { value: string | null };
  difference: string | null;
}) => [check.rule, check.left.value, check.right.value, check.difference];

describe('the arithmetic of the published budgets', () => {
  test('河北: every sum holds; only the planned assets differ, by 25.98', async () => {
    const { checks, counts } = await proof('hebei-fao-2024');
    expect(checks.filter((check) => check.verdict === 'does-not-hold').map(brief)).toEqual([
      ['B15', '191.43', '217.41', '-25.98'],
    ]);
    // 32 × 0.08 is printed as 2.62: a unit price of 0.081875 rounds to 0.08.
    expect(checks.filter((check) => check.verdict === 'rounding').map(brief)).toEqual([
      ['B13', '2.62', '2.56', '0.06'],
    ]);
    expect(counts['does-not-hold']).toBe(1);
    expect(
      checks.filter((check) => check.verdict === 'cannot-be-checked').map((check) => check.rule),
    ).toEqual(['B17']);
  });

  test('河北: the projects add up to 2208.23 and the basic part of the trips is 6.63 of 160.45', async () => {
    const { checks } = await proof('hebei-fao-2024');
    expect(checks.find((check) => check.title === '各项目预算之和＝项目支出')).toMatchObject({
      verdict: 'holds',
      left: { value: '2208.23' },
      right: { value: '2208.23' },
    });
    expect(checks.find((check) => check.rule === 'B10' && check.title.includes('30212'))).toMatchObject({
      verdict: 'holds',
      left: { value: '6.63' },
      right: { value: '160.45' },
    });
  });

  test('山西: nothing is off by more than 0.02 but the sources of two projects', async () => {
    const { checks } = await proof('shanxi-fao-2024');
    expect(checks.filter((check) => check.verdict === 'does-not-hold').map(brief)).toEqual([
      ['B11', '365', '365.2', '-0.2'],
      ['B11', '50', '50.1', '-0.1'],
    ]);
    for (const check of checks.filter((candidate) => candidate.verdict === 'rounding'))
      expect(Math.abs(Number(check.difference))).toBeLessThanOrEqual(0.02);
  });

  test('山西: six of thirteen projects are unpublished and cannot be checked', async () => {
    const { checks } = await proof('shanxi-fao-2024');
    const open = checks.filter((check) => check.note === '这个项目的绩效目标表没有公开。');
    expect(open).toHaveLength(6);
    // 2201.72 in all less the 1304.30 the text says are published.
    expect(open.reduce((sum, check) => sum + Math.round(Number(check.right.value) * 100), 0)).toBe(
      220172 - 130430,
    );
  });

  test('山西: shares and growth printed in percent are right', async () => {
    const { checks } = await proof('shanxi-fao-2024');
    const percents = checks.filter((check) => check.title.endsWith('百分比'));
    expect(percents.map((check) => check.left.value)).toEqual(
      expect.arrayContaining(['83.72', '16.1', '59.78', '84.55', '34.94', '12.97', '1.36']),
    );
    expect(percents.every((check) => check.verdict === 'holds')).toBe(true);
  });

  test('石家庄: without tables the forms hold in themselves and the rest cannot be checked', async () => {
    const { counts, checks } = await proof('shijiazhuang-fao-2024');
    expect(counts).toMatchObject({ holds: 8, rounding: 0, 'does-not-hold': 0 });
    expect(checks.find((check) => check.title === '各项目预算之和＝项目支出')).toMatchObject({
      verdict: 'cannot-be-checked',
      left: { value: '1123.74' },
    });
  });
});

describe('a wrong figure is found wherever it stands', () => {
  test('any single figure of the tables that add up, changed by 1.00, breaks a rule that names its table', {
    timeout: 120_000,
  }, async () => {
    const { model } = await proof('hebei-fao-2024');
    const silent: string[] = [];
    for (const [at, table] of model.tables.entries()) {
      // Organisation and assets carry no sums; their figures are checked against the text only.
      if (['T10', 'T12'].includes(table.id)) continue;
      for (const [rowAt, row] of table.rows.entries()) {
        const cell = row.findIndex((figure) => figure !== null && /^\d+\.\d\d$/.test(figure));
        if (cell < 0) continue;
        const changed = table.rows.map((cells, index) =>
          index === rowAt ? cells.with(cell, (Number(cells[cell]) + 1).toFixed(2)) : cells,
        );
        const damaged: Disclosure = { ...model, tables: model.tables.with(at, { ...table, rows: changed }) };
        const found = reconcile(damaged).checks.some(
          (check) =>
            check.verdict !== 'holds' &&
            check.verdict !== 'cannot-be-checked' &&
            [...check.left.cells, ...check.right.cells].some((own) => own.owner === table.id),
        );
        if (!found) silent.push(`${table.id} row ${rowAt + 1}`);
      }
    }
    expect(silent).toEqual([]);
  });

  test('proving never changes what is printed', async () => {
    const { model } = await proof('hebei-fao-2024');
    const before = JSON.stringify(model);
    reconcile(model);
    expect(JSON.stringify(model)).toBe(before);
  });

  test('with unread cells in a table a difference is not called wrong', async () => {
    const reading = await readFixture('hebei-fao-2024');
    const tables = reading.model.tables.map((table) =>
      table.id === 'T05' ? { ...table, rows: table.rows.slice(0, 6) } : table,
    );
    const [first] = reading.findings;
    if (first === undefined) throw new Error('no finding to copy');
    const finding = { ...first, kind: 'unread' as const, owner: 'T05' };
    const { checks } = reconcile({ ...reading.model, tables }, [finding]);
    const touched = checks.filter((check) =>
      [...check.left.cells, ...check.right.cells].some((cell) => cell.owner === 'T05'),
    );
    expect(touched.some((check) => check.verdict === 'cannot-be-checked')).toBe(true);
    expect(touched.some((check) => check.verdict === 'does-not-hold')).toBe(false);
  });
});
