import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unsoundCells } from '../model/sound.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { type Fixture, readFixture } from '../testing.ts';
import { changesBetween } from './changes.ts';
import { sheetsOf, withCell, withoutRow, withRow } from './sheets.ts';

const fixtures: readonly Fixture[] = ['hebei-fao-2024', 'shanxi-fao-2024', 'shijiazhuang-fao-2024'];

describe('correcting what was read', () => {
  for (const name of fixtures) {
    test(`${name}: typing again what a cell already holds changes nothing`, async () => {
      const { model } = await readFixture(name);
      for (const sheet of sheetsOf(model))
        for (const [row, cells] of sheet.rows.slice(0, 3).entries())
          for (const [column, text] of cells.entries())
            expect(withCell(model, sheet.id, row, column, text ?? '')).toEqual(model);
    });

    test(`${name}: as published it holds no cell that arithmetic could not take`, async () => {
      expect(unsoundCells((await readFixture(name)).model)).toEqual([]);
    });

    test(`${name}: whichever cell is typed into, that cell and no other has changed`, async () => {
      const { model } = await readFixture(name);
      const places = sheetsOf(model).flatMap((sheet) =>
        sheet.rows.flatMap((_, row) =>
          sheet.columns.flatMap((column, at) =>
            column.kind === 'figure' ? [{ sheet, row, at, column }] : [],
          ),
        ),
      );
      fc.assert(
        fc.property(
          fc.constantFrom(...places),
          fc.integer({ min: 1, max: 9 }),
          ({ sheet, row, at, column }, digit) => {
            const next = withCell(model, sheet.id, row, at, `123456.${digit}`);
            const changes = changesBetween(model, next);
            expect(changes).toHaveLength(1);
            expect(changes[0]).toMatchObject({
              sheet: sheet.id,
              column: column.label,
              after: `123456.${digit}`,
            });
          },
        ),
        { numRuns: 40 },
      );
    });
  }

  for (const name of fixtures)
    test(`${name}: every figure of every check is found in its sheet`, async () => {
      const { model, findings } = await readFixture(name);
      const sheets = new Map(sheetsOf(model).map((sheet) => [sheet.id, sheet]));
      const cells = reconcile(model, findings).checks.flatMap(({ left, right }) => [
        ...left.cells,
        ...right.cells,
      ]);
      const spotted = cells.flatMap((cell) =>
        cell.spot === undefined ? [] : [{ ...cell, spot: cell.spot }],
      );
      expect(spotted.length).toBeGreaterThan(10);
      for (const { spot, figure, where } of spotted) {
        const printed = sheets.get(spot.sheet)?.rows[spot.row]?.[spot.column] ?? null;
        // Yuan are shown as 万元 in a check.
        expect(printed === null ? null : [Number(printed), Number(printed) / 10_000], where).toSatisfy(
          (values) => (values === null ? figure === null : values.includes(Number(figure))),
        );
      }
    });

  test('whatever decimal is typed wherever, the proof is made and never throws', async () => {
    const { model } = await readFixture('shanxi-fao-2024');
    const places = sheetsOf(model).flatMap((sheet) =>
      sheet.rows.flatMap((_, row) => sheet.columns.map((_, column) => ({ sheet: sheet.id, row, column }))),
    );
    const typed = fc.oneof(fc.constant(''), fc.string({ maxLength: 8 }), fc.integer().map(String));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places), typed), { maxLength: 6 }), (edits) => {
        const next = edits.reduce(
          (now, [{ sheet, row, column }, text]) => withCell(now, sheet, row, column, text),
          model,
        );
        if (unsoundCells(next).length === 0) expect(reconcile(next).checks.length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  test('the unread March of a payment plan is filled in', async () => {
    const { model } = await readFixture('shijiazhuang-fao-2024');
    const plan = sheetsOf(model).find(
      (sheet) =>
        sheet.id.endsWith('/plan') &&
        sheet.rows.some(([month, percent]) => month === '3月' && percent === null),
    );
    const filled = withCell(model, plan?.id ?? '', 0, 1, ' 30 ');
    expect(sheetsOf(filled).find((sheet) => sheet.id === plan?.id)?.rows[0]).toEqual(['3月', '30']);
  });

  test('a corrected target is taken apart again', async () => {
    const { model } = await readFixture('hebei-fao-2024');
    const next = withCell(model, 'project:1/indicators', 0, 6, '≥12次');
    expect(next.projects[0]?.indicators[0]?.target).toEqual({ operator: '≥', value: '12', unit: '次' });
  });

  test('a row that came in is told as a row, and its neighbours as unchanged', async () => {
    const { model } = await readFixture('hebei-fao-2024');
    const rows = model.tables.find((table) => table.id === 'T03')?.rows.length ?? 0;
    const grown = withRow(model, 'T03', 4);
    expect(grown.tables.find((table) => table.id === 'T03')?.rows).toHaveLength(rows + 1);
    expect(changesBetween(model, grown)).toMatchObject([
      { sheet: 'T03', column: null, before: null, after: '' },
    ]);
    expect(withoutRow(grown, 'T03', 4)).toEqual(model);
  });

  test('cells that say what a row is cannot be typed into, and fixed sheets do not grow', async () => {
    const { model } = await readFixture('hebei-fao-2024');
    expect(withCell(model, 'cover', 0, 0, '别的')).toBe(model);
    expect(withRow(model, 'cover', 1)).toBe(model);
    expect(withCell(model, 'no such sheet', 0, 0, 'x')).toBe(model);
  });

  test('words where money belongs are told with their place', async () => {
    const { model } = await readFixture('hebei-fao-2024');
    const wrong = withCell(withCell(model, 'T03', 2, 3, '三百'), 'project:1/plan', 0, 1, '30)%');
    expect(unsoundCells(wrong).map(({ sheet, row, column }) => [sheet, row, column])).toEqual([
      ['T03', 2, 3],
      ['project:1/plan', 0, 1],
    ]);
  });
});
