import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayEndInShanghai,
  dayInShanghai,
  dayNumber,
  dayOfNumber,
  daysBetween,
  daysInclusive,
  isDay,
  weekday,
} from './day.ts';

describe('calendar days', () => {
  it.each(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s exists', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each<[unknown, string]>([
    ['2023-02-29', 'no leap year'],
    ['1900-02-29', 'a century is no leap year'],
    ['2026-04-31', 'April has 30 days'],
    ['2026-13-01', 'no 13th month'],
    ['2026-00-10', 'no month 0'],
    ['0000-01-01', 'no year 0'],
    ['2026-1-1', 'not padded'],
    ['2026-01-01T00:00:00Z', 'an instant is no day'],
    ['２０２６-01-01', 'full-width digits'],
    [20260101, 'a number'],
    [null, 'nothing'],
  ])('%s is refused: %s', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('counts both ends of a trip: exit 30 October, entry 3 November is five days', () => {
    expect(daysInclusive('2026-10-30', '2026-11-03')).toBe(5);
    expect(daysInclusive('2026-01-01', '2026-01-06')).toBe(6);
  });

  it('knows the weekday: 1 October 2026 is a Thursday', () => {
    expect(weekday('2026-10-01')).toBe(4);
    expect(weekday('1970-01-01')).toBe(4);
  });

  it('keeps to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2026-03-15', -15)).toBe('2024-12-15');
  });

  it.each([
    ['2026-11-21T15:59:59.999Z', '2026-11-21'],
    ['2026-11-21T16:00:00Z', '2026-11-22'],
    ['2026-01-01T00:30:00+09:00', '2025-12-31'],
  ])('%s is %s in Shanghai', (instant, day) => {
    expect(dayInShanghai(instant)).toBe(day);
  });

  it('ends a day at four in the afternoon, Greenwich', () => {
    expect(dayEndInShanghai('2026-11-21T15:59:59.999Z')).toBe(Date.UTC(2026, 10, 21, 16));
    expect(dayEndInShanghai('2026-11-21T16:00:00Z')).toBe(Date.UTC(2026, 10, 22, 16));
  });

  it('agrees with the platform calendar on every day number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
        const day = dayOfNumber(number);
        expect(day).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10));
        expect(dayNumber(day)).toBe(number);
        expect(weekday(day)).toBe(new Date(number * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  it('moves forth and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: -900, max: 900 }), (n, days) => {
        const day = dayOfNumber(n);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });
});
