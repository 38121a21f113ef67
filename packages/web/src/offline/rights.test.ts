import { beforeEach, expect, test } from 'vitest';
import { makeRights } from './rights.ts';

let kept: Map<string, string>;
let emptied: number;
let renewed: number;
beforeEach(() => {
  kept = new Map();
  [emptied, renewed] = [0, 0];
});

/** The device as a page finds it: what an earlier page wrote down is still there. */
const opened = () =>
  makeRights({
    read: (account) => kept.get(account) ?? null,
    write: (account, version) => void kept.set(account, version),
    empty: () => void (emptied += 1),
    renew: () => void (renewed += 1),
  });

test('what is kept for reading without a network goes with the first reply that was given by other rights', () => {
  const rights = opened();
  for (const version of ['a', 'a', 'a']) rights.heard('wang', version);
  expect([emptied, renewed]).toEqual([1, 0]);
  rights.heard('wang', 'b');
  expect([emptied, renewed]).toEqual([2, 1]);
  rights.heard('wang', 'b');
  expect([emptied, renewed]).toEqual([2, 1]);
});

test('also when the rights changed while no page was open', () => {
  opened().heard('wang', 'a');
  opened().heard('wang', 'a');
  expect(emptied).toBe(1);
  opened().heard('wang', 'b');
  expect(emptied).toBe(2);
});

test('what is said to nobody, or by a proxy that drops the word, changes nothing', () => {
  const rights = opened();
  rights.heard('', 'a');
  rights.heard('wang', null);
  expect([emptied, kept.size]).toEqual([0, 0]);
});
