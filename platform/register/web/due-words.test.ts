import { expect, test } from 'vitest';
import { daySaid, dueLook, minuteSaid } from './due-words.ts';

test.each([
  ['2026-11-27', 'red', '超 6 天'],
  ['2026-12-03', 'amber', '今天'],
  ['2026-12-04', 'amber', '12月4日周五'],
  ['2026-12-31', 'amber', '12月31日'],
  ['2027-03-01', 'green', '2027年3月1日'],
] as const)('what is due on %s is %s on 3 December 2026: %s', (day, light, words) => {
  expect(dueLook(day, '2026-12-03')).toEqual({ light, words });
});

test('a day that is missing or masked is not made up', () => {
  expect(daySaid('', '2026-12-03')).toBe('');
  expect(daySaid('2026-**-**', '2026-12-03')).toBe('2026-**-**');
});

test('a minute is said with its day, and with its year where that is another', () => {
  expect(minuteSaid('2026-11-28T16:30', '2026-12-03')).toBe('11月28日 16:30');
  expect(minuteSaid('2025-11-28T16:30', '2026-12-03')).toBe('2025年11月28日 16:30');
  expect(minuteSaid('2026-**-**T**:**', '2026-12-03')).toBe('2026-**-**T**:**');
});
