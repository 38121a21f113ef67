import { addDays, addMonths, isDay } from '@zhitongche/base';

/** The month whose list is open, by its first day; absent = this month. */
export interface MeasureSearch {
  readonly month?: string;
}

/** Reads an address; what makes no sense is this month. */
export const readMeasureSearch = ({ month }: Readonly<Record<string, unknown>>): MeasureSearch =>
  isDay(month) && month.endsWith('-01') ? { month } : {};

/** First and last day of a month. */
export const spanOfMonth = (month: string): { readonly from: string; readonly until: string } => ({
  from: month,
  until: addDays(addMonths(month, 1), -1),
});

/** `2026年11月`. */
export const monthWords = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
