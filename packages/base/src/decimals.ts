import { compare, type Decimal as Exact, decimalOf, decimalText } from './decimal.ts';

/** A decimal as text, `-1234.50`: at most 18 digits before the point and 12 behind it, no exponent, no separators. */
export type Decimal = string;

/** True for text in the form of {@link Decimal}. */
export const isDecimal = (value: unknown): value is Decimal => decimalOf(value) !== undefined;

/** Places behind the point as written: 2 for `12.50`. */
export const placesOf = (value: Decimal): number => exact(value).scale;

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`; throws for what is no decimal. */
export const compareDecimals = (a: Decimal, b: Decimal): number => compare(exact(a), exact(b));

/** The same value with exactly `places` places, rounded half up (away from zero) as money is. */
export const roundDecimal = (value: Decimal, places: number): Decimal => decimalText(exact(value), places);

function exact(value: Decimal): Exact {
  const read = decimalOf(value);
  if (!read) throw new RangeError(`not a decimal: ${value.slice(0, 40)}`);
  return read;
}
