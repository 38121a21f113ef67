/** A calendar day `YYYY-MM-DD` in Asia/Shanghai; strings compare in calendar order. */
export type Day = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

const parts = (text: string): readonly [number, number, number] | undefined => {
  const match = FORM.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  return [year, month, day];
};

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

/** True for an existing calendar day in the years 0001–9999 written `YYYY-MM-DD`. */
export const isDay = (value: unknown): value is Day =>
  typeof value === 'string' && parts(value) !== undefined;

/**
 * Number of days since 1970-01-01 (negative before), by the proleptic Gregorian calendar.
 * Throws a RangeError for anything but a day: callers check with {@link isDay} first.
 */
export const dayNumber = (day: Day): number => {
  const found = parts(day);
  if (!found) throw new RangeError(`not a calendar day: ${day.slice(0, 40)}`);
  const [year, month, date] = found;
  // The year begins in March so that the leap day comes last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
};

/** The day with that number, inverse of {@link dayNumber}. */
export const dayOfNumber = (number: number): Day => {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
};

/** The day `days` later (earlier when negative). */
export const addDays = (day: Day, days: number): Day => dayOfNumber(dayNumber(day) + days);

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Days from `from` to `to`, both counted: a trip leaving on the 1st and returning on the 5th is 5 days abroad. */
export const daysInclusive = (from: Day, to: Day): number => daysBetween(from, to) + 1;

/** Day of the week, 1 Monday … 7 Sunday. */
export const weekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The Sunday a day's week ends with. */
export const weekEnd = (day: Day): Day => addDays(day, 7 - weekday(day));

/** The same date `months` later; the 31st becomes the last day of a shorter month. */
export const addMonths = (day: Day, months: number): Day => {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const total = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(total / 12), (((total % 12) + 12) % 12) + 1];
  return `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(Math.min(date, monthLength(toYear, toMonth)), 2)}`;
};

/** Calendar day in Asia/Shanghai at an ISO instant; that zone has kept UTC+8 without summer time since 1992. */
export const dayInShanghai = (instant: string): Day =>
  dayOfNumber(Math.floor((Date.parse(instant) + 8 * 3_600_000) / 86_400_000));

/** When the day of an instant ends in Asia/Shanghai, milliseconds since 1970. */
export const dayEndInShanghai = (instant: string): number =>
  (dayNumber(dayInShanghai(instant)) + 1) * 86_400_000 - 8 * 3_600_000;
