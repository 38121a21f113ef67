import { expect, test } from 'vitest';
import { everyDay, periodOf } from './period.ts';

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
