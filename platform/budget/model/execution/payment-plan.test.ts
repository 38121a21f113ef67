import { decimalText } from '@zhitongche/base';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDisclosure } from '../read/read.ts';
import { planMonths } from '../model/goal-form.ts';
import { monthEnd, plannedPercent, planRemarks } from './payment-plan.ts';

const plan = (...percents: readonly (string | null)[]) =>
  percents.map((percent, at) => ({ month: planMonths[at] ?? 12, percent }));
type Percents = readonly (string | null)[];
const at = (percents: Percents, day: string): string | undefined => {
  const planned = plannedPercent(plan(...percents), 2024, day);
  return planned && decimalText(planned);
};

// The four plans printed in the disclosures of 2024.
const HEBEI = ['8', '60', '90', '100'];
const SHORT = ['30', '60', '90', '95'];
const BLANK = [null, '8', '60', '100'];
const HAIGANG = ['20', '40', '60', '100'];

describe('what is to be paid by a day', () => {
  test.each([
    [HEBEI, '2024-03-31', '8.00'],
    [HEBEI, '2024-06-30', '60.00'],
    [HEBEI, '2024-10-31', '90.00'],
    [HEBEI, '2024-12-31', '100.00'],
    [SHORT, '2024-12-31', '95.00'],
    [BLANK, '2024-03-31', '0.00'],
    [BLANK, '2024-06-30', '8.00'],
    [HAIGANG, '2024-03-31', '20.00'],
    // 91 days from the end of March to the end of June, 45 of them over on 15 May: 8 + 52 × 45 ÷ 91 = 33.714…
    [HEBEI, '2024-05-15', '33.71'],
    // 61 days from the end of October to the end of the year, 30 over: 90 + 10 × 30 ÷ 61 = 94.918…
    [HEBEI, '2024-11-30', '94.92'],
    // 91 days of the leap year to the end of March, 31 over: 8 × 31 ÷ 91 = 2.725…
    [HEBEI, '2024-01-31', '2.73'],
    // Nothing before the first figure: 8 × 46 ÷ 91 = 4.043…
    [BLANK, '2024-05-16', '4.04'],
    [HEBEI, '2025-02-01', '100.00'],
    [HEBEI, '2023-11-01', '0.00'],
  ] as const)('%j by %s: %s %%', (percents, day, expected) => {
    expect(at(percents, day)).toBe(expected);
  });

  test('a plan without a figure is none', () => {
    expect(at([null, null, null, null], '2024-06-30')).toBeUndefined();
  });

  test('a blank between two figures says nothing: the way from one to the other is straight', () => {
    // 275 days from the end of March to the end of the year, 91 over at the end of June: 20 + 80 × 91 ÷ 275 = 46.472…
    expect(at(['20', null, null, '100'], '2024-06-30')).toBe('46.47');
  });

  test('an end at 95 is told, never refused', () => {
    expect(planRemarks(plan(...SHORT))).toEqual(['年底不到100%']);
    expect(planRemarks(plan(...HEBEI))).toEqual([]);
    expect(planRemarks(plan('30', '20', '90', '100'))).toEqual(['6月底的比例低于3月底']);
  });

  test('a plan that never falls is never behind the day before, and meets every date it states', () => {
    const rising = fc
      .array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 })
      .map((all) => all.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(
        rising,
        fc.integer({ min: 2020, max: 2030 }),
        fc.integer({ min: 1, max: 360 }),
        (all, year, n) => {
          const own = plan(...all.map(String));
          const day = (days: number) => new Date(Date.UTC(year, 0, days)).toISOString().slice(0, 10);
          const [before, after] = [plannedPercent(own, year, day(n)), plannedPercent(own, year, day(n + 1))];
          expect(Number(before && decimalText(before))).toBeLessThanOrEqual(
            Number(after && decimalText(after)),
          );
          for (const [i, month] of planMonths.entries()) {
            const met = plannedPercent(own, year, monthEnd(year, month));
            expect(met && Number(decimalText(met))).toBe(all[i]);
          }
        },
      ),
    );
  });
});

test('every plan printed by the department of Hebei is read as it stands', async () => {
  const bytes = readFileSync(new URL('../../fixtures/hebei-fao-2024.txt', import.meta.url));
  const reading = await readDisclosure({ name: 'hebei.txt', bytes });
  if (!reading.ok) throw new Error('unread');
  const forms = reading.model.projects.flatMap((form) => (form.layout === 'payment-plan' ? [form.plan] : []));
  expect(forms).toHaveLength(11);
  for (const form of forms) {
    const own = form.map(({ month, percent }) => ({
      month,
      percent: percent === null ? null : String(percent),
    }));
    for (const { month, percent } of own.filter((one) => one.percent !== null))
      expect(
        Number(decimalText(plannedPercent(own, 2024, monthEnd(2024, month)) ?? { units: -1n, scale: 0 })),
      ).toBe(Number(percent));
  }
});
