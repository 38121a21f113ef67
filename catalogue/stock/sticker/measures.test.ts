import { expect, test } from 'vitest';
import type { KeptRow } from '@zhitongche/register';
import { stickerMeasures } from './measures.ts';

const counted = (stage: string) =>
  stickerMeasures.measures[0]?.lines({
    row: { stage, answers: { from: 126, to: 625, arrived: '2026-03-10' } } as unknown as KeptRow,
    timers: [],
  });

test('five hundred stickers were bought once they are on the shelf, and none while they wait or were refused', () => {
  expect(counted('accepted')).toEqual([{ day: '2026-03-10', n: '500' }]);
  expect(counted('arrived')).toEqual([]);
  expect(counted('rejected')).toEqual([]);
});
