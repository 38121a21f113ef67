import { blocking, type Problem, type Result } from '@zhitongche/base';
import { type Amount, compareAmounts, NO_MONEY, openBill, type Way } from '@zhitongche/money';
import { settleClock } from '../clock.ts';
import { type Decision, decideIn, type DecisionEnv, SYSTEM_DOER } from '../decision-builder.ts';
import type { Service } from '../service.ts';
import type { CaseState } from '../state.ts';
import { settleTimers } from '../timers/settle-timers.ts';
import { settleUntil } from '../transitions.ts';
import { moveMoney, nextPayment } from './move-money.ts';

/** A payment somebody outside says was made, after it was found genuine. */
export interface PaidOutside {
  readonly bill: string;
  readonly way: Way;
  readonly amount: Amount;
  readonly on: string;
  /** Number of the payment where it was made: what tells it from every other. */
  readonly reference: string;
}

const wrong = (code: string, message: string, en: string): Problem => blocking(code, [], message, en, {});

/**
 * A payment has come in from outside. The same one told again changes nothing; one for which nothing is owed any more, or
 * after the end of the case, is kept and to be given back; one of another amount than billed is none.
 */
export const decidePaid = (
  service: Service,
  state: CaseState,
  paid: PaidOutside,
  setting: DecisionEnv,
): Result<Decision> =>
  decideIn(service, state, setting, SYSTEM_DOER, (journal) => {
    const money = state.money ?? NO_MONEY;
    const { bill: id, way, amount, on, reference } = paid;
    if (money.payments.some((one) => one.way === way && one.reference === reference)) return [];
    const bill = money.bills.find((one) => one.id === id);
    if (!bill) return [wrong('money.no-bill', '没有这张账单', 'There is no such bill')];
    if (compareAmounts(amount, bill.total) !== 0)
      return [
        wrong(
          'money.wrong-amount',
          `到账${amount}元，账单为${bill.total}元`,
          'Another amount than was billed',
        ),
      ];
    const owed = openBill(money)?.id === bill.id;
    moveMoney(journal, {
      move: 'paid',
      payment: nextPayment(money),
      bill: bill.id,
      way,
      amount: bill.total,
      on,
      reference,
      ...(owed ? {} : { surplus: true as const }),
    });
    if (!owed) return [];
    settleUntil(journal);
    settleClock(journal);
    return settleTimers(journal);
  });
