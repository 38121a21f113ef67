import { addCalendarDays, addWorkingDays } from '@zhitongche/base';
import { startClock, stopClock, extendClock } from './clock.ts';
import type { SeatOpened } from './event.ts';
import { flagsAfter } from './effects.ts';
import type { Effect, PanelRule } from './flow-words.ts';
import type { PanelStep, Transition, SetOff, Step, WorkStep } from './flow.ts';
import { isAwaited, papersWaited, stands } from './fold-papers.ts';
import {
  askDefinition,
  FlowDefinitionError,
  flowContext,
  type DecisionBuilder,
  write,
} from './decision-builder.ts';
import { agreesNeeded, currentSeats, seatFor } from './seats.ts';
import { paperNamed, paperTitle } from './named-paper.ts';
import { daysKeyOf, standsStillAt } from './promise.ts';
import { billNow } from './money/bill-now.ts';
import type { CaseState } from './state.ts';
import { openStrandsNow } from './strands/act-strands.ts';

/**
 * The definition of a step; a key the flow does not know is a fault.
 * @throws FlowDefinitionError.
 */
export const stepOf = (journal: Pick<DecisionBuilder, 'service'>, key: string | null): Step => {
  const { steps } = journal.service.flow;
  const step = key !== null && Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (!step)
    throw new FlowDefinitionError(
      `流程中没有环节“${key ?? ''}”`,
      `unknown step ${key ?? ''}`,
      'flow.no-step',
    );
  return step;
};

/** Where a road leads, seen with the flags the effects are about to set, from a state an act is about to bring about. */
export const follow = (
  journal: DecisionBuilder,
  road: Transition,
  effects: readonly SetOff[] = [],
  state: CaseState = journal.state,
): string => {
  if (typeof road === 'string') return road;
  const flags = flagsAfter(state.flags, effects);
  return askDefinition('流转条件', () => road({ ...flowContext(state, journal.setting), flags }));
};

/**
 * Asks for a paper unless the same one is being made already.
 * @throws FlowDefinitionError.
 */
export const askForPaper = (journal: DecisionBuilder, paper: string): void => {
  const def = paperNamed(journal.service, paper)?.def;
  if (!def)
    throw new FlowDefinitionError(`没有定义文书“${paper}”`, `unknown paper ${paper}`, 'flow.no-paper');
  const pending = journal.state.papers.some((p) => p.paper === paper && isAwaited(p));
  if (pending) return;
  const year = Number(journal.setting.today.slice(0, 4));
  write(journal, {
    type: 'issue-asked',
    paper,
    ...(def.series ? { series: def.series.key, year } : {}),
  });
};

const writeEffect = (journal: DecisionBuilder, effect: Effect): void =>
  write(journal, { type: 'effect', effect, id: `${journal.setting.caseId}/${journal.state.revision + 1}` });

const notify = (journal: DecisionBuilder, effect: Extract<SetOff, { do: 'notify' }>): void => {
  const { text } = effect;
  if (typeof text === 'string') return writeEffect(journal, { ...effect, text });
  const words = askDefinition('通知', () => text(flowContext(journal.state, journal.setting)));
  if (words !== undefined) writeEffect(journal, { ...effect, text: words });
};

const papersOf = (journal: DecisionBuilder, effect: Extract<SetOff, { do: 'issue' }>): readonly string[] =>
  'papers' in effect
    ? askDefinition('出具文书', () => effect.papers(flowContext(journal.state, journal.setting)))
    : [effect.paper];

const revokeNow = (journal: DecisionBuilder, { papers }: Extract<SetOff, { do: 'revoke' }>): void => {
  const named =
    typeof papers === 'function'
      ? askDefinition('作废文书', () => papers(flowContext(journal.state, journal.setting)))
      : papers;
  const there = journal.state.papers.filter(
    (entry) => stands(entry) && (named?.includes(entry.paper) ?? true),
  );
  if (there.length === 0) return;
  const only = named ? { papers: [...new Set(there.map(({ paper }) => paper))] } : {};
  writeEffect(journal, { do: 'revoke', ...only });
};

/** Does what an act or a step sets off: clocks, flags and papers here, the rest by jobs. */
export const runEffects = (journal: DecisionBuilder, effects: readonly SetOff[]): void => {
  for (const effect of effects) {
    switch (effect.do) {
      case 'start-clock':
        askDefinition('承诺时限', () =>
          startClock(
            journal,
            'on' in effect ? effect.on(flowContext(journal.state, journal.setting)) : undefined,
          ),
        );
        break;
      case 'extend-clock':
        askDefinition('承诺时限', () => extendClock(journal, effect.days));
        break;
      case 'stop-clock':
        stopClock(journal);
        break;
      case 'flag':
        if (journal.state.flags.includes(effect.flag) !== effect.on) {
          write(journal, { type: 'flagged', flag: effect.flag, on: effect.on });
        }
        break;
      case 'issue':
        for (const paper of papersOf(journal, effect)) askForPaper(journal, paper);
        break;
      case 'revoke':
        revokeNow(journal, effect);
        break;
      case 'notify':
        notify(journal, effect);
        break;
      case 'bill':
        billNow(journal, effect.anew);
        break;
      case 'strands':
        openStrandsNow(journal, effect.strands);
        break;
      case 'register':
      case 'keep':
      case 'settle':
      case 'open':
        writeEffect(journal, effect);
        break;
      default:
        effect satisfies never;
    }
  }
};

/** Gives up the seats of the present step nobody has taken. */
export const releaseOpen = (journal: DecisionBuilder, why: 'rule-met' | 'cannot-pass' | 'left'): void => {
  const seats = currentSeats(journal.state)
    .filter((seat) => seat.status === 'open')
    .map((seat) => seat.id);
  if (seats.length > 0) write(journal, { type: 'seats-released', seats, why });
};

/** Closes the case: nothing waits any more. A matter given up leaves no paper in force. */
export const close = (journal: DecisionBuilder, outcome: 'completed' | 'refused' | 'cancelled'): void => {
  stopClock(journal);
  // Once revoked by decision, what was issued since tells of the revocation itself.
  const decided = journal.state.papers.some(({ revoked, alone }) => revoked && !alone);
  if (outcome === 'cancelled' && !decided) runEffects(journal, [{ do: 'revoke' }]);
  if (outcome === 'cancelled') runEffects(journal, journal.service.flow.onCancel ?? []);
  write(journal, { type: 'closed', outcome });
};

const passedOver = (
  journal: DecisionBuilder,
  from: string,
): { readonly key: string; readonly skipped: readonly string[] } => {
  const skipped: string[] = [];
  let key = from;
  for (;;) {
    const step = stepOf(journal, key);
    const { when } = step;
    const needed =
      step.kind === 'end' ||
      !when ||
      askDefinition(step.title, () => when(flowContext(journal.state, journal.setting)));
    if (needed) return { key, skipped };
    if (skipped.includes(key)) {
      throw new FlowDefinitionError(
        `流程在“${step.title}”处循环，没有可办理的环节`,
        `circle of skipped steps at ${key}`,
      );
    }
    skipped.push(key);
    key = follow(journal, step.next);
  }
};

/** Events no single decision can sensibly come to; beyond it the flow runs in a circle. */
const LONGEST_DECISION = 1_000;

/** Number of the next seat of a case: seats are numbered through, over all steps. */
const nextSeat = (state: CaseState): number => state.seats.length + 1;

/** Ids for so many new seats. */
export const newSeatIds = (state: CaseState, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `s${nextSeat(state) + index}`);

const panelOf = (
  journal: DecisionBuilder,
  step: PanelStep,
): { readonly rule: PanelRule; readonly seats: readonly SeatOpened[] } => {
  const { state, setting } = journal;
  const context = flowContext(state, setting);
  const members = askDefinition(step.title, () => step.members(context));
  const rule = askDefinition(step.title, () =>
    typeof step.rule === 'function' ? step.rule(context) : step.rule,
  );
  if (members.length === 0 || agreesNeeded(rule, members.length) > members.length) {
    throw new FlowDefinitionError(
      `“${step.title}”的会签人数不足，无法形成结论`,
      `${step.title} has too few members for its rule`,
      'flow.panel-too-small',
    );
  }
  const ids = newSeatIds(state, members.length);
  const seats = members.map((who, index) =>
    seatFor(who, ids[index] ?? '', rule !== 'in-order' || index === 0, journal),
  );
  return { rule, seats };
};

/** Whether the duty of the desk beside the step's own seat is still to be done. */
const lasts = ({ state, setting }: DecisionBuilder, { also, title }: WorkStep): boolean =>
  also !== undefined && askDefinition(title, () => also.while(flowContext(state, setting)));

/** Takes the case from the desk beside, once it has done its duty. */
export const settleBeside = (journal: DecisionBuilder): void => {
  const step = stepOf(journal, journal.state.step);
  if (step.kind !== 'work' || lasts(journal, step)) return;
  const seats = currentSeats(journal.state)
    .filter(({ beside, status }) => beside && status === 'open')
    .map(({ id }) => id);
  if (seats.length > 0) write(journal, { type: 'seats-released', seats, why: 'done' });
};

const seatsOf = (
  journal: DecisionBuilder,
  step: Step,
): { readonly rule?: PanelRule; readonly seats: readonly SeatOpened[] } => {
  if (step.kind === 'panel') return panelOf(journal, step);
  if (step.kind === 'issuing' || step.kind === 'end') return { seats: [] };
  const [id = '', second = '', third = ''] = newSeatIds(journal.state, 3);
  const also = step.kind === 'work' && lasts(journal, step) ? step.also : undefined;
  const [beside, money] = also ? [second, third] : ['', second];
  return {
    seats: [
      seatFor(step.who, id, true, journal),
      ...(also ? [{ ...seatFor(also.who, beside, true, journal), beside: true as const }] : []),
      // It is nobody's turn by it: whoever looks after the money sees the case.
      ...(step.kind === 'work' && step.pays
        ? [{ ...seatFor(step.pays, money, false, journal), beside: true as const }]
        : []),
    ],
  };
};

/** The day a step's days end: working days from today, or calendar days from the reply that set them running. */
const promised = ({ state, setting }: DecisionBuilder, step: Step, days: number) => {
  const reply = step.daysFromReply ? state.outside.at(-1)?.date : undefined;
  if (reply !== undefined) {
    const moves = step.lastDay !== undefined && setting.policy.flag(step.lastDay);
    return addCalendarDays(setting.calendar, reply, days, moves);
  }
  const own = addWorkingDays(setting.calendar, setting.today, days);
  const { promise } = state;
  const counts =
    promise !== null &&
    promise.stoppedOn === undefined &&
    !askDefinition(step.title, () => standsStillAt(step, flowContext(state, setting)));
  // No step has longer than the case: what is promised to the applicant binds every desk.
  return counts && promise.due < own.due ? { due: promise.due, provisional: promise.provisional } : own;
};

/**
 * Leads the case into a step, past those not needed, and does what the step sets off.
 * @throws FlowDefinitionError.
 */
export const enter = (journal: DecisionBuilder, from: string): void => {
  if (journal.events.length > LONGEST_DECISION) {
    throw new FlowDefinitionError('流程循环，没有可办理的环节', `the flow runs in a circle at ${from}`);
  }
  const { key, skipped } = passedOver(journal, from);
  if (skipped.length > 0) write(journal, { type: 'steps-skipped', steps: skipped });
  const step = stepOf(journal, key);
  const { policy } = journal.setting;
  const daysKey = daysKeyOf(step, journal.state.summary?.urgent === true);
  const days = daysKey === undefined ? undefined : askDefinition(step.title, () => policy.number(daysKey));
  write(journal, {
    type: 'step-entered',
    step: key,
    kind: step.kind,
    ...seatsOf(journal, step),
    ...(days === undefined ? {} : { days, ...promised(journal, step, days) }),
  });
  runEffects(journal, step.onEnter ?? []);
  if (step.kind === 'end') close(journal, step.outcome);
  if (step.kind === 'issuing') {
    const papers = askDefinition(step.title, () => step.papers(flowContext(journal.state, journal.setting)));
    for (const paper of new Set(papers)) {
      if (journal.state.papers.some((p) => p.paper === paper && isAwaited(p) && p.step !== key)) {
        throw new FlowDefinitionError(
          `${paperTitle(journal.service, paper)}正在制作，请稍后再办`,
          `${paper} is still being made`,
          'flow.paper-pending',
        );
      }
      askForPaper(journal, paper);
    }
    leaveWhenIssued(journal);
  }
  settleUntil(journal);
};

/**
 * Leaves a step that waits, once what it waits for is there: rows of the case, matters linked to it.
 * @throws FlowDefinitionError.
 */
export const settleUntil = (journal: DecisionBuilder): void => {
  const { state, setting } = journal;
  if (state.status !== 'running' || state.step === null) return;
  const step = stepOf(journal, state.step);
  if (step.kind !== 'work' || !step.until) return;
  const { until } = step;
  if (askDefinition(step.title, () => until(flowContext(state, setting))))
    move(journal, follow(journal, step.next));
};

/** Leaves an issuing step once none of its papers is awaited. */
export const leaveWhenIssued = (journal: DecisionBuilder): void => {
  const step = stepOf(journal, journal.state.step);
  if (step.kind !== 'issuing') return;
  if (papersWaited(journal.state).some((paper) => paper.status !== 'issued')) return;
  enter(journal, follow(journal, step.next));
};

/** Leaves the present step for another. */
export const move = (
  journal: DecisionBuilder,
  to: string,
  why: 'rule-met' | 'cannot-pass' | 'left' = 'left',
): void => {
  releaseOpen(journal, why);
  enter(journal, to);
};
