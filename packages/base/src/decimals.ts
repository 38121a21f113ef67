/** A decimal as text, `-1234.50`: at most 18 digits before the point and 12 behind it, no exponent, no separators. */
export type Decimal = string;

const FORM = /^(-?)(\d{1,18})(?:\.(\d{1,12}))?$/;

/** True for text in the form of {@link Decimal}. */
export const isDecimal = (value: unknown): value is Decimal => typeof value === 'string' && FORM.test(value);

/** Places behind the point as written: 2 for `12.50`. */
export const placesOf = (value: Decimal): number => {
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
};

const units = (value: Decimal, places: number): bigint => {
  const match = FORM.exec(value);
  if (!match) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`);
  const digits = `${match[2]}${(match[3] ?? '').padEnd(places, '0')}`;
  return BigInt(match[1] === '-' ? `-${digits}` : digits);
};

const written = (value: bigint, places: number): Decimal => {
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const sign = value < 0n ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
};

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export const compareDecimals = (a: Decimal, b: Decimal): number => {
  const places = Math.max(placesOf(a), placesOf(b));
  const difference = units(a, places) - units(b, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

const rounded = (value: bigint, from: number, to: number): Decimal => {
  if (from <= to) return written(value * 10n ** BigInt(to - from), to);
  const unit = 10n ** BigInt(from - to);
  const half = value < 0n ? -unit / 2n : unit / 2n;
  return written((value + half) / unit, to);
};

/** The same value with exactly `places` places, rounded half up (away from zero) as money is. */
export const roundDecimal = (value: Decimal, places: number): Decimal =>
  rounded(units(value, placesOf(value)), placesOf(value), places);

/** Thousands set apart by commas: `1,234,567.80`. */
export const groupDecimal = (value: Decimal): string => {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
};
