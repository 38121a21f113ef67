/** Spans of time the figures can be asked for. */
export const PERIODS = [
  { key: 'week', label: '近 7 天' },
  { key: 'month', label: '近 30 天' },
  { key: 'quarter', label: '近 90 天' },
  { key: 'year', label: '今年以来' },
] as const;
/** Key of a span. */
export type Period = (typeof PERIODS)[number]['key'];

const DAYS: Readonly<Record<Exclude<Period, 'year'>, number>> = { week: 7, month: 30, quarter: 90 };

const back = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** First and last day of a span that ends today, both included. */
export const periodOf = (
  period: Period,
  today: string,
): { readonly from: string; readonly until: string } => ({
  from: period === 'year' ? `${today.slice(0, 4)}-01-01` : back(today, DAYS[period] - 1),
  until: today,
});
