import { addDays, addMonths, isDay } from '@zhitongche/base';

/** The span whose list is open, by its first day; absent = this month. */
export interface MeasureSearch {
  readonly month?: string;
  /** A quarter of one organisation instead. */
  readonly quarter?: string;
  readonly org?: string;
  /** Days from one to another instead. */
  readonly from?: string;
  readonly until?: string;
}

/** Reads an address; what makes no sense is this month. */
export const readMeasureSearch = ({
  month,
  quarter,
  org,
  from,
  until,
}: Readonly<Record<string, unknown>>): MeasureSearch => {
  if (isDay(quarter) && /-(01|04|07|10)-01$/.test(quarter) && typeof org === 'string' && ID.test(org))
    return { quarter, org };
  if (isDay(from) && isDay(until) && from <= until) return { from, until };
  return isDay(month) && month.endsWith('-01') ? { month } : {};
};

const ID = /^[0-9a-f-]{36}$/;

/** First and last day of a quarter. */
export const spanOfQuarter = (quarter: string): { readonly from: string; readonly until: string } => ({
  from: quarter,
  until: addDays(addMonths(quarter, 3), -1),
});

/** `2026年第四季度`. */
export const quarterWords = (quarter: string): string =>
  `${quarter.slice(0, 4)}年第${'一二三四'.charAt((Number(quarter.slice(5, 7)) - 1) / 3)}季度`;

/** First and last day of a month. */
export const spanOfMonth = (month: string): { readonly from: string; readonly until: string } => ({
  from: month,
  until: addDays(addMonths(month, 1), -1),
});

/** `2026年11月`. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
