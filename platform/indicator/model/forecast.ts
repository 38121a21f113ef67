/** What a week added: of a sum its lines, of a mean what is averaged. */
export interface Week {
  readonly sum: number;
  readonly lines: number;
  /** Sum of the squares of its lines. */
  readonly squares: number;
}

/** Where a figure will stand at the end of the year: the middle, and the span that holds the outcome four times in five. */
export interface Forecast {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Whole weeks below which nothing is foretold. */
export const LEAST_WEEKS = 8;
/** Nine tenths of the normal distribution lie below it. */
const Z = 1.281_551_6;

/** Nine tenths of Student's distribution lie below it, by the expansion of Fisher and Cornish: good from eight weeks on. */
const ninth = (freedom: number): number =>
  Z + (Z ** 3 + Z) / (4 * freedom) + (5 * Z ** 5 + 16 * Z ** 3 + 3 * Z) / (96 * freedom ** 2);

const add = (weeks: readonly Week[], of: keyof Week): number =>
  weeks.reduce((all, week) => all + week[of], 0);

/**
 * Foretells a sum: the weeks still to come are taken to be like the weeks that were, seasons are not known of. The span is that of
 * the prediction of a sum from a sample; few lines vary at least as chance does.
 */
export function forecastSum(weeks: readonly Week[], soFar: number, weeksLeft: number): Forecast | null {
  const n = weeks.length;
  const lines = add(weeks, 'lines');
  if (n < LEAST_WEEKS || lines === 0) return null;
  const mean = add(weeks, 'sum') / n;
  const spread = weeks.reduce((all, { sum }) => all + (sum - mean) ** 2, 0) / (n - 1);
  const byChance = ((lines + 0.5) / n) * (add(weeks, 'squares') / lines);
  const half = ninth(n - 1) * Math.sqrt(Math.max(spread, byChance) * (weeksLeft + weeksLeft ** 2 / n));
  const middle = soFar + mean * weeksLeft;
  return { low: Math.max(soFar, middle - half), middle, high: middle + half };
}

/** Foretells a mean or a share: what comes is as many as before in a week, each varying as those that were. */
export function forecastMean(
  weeks: readonly Week[],
  now: Week,
  weeksLeft: number,
  most: number,
): Forecast | null {
  const n = now.lines;
  if (weeks.length < LEAST_WEEKS || n < 2) return null;
  const coming = (add(weeks, 'lines') / weeks.length) * weeksLeft;
  const mean = now.sum / n;
  // One more line on either side, so that a share nobody has missed yet is not taken for one nobody can miss.
  const variance =
    most === 1
      ? ((now.sum + 1) / (n + 2)) * (1 - (now.sum + 1) / (n + 2))
      : Math.max((now.squares - n * mean ** 2) / (n - 1), 0);
  const half =
    coming === 0
      ? 0
      : ninth(Math.max(n - 1, LEAST_WEEKS - 1)) *
        (coming / (n + coming)) *
        Math.sqrt(variance * (1 / coming + 1 / n));
  return { low: Math.max(0, mean - half), middle: mean, high: Math.min(most, mean + half) };
}
