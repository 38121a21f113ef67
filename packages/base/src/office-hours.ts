import type { WorkCalendar } from './calendar.ts';
import { addDays, dayInShanghai } from './day.ts';

const OPENS = 9;
const CLOSES = 17;
const HOUR = 3_600_000;

/** Instant of an hour (fractions allowed) of a Beijing day. */
export const beijing = (day: string, hour: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + hour * HOUR);

const isWorking = (calendar: WorkCalendar, day: string): boolean =>
  day >= calendar.covers.from && day <= calendar.covers.to
    ? calendar.isWorkingDay(day)
    : ![0, 6].includes(beijing(day, 12).getUTCDay());

const hourOf = (at: Date): number =>
  (at.getTime() - beijing(dayInShanghai(at.toISOString()), 0).getTime()) / HOUR;

/** The instant so many office hours later, or earlier when negative; nights, rest days and holidays do not count. */
export function plusOfficeHours(calendar: WorkCalendar, from: Date, hours: number): Date {
  const step = hours < 0 ? -1 : 1;
  let day = dayInShanghai(from.toISOString());
  let hour = Math.min(Math.max(hourOf(from), OPENS), CLOSES);
  let left = Math.abs(hours);
  for (;;) {
    if (isWorking(calendar, day)) {
      const room = step > 0 ? CLOSES - hour : hour - OPENS;
      if (left <= room) return beijing(day, hour + step * left);
      left -= room;
    }
    day = addDays(day, step);
    hour = step > 0 ? OPENS : CLOSES;
  }
}

/** The first office hour at or after an instant. */
export const atOffice = (calendar: WorkCalendar, at: Date): Date => plusOfficeHours(calendar, at, 0);
