import {
  compare,
  type Decimal,
  daysBetween,
  decimalOf,
  decimalText,
  plus,
  rounded,
  times,
  total,
  whole,
  ZERO,
} from '@zhitongche/base';
import type { Ceiling, Hold, SpendingLine } from '@zhitongche/register';
import { plannedPercent, ratio } from './payment-plan.ts';

/** From which share of a ceiling somebody is warned, in percent, smallest first; and how far a plan may be missed, in points. */
export interface ExecutionRules {
  readonly warnAt: readonly number[];
  readonly yellowPoints: number;
  readonly redPoints: number;
}

/** How a ceiling stands on a day: money as decimal text in yuan, shares in percent with two places. */
export interface CeilingStanding {
  readonly spent: string;
  readonly reserved: string;
  readonly left: string;
  /** Spent and reserved of the ceiling; null of a ceiling of nothing. */
  readonly used: string | null;
  readonly paid: string | null;
  /** Percent that is to be paid by the day; null without a plan. */
  readonly planned: string | null;
  /** Paid less planned, in points. */
  readonly points: string | null;
  /** The same in yuan. */
  readonly gap: string | null;
  /** What it comes to by the end of the year; null while nothing can be said. */
  readonly forecast: string | null;
  /** How it was forecast, in words. */
  readonly forecastBy: string;
  /** The highest share that warns and is reached; null = none. */
  readonly reached: number | null;
  readonly light: 'green' | 'yellow' | 'red';
}

const amountOf = ({ amount }: { readonly amount: string }): Decimal => decimalOf(amount) ?? ZERO;
const less = (a: Decimal, b: Decimal): Decimal => plus(a, { units: -b.units, scale: b.scale });

/** Whether something of such a project, class and purpose comes under a ceiling. */
export const comesUnder = (
  ceiling: Pick<Ceiling, 'project' | 'economic' | 'purpose'>,
  one: Pick<SpendingLine, 'project' | 'economic'> & { readonly purpose?: string },
): boolean =>
  (ceiling.project === '' || ceiling.project === one.project) &&
  (ceiling.economic.length === 0 || ceiling.economic.some((code) => one.economic.startsWith(code))) &&
  (ceiling.purpose === '' || ceiling.purpose === one.purpose);

const inYear =
  (year: number, until: string) =>
  ({ day }: { readonly day: string }): boolean =>
    day.slice(0, 4) === String(year) && day <= until;

/** Lines that count against a ceiling by a day. */
export const linesUnder = <L extends SpendingLine>(
  ceiling: Ceiling,
  lines: readonly L[],
  day: string,
): readonly L[] =>
  lines.filter((line) => !line.waits && inYear(ceiling.year, day)(line) && comesUnder(ceiling, line));

/** Money kept back under a ceiling: for the whole of its year. A ceiling of one purpose holds none, for a hold names none. */
export const holdsUnder = <H extends Hold>(ceiling: Ceiling, holds: readonly H[]): readonly H[] =>
  holds.filter((hold) => inYear(ceiling.year, `${ceiling.year}-12-31`)(hold) && comesUnder(ceiling, hold));

/** How a ceiling stands by the end of a day: everything is computed from the lines. */
export const standingOf = (
  ceiling: Ceiling,
  { lines, holds }: { readonly lines: readonly SpendingLine[]; readonly holds: readonly Hold[] },
  day: string,
  rules: ExecutionRules,
): CeilingStanding => {
  const amount = amountOf(ceiling);
  const spent = total(linesUnder(ceiling, lines, day).map(amountOf));
  const reserved = total(holdsUnder(ceiling, holds).map(amountOf));
  const taken = plus(spent, reserved);
  const used = shareOf(taken, amount);
  const paid = shareOf(spent, amount);
  const planned = plannedPercent(ceiling.plan, ceiling.year, day);
  const points = planned && paid ? less(paid, planned) : undefined;
  const gap = planned && less(spent, rounded(times(amount, { ...planned, scale: planned.scale + 2 }), 2));
  // By the money itself: a share rounded up to 80.00 is not 80 yet.
  const reached =
    rules.warnAt.findLast((share) => compare(times(taken, whole(100)), times(amount, whole(share))) >= 0) ??
    null;
  const { forecast, by } = forecastOf(ceiling, { spent, taken, planned }, day);
  return {
    spent: decimalText(spent),
    reserved: decimalText(reserved),
    left: decimalText(less(amount, taken)),
    used: textOf(used),
    paid: textOf(paid),
    planned: textOf(planned),
    points: textOf(points),
    gap: textOf(gap),
    forecast: textOf(forecast),
    forecastBy: by,
    reached,
    light: lightOf({ over: compare(taken, amount) > 0, reached, points }, rules),
  };
};

const textOf = (value: Decimal | undefined): string | null => (value ? decimalText(value) : null);

/** A part of a whole in percent, two places. */
const shareOf = (part: Decimal, of: Decimal): Decimal | undefined =>
  ratio({ units: part.units * 100n, scale: part.scale }, of, 2);

const lightOf = (
  { over, reached, points }: { over: boolean; reached: number | null; points: Decimal | undefined },
  { yellowPoints, redPoints }: ExecutionRules,
): CeilingStanding['light'] => {
  const behind = points ? { units: -points.units, scale: points.scale } : undefined;
  if (over || (behind && compare(behind, whole(redPoints)) > 0)) return 'red';
  return reached !== null || (behind && compare(behind, whole(yellowPoints)) > 0) ? 'yellow' : 'green';
};

/** Days of the year that must be over before its pace says anything. */
const EARLIEST = 30;

/**
 * What a year comes to: what was paid, carried on as the plan goes on, or by days where there is none; never less than what is
 * paid and kept back already.
 */
const forecastOf = (
  { plan, year }: Ceiling,
  { spent, taken, planned }: { spent: Decimal; taken: Decimal; planned: Decimal | undefined },
  day: string,
): { readonly forecast: Decimal | undefined; readonly by: string } => {
  const end = `${year}-12-31`;
  if (day >= end) return { forecast: taken, by: '年度已结束' };
  const over = Math.max(0, daysBetween(`${year}-01-01`, day) + 1);
  if (over < EARLIEST) return { forecast: undefined, by: `年初${EARLIEST}天内不预测` };
  const last = plannedPercent(plan, year, end);
  const ahead =
    planned && last && planned.units > 0n
      ? {
          pace: ratio({ units: spent.units * last.units, scale: spent.scale + last.scale }, planned, 2),
          by: '按支出计划的进度推算',
        }
      : {
          pace: ratio(times(spent, whole(daysBetween(`${year}-01-01`, end) + 1)), whole(over), 2),
          by: '按已过天数推算',
        };
  const pace = ahead.pace ?? taken;
  return compare(pace, taken) >= 0
    ? { forecast: pace, by: ahead.by }
    : { forecast: taken, by: '已支出加已预留' };
};
