import { addDays, type Day, dayInShanghai, elapsed, timerDue, type WorkCalendar } from '@zhitongche/base';
import { type PolicyReader, type TimerMark, timerHours, timerMarks } from '@zhitongche/office';
import type { FlowContext, SetOff } from '../flow.ts';
import type { CaseState } from '../state.ts';
import type { TimerState } from './timer-state.ts';

/** A limit in minutes or calendar days that cases are held to, within a step or long after it. */
export interface CaseTimer {
  /** What is to have happened: 响应、领取 … */
  readonly label: string;
  /** It runs while this holds, as seen after each act, also once the case has ended; a second time anew. */
  readonly runs: (context: FlowContext) => boolean;
  /** It stands still while this holds; absent = while the case waits for its applicant, is suspended, or with an authority outside. */
  readonly still?: (context: FlowContext) => boolean;
  /** Instants on record it counts from and until, where they are not those of the acts: of the report, of the answer. */
  readonly from?: (context: FlowContext) => string | undefined;
  readonly until?: (context: FlowContext) => string | undefined;
  /** Policy key with minutes, or with calendar days of which the first does not count; or the last day itself. */
  readonly limit:
    | { readonly minutes: string }
    | {
        readonly days: string;
        /** Policy key (yes-no) with whether a last day that is no working day gives way to the next; absent = it does not. */
        readonly lastDay?: string;
      }
    | { readonly last: (context: FlowContext) => Day };
  /** Policy key (`list`) of the hours that count for minutes, as `09:00-12:00`; absent = round the clock, holidays too. */
  readonly hours?: string;
  /** Policy key (`list`) of the parts of the limit at which whoever has the case, or whom it names, is told: `80`, `100:director`. */
  readonly tell: string;
  /** Set off once when it has run out; time alone moves no case. */
  readonly over?: readonly SetOff[];
}

/** Where a limit of a case stands. */
export interface CaseTimerStand {
  readonly timer: string;
  readonly from: string;
  readonly until: string | null;
  /** Milliseconds that counted. */
  readonly ms: number;
  readonly minutes: number;
  readonly due: string | null;
  readonly paused: boolean;
  readonly late: boolean;
  readonly provisional: boolean;
}

/** Midnight in Beijing at the end of a day. */
export const endOfDay = (day: Day): string => new Date(`${addDays(day, 1)}T00:00:00+08:00`).toISOString();

/** What of a limit has counted by an instant, and when it runs out. */
export const timerStand = (
  timer: string,
  state: TimerState,
  calendar: WorkCalendar,
  now: string,
): CaseTimerStand => {
  const { from, until, minutes, pauses } = state;
  const hours = timerHours(state.hours, calendar);
  const counted = elapsed(hours, from, until ?? now, pauses);
  const end = timerDue(hours, from, minutes, pauses);
  return {
    timer,
    from,
    until: until ?? null,
    ms: counted.ms,
    minutes,
    due: end.due,
    paused: until === undefined && pauses.some(({ to }) => to === undefined),
    late: counted.ms > minutes * 60_000,
    provisional: counted.provisional || end.provisional,
  };
};

/** Where every limit of a case stands that has begun. */
export const caseTimers = (
  { timers = {} }: Pick<CaseState, 'timers'>,
  calendar: WorkCalendar,
  now: string,
): readonly CaseTimerStand[] =>
  Object.entries(timers).map(([key, state]) => timerStand(key, state, calendar, now));

/** What is read of a case's limits besides the case. */
export interface Timing {
  readonly calendar: WorkCalendar;
  readonly policy: PolicyReader;
}

/** A part of a running limit nobody was told of yet; `silent`: it only sets something off. */
export interface TimerPart extends TimerMark {
  readonly timer: string;
  readonly at: string;
  readonly silent: boolean;
}

/** Parts of the running limits that were not told yet, earliest first. */
export const partsToTell = (
  service: { readonly timers?: Readonly<Record<string, CaseTimer>> },
  { timers = {} }: Pick<CaseState, 'timers'>,
  { calendar, policy }: Timing,
): readonly TimerPart[] =>
  Object.entries(timers)
    .flatMap(([key, state]) => {
      const def = service.timers?.[key];
      if (!def || state.until !== undefined) return [];
      const marks = timerMarks(policy.list(def.tell));
      const ends = def.over && !marks.some(({ percent }) => percent === 100);
      const hours = timerHours(state.hours, calendar);
      return [
        ...marks.map((mark) => ({ ...mark, silent: false })),
        ...(ends ? [{ percent: 100, roles: [], silent: true }] : []),
      ]
        .filter(({ percent }) => !state.told.includes(percent))
        .flatMap((mark) => {
          const { due } = timerDue(hours, state.from, (state.minutes * mark.percent) / 100, state.pauses);
          return due === null ? [] : [{ ...mark, timer: key, at: due }];
        });
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.percent - b.percent));

/** Days the running limits of a case are up, those that stand still left out. */
export const timerDays = (state: Pick<CaseState, 'timers'>, calendar: WorkCalendar): readonly Day[] =>
  Object.values(state.timers ?? {}).flatMap(({ until, from, minutes, hours, pauses }) => {
    if (until !== undefined || pauses.some(({ to }) => to === undefined)) return [];
    const { due } = timerDue(timerHours(hours, calendar), from, minutes, pauses);
    // What ends at midnight is up with the day before.
    return due === null ? [] : [dayInShanghai(new Date(Date.parse(due) - 1).toISOString())];
  });
