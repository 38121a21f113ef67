import { expect, test } from 'vitest';
import { withColumn } from './register-columns.ts';

const all = ['name', 'unit', 'day'];

test('a column is put away and comes back', () => {
  const away = withColumn(all, new Set(), 'unit', false);
  expect(away).toEqual(new Set(['unit']));
  expect(withColumn(all, away, 'unit', true)).toEqual(new Set());
});

test('the last column stays', () => {
  const two = new Set(['name', 'unit']);
  expect(withColumn(all, two, 'day', false)).toBe(two);
});

test('columns the register no longer has are forgotten', () => {
  expect(withColumn(all, new Set(['gone']), 'day', false)).toEqual(new Set(['day']));
});
