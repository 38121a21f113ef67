import { expect, test } from 'vitest';
import { areaBetween } from './apart.ts';

test('equal samples cannot be told apart, wholly different ones always', () => {
  expect(areaBetween([1, 2, 3], [1, 2, 3])).toBe(0.5);
  expect(areaBetween([4, 5, 6], [1, 2, 3])).toBe(1);
  expect(areaBetween([1, 2, 3], [4, 5, 6])).toBe(1);
  // By hand: of nine pairs (1,3) against (2,2): 1 < 2 twice, 3 > 2 twice.
  expect(areaBetween([1, 3], [2, 2])).toBe(0.5);
  // 2 of 3 pairs (2 and 3 against 1; 1 equal): (2 + 0.5) / 3.
  expect(areaBetween([1, 2, 3], [1])).toBeCloseTo(2.5 / 3, 10);
});
