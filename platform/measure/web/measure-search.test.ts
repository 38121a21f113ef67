import { expect, test } from 'vitest';
import { monthWords, quarterWords, readMeasureSearch, spanOfMonth, spanOfQuarter } from './measure-search.ts';

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

test('a quarter of one organisation is opened by its first day and the organisation', () => {
  const org = '01890000-0000-7000-8000-000000000001';
  expect(readMeasureSearch({ quarter: '2026-10-01', org })).toEqual({ quarter: '2026-10-01', org });
  expect(readMeasureSearch({ quarter: '2026-11-01', org })).toEqual({});
  expect(readMeasureSearch({ quarter: '2026-10-01', org: 'x' })).toEqual({});
  expect(spanOfQuarter('2026-10-01')).toEqual({ from: '2026-10-01', until: '2026-12-31' });
  expect(quarterWords('2026-10-01')).toBe('2026年第四季度');
});

test('days from one to another are a span, turned about they are none', () => {
  const year = { from: '2026-01-01', until: '2026-12-01' };
  expect(readMeasureSearch(year)).toEqual(year);
  expect(readMeasureSearch({ from: '2026-12-01', until: '2026-01-01' })).toEqual({});
  expect(readMeasureSearch({ from: '2026-01-01' })).toEqual({});
});
