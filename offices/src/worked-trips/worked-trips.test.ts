import { problemsOf, type Answers } from '@zhitongche/kernel';
import { sampleContext, type World } from '@zhitongche/kernel/testing.ts';
import { outboundTrip } from '@zhitongche/services/outbound-trip/index.ts';
import { describe, expect, test } from 'vitest';
import { referenceTables } from '../reference/index.ts';
import { figuresOf, plain } from './testing/figures.ts';
import { answersOf, FILED } from './testing/filing.ts';
import { lookupsOf } from './testing/registers.ts';
import { workedTrips } from './testing/table/index.ts';
import type { Said, WorkedTrip } from './testing/trip.ts';

const tables = Object.fromEntries(referenceTables.map((table) => [table.name, table.rows]));

const worldOf = (trip: WorkedTrip, answers: Answers, remembered: readonly string[]): World => ({
  today: FILED,
  underCity: trip.underCity === true,
  policies: Object.fromEntries(
    Object.entries(trip.policies ?? {}).map(([key, value]) => [`outbound-trip.${key}`, value]),
  ),
  tables: {
    ...tables,
    ...(trip.rates
      ? {
          'exchange-rates': Object.entries(trip.rates).map(([currency, rate]) => ({
            currency,
            rate,
            date: '2026-01-01',
          })),
        }
      : {}),
  },
  lookups: lookupsOf(remembered, answers),
});

const saidOf = (answers: Answers, world: World): Said => {
  const found = problemsOf(outboundTrip, answers, sampleContext(outboundTrip.policies, world));
  const of = (level: string): string =>
    [...new Set(found.filter((p) => p.level === level).map((p) => p.code))].toSorted().join(' ');
  const [block, warn, info] = [of('block'), of('warn'), of('info')];
  return { ...(block ? { block } : {}), ...(warn ? { warn } : {}), ...(info ? { info } : {}) };
};

describe.each(workedTrips)('$n $title', (trip) => {
  const answers = answersOf(trip.filing);
  const world = worldOf(trip, answers, trip.remembered ?? []);

  test('days, nights, money and entries are those worked out by hand', () => {
    const context = sampleContext(outboundTrip.policies, world);
    expect(figuresOf(outboundTrip.derive(answers, context))).toEqual({
      days: trip.days,
      countries: trip.countries,
      stays: trip.stays,
      money: plain(trip.money),
      total: trip.total,
      missing: [],
      entries: trip.entries,
    });
  });

  test('the rules say what they must, and nothing else', () => {
    expect(saidOf(answers, world)).toEqual(trip.says);
  });

  test.runIf(trip.first)('what was filed first is stopped', () => {
    const { stops, remembered, ...other } = trip.first ?? { stops: '' };
    const filed = answersOf({ ...trip.filing, ...other });
    const then = worldOf(trip, filed, [...(trip.remembered ?? []), ...(remembered ?? [])]);
    expect(saidOf(filed, then).block).toBe(stops);
  });
});
