import { expect, test } from 'vitest';
import { BACKGROUND } from '@zhitongche/contract';
import { makeHands } from './hands.ts';

test('calls count as use of the session for a minute after a hand has moved, and never after that', () => {
  let now = 0;
  const hands = makeHands(() => now);
  expect(hands.header()).toEqual({});
  now = 59_000;
  expect(hands.header()).toEqual({});
  now = 61_000;
  expect(hands.header()).toEqual({ [BACKGROUND]: '1' });
  hands.moved();
  expect(hands.header()).toEqual({});
  now += 30 * 60_000;
  expect(hands.header()).toEqual({ [BACKGROUND]: '1' });
});
