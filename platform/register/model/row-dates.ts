import { addDays, daysBetween, isDay } from '@zhitongche/base';
import type { PolicyReader } from '@zhitongche/office';
import type { KeptDate, RegisterKind } from './kind.ts';
import type { KeptRow, RowEvent } from './row.ts';

/** A day of a row that is to come or has passed. */
export interface RowDue {
  readonly field: string;
  readonly label: string;
  readonly day: string;
}

/** Days before a date on which its keepers are told; what is no number in the office's list counts as if it were not there. */
export const warnDays = (policy: PolicyReader, date: Pick<KeptDate, 'warn'>): readonly number[] =>
  [
    ...new Set(
      policy
        .list(date.warn)
        .map(Number)
        .filter((n) => Number.isInteger(n) && n >= -3650 && n <= 3650),
    ),
  ].sort((a, b) => b - a);

/** Days of a row that matter as it stands, earliest first; a retired row has none. */
export const rowDues = (kind: Pick<RegisterKind, 'dates'>, row: KeptRow): readonly RowDue[] =>
  row.retired
    ? []
    : kind.dates
        .flatMap(({ field, label, when, of }) => {
          const day = of ? of(row) : row.answers[field];
          return typeof day === 'string' && isDay(day) && (when?.(row) ?? true)
            ? [{ field, label, day }]
            : [];
        })
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));

/** Days after which the clock moves the row, as it stands; a move that waits for a second person stops no clock. */
export const movesToCome = (
  kind: Pick<RegisterKind, 'dates' | 'stages'>,
  row: KeptRow,
): readonly { readonly day: string; readonly after: string }[] =>
  rowDues(kind, row).flatMap(({ field, day }) => {
    const after = kind.dates.find((one) => one.field === field)?.after;
    const open = kind.stages?.moves.some(({ key, from }) => key === after && from.includes(row.stage));
    return after !== undefined && open ? [{ day, after }] : [];
  });

const told = (row: KeptRow, field: string, day: string, left: number): boolean =>
  row.reminded.includes(`${field}/${day}/${left}`);

/** Reminders that are due today: of several missed ones of a date only the latest is said. */
export const remindersDue = (
  kind: Pick<RegisterKind, 'dates'>,
  row: KeptRow,
  policy: PolicyReader,
  today: string,
): readonly Extract<RowEvent, { type: 'reminded' }>[] =>
  rowDues(kind, row).flatMap(({ field, day }) => {
    const date = kind.dates.find((one) => one.field === field);
    const left = daysBetween(today, day);
    const reached = date ? warnDays(policy, date).filter((n) => left <= n) : [];
    const latest = reached.at(-1);
    return latest === undefined || told(row, field, day, latest)
      ? []
      : [{ type: 'reminded' as const, field, day, left: latest }];
  });

/** Next day on which the row has something to say; null when it never will. */
export const nextTick = (
  kind: Pick<RegisterKind, 'dates' | 'stages'>,
  row: KeptRow,
  policy: PolicyReader,
): string | null => {
  const days = rowDues(kind, row).flatMap(({ field, day }) => {
    const date = kind.dates.find((one) => one.field === field);
    if (!date) return [];
    const warned = warnDays(policy, date);
    const last = warned.findLastIndex((n) => told(row, field, day, n));
    return warned.slice(last + 1).map((n) => addDays(day, -n));
  });
  const moves = movesToCome(kind, row).map(({ day }) => addDays(day, 1));
  return [...days, ...moves].reduce<string | null>(
    (first, day) => (first === null || day < first ? day : first),
    null,
  );
};
