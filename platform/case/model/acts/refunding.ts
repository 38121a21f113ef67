import { type Amount, NO_MONEY } from '@zhitongche/money';
import { FlowDefinitionError, write } from '../decision-builder.ts';
import { tellMoney } from '../money/bill-now.ts';
import { financeOf } from '../money/service-fees.ts';
import { refundProblems } from '../money/move-money.ts';
import { opinionIn } from '../payload.ts';
import { runEffects } from '../transitions.ts';
import { type Act, type Asked, decidedBy, DONE } from './act.ts';

const given = ({ data }: Asked, key: string): string => {
  const value = data?.[key];
  return typeof value === 'string' ? value.trim() : '';
};

const target = ({ opening }: Asked): string => opening.money ?? '';

/** 申请退款: asked for with a reason; nothing goes back before a second person has confirmed it. */
export const askRefund: Act = (journal, asked) => {
  const { money = NO_MONEY } = journal.state;
  const amount: Amount = given(asked, 'amount');
  const payment = target(asked);
  const problems = refundProblems(money, payment, amount);
  if (problems.length > 0) return problems;
  write(journal, decidedBy(asked, true));
  tellMoney(journal, {
    move: 'refund-asked',
    refund: `R${money.refunds.length + 1}`,
    payment,
    amount,
    reason: opinionIn(asked.opening, asked.command) ?? '',
  });
  const { fees } = journal.service;
  if (fees)
    runEffects(journal, [{ do: 'notify', to: financeOf(fees), text: `申请退款${amount}元，待第二人确认` }]);
  return DONE;
};

const refundOf = (journal: Parameters<Act>[0], asked: Asked) => {
  const refund = journal.state.money?.refunds.find(({ id }) => id === target(asked));
  if (!refund) throw new FlowDefinitionError('没有等待确认的退款', 'no refund waits');
  return refund;
};

/**
 * 确认已退款: the money went back on that day under that number.
 * @throws FlowDefinitionError.
 */
export const confirmRefund: Act = (journal, asked) => {
  const { id, payment, amount } = refundOf(journal, asked);
  write(journal, decidedBy(asked, true));
  tellMoney(journal, {
    move: 'refunded',
    refund: id,
    payment,
    amount,
    on: given(asked, 'on'),
    reference: given(asked, 'reference'),
  });
  return DONE;
};

/**
 * 不予退款: with a reason; what was paid stays paid.
 * @throws FlowDefinitionError.
 */
export const declineRefund: Act = (journal, asked) => {
  const { id } = refundOf(journal, asked);
  write(journal, decidedBy(asked, true));
  tellMoney(journal, {
    move: 'refund-refused',
    refund: id,
    reason: opinionIn(asked.opening, asked.command) ?? '',
  });
  return DONE;
};

/** 补登票据号: the fiscal e-receipt that was made elsewhere for a payment. */
export const recordFiscal: Act = (journal, asked) => {
  write(journal, decidedBy(asked, true));
  tellMoney(journal, { move: 'fiscal', payment: target(asked), number: given(asked, 'number') });
  return DONE;
};
