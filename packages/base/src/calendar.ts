import { addDays, type Day, dayNumber, dayOfNumber, weekday } from './day.ts';

/** An exception to "Monday to Friday are working days", from the State Council's yearly notice. */
export interface CalendarException {
  readonly date: string;
  readonly kind: 'off' | 'work';
  readonly notice: string;
}

/** The office calendar; `covers` tells up to which day the yearly notice has been loaded. */
export interface WorkCalendar {
  /** First and last day the exception table is complete for. */
  readonly covers: { readonly from: string; readonly to: string };
  isWorkingDay(day: string): boolean;
}

/** A day a span of working days ends on; provisional while a notice for part of the span is not loaded. */
export interface Deadline {
  readonly due: Day;
  readonly provisional: boolean;
}

/** Longest span a deadline may be promised for, in working days; a guard against mistyped settings, about ten years. */
const LONGEST_SPAN = 2_500;

const isWeekday = (day: Day): boolean => weekday(day) <= 5;

/** Builds a calendar from the notices' exceptions; later rows win over earlier ones for the same day. */
export const makeCalendar = (
  exceptions: readonly CalendarException[],
  covers: { readonly from: Day; readonly to: Day },
): WorkCalendar => {
  const kinds = new Map(exceptions.map((row) => [row.date, row.kind]));
  return {
    covers,
    isWorkingDay(day) {
      const kind = kinds.get(day);
      return kind ? kind === 'work' : isWeekday(day);
    },
  };
};

/** True when every day of the span is covered by loaded notices, so that its working days are certain. */
export const isCovered = (calendar: WorkCalendar, from: Day, to: Day): boolean =>
  from >= calendar.covers.from && to <= calendar.covers.to;

/** The day itself when it is a working day, else the next one. */
export const nextWorkingDay = (calendar: WorkCalendar, day: Day): Deadline => {
  let due = day;
  while (!calendar.isWorkingDay(due)) due = addDays(due, 1);
  return { due, provisional: !isCovered(calendar, day, due) };
};

/**
 * The day a promise of `days` working days ends on. The starting day is not counted, the next working day is the
 * first (民法典 art. 201); a promise of none ends on the starting day or the next working day. Fractions count up.
 */
export const addWorkingDays = (calendar: WorkCalendar, from: Day, days: number): Deadline => {
  let left = Math.min(Math.max(Math.ceil(days), 0), LONGEST_SPAN);
  if (left === 0) return nextWorkingDay(calendar, from);
  let number = dayNumber(from);
  let due = from;
  while (left > 0) {
    number += 1;
    due = dayOfNumber(number);
    if (calendar.isWorkingDay(due)) left -= 1;
  }
  return { due, provisional: !isCovered(calendar, from, due) };
};

/**
 * The last of `days` calendar days as a statute counts them: the starting day does not count (民法典 art. 201). Where the last
 * day `moves`, one that is no working day gives way to the next that is (art. 203).
 */
export const addCalendarDays = (
  calendar: WorkCalendar,
  from: Day,
  days: number,
  moves: boolean,
): Deadline => {
  const last = addDays(from, days);
  return moves ? nextWorkingDay(calendar, last) : { due: last, provisional: false };
};

const weekdaysUpTo = (number: number): number => {
  // Day 4 (1970-01-05) is a Monday.
  const weeks = Math.floor((number - 4) / 7);
  return weeks * 5 + Math.min(number - 4 - weeks * 7 + 1, 5);
};

/** Working days from `from` to `to`, both counted when they are working days; 0 when `to` is earlier. */
export const countWorkingDays = (calendar: WorkCalendar, from: Day, to: Day): number => {
  if (to < from) return 0;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  let count = weekdaysUpTo(last) - weekdaysUpTo(first - 1);
  // Only covered days can differ from the weekend rule, so absurdly long spans stay cheap.
  const start = Math.max(first, dayNumber(calendar.covers.from));
  const end = Math.min(last, dayNumber(calendar.covers.to));
  for (let number = start; number <= end; number += 1) {
    const day = dayOfNumber(number);
    count += Number(calendar.isWorkingDay(day)) - Number(isWeekday(day));
  }
  return count;
};

/**
 * Working days after `after` up to and including `until`: what is left of a promise on the day `after`, so that
 * `addWorkingDays(from, n)` is always `n` working days away. 0 when `until` is not later.
 */
export const workingDaysBetween = (calendar: WorkCalendar, after: Day, until: Day): number =>
  until <= after ? 0 : countWorkingDays(calendar, addDays(after, 1), until);
