import type { Json } from '@zhitongche/base';
import { describe, expect, test } from 'vitest';
import { valueOf } from '@zhitongche/measure';
import { tripMeasures } from './measures.ts';

type Rows = readonly Readonly<Record<string, Json | undefined>>[];
type Registers = Readonly<Record<'trips' | 'trip-reports' | 'passport-custody', Rows>>;

const trip = (more: Readonly<Record<string, string | boolean | readonly string[]>>) => ({
  first: true,
  status: 'returned',
  exitDate: '2026-05-16',
  entryDate: '2026-05-25',
  plannedExit: '2026-05-16',
  plan: '',
  countries: ['日本'],
  ownOffice: false,
  decidedOn: '2026-03-05',
  late: false,
  ...more,
});
const report = (more: Readonly<Record<string, string | boolean | number | null>>) => ({
  returned: '2026-05-25',
  filedOn: '2026-06-01',
  onTime: true,
  inOrder: true,
  purposeMet: 'full',
  intents: 0,
  ...more,
});

const registers: Registers = {
  trips: [
    trip({ ownOffice: true, plan: 'P1', countries: ['美国'] }),
    trip({ ownOffice: true, first: false, countries: ['美国'] }),
    trip({ status: 'approved', plan: 'P2', exitDate: '2026-12-20', entryDate: '2026-12-24', late: true }),
    trip({ status: 'revoked', exitDate: '2026-07-01' }),
    trip({ exitDate: '2025-12-30', entryDate: '2026-01-03' }),
  ],
  'trip-reports': [
    report({ intents: 3 }),
    report({ onTime: false, purposeMet: 'partly' }),
    report({ filedOn: '', onTime: null, inOrder: null, purposeMet: '' }),
    report({ returned: '2025-03-01' }),
  ],
  'passport-custody': [
    { due: '2026-06-01', returnedOn: '2026-06-01' },
    { due: '2026-06-01', returnedOn: '2026-06-02' },
    { due: '2026-06-01', returnedOn: '' },
  ],
};

const lines = (code: string, on: Registers) => {
  const measure = tripMeasures.measures.find((one) => one.code === code);
  const subject = { rows: (register: keyof Registers) => on[register] } as never;
  return (measure?.lines(subject) ?? []).filter(({ day }) => day.startsWith('2026-'));
};
const value = (code: string, on: Registers) => {
  const { sort = 'things' } = tripMeasures.measures.find((one) => one.code === code) ?? {};
  const all = lines(code, on);
  const n = String(all.reduce((sum, line) => sum + Number(line.n), 0));
  const found = valueOf(sort, { n, lines: all.length, persons: 0 });
  return found === null ? null : sort === 'rate' ? Math.round(Number(found) * 10_000) / 100 : Number(found);
};

describe('indicators from the registers', () => {
  test.each([
    // Approved and not revoked, leaving in the year.
    ['out.travellers', 3],
    ['out.own_travellers', 2],
    ['out.groups', 2],
    ['out.own_groups', 1],
    ['out.travellers_us', 2],
    // Two of three reports due are filed, one in time; two are judged.
    ['out.report.rate', 66.67],
    ['out.report.on_time', 33.33],
    ['out.report.quality', 100],
    ['out.purpose', 50],
    // Two planned delegations, one back.
    ['out.plan.trips', 50],
    ['intent.count', 3],
    ['out.passports.on_time', 50],
    // Decided in 2026: four delegations, one late.
    ['sla.approval', 75],
  ])('%s of 2026 is %d', (code, expected) => {
    expect(value(code, registers)).toBe(expected);
  });

  test('a rate of nothing is unknown, not zero', () => {
    expect(value('out.report.rate', { trips: [], 'trip-reports': [], 'passport-custody': [] })).toBeNull();
  });
});
