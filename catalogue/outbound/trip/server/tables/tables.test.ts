import { describe, expect, test } from 'vitest';
import { referenceTables } from '@zhitongche/offices';
import { namesRepository } from '@zhitongche/case';
import { TRIP_TABLES } from './index.ts';

const rows = (name: string) =>
  [...TRIP_TABLES, ...referenceTables].find((table) => table.name === name)?.rows ?? [];

describe('tables the checks of a trip look up', () => {
  test('the per-diem table has the 273 rows of 434 and a fallback row for every country', () => {
    expect(rows('per-diem')).toHaveLength(273);
    const countries = new Set(rows('per-diem').map((row) => row.country));
    expect(countries.size).toBe(188);
    for (const country of countries) {
      const scopes = rows('per-diem')
        .filter((row) => row.country === country)
        .map((row) => row.scope);
      expect(scopes.some((scope) => scope === '全境' || scope === '其他城市')).toBe(true);
    }
  });

  test('Japan is printed as in 434: Tokyo 20 000, other cities 9 000 yen', () => {
    const japan = rows('per-diem').filter((row) => row.country === '日本');
    expect(japan.find((row) => row.scope === '东京')).toMatchObject({ currency: 'JPY', lodging: '20000' });
    expect(japan.find((row) => row.scope === '其他城市')).toMatchObject({
      lodging: '9000',
      meals: '10000',
      incidentals: '5000',
    });
  });

  test('every country that has a standard or a visa rule is in the country table, once', () => {
    const names = rows('countries').map((row) => row.name);
    expect(new Set(names).size).toBe(names.length);
    for (const row of [...rows('per-diem'), ...rows('visa-exemptions')]) expect(names).toContain(row.country);
  });

  test('rows that were only compiled say so', () => {
    for (const row of rows('visa-exemptions')) expect(row).toMatchObject({ compared: false });
    expect(rows('visa-exemptions').some((row) => row.kind === '来华')).toBe(false);
  });

  test('no row rests on a software repository: each names an instrument and its date', () => {
    for (const table of TRIP_TABLES)
      for (const text of [
        table.source,
        ...table.rows.map((row) => (typeof row.source === 'string' ? row.source : '')),
      ]) {
        expect(text === '' || text.length > 4).toBe(true);
        expect(namesRepository(text), text).toBe(false);
      }
    for (const row of rows('visa-exemptions'))
      expect(row.source).toMatch(/(一览表|公告).*\d{4}-\d{2}-\d{2}|未见原文/);
  });
});
