import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../vectors/workdays.json' with { type: 'json' };
import { CHINA_COVERS, CHINA_EXCEPTIONS } from './calendar-cn.ts';
import {
  addCalendarDays,
  addWorkingDays,
  countWorkingDays,
  isCovered,
  makeCalendar,
  nextWorkingDay,
  workingDaysBetween,
} from './calendar.ts';
import { addDays, dayOfNumber, weekday } from './day.ts';

const calendar = makeCalendar(CHINA_EXCEPTIONS, CHINA_COVERS);
const someDay = fc.integer({ min: 19_723, max: 20_800 }).map(dayOfNumber);

describe('the official calendar', () => {
  it.each(vectors.cases)('$id agrees with the notices', (vector) => {
    switch (vector.kind) {
      case 'year-exceptions': {
        const year = vector.id.slice(5);
        const days = (kind: string) =>
          CHINA_EXCEPTIONS.filter((row) => row.kind === kind && row.date.startsWith(year)).map((r) => r.date);
        expect(days('off')).toEqual(vector.weekday_off);
        expect(days('work')).toEqual(vector.weekend_work);
        break;
      }
      case 'add-workdays':
        expect(addWorkingDays(calendar, vector.from ?? '', vector.n ?? Number.NaN).due).toBe(vector.expected);
        break;
      case 'count-workdays':
        expect(countWorkingDays(calendar, vector.from ?? '', vector.to_inclusive ?? '')).toBe(
          vector.workdays,
        );
        break;
      case 'year-total':
        expect(countWorkingDays(calendar, `${vector.year}-01-01`, `${vector.year}-12-31`)).toBe(
          vector.workdays,
        );
        break;
      case 'must-refuse':
        expect(isCovered(calendar, vector.date ?? '', vector.date ?? '')).toBe(false);
        expect(addWorkingDays(calendar, vector.date ?? '', 1).provisional).toBe(true);
        break;
      default:
        expect.fail(`no reading for a vector of kind ${vector.kind}`);
    }
  });

  it('gives weekdays off and weekends to work, never the reverse', () => {
    for (const { date, kind } of CHINA_EXCEPTIONS) expect(weekday(date) <= 5, date).toBe(kind === 'off');
  });

  it('says a promise is provisional when it runs past the last published notice', () => {
    expect(addWorkingDays(calendar, '2026-12-25', 3)).toEqual({ due: '2026-12-30', provisional: false });
    expect(addWorkingDays(calendar, '2026-12-25', 8).provisional).toBe(true);
  });

  it('takes a later row over an earlier one, as an office corrects its table', () => {
    const corrected = makeCalendar(
      [...CHINA_EXCEPTIONS, { date: '2026-10-08', kind: 'off', notice: '地方活动日' }],
      CHINA_COVERS,
    );
    expect(corrected.isWorkingDay('2026-10-08')).toBe(false);
  });

  it('counts fractions of a day up and nothing below zero', () => {
    expect(addWorkingDays(calendar, '2026-06-01', 2.5).due).toBe('2026-06-04');
    expect(addWorkingDays(calendar, '2026-06-06', -3).due).toBe('2026-06-08');
  });
});

describe('laws of working days', () => {
  it('a deadline never lands on a rest day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 80 }), (from, days) => {
        expect(calendar.isWorkingDay(addWorkingDays(calendar, from, days).due)).toBe(true);
      }),
    );
  });

  it('what is left of a fresh promise is the whole promise', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 80 }), (from, days) => {
        expect(workingDaysBetween(calendar, from, addWorkingDays(calendar, from, days).due)).toBe(days);
      }),
    );
  });

  it('two promises one after the other are one promise of their sum', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }), (from, a, b) => {
        const first = addWorkingDays(calendar, from, a).due;
        expect(addWorkingDays(calendar, first, b).due).toBe(addWorkingDays(calendar, from, a + b).due);
      }),
    );
  });

  it('counting by whole weeks equals counting day by day, inside and outside the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 22_500 }).map(dayOfNumber), fc.nat(500), (from, span) => {
        let count = 0;
        for (let i = 0; i <= span; i += 1) if (calendar.isWorkingDay(addDays(from, i))) count += 1;
        expect(countWorkingDays(calendar, from, addDays(from, span))).toBe(count);
      }),
    );
  });

  it('the next working day is the day itself or the first one after only rest days', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const { due } = nextWorkingDay(calendar, day);
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(workingDaysBetween(calendar, addDays(day, -1), due)).toBe(1);
      }),
    );
  });
});

describe('calendar days as a statute counts them', () => {
  // 2026: 国庆 10月1日至7日放假，10月10日（周六）上班；6月19日至21日端午；春节2月15日至23日。
  it.each([
    // 预算法 article 14: within twenty days of the approval.
    ['2026-05-01', 20, '2026-05-21', '2026-05-21'],
    ['2026-09-11', 20, '2026-10-01', '2026-10-08'],
    ['2026-05-30', 20, '2026-06-19', '2026-06-22'],
    // A Saturday that is worked is a day like any other; a Sunday gives way to Monday.
    ['2026-09-20', 20, '2026-10-10', '2026-10-10'],
    ['2026-03-02', 20, '2026-03-22', '2026-03-23'],
  ])('%s and %i days end on %s, where the last day moves on %s', (from, days, stays, moves) => {
    expect(addCalendarDays(calendar, from, days, false).due).toBe(stays);
    expect(addCalendarDays(calendar, from, days, true).due).toBe(moves);
  });
  it('end on a working day where they move, never sooner and by no working day later', () => {
    fc.assert(
      fc.property(someDay, fc.nat({ max: 90 }), (from, days) => {
        const { due } = addCalendarDays(calendar, from, days, true);
        const plain = addDays(from, days);
        expect(calendar.isWorkingDay(due)).toBe(true);
        expect(due >= plain).toBe(true);
        expect(countWorkingDays(calendar, plain, due)).toBe(1);
      }),
    );
  });
});
