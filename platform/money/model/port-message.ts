import { isDay } from '@zhitongche/base';
import { type Amount, isAmount } from './amount.ts';

/** What the payment port says of an order of ours. */
export interface PortMessage {
  readonly merchant: string;
  readonly event: 'paid' | 'closed';
  /** Number the port gives the payment. */
  readonly transaction: string;
  readonly order: string;
  readonly amount: Amount;
  readonly currency: string;
  /** Day the money was paid, Asia/Shanghai. */
  readonly day: string;
}

const KEYS = ['merchant', 'event', 'transaction', 'order', 'amount', 'currency', 'day'] as const;

/** The message as read; undefined for what is none, whatever it is. */
export const readPortMessage = (value: unknown): PortMessage | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const read = Object.fromEntries(Object.entries(value));
  const texts = KEYS.map((key) => read[key]);
  if (!texts.every((text): text is string => typeof text === 'string' && /^[\x20-\x7e]{1,80}$/.test(text)))
    return undefined;
  const [merchant = '', event, transaction = '', order = '', amount = '', currency = '', day = ''] = texts;
  if (event !== 'paid' && event !== 'closed') return undefined;
  if (!/^[\w.-]{4,64}$/.test(transaction) || !isAmount(amount) || !isDay(day)) return undefined;
  return { merchant, event, transaction, order, amount, currency, day };
};

/** The order a bill of a case is to the port. */
export const orderOf = (caseId: string, bill: string): string => `${caseId}.${bill}`;

/** The bill an order is for; undefined for an order we never gave. */
export const billOfOrder = (
  order: string,
): { readonly caseId: string; readonly bill: string } | undefined => {
  const [, caseId, bill] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(B\d{1,4})$/.exec(order) ?? [];
  return caseId !== undefined && bill !== undefined ? { caseId, bill } : undefined;
};

/** What an order says, in the order in which it is signed. */
export interface PortOrder {
  readonly merchant: string;
  readonly order: string;
  readonly amount: Amount;
  readonly currency: string;
  readonly subject: string;
  readonly back: string;
}

/** The order as one text, for its signature. */
export const orderText = ({ merchant, order, amount, currency, subject, back }: PortOrder): string =>
  JSON.stringify([merchant, order, amount, currency, subject, back]);

/** What a message that did not simply pay is called by whoever has to look at it. */
export const FINDINGS = {
  forged: '签名不符的支付通知',
  stale: '时间不符的支付通知',
  unreadable: '看不懂的支付通知',
  merchant: '收款方不是本机关',
  currency: '币种不是人民币',
  'unknown-order': '没有这张账单',
  'wrong-amount': '金额与账单不符',
  repeated: '同一笔支付重复通知',
  reused: '同一流水用于两张账单',
  surplus: '到账时已无应缴，应退款',
} as const;

/** A kind of what did not simply pay. */
export type FindingKind = keyof typeof FINDINGS;

/** Currency everything is charged in. */
export const CURRENCY = 'CNY';
