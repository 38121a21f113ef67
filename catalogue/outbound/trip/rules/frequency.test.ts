import { describe, expect, test } from 'vitest';
import { found } from '../testing/trip.ts';

const ID = '11010519491231002X';
const trips = (...exits: readonly string[]) => ({
  'person-trips': {
    trips: exits.map((exitDate) => ({
      citizenId: ID,
      caseNumber: 'C1',
      group: '他团',
      exitDate,
      entryDate: exitDate,
      countries: ['日本'],
      missionKind: 'visit',
    })),
  },
});
const filing = (member: Readonly<Record<string, string | number | boolean>>, more = {}) => ({
  exitDate: '2026-06-01',
  members: [{ citizenId: ID, ...member }],
  ...more,
});
const BUREAU = { rank: 'bureau', position: 'none' };

describe('how often a person travels (R-12, R-13, R-15)', () => {
  test('a trip approved for later counts as much as an earlier one', () => {
    expect(found('R-12', filing(BUREAU), { lookups: trips('2028-05-31') })).toHaveLength(1);
    expect(found('R-12', filing(BUREAU), { lookups: trips('2028-06-01') })).toEqual([]);
    const principal = { rank: 'bureau', position: 'principal' };
    expect(found('R-13', filing(principal), { lookups: trips('2026-11-20') })).toHaveLength(1);
    expect(found('R-13', filing(principal), { lookups: trips('2027-01-05') })).toEqual([]);
  });

  test('one trip before and one after are two only where both lie in one period', () => {
    const two = { policies: { 'outbound-trip.frequency.bureau.max': 2 } };
    const spread = trips('2024-07-01', '2028-05-01');
    expect(found('R-12', filing(BUREAU), { ...two, lookups: spread })).toEqual([]);
    const close = trips('2025-07-01', '2027-05-01');
    expect(found('R-12', filing(BUREAU), { ...two, lookups: close })).toHaveLength(1);
  });

  test('an official who is no researcher has the ordinary limits on an academic trip too; the researcher has none', () => {
    const academic = { missionKind: 'academic' };
    const lookups = trips('2025-06-02');
    expect(found('R-12', filing({ ...BUREAU, academic: false }, academic), { lookups })).toHaveLength(1);
    expect(found('R-12', filing({ ...BUREAU, academic: true }, academic), { lookups })).toEqual([]);
    const division = { rank: 'division', academic: false };
    expect(found('R-15', filing(division, academic), { lookups })).toHaveLength(1);
  });
});
