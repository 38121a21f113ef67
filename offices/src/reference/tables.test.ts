import { describe, expect, test } from 'vitest';
import { namesRepository } from '@zhitongche/case';
import { referenceTables } from './tables.ts';

const rows = (name: string) => referenceTables.find((table) => table.name === name)?.rows ?? [];

describe('reference tables', () => {
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
    for (const row of rows('visa-free-entry'))
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
  });

  test('every table says where it comes from', () => {
    for (const table of referenceTables) expect(table.source.length).toBeGreaterThan(4);
  });
});
