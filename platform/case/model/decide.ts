import { addSigners, copy, passOn, urge } from './acts/seating.ts';
import { notOpen, seatNeeded } from './act-problems.ts';
import type { Act } from './acts/act.ts';
import { amend, endorse, overrule } from './acts/amending.ts';
import { advance, askCorrection, cancel, escalate, report, returnTo } from './acts/moving.ts';
import { resume, retry, suspend } from './acts/pausing.ts';
import { submit } from './acts/submit.ts';
import { withdraw } from './acts/taking-back.ts';
import { giveVerdict } from './acts/verdict.ts';
import { isJson } from './chain.ts';
import { settleClock } from './clock.ts';
import type { Command } from './command.ts';
import type { Doer } from './event.ts';
import { type Answers, readForm, undrawable } from '@zhitongche/form';
import type { ActKind } from './flow-words.ts';
import { type Json, blocks, type Problem, type Result, refuse } from '@zhitongche/base';
import { undrawableIn } from './glyphs.ts';
import {
  askDefinition,
  type DecideContext,
  type Decision,
  decideIn,
  FlowDefinitionError,
  type DecisionEnv,
} from './decision-builder.ts';
import { type Opening, openings } from './open-acts.ts';
import { opinionIn, opinionProblems } from './payload.ts';
import { settleTimers } from './timers/settle-timers.ts';
import { strandProblems, strandsMoved } from './strands/act-strands.ts';
import { amountMoved } from './money/amount-moved.ts';
import { confirmRefund, declineRefund, recordFiscal, askRefund } from './acts/refunding.ts';
import { review } from './run-checks.ts';
import type { Service } from './service.ts';
import type { CaseState } from './state.ts';

const ACT_OF: { readonly [K in ActKind]: Act } = {
  submit,
  agree: giveVerdict,
  refuse: giveVerdict,
  return: returnTo,
  correct: askCorrection,
  withdraw,
  transfer: passOn,
  entrust: passOn,
  'add-before': addSigners,
  'add-after': addSigners,
  escalate,
  report,
  urge,
  copy,
  suspend,
  resume,
  advance,
  cancel,
  retry,
  amend,
  endorse,
  overrule,
  refund: askRefund,
  repay: confirmRefund,
  decline: declineRefund,
  fiscal: recordFiscal,
};

const doerOf = (context: DecideContext, opening: Opening): Doer => {
  const { id, name, org } = context.actor;
  return { id, name, org, ...(opening.behalf ? { behalf: opening.behalf } : {}) };
};

interface Filled {
  readonly data?: Answers;
  readonly problems: readonly Problem[];
}

/** Strands a form is filled in for. */
const chosenBy = ({ def }: Opening, { strands = [] }: Command): { readonly chosen?: readonly string[] } =>
  def?.strands ? { chosen: [...new Set(strands)] } : {};

/** The act's extra form, checked like the application itself; warnings inform and do not hold the act. */
const filled = (
  service: Service,
  state: CaseState,
  opening: Opening,
  command: Command,
  setting: DecisionEnv,
): Filled => {
  const extra = opening.form === undefined ? undefined : service.forms[opening.form];
  if (!extra) return { problems: [] };
  const { sound, problems } = review(extra.form, extra.checks ?? [], command.data ?? {}, {
    ...setting,
    state,
    ...chosenBy(opening, command),
  });
  const placed = problems.map((problem) => ({ ...problem, at: ['data', ...problem.at] }));
  return blocks(problems) ? { problems: placed } : { data: sound, problems: [] };
};

/** Figures of the act's form, from its sound answers. */
const figures = (
  service: Service,
  state: CaseState,
  opening: Opening,
  command: Command,
  data: Answers | undefined,
  setting: DecisionEnv,
): Json | undefined => {
  const extra = opening.form === undefined ? undefined : service.forms[opening.form];
  if (!extra?.derive || data === undefined) return undefined;
  const derived = askDefinition('测算', () =>
    extra.derive?.(data, { ...setting, state, ...chosenBy(opening, command) }),
  );
  if (derived !== undefined && !isJson(derived))
    throw new FlowDefinitionError('测算结果无法保存', 'derived figures are no JSON');
  return derived;
};

/** What a decision would put on paper but no face can draw: the decider's name, and answers that can still go back. */
const unprintable = (
  service: Service,
  state: CaseState,
  { kind, label }: Opening,
  open: readonly Opening[],
  context: DecideContext,
): readonly Problem[] => {
  const name = undrawable('办理人姓名', 'Your name', context.actor.name, context.facts.draws);
  const back = open.find((act) => act.kind === 'correct') ?? open.find((act) => act.kind === 'return');
  const wrong =
    kind === 'agree' && back
      ? readForm(service.form, state.answers, context).problems.filter((p) => p.code === 'field.undrawable')
      : [];
  return [
    ...(name ? [{ ...name, todo: '请外办系统管理员改正您账户上的姓名后再办理' }] : []),
    ...wrong.map((problem) => ({
      ...problem,
      at: ['answers', ...problem.at],
      todo: `暂不能“${label}”：请“${back?.label}”，由申报人改用印得出的字，或请外办系统管理员先安装含此字的字体`,
    })),
  ];
};

/**
 * Decides an act: the events to append in one commit, or every problem that stands in its way. Refuses with
 * `act.not-open` exactly what {@link openActs} does not offer. Pure: time, rules and organisations are arguments.
 */
export const decide = (
  service: Service,
  state: CaseState,
  command: Command,
  context: DecideContext,
): Result<Decision> => {
  const open = openings(service, state, context.actor, context);
  const fitting = open.filter(
    (act) => act.act === command.act && (command.seat === undefined || act.seat === command.seat),
  );
  const [opening, ...others] = fitting;
  if (!opening) return refuse(notOpen(service, state, command, open));
  if (others.length > 0) return refuse(seatNeeded());
  const form = filled(service, state, opening, command, context);
  const problems = [
    ...opinionProblems(opening, command),
    ...undrawableIn(command, context.facts.draws),
    ...unprintable(service, state, opening, open, context),
    ...form.problems,
  ];
  const { strands } = opening.def ?? {};
  return decideIn(service, state, context, doerOf(context, opening), (journal) => {
    const { data } = form;
    const derived = figures(service, state, opening, command, data, context);
    if (strands) problems.push(...strandProblems(service, state, strands, command, context));
    const money = amountMoved(state, opening, command, data, context.today);
    problems.push(...money.problems);
    const asked = {
      ...(strands
        ? { moves: strandsMoved(service, strands, command, opinionIn(opening, command), context) }
        : {}),
      opening,
      command,
      ...(data === undefined ? {} : { data }),
      ...(derived === undefined ? {} : { derived }),
      ...(money.told ? { money: money.told } : {}),
    };
    // The act itself may add problems of its own, so that all are told at once; it writes only when it has none.
    const more = ACT_OF[opening.kind](journal, asked);
    if (problems.length > 0 || more.length > 0) return [...problems, ...more];
    settleClock(journal);
    return settleTimers(journal);
  });
};
