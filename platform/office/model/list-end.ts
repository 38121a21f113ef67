import { addDays, type Day, isDay, type Json } from '@zhitongche/base';

/** Entries of a list whose last day is near or over. */
export interface ListEnd {
  /** The nearest last day among them. */
  readonly until: Day;
  /** How many end within the span. */
  readonly ending: number;
  /** How many have ended: of these nobody knows what holds since. */
  readonly ended: number;
}

/** What of a list ends within so many days or has ended, by the `until` of its rows; undefined when nothing does. */
export const listEnd = (
  rows: readonly Readonly<Record<string, Json | undefined>>[],
  today: Day,
  days: number,
): ListEnd | undefined => {
  const last = rows.flatMap(({ until }) => (isDay(until) && until <= addDays(today, days) ? [until] : []));
  const [first] = last.toSorted();
  if (first === undefined) return undefined;
  const ended = last.filter((day) => day < today).length;
  return { until: first, ending: last.length - ended, ended };
};
