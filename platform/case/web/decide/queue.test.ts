import type { CaseRow } from '@zhitongche/contract';
import { expect, test } from 'vitest';
import { panesIn, PANES } from '../desk/panes.ts';
import { queueOf } from './queue.ts';

const rows = ['a', 'b', 'c'].map((id) => ({ id }) as CaseRow);

test('the next case is the one below; after the last the first comes round', () => {
  expect(queueOf(rows, 'a', undefined)).toMatchObject({ place: 1, next: { id: 'b' }, previous: undefined });
  expect(queueOf(rows, 'c', undefined)).toMatchObject({ place: 3, next: { id: 'a' }, previous: { id: 'b' } });
  expect(queueOf(rows.slice(0, 1), 'a', undefined).next).toBeUndefined();
});

test('once decided and gone from the list, what moved into its place comes next', () => {
  const left = rows.filter(({ id }) => id !== 'b');
  expect(queueOf(left, 'b', 1)).toMatchObject({ place: 0, next: { id: 'c' } });
  expect(queueOf([], 'b', 1).next).toBeUndefined();
});

test('widths a device kept are taken within their limits, anything else counts as never moved', () => {
  expect(panesIn({ left: 40, right: 30 })).toEqual({ left: 40, right: 30 });
  expect(panesIn({ left: 99, right: 'wide' })).toEqual({ left: 50, right: PANES.right });
  expect(panesIn(null)).toEqual(PANES);
});
