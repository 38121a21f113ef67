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
export { type Amount, compareAmounts, less } from './amount.ts';
export { type FeesDef, type Fixed, type Priced, priceBill } from './bill.ts';
export { askedRefunds, keptOf, openBill, openClaim, refundDue, refundable, settled } from './standing.ts';
