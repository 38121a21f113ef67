import { expect, test } from 'vitest';
import { everyDay, periodOf, readable } from './period.ts';

test.each([
  ['week', '2026-11-15'],
  ['month', '2026-10-23'],
  ['quarter', '2026-08-24'],
  ['year', '2026-01-01'],
] as const)('a %s up to 21 November 2026 starts on %s and includes both ends', (period, from) => {
  expect(periodOf(period, '2026-11-21')).toEqual({ from, until: '2026-11-21' });
});

test('a day on which nothing happened is shown as such, not skipped', () => {
  const days = [{ day: '2026-10-31', received: 2, handled: 1 }];
  expect(everyDay(days, { from: '2026-10-30', until: '2026-11-01' })).toEqual([
    { day: '2026-10-30', received: 0, handled: 0 },
    { day: '2026-10-31', received: 2, handled: 1 },
    { day: '2026-11-01', received: 0, handled: 0 },
  ]);
});

test('a year is told month by month and nothing is lost, a quarter day by day', () => {
  const some = [
    { day: '2026-01-31', received: 2, handled: 1 },
    { day: '2026-02-01', received: 0, handled: 4 },
    { day: '2026-02-28', received: 3, handled: 0 },
  ];
  const year = readable(everyDay(some, { from: '2026-01-01', until: '2026-11-21' }));
  expect(year.slice(0, 3)).toEqual([
    { day: '2026-01', received: 2, handled: 1 },
    { day: '2026-02', received: 3, handled: 4 },
    { day: '2026-03', received: 0, handled: 0 },
  ]);
  expect(year).toHaveLength(11);
  expect(readable(everyDay(some, periodOf('quarter', '2026-03-01')))).toHaveLength(90);
});
