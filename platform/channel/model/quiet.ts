const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
/** Asia/Shanghai has kept UTC+8 without summer time since 1992; the machine's own zone plays no part. */
const SHANGHAI_MINUTES = 8 * 60;

/** Hours in which nobody is written to, by the clock of Shanghai; from after until = across midnight, equal = none. */
export interface Quiet {
  /** `22:00` */
  readonly from: string;
  readonly until: string;
}

/** Whether a text is a time of day. */
export const isClock = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const minuteNow = (at: Date): number => (Math.floor(at.getTime() / MINUTE) + SHANGHAI_MINUTES) % DAY_MINUTES;

/** The next instant at which the clock shows a time: after `at`, within a day. */
export function nextTime(at: Date, clock: string): Date {
  const ahead = (minuteOf(clock) - minuteNow(at) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES;
  return new Date((Math.floor(at.getTime() / MINUTE) + ahead) * MINUTE);
}

/** When the quiet hours an instant falls into are over; null when it falls into none. */
export function quietUntil(at: Date, quiet: Quiet | null): Date | null {
  if (quiet === null) return null;
  const [from, until, now] = [minuteOf(quiet.from), minuteOf(quiet.until), minuteNow(at)];
  const within = from <= until ? from <= now && now < until : from <= now || now < until;
  return within ? nextTime(at, quiet.until) : null;
}
