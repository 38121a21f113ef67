export {
  type Account,
  type Bill,
  type MoneyMove,
  NO_MONEY,
  type Payment,
  type PaymentTold,
  type Refund,
  WAYS,
  type Way,
  closedAccount,
  foldMoney,
} from './account.ts';
export { type Amount, compareAmounts, isAmount, less, sum } from './amount.ts';
export { type FeesDef, type Fixed, type Priced, priceBill } from './bill.ts';
export { readSheet } from './day-sheet.ts';
export { KIND_WORDS, STATUS_WORDS, channelOf, ledgerLines } from './ledger.ts';
export {
  CURRENCY,
  FINDINGS,
  type FindingKind,
  type PortMessage,
  type PortOrder,
  billOfOrder,
  orderOf,
  orderText,
  readPortMessage,
} from './port-message.ts';
export { type Booked, CHANNELS, type Compared, type Told, reconcile } from './reconcile.ts';
export { askedRefunds, keptOf, openBill, openClaim, refundDue, refundable, settled } from './standing.ts';
