import { addDays, addMonths } from '@zhitongche/base';

/** Spans a ledger is printed for. */
export const LEDGERS = {
  month: '本月',
  'last-month': '上月',
  quarter: '本季度',
  'last-quarter': '上季度',
  year: '本年',
} as const;

/** One of them. */
export type LedgerSpan = keyof typeof LEDGERS;

/** First and last day of a span, from today. */
export const spanOf = (
  span: LedgerSpan,
  today: string,
): { readonly from: string; readonly until: string } => {
  const months = span === 'year' ? 12 : span.endsWith('quarter') ? 3 : 1;
  const month = Number(today.slice(5, 7)) - 1;
  const first = `${today.slice(0, 4)}-${String(month - (month % months) + 1).padStart(2, '0')}-01`;
  const from = span.startsWith('last') ? addMonths(first, -months) : first;
  return { from, until: addDays(addMonths(from, months), -1) };
};
