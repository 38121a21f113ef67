import { addDays, dayInShanghai, weekday } from '@zhitongche/base';
import type { Reply } from '@zhitongche/contract/web';
import type { RegisterKind } from '@zhitongche/register';

/** What can be booked, and what of it is taken. */
export type Slots = Reply<'keptSlots'>;
/** One thing that can be booked. */
export type Bookable = Slots['resources'][number];
/** A span of it that is taken. */
export type Taken = Slots['slots'][number];

/** How the parts of a schedule are shown and pressed. */
export interface Shown {
  readonly kind: RegisterKind;
  readonly data: Slots;
  readonly onBook: (what: Bookable, part: Part) => void;
  readonly onDay: (day: string) => void;
}

/** Ways of looking at bookings. */
export const LENGTHS = { day: '日', week: '周', month: '月' } as const;
/** How many days are looked at together. */
export type Length = keyof typeof LENGTHS;

/** A span of time, ISO instants; the end is outside. */
export interface Part {
  readonly from: string;
  readonly to: string;
}

/** Days shown together with one: itself, or its week from Monday. */
export const daysShown = (day: string, length: Exclude<Length, 'month'>): readonly string[] =>
  length === 'day' ? [day] : Array.from({ length: 7 }, (_, n) => addDays(day, n + 1 - weekday(day)));

/** Parts of a span in which fewer than `capacity` have it. */
export const freeParts = (open: Part, taken: readonly Part[], capacity: number): readonly Part[] => {
  const inside = (at: string): boolean => at > open.from && at < open.to;
  const edges = [open.from, ...taken.flatMap(({ from, to }) => [from, to]).filter(inside), open.to];
  const cuts = [...new Set(edges)].toSorted();
  const free: Part[] = [];
  for (const [n, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[n + 1] ?? from;
    if (taken.filter((one) => one.from < to && one.to > from).length >= capacity) continue;
    const last = free.at(-1);
    if (last?.to === from) free[free.length - 1] = { from: last.from, to };
    else free.push({ from, to });
  }
  return free;
};

/** Spans with the line each stands on, so that none covers another. */
export const stacked = <T extends Part>(taken: readonly T[]): readonly (T & { readonly line: number })[] => {
  const ends: string[] = [];
  return taken
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .map((one) => {
      const free = ends.findIndex((end) => end <= one.from);
      const line = free === -1 ? ends.length : free;
      ends[line] = one.to;
      return { ...one, line };
    });
};

const HOUR = 60;

/** Minutes since midnight in Beijing of an instant, as of a day; the end of the day is 1440. */
export const minuteOf = (day: string, instant: string): number =>
  Math.round((Date.parse(instant) - Date.parse(`${day}T00:00:00+08:00`)) / 60_000);

/** Whole hours that hold everything of a day: at least from eight to eighteen; what is open day and night widens nothing. */
export const hoursShown = (
  day: string,
  { resources, slots }: Slots,
): { readonly from: number; readonly to: number } => {
  const whole = 23 * HOUR;
  const parts = [...resources.flatMap(({ open }) => open), ...slots]
    .map(({ from, to }) => [minuteOf(day, from), minuteOf(day, to)] as const)
    .filter(([from, to]) => to > 0 && from < 24 * HOUR && to - from < whole);
  const from = Math.min(8 * HOUR, ...parts.map(([begin]) => Math.max(0, begin)));
  const to = Math.max(18 * HOUR, ...parts.map(([, end]) => Math.min(24 * HOUR, end)));
  return { from: Math.floor(from / HOUR), to: Math.ceil(to / HOUR) };
};

/** A time of day in words, `HH:MM` in Beijing. */
export const timeOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);

/** What falls on a day. */
export const onDay = <T extends Part>(day: string, parts: readonly T[]): readonly T[] =>
  parts.filter(({ from }) => dayInShanghai(from) === day);

const STEP = 30;

/** Free half hours of one thing on a day within the hours shown, from `since` on: what is pressed to book. */
export const freeSteps = (
  day: string,
  { open, capacity }: { readonly open: readonly Part[]; readonly capacity: number },
  taken: readonly Part[],
  since: string,
): readonly Part[] =>
  open
    .filter(({ from, to }) => minuteOf(day, from) < 24 * HOUR && minuteOf(day, to) > 0)
    .flatMap((one) => freeParts(one, taken, capacity))
    .flatMap(({ from, to }) => {
      const steps: Part[] = [];
      for (let at = Date.parse(from); at < Date.parse(to); ) {
        const next = Math.min(Date.parse(to), (Math.floor(at / (STEP * 60_000)) + 1) * STEP * 60_000);
        const step = { from: new Date(at).toISOString(), to: new Date(next).toISOString() };
        if (step.from >= since) steps.push(step);
        at = next;
      }
      return steps;
    });
