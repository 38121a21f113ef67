import type { Json, Problem } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import {
  type Account,
  type Amount,
  compareAmounts,
  type MoneyMove,
  NO_MONEY,
  openBill,
  openClaim,
  type PaymentTold,
  refundable,
  type Way,
} from '@zhitongche/money';
import { refusal } from '../act-problems.ts';
import type { DecisionBuilder } from '../decision-builder.ts';
import { paperFor } from '../named-paper.ts';
import type { MoneyAct } from './money-act.ts';
import { askForPaper } from '../transitions.ts';
import { tellMoney } from './bill-now.ts';

/** Key of the receipt among a service's papers; each payment has its own. */
export const RECEIPT = 'receipt-of-payment';

/** Name of the receipt of a payment. */
export const receiptOf = (payment: string): string => paperFor(RECEIPT, payment);

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value.trim() : '');

/** The next payment of the case: its id stands on the receipt. */
export const nextPayment = ({ payments }: Account = NO_MONEY): string => `第${payments.length + 1}笔`;

const paidNow = (
  account: Account,
  bill: { readonly id: string; readonly total: Amount },
  way: Way,
  data: Answers,
  on: string,
): PaymentTold => {
  const fiscal = textOf(data['fiscal']);
  return {
    payment: nextPayment(account),
    bill: bill.id,
    way,
    amount: bill.total,
    on,
    reference: textOf(data['reference']),
    ...(fiscal === '' ? {} : { fiscal }),
  };
};

const gone: Problem = refusal(
  'no-bill',
  '没有待缴的账单，可能已经缴清或免缴',
  'No bill waits to be paid',
  '请刷新查看',
);

/** What an act at a payment step writes, from its form and opinion; problems where there is nothing to pay. */
export const moneyMoved = (
  account: Account = NO_MONEY,
  act: MoneyAct,
  {
    data = {},
    opinion = '',
    today,
  }: { data: Answers | undefined; opinion: string | undefined; today: string },
): MoneyMove | readonly Problem[] => {
  const bill = openBill(account);
  const claim = openClaim(account);
  if (!bill) return [gone];
  switch (act) {
    case 'claim':
      return { move: 'claimed', claim: `C${account.claims.length + 1}`, bill: bill.id };
    case 'confirm':
      return {
        move: 'paid',
        ...paidNow(account, bill, 'transfer', data, textOf(data['on']) || today),
        ...(claim ? { claim: claim.id } : {}),
      };
    case 'turn-down':
      return claim ? { move: 'claim-refused', claim: claim.id, reason: opinion } : [gone];
    case 'counter':
      return {
        move: 'paid',
        ...paidNow(account, bill, data['way'] === 'card' ? 'card' : 'cash', data, today),
      };
    case 'exempt': {
      const basis = textOf(data['basis']);
      return { move: 'exempted', bill: bill.id, reason: opinion, ...(basis === '' ? {} : { basis }) };
    }
    default:
      return act satisfies never;
  }
};

/** Asks for the receipt of money that came in for a bill; none is given for money that goes back. */
export const receiptFor = (journal: DecisionBuilder, told: MoneyMove): void => {
  if (told.move === 'paid' && !told.surplus) askForPaper(journal, receiptOf(told.payment));
};

/** Writes what an act does to the money, with the receipt of what was paid. */
export const moveMoney = (journal: DecisionBuilder, told: MoneyMove): void => {
  tellMoney(journal, told);
  receiptFor(journal, told);
};

/** Refuses what is more than may still go back of a payment. */
export const refundProblems = (account: Account, payment: string, amount: Amount): readonly Problem[] => {
  const of = account.payments.find(({ id }) => id === payment);
  const most = of ? refundable(account, of) : '0.00';
  return compareAmounts(amount, most) <= 0
    ? []
    : [
        refusal(
          'refund-too-much',
          `退款${amount}元超过这笔缴费可退的${most}元`,
          'More than was paid and not yet asked back',
          `请填写不超过${most}元的金额`,
          ['data', 'amount'],
        ),
      ];
};
