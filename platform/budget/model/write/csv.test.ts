import { expect, test } from 'vitest';
import { parseCsv } from '@zhitongche/base';
import { readFixture } from '../testing.ts';
import { indicatorCsv, tableCsv } from './csv.ts';

test('every table as CSV reads back cell for cell', async () => {
  for (const name of ['hebei-fao-2024', 'shanxi-fao-2024'] as const) {
    const { model } = await readFixture(name);
    for (const table of model.tables) {
      const read = parseCsv(tableCsv(model, table)).map((row) => Object.values(row));
      expect(read).toEqual(table.rows.map((row) => row.map((cell) => cell ?? '')));
    }
  }
});

test('135 indicators, with what a spreadsheet would run as a formula made harmless', async () => {
  const { model } = await readFixture('hebei-fao-2024');
  const rows = parseCsv(indicatorCsv(model));
  expect(rows).toHaveLength(135);
  expect(rows.find((row) => row['raw'] === '2个')?.['operator']).toBe("'=");
  expect(rows.find((row) => row['raw'] === '≥10次')).toMatchObject({
    operator: '≥',
    value: '10',
    unit: '次',
  });
});
