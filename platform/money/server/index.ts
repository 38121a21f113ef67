export { type CodedDay, DAY_JSON, dayMac } from './day-mac.ts';
export { moneyHandlers } from './handlers.ts';
export { makePayments } from './make-payments.ts';
export { verifyMoney } from './verify-money.ts';
