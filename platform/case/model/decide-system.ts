import { remindKeyOf } from './promise.ts';
import {
  addWorkingDays,
  type Deadline,
  isCovered,
  workingDaysBetween,
  type Problem,
  type Result,
} from '@zhitongche/base';
import { clockDue, pausedSince, settleClock } from './clock.ts';
import type { CaseEvent } from './event.ts';
import {
  type Decision,
  decideIn,
  type DecisionBuilder,
  type DecisionEnv,
  SYSTEM_DOER,
  write,
} from './decision-builder.ts';
import { stands } from './fold-papers.ts';
import { leaveWhenIssued } from './transitions.ts';
import { paperTitle } from './named-paper.ts';
import type { Service } from './service.ts';
import type { CaseState, ClockState } from './state.ts';
import { settleTimers, tickTimers } from './timers/settle-timers.ts';
import { tickStrands } from './strands/act-strands.ts';
import { isClosed } from './status-words.ts';

type Issued = Omit<Extract<CaseEvent, { type: 'issued' }>, 'type'>;

const notAwaited = (service: Service, paper: string): Problem => ({
  code: 'issue.not-asked',
  level: 'block',
  at: [],
  message: `${paperTitle(service, paper)}没有待出证的申请，或已经出证`,
  en: 'This paper is not asked for, or has been issued already',
  todo: '无需再次出证，请刷新查看',
});

const stillOpen: Problem = {
  code: 'erase.open',
  level: 'block',
  at: [],
  message: '办件尚未办结，个人信息和附件不能删除',
  en: 'The case has not ended; nothing of it is deleted',
};

const awaited = (state: CaseState, paper: string): boolean => {
  const entry = state.papers.findLast((one) => one.paper === paper);
  return entry !== undefined && entry.status === 'asked' && stands(entry);
};

/** A paper has been made, signed and stored; the case leaves its issuing step with the last one. */
export const decideIssued = (
  service: Service,
  state: CaseState,
  issued: Issued,
  setting: DecisionEnv,
): Result<Decision> =>
  decideIn(service, state, setting, SYSTEM_DOER, (journal) => {
    if (!awaited(state, issued.paper)) return [notAwaited(service, issued.paper)];
    const entry = state.papers.findLast((paper) => paper.paper === issued.paper);
    write(journal, { type: 'issued', ...issued });
    // A paper asked for elsewhere does not move a case that waits for others here.
    if (state.stepKind === 'issuing' && entry?.step === state.step && !isClosed(state.status)) {
      leaveWhenIssued(journal);
    }
    settleClock(journal);
    return settleTimers(journal);
  });

/** A paper could not be made: the case shows it with a retry, it is never lost. */
export const decideIssueFailed = (
  service: Service,
  state: CaseState,
  failed: Pick<Extract<CaseEvent, { type: 'issue-failed' }>, 'paper' | 'problem' | 'undrawn'>,
  setting: DecisionEnv,
): Result<Decision> =>
  decideIn(service, state, setting, SYSTEM_DOER, (journal) => {
    if (!awaited(state, failed.paper)) return [notAwaited(service, failed.paper)];
    const entry = state.papers.findLast((paper) => paper.paper === failed.paper);
    write(journal, { type: 'issue-failed', ...failed, attempt: (entry?.attempts ?? 0) + 1 });
    return [];
  });

const revised = (clock: ClockState, setting: DecisionEnv): Deadline | undefined => {
  const { calendar } = setting;
  if (
    !clock.provisional ||
    !isCovered(calendar, clock.startedOn, addWorkingDays(calendar, clock.due, 0).due)
  ) {
    return undefined;
  }
  return clockDue(clock, calendar);
};

const tickClock = (journal: DecisionBuilder, which: 'promise' | 'step', step: string): void => {
  const { setting } = journal;
  const of = () => (which === 'promise' ? journal.state.promise : journal.state.stepClock);
  const before = of();
  if (!before || before.stoppedOn !== undefined || pausedSince(before) !== undefined) return;
  const due = revised(before, setting);
  if (due) write(journal, { type: 'clock-revised', clock: which, ...due });
  const clock = of() ?? before;
  if (clock.overdue) return;
  if (setting.today > clock.due) {
    write(journal, { type: 'overdue', clock: which, step, due: clock.due });
    return;
  }
  const left = workingDaysBetween(setting.calendar, setting.today, clock.due);
  const used = clock.days - left;
  if (!clock.reminded && used * 100 >= clock.days * setting.policy.number(remindKeyOf(journal.service))) {
    write(journal, { type: 'reminded', clock: which, step, due: clock.due });
  }
};

/** An ended case whose term is over gives up what need not be kept; what was decided stays on record. */
export const decideErased = (
  service: Service,
  state: CaseState,
  erased: Omit<Extract<CaseEvent, { type: 'erased' }>, 'type'>,
  setting: DecisionEnv,
): Result<Decision> =>
  decideIn(service, state, setting, SYSTEM_DOER, (journal) => {
    if (!isClosed(state.status)) return [stillOpen];
    write(journal, { type: 'erased', ...erased });
    return [];
  });

/**
 * What the passing of time brings: a reminder when most of a promise is used (80 % unless the office set another
 * share), one overdue notice, and a provisional deadline made certain once its notice is loaded. Each exactly once;
 * no events when nothing is due. Time alone never approves anything.
 */
export const decideTick = (service: Service, state: CaseState, setting: DecisionEnv): Result<Decision> =>
  decideIn(service, state, setting, SYSTEM_DOER, (journal) => {
    if (state.status === 'draft') return [];
    if (!isClosed(state.status)) {
      tickClock(journal, 'promise', state.step ?? '');
      tickClock(journal, 'step', state.step ?? '');
      tickStrands(journal);
    }
    tickTimers(journal);
    return [];
  });
