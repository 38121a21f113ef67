import {
  addWorkingDays,
  type Deadline,
  isCovered,
  isDay,
  type WorkCalendar,
  workingDaysBetween,
} from '@zhitongche/base';
import { askDefinition, flowContext, type DecisionBuilder, write } from './decision-builder.ts';
import { standsStillAt } from './promise.ts';
import type { ClockState } from './state.ts';

/**
 * Where a promise ends: the working days promised, less those used before each pause, counted on from its end. The
 * day a pause begins counts as used, the day it ends does not; a pause after the deadline revives nothing.
 */
export const clockDue = (
  clock: Pick<ClockState, 'startedOn' | 'days' | 'pauses'>,
  calendar: WorkCalendar,
): Deadline => {
  let { due } = addWorkingDays(calendar, clock.startedOn, clock.days);
  for (const { from, to } of clock.pauses) {
    if (to === undefined || from > due) continue;
    const left = workingDaysBetween(calendar, from, due);
    const resumed = addWorkingDays(calendar, to, left).due;
    if (resumed > due) due = resumed;
  }
  return { due, provisional: !isCovered(calendar, clock.startedOn, due) };
};

/** The day a clock stands still since, or undefined while it runs. */
export const pausedSince = (clock: ClockState): string | undefined =>
  clock.pauses.find((pause) => pause.to === undefined)?.from;

/** The same clock with its open pause ended on that day, and where it then ends. */
export const resumeDue = (clock: ClockState, on: string, calendar: WorkCalendar): Deadline =>
  clockDue(
    {
      ...clock,
      pauses: clock.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: on } : pause)),
    },
    calendar,
  );

/** Starts the promise of the flow unless it runs already; from a day on record it begins anew, a day to come excepted. */
export const startClock = (journal: DecisionBuilder, from?: string): void => {
  const { promise: usual, urgentPromise } = journal.service.flow;
  const promise = journal.state.summary?.urgent ? (urgentPromise ?? usual) : usual;
  const running = journal.state.promise && journal.state.promise.stoppedOn === undefined;
  if (promise === undefined || (running && from === undefined)) return;
  const { today, calendar, policy } = journal.setting;
  const on = isDay(from) && from <= today ? from : today;
  const days = policy.number(promise);
  write(journal, { type: 'clock-started', on, days, ...addWorkingDays(calendar, on, days) });
};

/** Gives the promise, while it runs, working days more; what was overdue stays overdue. */
export const extendClock = (journal: DecisionBuilder, days: string): void => {
  const { promise } = journal.state;
  const { today, calendar, policy } = journal.setting;
  if (!promise || promise.stoppedOn !== undefined || promise.due < today) return;
  const more = policy.number(days);
  write(journal, {
    type: 'clock-extended',
    on: today,
    days: more,
    ...clockDue({ ...promise, days: promise.days + more }, calendar),
  });
};

/** Stops the promise; late when the deadline had passed, days standing still not counted. */
export const stopClock = (journal: DecisionBuilder): void => {
  const { promise } = journal.state;
  if (!promise || promise.stoppedOn !== undefined) return;
  const { today } = journal.setting;
  const reached = pausedSince(promise) ?? today;
  write(journal, { type: 'clock-stopped', on: today, late: reached > promise.due });
};

const PAUSING = { correcting: 'correction', suspended: 'suspended', outside: 'outside' } as const;

/** Whether the case is under way at a step at which its promise stands still. */
const waitsForSigning = ({ service, setting, state }: DecisionBuilder): boolean => {
  const step = state.step === null || state.status !== 'running' ? undefined : service.flow.steps[state.step];
  return (
    step !== undefined && askDefinition(step.title, () => standsStillAt(step, flowContext(state, setting)))
  );
};

/** What the case waits for at such a step: to be paid for, or for a leader. */
const whyAt = ({ service, state }: DecisionBuilder): 'payment' | 'signing' => {
  const step = state.step === null ? undefined : service.flow.steps[state.step];
  return step?.kind === 'work' && step.pays ? 'payment' : 'signing';
};

/**
 * Pauses or resumes the promise so that it stands still exactly while the case waits for somebody outside the office, and
 * at the steps that say so.
 */
export const settleClock = (journal: DecisionBuilder): void => {
  const { promise, status } = journal.state;
  if (!promise || promise.stoppedOn !== undefined) return;
  const { today, calendar } = journal.setting;
  const waiting = waitsForSigning(journal) ? whyAt(journal) : undefined;
  const why =
    status === 'correcting' || status === 'suspended' || status === 'outside' ? PAUSING[status] : waiting;
  const paused = pausedSince(promise) !== undefined;
  if (why && !paused) write(journal, { type: 'clock-paused', on: today, why });
  if (!why && paused) {
    write(journal, { type: 'clock-resumed', on: today, ...resumeDue(promise, today, calendar) });
  }
};
