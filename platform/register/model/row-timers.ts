import {
  elapsed,
  timerDue,
  type TimerHours,
  type TimerPause,
  dayInShanghai,
  isJsonObject,
  type WorkCalendar,
} from '@zhitongche/base';
import { instantOf } from '@zhitongche/form';
import { type PolicyReader, type TimerMark, timerHours, timerMarks } from '@zhitongche/office';
import type { KeptRow, RowEvent } from './row.ts';

/** A limit in minutes that a row is held to: from one moment to another. */
export interface RowTimer {
  /** Unique in the register. */
  readonly key: string;
  /** What is to have happened: 响应、修复 … */
  readonly label: string;
  /** Fields of kind `date-time` it begins and ends with; without an answer to the first it has not begun. */
  readonly from: string;
  readonly until: string;
  /** Minutes allowed: as the row itself says, else by the policy of the day it began; undefined = no limit is known. */
  limit(row: KeptRow, policy: PolicyReader): number | undefined;
  /** Policy key (`list`) of the hours that count, as `09:00-12:00`; absent = round the clock, holidays too. */
  readonly hours?: string;
  /** Table of the form with columns `from` and `until` of kind `date-time`: time that does not count. */
  readonly pauses?: string;
  /** Policy key (`list`) of the parts of the limit in per cent at which keepers are told. */
  readonly tell: string;
  /** Whether it counts as the row stands; absent = always. A matter that was cancelled does not. */
  readonly when?: (row: KeptRow) => boolean;
}

/** What time is counted with. */
export interface TimerSetting {
  /** Instant, ISO. */
  readonly now: string;
  readonly calendar: WorkCalendar;
  /** Figures in force on a day. */
  policyOn(day: string): PolicyReader;
}

/** Where a timer of a row stands. */
export interface TimerStand {
  readonly key: string;
  readonly label: string;
  /** `round-the-clock`, or `office`: which hours count. */
  readonly hours: 'round-the-clock' | 'office';
  readonly from: string;
  /** Instant it ended; null while it runs. */
  readonly until: string | null;
  /** Milliseconds that counted, to its end or until now. */
  readonly ms: number;
  /** Minutes allowed; null where no limit is known. */
  readonly limit: number | null;
  /** Instant it runs out, ISO; null while it is paused, or without a limit. */
  readonly due: string | null;
  readonly paused: boolean;
  readonly late: boolean;
  /** A notice for part of the span is not loaded, so that the hours of the office are not certain. */
  readonly provisional: boolean;
}

const pausesOf = (row: KeptRow, field: string | undefined): readonly TimerPause[] => {
  const rows = field === undefined ? undefined : row.answers[field];
  return Array.isArray(rows)
    ? rows.flatMap((one) => {
        const from = isJsonObject(one) ? instantOf(one['from']) : undefined;
        if (from === undefined || !isJsonObject(one)) return [];
        const to = instantOf(one['until']);
        return [to === undefined ? { from } : { from, to }];
      })
    : [];
};

const hoursOf = (timer: RowTimer, policy: PolicyReader, calendar: WorkCalendar): TimerHours =>
  timerHours(timer.hours === undefined ? null : policy.list(timer.hours), calendar);

/** What has timers. */
interface Timed {
  readonly timers?: readonly RowTimer[];
}

/** Timers of a row that have begun and count, as they stand now: by the hours and limits of the day each began. */
export const rowTimers = (
  kind: Timed,
  row: KeptRow,
  { now, calendar, policyOn }: TimerSetting,
): readonly TimerStand[] =>
  row.retired
    ? []
    : (kind.timers ?? []).flatMap((timer) => {
        const from = instantOf(row.answers[timer.from]);
        if (from === undefined || timer.when?.(row) === false) return [];
        const until = instantOf(row.answers[timer.until]) ?? null;
        const policy = policyOn(dayInShanghai(from));
        const hours = hoursOf(timer, policy, calendar);
        const pauses = pausesOf(row, timer.pauses);
        const limit = timer.limit(row, policy) ?? null;
        const counted = elapsed(hours, from, until ?? now, pauses);
        const end = limit === null ? null : timerDue(hours, from, limit, pauses);
        return [
          {
            key: timer.key,
            label: timer.label,
            hours: timer.hours === undefined ? 'round-the-clock' : 'office',
            from,
            until,
            ms: counted.ms,
            limit,
            due: end?.due ?? null,
            paused: until === null && pauses.some(({ to }) => to === undefined),
            late: limit !== null && counted.ms > limit * 60_000,
            provisional: counted.provisional || end?.provisional === true,
          },
        ];
      });

interface Part extends TimerMark {
  readonly timer: RowTimer;
  /** Instant the timer began. */
  readonly from: string;
  /** Instant at which the part has counted. */
  readonly at: string;
}

/** Parts of the limits of running timers that were not told yet, earliest first. */
const partsToTell = (kind: Timed, row: KeptRow, setting: TimerSetting): readonly Part[] =>
  rowTimers(kind, row, setting)
    .flatMap(({ key, from, until, limit }) => {
      const timer = kind.timers?.find((one) => one.key === key);
      if (!timer || until !== null || limit === null) return [];
      const policy = setting.policyOn(dayInShanghai(from));
      const hours = hoursOf(timer, policy, setting.calendar);
      const pauses = pausesOf(row, timer.pauses);
      return timerMarks(policy.list(timer.tell))
        .filter(({ percent }) => !row.reminded.includes(`${key}/${from}/${percent}%`))
        .flatMap((mark) => {
          const { due } = timerDue(hours, from, (limit * mark.percent) / 100, pauses);
          return due === null ? [] : [{ ...mark, timer, from, at: due }];
        });
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.percent - b.percent));

/** What is to be told by now: of several missed parts of one timer only the last is said, to whoever any of them was for. */
export const timersDue = (
  kind: Timed,
  row: KeptRow,
  setting: TimerSetting,
): readonly Extract<RowEvent, { type: 'timer-told' }>[] => {
  const reached = partsToTell(kind, row, setting).filter(({ at }) => at <= setting.now);
  return [...new Set(reached.map(({ timer }) => timer))].flatMap((timer) => {
    const parts = reached.filter((part) => part.timer === timer);
    const last = parts.at(-1);
    if (last === undefined) return [];
    const named = [...new Set(parts.flatMap(({ roles }) => roles))];
    return [
      {
        type: 'timer-told' as const,
        timer: timer.key,
        from: last.from,
        percent: last.percent,
        keepers: parts.some(({ roles }) => roles.length === 0),
        roles: named,
        parts: parts.map(({ percent }) => percent),
      },
    ];
  });
};

/** Next instant at which a timer of the row has something to say; null when none will. */
export const nextTimer = (kind: Timed, row: KeptRow, setting: TimerSetting): string | null =>
  partsToTell(kind, row, setting)[0]?.at ?? null;
