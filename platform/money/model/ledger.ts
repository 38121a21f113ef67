import type { Account, Way } from './account.ts';
import type { Amount } from './amount.ts';

/** A line of the ledger: what one bill, payment or refund of a case comes to. */
export interface LedgerLine {
  readonly id: string;
  readonly kind: 'bill' | 'payment' | 'refund';
  /** Day it was drawn up, came in or went back; null while a refund is only asked for. */
  readonly day: string | null;
  readonly status:
    | 'open'
    | 'paid'
    | 'exempt'
    | 'void'
    | 'received'
    | 'surplus'
    | 'asked'
    | 'done'
    | 'refused';
  readonly amount: Amount;
  readonly way: Way | null;
  readonly reference: string | null;
  /** The payment a refund gives back of, the bill a payment was for. */
  readonly of: string | null;
}

/** The lines of an account; the same when an act writes them and when they are proved. */
export const ledgerLines = ({ bills, payments, refunds }: Account): readonly LedgerLine[] => [
  ...bills.map(
    ({ id, on, status, total }): LedgerLine => ({
      id,
      kind: 'bill',
      day: on,
      status,
      amount: total,
      way: null,
      reference: null,
      of: null,
    }),
  ),
  ...payments.map(
    ({ id, on, amount, way, reference, bill, surplus }): LedgerLine => ({
      id,
      kind: 'payment',
      day: on,
      status: surplus ? 'surplus' : 'received',
      amount,
      way,
      reference,
      of: bill,
    }),
  ),
  ...refunds.map(
    ({ id, on, amount, status, reference, payment }): LedgerLine => ({
      id,
      kind: 'refund',
      day: on ?? null,
      status,
      amount,
      way: payments.find((one) => one.id === payment)?.way ?? null,
      reference: reference ?? null,
      of: payment,
    }),
  ),
];

/** What kinds of lines are called. */
export const KIND_WORDS = { bill: '账单', payment: '缴费', refund: '退款' } as const satisfies Record<
  LedgerLine['kind'],
  string
>;

/** What states of lines are called. */
export const STATUS_WORDS = {
  open: '待缴',
  paid: '已缴',
  exempt: '免缴',
  void: '作废',
  received: '已收',
  surplus: '待退（到账时无应缴）',
  asked: '退款待确认',
  done: '已退',
  refused: '不予退款',
} as const satisfies Record<LedgerLine['status'], string>;

/** Where a payment of this way is compared. */
export const channelOf = (way: string | null): 'bank' | 'port' | 'till' =>
  way === 'port' ? 'port' : way === 'cash' ? 'till' : 'bank';
