import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moneyText } from '@zhitongche/base';
import { convert, readFigure, sumFigures } from './figure.ts';

describe('money never passes through floating point', () => {
  test('0.1 and 0.2 make 0.3', () => expect(sumFigures(['0.1', '0.2'])?.toFixed()).toBe('0.3'));

  test('any number of cents adds up exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), { minLength: 1 }), (cents) => {
        const text = (cent: bigint) => {
          const digits = (cent < 0n ? -cent : cent).toString().padStart(3, '0');
          return `${cent < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        };
        const total = cents.reduce((sum, cent) => sum + cent, 0n);
        expect(sumFigures(cents.map(text))?.times(100).toFixed()).toBe(total.toString());
      }),
    );
  });

  test('万元 to 元 and back is the same amount', () => {
    expect(convert({ amount: '365.2', unit: '万元' }, '元').amount).toBe('3652000');
    expect(convert({ amount: '2580000', unit: '元' }, '万元').amount).toBe('258');
  });
});

describe('a blank is not zero', () => {
  test('a column of blanks has no sum', () => expect(sumFigures([null, null])).toBeNull());
  test('an empty cell, a dash and a long dash are blank', () => {
    for (const raw of ['', ' ', '　', '-', '—', '——']) {
      expect(readFigure(raw)).toEqual({ ok: true, figure: null, cleaned: false });
    }
  });
  test('a printed zero stays a zero', () =>
    expect(readFigure('0.00')).toEqual({ ok: true, figure: '0.00', cleaned: false }));
});

describe('a money cell is read or refused, never guessed', () => {
  test('full-width digits and thousands are ordinary print', () => {
    expect(readFigure('５，４９８．９５')).toEqual({ ok: true, figure: '5498.95', cleaned: false });
  });
  test('a blank after the point is cleaned and reported', () => {
    expect(readFigure('4603. 53')).toEqual({ ok: true, figure: '4603.53', cleaned: true });
  });
  test('letters, two numbers in a cell and wrong grouping are refused', () => {
    for (const raw of ['1O0.00', '30 0%', '12 34', '1,23.45', '5.755,85', '1..2', '约30']) {
      expect(readFigure(raw).ok, raw).toBe(false);
    }
  });
});

test('yuan print with thousands', () => {
  expect(moneyText('3652000')).toBe('3,652,000');
  expect(moneyText('100.5')).toBe('100.5');
});
