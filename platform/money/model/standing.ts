import { type Account, type Bill, type Claim, NO_MONEY, type Payment, type Refund } from './account.ts';
import { type Amount, less, sum } from './amount.ts';

/** The bill that waits to be paid; there is never more than one. */
export const openBill = ({ bills }: Account = NO_MONEY): Bill | undefined =>
  bills.findLast(({ status }) => status === 'open');

/** The voucher that waits to be compared with the bank. */
export const openClaim = ({ claims }: Account = NO_MONEY): Claim | undefined =>
  claims.findLast(({ status }) => status === 'open');

/** The refund that waits for a second person. */
export const askedRefunds = ({ refunds }: Account = NO_MONEY): readonly Refund[] =>
  refunds.filter(({ status }) => status === 'asked');

/** Money that came in. */
export const received = ({ payments }: Account = NO_MONEY): Amount =>
  sum(payments.map(({ amount }) => amount));

/** Money that went back. */
export const givenBack = ({ refunds }: Account = NO_MONEY): Amount =>
  sum(refunds.flatMap(({ status, amount }) => (status === 'done' ? [amount] : [])));

/** What of a payment may still be asked back: what came in less what went back or is asked for. */
export const refundable = (account: Account, payment: Payment): Amount =>
  less(
    payment.amount,
    sum(
      account.refunds.flatMap((refund) =>
        refund.payment === payment.id && refund.status !== 'refused' ? [refund.amount] : [],
      ),
    ),
  );

/** What is to go back because nothing was owed when it came, and has not gone yet. */
export const refundDue = (account: Account = NO_MONEY): Amount =>
  sum(
    account.payments
      .filter(({ surplus }) => surplus)
      .map((payment) =>
        less(
          payment.amount,
          sum(
            account.refunds.flatMap((refund) =>
              refund.payment === payment.id && refund.status === 'done' ? [refund.amount] : [],
            ),
          ),
        ),
      ),
  );

/** Whether a bill was fixed and nothing of it is to be waited for. */
export const settled = (account: Account | undefined): boolean => openBill(account) === undefined;

/** What of the bills counts as paid: payments for them less what went back of these, or is asked back. */
export const keptOf = (account: Account = NO_MONEY): Amount =>
  less(
    sum(account.payments.flatMap(({ surplus, amount }) => (surplus ? [] : [amount]))),
    sum(
      account.refunds.flatMap((refund) =>
        refund.status !== 'refused' && !account.payments.find(({ id }) => id === refund.payment)?.surplus
          ? [refund.amount]
          : [],
      ),
    ),
  );
