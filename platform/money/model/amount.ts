import { compare, type Decimal, decimalOf, decimalText, total, ZERO } from '@zhitongche/base';

/** Money of an account in yuan and fen, as text: `720.00`. Never a floating-point number. */
export type Amount = string;

/** True for an amount that can be asked for or paid: yuan with at most two places, not negative. */
export const isAmount = (text: unknown): text is Amount =>
  typeof text === 'string' && /^\d{1,12}(\.\d{1,2})?$/.test(text);

const read = (amount: Amount): Decimal => decimalOf(amount) ?? ZERO;

/** Exact sum, to the fen. */
export const sum = (amounts: readonly Amount[]): Amount => decimalText(total(amounts.map(read)));

/** The same amount with the other sign. */
export const negative = (amount: Amount): Amount => {
  const { units, scale } = read(amount);
  return decimalText({ units: -units, scale });
};

/** One amount less another. */
export const less = (amount: Amount, other: Amount): Amount => sum([amount, negative(other)]);

/** Negative, zero or positive as the first is less than, equal to or more than the second. */
export const compareAmounts = (a: Amount, b: Amount): number => compare(read(a), read(b));

/** So many at a price. */
export const at = (price: Amount, quantity: number): Amount => {
  const { units, scale } = read(price);
  return decimalText({ units: units * BigInt(quantity), scale });
};
