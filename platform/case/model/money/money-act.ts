/**
 * What an act does to the money of its case: the applicant hands a voucher in; the office finds it at the bank or not, takes
 * money at the counter, or exempts.
 */
export type MoneyAct = 'claim' | 'confirm' | 'turn-down' | 'counter' | 'exempt';
