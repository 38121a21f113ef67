import { describe, expect, test } from 'vitest';
import {
  dayByKey,
  dayChanges,
  type DayException,
  monthsOf,
  toggleDay,
  workingDaysIn,
} from './calendar-year.ts';

describe('the year at a glance', () => {
  test('weeks begin on Monday: 1 November 2026 is a Sunday, and so stands alone', () => {
    const november = monthsOf(2026)[10];
    expect(november?.weeks[0]?.map((d) => d?.day ?? null)).toEqual([null, null, null, null, null, null, 1]);
    expect(november?.weeks[0]?.[6]?.weekend).toBe(true);
  });

  test('has every day once, leap days too', () => {
    const days = (year: number) =>
      monthsOf(year)
        .flatMap((m) => m.weeks.flat())
        .filter((d) => d !== null).length;
    expect(days(2026)).toBe(365);
    expect(days(2028)).toBe(366);
  });

  test('2026 without any notice has 261 weekdays', () => {
    expect(workingDaysIn(2026, [])).toBe(261);
  });
});

describe('pressing a day', () => {
  const friday = { date: '2026-10-02', weekend: false };
  const saturday = { date: '2026-10-10', weekend: true };

  test('turns a weekday off and back', () => {
    const off = toggleDay([], friday);
    expect(off).toEqual([{ date: '2026-10-02', kind: 'off', notice: '' }]);
    expect(workingDaysIn(2026, off)).toBe(260);
    expect(toggleDay(off, friday)).toEqual([]);
  });

  test('turns a weekend day into a make-up day and back, even one the notice names as holiday', () => {
    const work = toggleDay([], saturday);
    expect(work[0]?.kind).toBe('work');
    expect(toggleDay(work, saturday)).toEqual([]);
    const named: DayException[] = [{ date: '2026-10-10', kind: 'off', notice: '国庆节' }];
    expect(toggleDay(named, saturday)[0]?.kind).toBe('work');
  });

  test('counts what is different, not what was pressed', () => {
    const once = toggleDay([], friday);
    expect(dayChanges([], once)).toBe(1);
    expect(dayChanges([], toggleDay(once, friday))).toBe(0);
  });
});

test.each([
  ['2026-02-28', 'ArrowRight', '2026-03-01'],
  ['2026-03-04', 'ArrowUp', '2026-02-25'],
  ['2026-02-10', 'End', '2026-02-28'],
  ['2028-02-10', 'End', '2028-02-29'],
  ['2026-02-10', 'Home', '2026-02-01'],
  ['2026-12-31', 'ArrowDown', undefined],
  ['2026-01-01', 'ArrowLeft', undefined],
  ['2026-01-01', 'Enter', undefined],
])('from %s the key %s leads to %s', (from, key, to) => {
  expect(dayByKey(from, key)).toBe(to);
});
