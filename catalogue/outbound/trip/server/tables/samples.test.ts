import { problemsOf, type Service } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { sampleContext } from '@zhitongche/case/testing';
import { referenceTables } from '@zhitongche/offices';
import * as samples from '../../samples.ts';
import { describe, expect, test } from 'vitest';
import { outboundTrip as trip } from '../../index.ts';
import { TRIP_TABLES } from './index.ts';

const tables = Object.fromEntries(
  [...referenceTables, ...TRIP_TABLES].map((table) => [table.name, table.rows]),
);

const stops = (service: Service, answers: Answers, today: string) =>
  problemsOf(service, answers, sampleContext(service.policies, { today, tables })).filter(
    (p) => p.level !== 'info',
  );

describe('with the office’s whole tables', () => {
  const builders = Object.entries(samples).map(([name, build]) => [name, build] as const);
  test.each(builders)('the sample %s may be filed and every amount is known', (_name, build) => {
    const today = '2026-11-23';
    const made = build({ today });
    for (const answers of Array.isArray(made) ? made : [made]) {
      expect(stops(trip, answers, today)).toEqual([]);
      const derived = trip.derive(answers, sampleContext(trip.policies, { today, tables }));
      expect(derived).toMatchObject({
        funding: { cny: expect.stringMatching(/^[1-9]\d+\.\d\d$/), missing: [] },
      });
    }
  });
});
