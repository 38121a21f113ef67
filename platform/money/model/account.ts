import type { Amount } from './amount.ts';
import type { BillLine, Exemption } from './bill.ts';

/** Ways money comes in: a transfer whose voucher was checked, at the counter, or by the payment port. */
export const WAYS = {
  transfer: '银行转账',
  cash: '窗口现金',
  card: '窗口刷卡',
  port: '在线支付',
} as const;

/** How one payment came in. */
export type Way = keyof typeof WAYS;

/** A bill as it was fixed when the step that waits for it began. */
export interface Bill {
  readonly id: string;
  readonly on: string;
  readonly lines: readonly BillLine[];
  /** Paid before on an earlier bill of the case, taken off. */
  readonly credit: Amount;
  /** Σ lines less the credit: what is to be paid. */
  readonly total: Amount;
  readonly status: 'open' | 'paid' | 'exempt' | 'void';
  /** Why it is exempt or void. */
  readonly reason?: string;
  readonly basis?: string;
}

/** A voucher the applicant handed in, which somebody of the office compares with the bank. */
export interface Claim {
  readonly id: string;
  readonly bill: string;
  readonly status: 'open' | 'confirmed' | 'refused';
  readonly reason?: string;
}

/** Money that came in; it stays on record whatever becomes of it. */
export interface Payment {
  readonly id: string;
  readonly bill: string;
  readonly way: Way;
  readonly amount: Amount;
  /** The day the bank, the counter or the port says. */
  readonly on: string;
  /** Number at the bank, of the counter's slip, or of the port's transaction. */
  readonly reference: string;
  /** Number of the fiscal e-receipt. */
  readonly fiscal?: string;
  /** Came when nothing was owed any more: it is to be given back. */
  readonly surplus?: true;
}

/** Money going back, asked for by one person and confirmed by another. */
export interface Refund {
  readonly id: string;
  readonly payment: string;
  readonly amount: Amount;
  readonly reason: string;
  readonly askedBy: string;
  readonly status: 'asked' | 'done' | 'refused';
  readonly on?: string;
  readonly reference?: string;
}

/** Everything of money in one case. */
export interface Account {
  readonly bills: readonly Bill[];
  readonly claims: readonly Claim[];
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
}

/** What happened to the money of a case: facts, complete enough to fold. */
export type MoneyMove =
  | {
      readonly move: 'billed';
      readonly bill: string;
      readonly on: string;
      readonly lines: readonly BillLine[];
      readonly credit: Amount;
      readonly total: Amount;
      readonly exempt?: Exemption;
    }
  | { readonly move: 'claimed'; readonly claim: string; readonly bill: string }
  | { readonly move: 'claim-refused'; readonly claim: string; readonly reason: string }
  | ({ readonly move: 'paid'; readonly claim?: string } & PaymentTold)
  | { readonly move: 'exempted'; readonly bill: string; readonly reason: string; readonly basis?: string }
  | { readonly move: 'voided'; readonly bill: string; readonly reason: string }
  | {
      readonly move: 'refund-asked';
      readonly refund: string;
      readonly payment: string;
      readonly amount: Amount;
      readonly reason: string;
    }
  | {
      readonly move: 'refunded';
      readonly refund: string;
      readonly payment: string;
      readonly amount: Amount;
      readonly on: string;
      readonly reference: string;
    }
  | { readonly move: 'refund-refused'; readonly refund: string; readonly reason: string }
  | { readonly move: 'fiscal'; readonly payment: string; readonly number: string };

/** A payment as the event tells it. */
export type PaymentTold = Omit<Payment, 'id'> & { readonly payment: string };

/** No money yet. */
export const NO_MONEY: Account = { bills: [], claims: [], payments: [], refunds: [] };

const changed = <T extends { readonly id: string }>(
  all: readonly T[],
  id: string | undefined,
  change: (one: T) => T,
): readonly T[] => all.map((one) => (one.id === id ? change(one) : one));

const billed = (account: Account, bill: Extract<MoneyMove, { move: 'billed' }>): Account => {
  const { on, lines, credit, total, exempt } = bill;
  const fresh: Bill = {
    id: bill.bill,
    on,
    lines,
    credit,
    total,
    status: exempt ? 'exempt' : 'open',
    ...(exempt ? { reason: exempt.reason, basis: exempt.basis } : {}),
  };
  return { ...account, bills: [...account.bills, fresh] };
};

const paid = (account: Account, told: Extract<MoneyMove, { move: 'paid' }>): Account => {
  const { move: _move, claim, payment: id, ...payment } = told;
  return {
    ...account,
    claims: changed(account.claims, claim, (one) => ({ ...one, status: 'confirmed' })),
    payments: [...account.payments, { id, ...payment }],
    bills: told.surplus
      ? account.bills
      : changed(account.bills, told.bill, (bill) => ({ ...bill, status: 'paid' })),
  };
};

/** The account after one more fact; pure, so that replaying a log always yields the stored state. */
export const foldMoney = (account: Account = NO_MONEY, told: MoneyMove, by = ''): Account => {
  switch (told.move) {
    case 'billed':
      return billed(account, told);
    case 'claimed':
      return {
        ...account,
        claims: [...account.claims, { id: told.claim, bill: told.bill, status: 'open' }],
      };
    case 'claim-refused':
      return {
        ...account,
        claims: changed(account.claims, told.claim, (one) => ({
          ...one,
          status: 'refused',
          reason: told.reason,
        })),
      };
    case 'paid':
      return paid(account, told);
    case 'exempted': {
      const { reason, basis } = told;
      const why = { status: 'exempt' as const, reason, ...(basis === undefined ? {} : { basis }) };
      return { ...account, bills: changed(account.bills, told.bill, (bill) => ({ ...bill, ...why })) };
    }
    case 'voided':
      return {
        ...account,
        bills: changed(account.bills, told.bill, (bill) => ({
          ...bill,
          status: 'void',
          reason: told.reason,
        })),
      };
    case 'refund-asked': {
      const { refund: id, payment, amount, reason } = told;
      const asked: Refund = { id, payment, amount, reason, askedBy: by, status: 'asked' };
      return { ...account, refunds: [...account.refunds, asked] };
    }
    case 'refunded': {
      const { on, reference } = told;
      const done = { status: 'done' as const, on, reference };
      return { ...account, refunds: changed(account.refunds, told.refund, (one) => ({ ...one, ...done })) };
    }
    case 'refund-refused':
      return {
        ...account,
        refunds: changed(account.refunds, told.refund, (one) => ({ ...one, status: 'refused' })),
      };
    case 'fiscal':
      return {
        ...account,
        payments: changed(account.payments, told.payment, (one) => ({ ...one, fiscal: told.number })),
      };
    default:
      return told satisfies never;
  }
};

/** The account of a matter that has ended: nothing is to be paid any more. */
export const closedAccount = (account: Account): Account => ({
  ...account,
  bills: account.bills.map((bill) =>
    bill.status === 'open' ? { ...bill, status: 'void', reason: '办件已办结' } : bill,
  ),
});
