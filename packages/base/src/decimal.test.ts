import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  decimalOf,
  decimalText,
  moneyText,
  percent,
  plus,
  rounded,
  times,
  whole,
} from './decimal.ts';

const read = (text: string) => decimalOf(text) ?? whole(0);
const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }))
  .map(([units, scale]) => ({ units, scale }));

describe('exact decimals', () => {
  test.each([
    ['0.1', '0.2', '0.30'],
    ['120000', '0.06093', '120000.06'],
    ['-1.005', '0', '-1.01'],
    ['1.004', '0', '1.00'],
  ])('%s + %s is %s, rounded half away from zero', (a, b, expected) => {
    expect(decimalText(plus(read(a), read(b)))).toBe(expected);
  });

  test('a rate of the budget form: 120 000 yen at 0.06093 is 7 311.60 yuan', () => {
    expect(decimalText(times(read('120000'), read('0.06093')))).toBe('7311.60');
  });

  test('40 % of 5 000 is 2 000', () => {
    expect(decimalText(times(whole(5000), percent(40)), 0)).toBe('2000');
  });

  test.each(['', '1,000', '1e3', 'abc', '1.', '.5', ' 1'])('%j is not a decimal', (text) => {
    expect(decimalOf(text)).toBeUndefined();
  });

  test('adding is commutative and keeps the order of amounts', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(compare(plus(a, b), plus(b, a))).toBe(0);
        expect(compare(plus(a, whole(1)), a)).toBe(1);
      }),
    );
  });

  test('rounding moves an amount by half a unit at most, and text reads back', () => {
    fc.assert(
      fc.property(amounts, (a) => {
        const r = rounded(a, 2);
        const off = plus(a, { units: -r.units, scale: r.scale });
        const size = off.units < 0n ? { units: -off.units, scale: off.scale } : off;
        expect(compare(size, { units: 5n, scale: 3 })).toBeLessThanOrEqual(0);
        expect(compare(read(decimalText(a, 6)), a)).toBe(0);
      }),
    );
  });

  test('amounts are written with thousands apart', () => {
    expect(moneyText('40311.60')).toBe('40,311.60');
    expect(moneyText('待定')).toBe('待定');
  });
});
