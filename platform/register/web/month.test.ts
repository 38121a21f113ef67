import { expect, test } from 'vitest';
import { daysOf, monthLater, weeksOf } from './month.ts';

test('a month stands in whole weeks that begin on Monday', () => {
  const weeks = weeksOf('2026-03');
  expect(weeks[0]?.[0]).toBe('2026-02-23');
  expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
  expect(weeksOf('2027-02')).toHaveLength(4);
});

test('months follow one another over the end of a year', () => {
  expect(monthLater('2026-12', 1)).toBe('2027-01');
  expect(monthLater('2026-01', -1)).toBe('2025-12');
  expect(daysOf('2028-02')).toEqual({ from: '2028-02-01', until: '2028-02-29' });
});
