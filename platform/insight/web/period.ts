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

interface DayFigures {
  readonly day: string;
  readonly received: number;
  readonly handled: number;
}

/** Every day of a span with its figures; days nothing happened on count zero, so that a line does not jump over them. */
export const everyDay = (
  days: readonly DayFigures[],
  { from, until }: { readonly from: string; readonly until: string },
): readonly DayFigures[] => {
  const known = new Map(days.map((d) => [d.day, d]));
  const all: DayFigures[] = [];
  for (let day = from; day <= until; day = back(day, -1))
    all.push(known.get(day) ?? { day, received: 0, handled: 0 });
  return all;
};

/** Most days one can still tell apart as points of a line. */
const MOST_DAYS = 100;

/** The same figures day by day, or month by month (`2026-02`) where the days would run into each other. */
export const readable = (days: readonly DayFigures[]): readonly DayFigures[] => {
  if (days.length <= MOST_DAYS) return days;
  const months = new Map<string, DayFigures>();
  for (const { day: date, received, handled } of days) {
    const day = date.slice(0, 7);
    const sum = months.get(day);
    months.set(day, {
      day,
      received: received + (sum?.received ?? 0),
      handled: handled + (sum?.handled ?? 0),
    });
  }
  return [...months.values()];
};
