import { expect, test } from 'vitest';
import { monthWords, readMeasureSearch, spanOfMonth } from './measure-search.ts';

test('a month is opened by its first day, anything else is this month', () => {
  expect(readMeasureSearch({ month: '2026-02-01' })).toEqual({ month: '2026-02-01' });
  for (const month of ['2026-02-30', '2026-02-02', 7, undefined, ['2026-02-01']])
    expect(readMeasureSearch({ month })).toEqual({});
});

test('a month ends on its last day', () => {
  expect(spanOfMonth('2026-02-01')).toEqual({ from: '2026-02-01', until: '2026-02-28' });
  expect(spanOfMonth('2028-02-01').until).toBe('2028-02-29');
  expect(monthWords('2026-11-01')).toBe('2026年11月');
});
