import type { CaseState, FlowContext } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import { RANKS } from './choices.ts';
import { key } from './policy.ts';

const cellsOf = (answers: Answers, column: string): ReadonlySet<unknown> => {
  const rows = Array.isArray(answers.members) ? answers.members : [];
  return new Set(rows.map((row: unknown) => (row instanceof Object ? Reflect.get(row, column) : undefined)));
};

/** Highest rank among the travellers as answered; empty while nobody has one. */
const rankOf = (answers: Answers): string => {
  const ranks = cellsOf(answers, 'rank');
  return Object.keys(RANKS).find((rank) => ranks.has(rank)) ?? '';
};

const asks = (list: string) => (context: FlowContext) =>
  context.policy.list(key(list)).includes(rankOf(context.answers));

/** True when somebody in the group holds one of the posts of a list, whatever the ranks. */
const holds = (list: string) => (context: FlowContext) => {
  const held = cellsOf(context.answers, 'position');
  return context.policy.list(key(list)).some((post) => held.has(post));
};

const reportsSpan = ({ answers, policy }: FlowContext): boolean =>
  answers.caseType === 'span-lead' && policy.flag(key('route.report-span'));

// What goes to an authority above is signed by the head of the office (党政机关公文处理工作条例 第二十二条).
/** True when the head of the office signs for such people, or for what goes above. */
export const needsDirector = (context: FlowContext): boolean =>
  asks('route.director')(context) || holds('route.director-posts')(context) || reportsSpan(context);
/** True when the deputy director signs for such people. */
export const needsDeputy = asks('route.deputy');
/** True when an authority above the office approves such a trip. */
export const needsReport = (context: FlowContext): boolean =>
  asks('route.report')(context) || holds('route.report-posts')(context) || reportsSpan(context);

/**
 * True once a request about a trip the city had before it came to the province to decide, and was not declined there: from
 * then on the trip is the province's (谁审批、谁负责).
 */
export const takenOver = ({ path }: Pick<CaseState, 'path'>): boolean => {
  let [byCity, above, over] = [false, false, false];
  for (const { step } of path) {
    if (step.endsWith('-city-review')) byCity = true;
    else if (byCity && step.endsWith('-decide')) above = true;
    else if (step === 'amending' || step === 'hand-in' || step === 'abroad') {
      over ||= above && step !== 'abroad';
      [byCity, above] = [false, false];
    }
  }
  return over || above;
};

/** True when the case's city office decides itself and issues the papers. */
export const cityDecides = (context: FlowContext): boolean =>
  context.underCity &&
  context.policy.flag(key('city-delegated')) &&
  asks('city-delegated-ranks')(context) &&
  !holds('city-not-delegated-posts')(context) &&
  !needsReport(context);
