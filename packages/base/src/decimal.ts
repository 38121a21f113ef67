/** An exact decimal number: `units` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** Nothing, as a decimal. */
export const ZERO: Decimal = { units: 0n, scale: 0 };

/** Reads `"1234.50"`; undefined for anything that is not a plain decimal. */
export const decimalOf = (text: unknown): Decimal | undefined => {
  if (typeof text !== 'string') return undefined;
  const parts = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?$/.exec(text);
  if (!parts) return undefined;
  const [, sign = '', whole = '0', rest = ''] = parts;
  return { units: BigInt(`${sign}${whole}${rest}`), scale: rest.length };
};

/** A whole number as a decimal. */
export const whole = (value: number): Decimal => ({ units: BigInt(Math.trunc(value)), scale: 0 });

/** A percentage such as 40 or 12.5 as the factor it stands for. */
export const percent = (value: number): Decimal => {
  const read = decimalOf(String(value)) ?? ZERO;
  return { units: read.units, scale: read.scale + 2 };
};

const lift = (value: Decimal, scale: number): bigint => value.units * 10n ** BigInt(scale - value.scale);

/** Exact sum. */
export const plus = (a: Decimal, b: Decimal): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  return { units: lift(a, scale) + lift(b, scale), scale };
};

/** Exact product. */
export const times = (a: Decimal, b: Decimal): Decimal => ({
  units: a.units * b.units,
  scale: a.scale + b.scale,
});

/** Exact sum of many. */
export const total = (values: readonly Decimal[]): Decimal => values.reduce(plus, ZERO);

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export const compare = (a: Decimal, b: Decimal): number => {
  const scale = Math.max(a.scale, b.scale);
  const difference = lift(a, scale) - lift(b, scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Rounds half away from zero to `scale` places, as money is rounded (四舍五入). */
export const rounded = (value: Decimal, scale: number): Decimal => {
  if (value.scale <= scale) return { units: lift(value, scale), scale };
  const divisor = 10n ** BigInt(value.scale - scale);
  const half = divisor / 2n;
  const units = value.units < 0n ? value.units - half : value.units + half;
  return { units: units / divisor, scale };
};

/** Writes with exactly `scale` places: `1234.50`. */
export const decimalText = (value: Decimal, scale = 2): string => {
  const { units } = rounded(value, scale);
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const sign = units < 0n ? '-' : '';
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/** Writes for people, thousands apart: `40,311.60`; text that is no decimal stays as it is. */
export const moneyText = (text: string): string => {
  const parts = /^(-?)(\d+)(\.\d+)?$/.exec(text);
  return parts ? `${parts[1]}${(parts[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',')}${parts[3] ?? ''}` : text;
};
