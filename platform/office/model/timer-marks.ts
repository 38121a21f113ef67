import { isRole, type Role } from '@zhitongche/access';
import {
  officeHours,
  readOpenSpans,
  ROUND_THE_CLOCK,
  type TimerHours,
  type WorkCalendar,
} from '@zhitongche/base';

/** The hours in which a limit in minutes counts: spans of the office's working days; null = round the clock, holidays too. */
export const timerHours = (spans: readonly string[] | null, calendar: WorkCalendar): TimerHours =>
  spans === null ? ROUND_THE_CLOCK : officeHours(calendar, readOpenSpans(spans) ?? []);

/** A part of a limit at which somebody is told. */
export interface TimerMark {
  readonly percent: number;
  /** None = the keepers. */
  readonly roles: readonly Role[];
}

/** An entry of the list: `80`, or `100:director` for those who hold the role besides. */
const MARK = /^(\d{1,4})(?::([a-z-]+(?:\+[a-z-]+)*))?$/;

/** Parts of the limit at which somebody is told, least first; an entry that is none is passed over. */
export const timerMarks = (list: readonly string[]): readonly TimerMark[] =>
  list
    .flatMap((entry): readonly TimerMark[] => {
      const [, percent, roles] = MARK.exec(entry.trim()) ?? [];
      const named = roles === undefined ? [] : roles.split('+');
      return Number(percent) > 0 && named.every(isRole)
        ? [{ percent: Number(percent), roles: named.filter(isRole) }]
        : [];
    })
    .sort((a, b) => a.percent - b.percent);
