import {
  type Account,
  type Amount,
  type Bill,
  compareAmounts,
  type Fixed,
  keptOf,
  less,
  type MoneyMove,
  type Priced,
} from '@zhitongche/money';
import { askDefinition, type DecisionBuilder, FlowDefinitionError, write } from '../decision-builder.ts';
import { passedSteps } from '../trail.ts';
import { billToday, feeProblem, NO_FEE } from './fees.ts';

/** Writes what happened to the money of the case. */
export const tellMoney = (journal: DecisionBuilder, told: MoneyMove): void =>
  write(journal, { type: 'money', told });

/** Prices of everything billed in this case before: a later row raises none of them. */
const fixedIn = ({ bills }: Account): Fixed =>
  new Map(
    bills
      .filter(({ status }) => status !== 'void')
      .flatMap(({ lines }) => lines.map((line) => [line.fee, line] as const)),
  );

interface Owed {
  readonly last: Bill | undefined;
  readonly priced: Priced;
  readonly credit: Amount;
  readonly total: Amount;
}

/** What is to be billed now; undefined while the bill there is says the same. */
const owedNow = ({ service, state, setting }: DecisionBuilder, anew: boolean): Owed | undefined => {
  const { money } = state;
  const last = money?.bills.findLast(({ status }) => status !== 'void');
  const fixed = money && !anew ? fixedIn(money) : undefined;
  const priced = askDefinition('收费', () => billToday(service, state, setting.policy, fixed));
  if (!priced) throw new FlowDefinitionError('本事项没有收费项目', 'the service charges nothing');
  if (priced.missing.length > 0 && !priced.exempt) {
    const { message, en } = feeProblem(priced.missing, setting.today);
    throw new FlowDefinitionError(message, en, NO_FEE);
  }
  if (last && !anew && JSON.stringify(last.lines) === JSON.stringify(priced.lines)) return undefined;
  const kept = keptOf(money);
  const credit = compareAmounts(kept, priced.total) > 0 ? priced.total : kept;
  return { last, priced, credit, total: less(priced.total, credit) };
};

const isNothing = (amount: Amount): boolean => compareAmounts(amount, '0.00') === 0;

/**
 * The payment step a corrected case has to pass again, because more is to be paid than was; undefined where there is none.
 * @throws FlowDefinitionError.
 */
export const unpaidStep = (journal: DecisionBuilder): string | undefined => {
  const { service, state } = journal;
  const passed = passedSteps(state);
  const key = Object.entries(service.flow.steps).find(
    ([one, step]) => step.kind === 'work' && step.pays && passed.includes(one),
  )?.[0];
  if (key === undefined) return undefined;
  const owed = owedNow(journal, false);
  return owed && !isNothing(owed.total) && !owed.priced.exempt ? key : undefined;
};

/**
 * Fixes the bill of the case as the step that waits for it begins. What was billed before keeps its price, what was paid is
 * taken off; a bill that says the same stands as it stood, and one nothing is left of is none.
 * @throws FlowDefinitionError: a fee has no price today; nothing is written.
 */
export const billNow = (journal: DecisionBuilder, anew = false): void => {
  const owed = owedNow(journal, anew);
  if (!owed) return;
  const { last, priced, credit, total } = owed;
  if (last?.status === 'open')
    tellMoney(journal, {
      move: 'voided',
      bill: last.id,
      reason: anew ? '重新计费' : '申报内容已更正，重新计费',
    });
  if (isNothing(total)) return;
  tellMoney(journal, {
    move: 'billed',
    bill: `B${(journal.state.money?.bills.length ?? 0) + 1}`,
    on: journal.setting.today,
    lines: priced.lines,
    credit,
    total,
    ...(priced.exempt ? { exempt: priced.exempt } : {}),
  });
};
