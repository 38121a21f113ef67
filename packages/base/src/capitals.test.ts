import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yuanInCapitals } from './capitals.ts';

// The first six are the examples of 支付结算办法（银发〔1997〕393号）附一, of two ways allowed the one without a zero that need not stand.
test.each([
  ['1409.50', '壹仟肆佰零玖元伍角'],
  ['6007.14', '陆仟零柒元壹角肆分'],
  ['1680.32', '壹仟陆佰捌拾元叁角贰分'],
  ['107000.53', '壹拾万柒仟元伍角叁分'],
  ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
  ['325.04', '叁佰贰拾伍元零肆分'],
  ['12391.00', '壹万贰仟叁佰玖拾壹元整'],
  ['100000005.00', '壹亿零伍元整'],
  ['100500000.00', '壹亿零伍拾万元整'],
  ['0.05', '伍分'],
  ['0.50', '伍角'],
  ['0.00', '零元整'],
  ['-3200.00', '负叁仟贰佰元整'],
  ['待定', '待定'],
])('%s is %s', (amount, words) => {
  expect(yuanInCapitals(amount)).toBe(words);
});

test('no two amounts are written alike', () => {
  const cents = fc.integer({ min: 0, max: 999_999_999_999 });
  const text = (n: number): string => `${Math.trunc(n / 100)}.${String(n % 100).padStart(2, '0')}`;
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(yuanInCapitals(text(a)) === yuanInCapitals(text(b))).toBe(a === b);
    }),
  );
});
