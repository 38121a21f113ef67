import type { Answers } from '@zhitongche/form';
import { sampleContext, type World } from '@zhitongche/case/testing';
import { problemsOf } from '@zhitongche/case';
import { outboundTrip } from '../../../../catalogue/outbound/trip/index.ts';
import { TRIP_TABLES } from '../../../../catalogue/outbound/trip/server/tables/index.ts';
import { referenceTables } from '../../reference/tables.ts';
import { FILED } from './filing.ts';
import { lookupsOf } from './registers.ts';
import type { Said, WorkedTrip } from './trip.ts';

const tables = Object.fromEntries(
  [...referenceTables, ...TRIP_TABLES].map((table) => [table.name, table.rows]),
);

/** The office in which a trip is filed, with its whole tables. */
export const worldOf = (trip: WorkedTrip, answers: Answers, remembered: readonly string[] = []): World => ({
  today: FILED,
  underCity: trip.underCity === true,
  underSuperior: trip.underSuperior === true,
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
  lookups: lookupsOf([...(trip.remembered ?? []), ...remembered], answers),
});

/** Codes of the rules that speak, by level. */
export const saidOf = (answers: Answers, world: World): Said => {
  const found = problemsOf(outboundTrip, answers, sampleContext(outboundTrip.policies, world));
  const of = (level: string): string =>
    [...new Set(found.filter((p) => p.level === level).map((p) => p.code))].toSorted().join(' ');
  const [block, warn, info] = [of('block'), of('warn'), of('info')];
  return { ...(block ? { block } : {}), ...(warn ? { warn } : {}), ...(info ? { info } : {}) };
};
