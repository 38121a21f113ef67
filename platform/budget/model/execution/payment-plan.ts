import {
  addDays,
  compare,
  type Decimal,
  daysBetween,
  decimalOf,
  plus,
  rounded,
  whole,
} from '@zhitongche/base';
import type { Ceiling } from '@zhitongche/register';

type Plan = Ceiling['plan'];

/** A day by the end of which a cumulative percentage is to be paid. */
interface Stated {
  readonly day: string;
  readonly percent: Decimal;
}

/** Last day of a month of a year. */
export const monthEnd = (year: number, month: number): string =>
  addDays(month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`, -1);

/** Days the plan speaks of, from nothing at the end of the year before; a blank before anything is stated means nothing is to be paid by then, a later one says nothing. */
const statedOf = (plan: Plan, year: number): readonly Stated[] => {
  const begin = { day: `${year - 1}-12-31`, percent: whole(0) };
  const points = plan.toSorted((a, b) => a.month - b.month);
  const first = points.findIndex(({ percent }) => percent !== null);
  if (first < 0) return [];
  return [
    begin,
    ...points.flatMap(({ month, percent }, at): readonly Stated[] => {
      const said = percent === null ? (at < first ? whole(0) : undefined) : decimalOf(percent);
      return said ? [{ day: monthEnd(year, month), percent: said }] : [];
    }),
  ];
};

/** The quotient of two whole numbers of one scale, rounded half away from zero. */
export const ratio = (a: Decimal, b: Decimal, scale: number): Decimal | undefined => {
  const places = Math.max(a.scale, b.scale);
  const [n, d] = [rounded(a, places).units, rounded(b, places).units];
  if (d === 0n) return undefined;
  const lifted = n * 10n ** BigInt(scale + 1);
  return rounded({ units: lifted / d, scale: scale + 1 }, scale);
};

/**
 * Cumulative percentage that is to be paid by the end of a day, two places: at its dates what the plan says, between two of
 * them in proportion to the days, after the last what it ends at. Undefined = there is no plan.
 */
export const plannedPercent = (plan: Plan, year: number, day: string): Decimal | undefined => {
  const stated = statedOf(plan, year);
  const last = stated.at(-1);
  if (!last) return undefined;
  if (day >= last.day) return rounded(last.percent, 2);
  const next = stated.findIndex((one) => one.day > day);
  const [from, to] = [stated[next - 1], stated[next]];
  if (!from || !to) return whole(0);
  const rise = plus(to.percent, { units: -from.percent.units, scale: from.percent.scale });
  const part = ratio(
    { units: rise.units * BigInt(daysBetween(from.day, day)), scale: rise.scale },
    whole(daysBetween(from.day, to.day)),
    4,
  );
  return rounded(plus(from.percent, part ?? whole(0)), 2);
};

/** What is doubtful about a plan, in words: it falls, or ends at another figure than 100. Never an error, for published plans do. */
export const planRemarks = (plan: Plan): readonly string[] => {
  const said = plan
    .toSorted((a, b) => a.month - b.month)
    .flatMap(({ month, percent }) => {
      const read = percent === null ? undefined : decimalOf(percent);
      return read ? [{ month, percent: read }] : [];
    });
  const falls = said.flatMap(({ month, percent }, at) => {
    const before = said[at - 1];
    return before && compare(percent, before.percent) < 0
      ? [`${month}月底的比例低于${before.month}月底`]
      : [];
  });
  const end = said.at(-1);
  return end && compare(end.percent, whole(100)) !== 0 ? [...falls, '年底不到100%'] : falls;
};
