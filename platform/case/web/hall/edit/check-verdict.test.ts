import { expect, test } from 'vitest';
import { checkVerdict } from './check-verdict.ts';

const CLEAR = { refused: 0, stops: 0, left: 0, answered: true } as const;

test('passed is only said once the registers have answered', () => {
  expect(checkVerdict({ ...CLEAR, answered: false })).toBe('asking');
  expect(checkVerdict(CLEAR)).toBe('passed');
});

test('what is found already is told at once, without waiting for the registers', () => {
  expect(checkVerdict({ ...CLEAR, stops: 1, answered: false })).toBe('stops');
  expect(checkVerdict({ ...CLEAR, left: 2, answered: false })).toBe('left');
  expect(checkVerdict({ ...CLEAR, refused: 1, stops: 1 })).toBe('refused');
});
