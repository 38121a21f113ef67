import { describe, expect, test } from 'vitest';
import { namesRepository } from '@zhitongche/case';
import { referenceTable, referenceTables } from './tables.ts';

const rows = (name: string) => referenceTable(name)?.rows ?? [];

describe('reference tables', () => {
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

  test('country codes are two letters and unique', () => {
    const codes = rows('countries').map((row) => (typeof row.code === 'string' ? row.code : ''));
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2}$/);
  });

  test('no row rests on a software repository: each names an instrument and its date', () => {
    for (const table of referenceTables)
      for (const text of [
        table.source,
        ...table.rows.map((row) => (typeof row.source === 'string' ? row.source : '')),
      ])
        expect(namesRepository(text), text).toBe(false);
    for (const row of [...rows('visa-exemptions'), ...rows('visa-free-entry')])
      expect(row.source).toMatch(/(一览表|公告).*\d{4}-\d{2}-\d{2}|未见原文/);
  });

  test('whom China lets in without visa is another list, each entry with its last day', () => {
    const entry = rows('visa-free-entry');
    // Consular Department of the Ministry, 2025-11-03: 45 countries prolonged, Sweden added from 10 November.
    expect(entry).toHaveLength(46);
    for (const row of entry)
      expect(row).toMatchObject({ until: '2026-12-31', stay: '30日', compared: false });
    expect(entry.find((row) => row.country === '瑞典')).toMatchObject({ from: '2025-11-10' });
    for (const absent of ['美国', '英国', '加拿大', '捷克'])
      expect(entry.some((row) => row.country === absent)).toBe(false);
    expect(rows('visa-exemptions').some((row) => row.kind === '来华')).toBe(false);
  });

  test('rows that were only compiled say so', () => {
    for (const row of rows('visa-exemptions')) expect(row.compared).toBe(false);
  });

  test('every table says where it comes from', () => {
    for (const table of referenceTables) expect(table.source.length).toBeGreaterThan(4);
  });
});
