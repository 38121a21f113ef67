import type { WorkCalendar } from './calendar.ts';
import { addDays, type Day, dayInShanghai, dayNumber } from './day.ts';

/** Part of a day, in minutes after midnight, Asia/Shanghai: `from` counts, `to` does not; a day has 1440. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

/** The hours in which a timer runs. */
export interface TimerHours {
  /** Spans of that day, in order and apart from one another; none = it stands still all day. */
  open(day: Day): readonly OpenSpan[];
  /** First and last day known for certain; absent = every day. */
  readonly covers?: WorkCalendar['covers'];
}

/** Time that does not count, by instants; without `to` it still goes on. */
export interface TimerPause {
  readonly from: string;
  readonly to?: string;
}

/** Milliseconds that counted, and whether a notice for part of the span is not loaded. */
export interface Elapsed {
  readonly ms: number;
  readonly provisional: boolean;
}

/** The instant a timer runs out, ISO; null while a pause goes on, or when it is more than ten years away. */
export interface TimerDue {
  readonly due: string | null;
  readonly provisional: boolean;
}

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
/** Days looked at before a timer is said never to run out. */
const LONGEST = 3_660;

const midnight = (day: Day): number => dayNumber(day) * DAY_MINUTES * MINUTE - 8 * 60 * MINUTE;
const dayOf = (ms: number): Day => dayInShanghai(new Date(ms).toISOString());

/** Every minute of every day, holidays too. */
export const ROUND_THE_CLOCK: TimerHours = { open: () => [{ from: 0, to: DAY_MINUTES }] };

/** The spans of an office day, on working days only. */
export const officeHours = (calendar: WorkCalendar, spans: readonly OpenSpan[]): TimerHours => ({
  open: (day) => (calendar.isWorkingDay(day) ? spans : []),
  covers: calendar.covers,
});

/** Spans written `09:00-12:00`, in order and apart; undefined when one is not, or ends before it begins. */
export const readOpenSpans = (written: readonly string[]): readonly OpenSpan[] | undefined => {
  const spans = written.map((one) => {
    const match = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)$/.exec(one.trim());
    if (!match) return undefined;
    const [from, to] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])];
    return from < to && to <= DAY_MINUTES ? { from, to } : undefined;
  });
  const sound = spans.filter((span) => span !== undefined);
  const apart = sound.every((span, at) => at === 0 || (sound[at - 1]?.to ?? 0) <= span.from);
  return sound.length > 0 && sound.length === written.length && apart ? sound : undefined;
};

/** Stretches that count between two instants, in order, with the pauses taken out. */
function* stretches(
  hours: TimerHours,
  from: number,
  until: number,
  pauses: readonly TimerPause[],
): Generator<readonly [number, number]> {
  const still = pauses
    .map(({ from: began, to }) => [Date.parse(began), to === undefined ? Infinity : Date.parse(to)] as const)
    .toSorted(([a], [b]) => a - b);
  let day = dayOf(from);
  for (let looked = 0; looked < LONGEST && midnight(day) < until; looked += 1, day = addDays(day, 1)) {
    for (const span of hours.open(day)) {
      let start = Math.max(from, midnight(day) + span.from * MINUTE);
      const end = Math.min(until, midnight(day) + span.to * MINUTE);
      for (const [began, ended] of still) {
        if (ended <= start || began >= end) continue;
        if (began > start) yield [start, began];
        start = Math.max(start, Math.min(ended, end));
      }
      if (start < end) yield [start, end];
    }
  }
}

const isCertain = ({ covers }: TimerHours, from: number, until: number): boolean =>
  covers === undefined || (dayOf(from) >= covers.from && dayOf(until) <= covers.to);

/** What counted from one instant to another, both ISO: nothing when the second is not later. */
export const elapsed = (
  hours: TimerHours,
  from: string,
  until: string,
  pauses: readonly TimerPause[] = [],
): Elapsed => {
  const [began, ended] = [Date.parse(from), Date.parse(until)];
  let ms = 0;
  for (const [start, end] of stretches(hours, began, ended, pauses)) ms += end - start;
  return { ms, provisional: !isCertain(hours, began, Math.max(began, ended)) };
};

/**
 * The instant at which so many minutes have counted. A limit of none has run out where it begins; one that is full
 * exactly when the office closes has run out then, not the next morning.
 */
export const timerDue = (
  hours: TimerHours,
  from: string,
  minutes: number,
  pauses: readonly TimerPause[] = [],
): TimerDue => {
  const began = Date.parse(from);
  let left = Math.max(minutes, 0) * MINUTE;
  if (left === 0) return { due: new Date(began).toISOString(), provisional: !isCertain(hours, began, began) };
  for (const [start, end] of stretches(hours, began, Infinity, pauses)) {
    if (left <= end - start) {
      const due = start + left;
      return { due: new Date(due).toISOString(), provisional: !isCertain(hours, began, due) };
    }
    left -= end - start;
  }
  return { due: null, provisional: true };
};

/** Whole minutes in words: `14分钟`, `2小时5分钟`; a minute begun is not said. */
export const minutesInWords = (ms: number): string => {
  const whole = Math.floor(ms / MINUTE);
  const [hours, minutes] = [Math.floor(whole / 60), whole % 60];
  if (hours === 0) return `${minutes}分钟`;
  return minutes === 0 ? `${hours}小时` : `${hours}小时${minutes}分钟`;
};
