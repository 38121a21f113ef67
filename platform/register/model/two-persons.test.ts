import { expect, test } from 'vitest';
import { RowStory } from '../../../catalogue/testing/row-story.ts';
import { stickerCounts } from '../../../catalogue/stock/sticker/index.ts';

const COUNT = { day: '2026-03-02', place: 'store', expected: 6, scanned: 6 };
const OTHERWISE = { ...COUNT, expected: 5, scanned: 5 };
const counted = (): RowStory => new RowStory(stickerCounts).does('handler', { act: 'enter', answers: COUNT });

test('a count that two have signed is changed, taken out of force or merged away by nobody alone', () => {
  const signed = counted().moves('handler', 'sign').does('handler#2', { act: 'agree' });
  expect(signed.row.stage).toBe('signed');
  const into = { register: 'sticker-count', id: 'other', title: '' };
  for (const command of [
    { act: 'edit', answers: OTHERWISE },
    { act: 'retire', reason: '不要了' },
    { act: 'merge', into, reason: '同一次' },
  ] as const)
    expect(signed.problems('handler', command)).toEqual(['row.signed-by-two']);
});

test('before both have signed it is put right', () => {
  const story = counted().does('handler', { act: 'edit', answers: OTHERWISE });
  expect(story.row.answers.scanned).toBe(5);
});

test('a stage behind one that two persons decided is entered directly by nobody either', () => {
  const directly = (stage: string) =>
    new RowStory(stickerCounts).problems('handler', { act: 'enter', answers: COUNT, stage, reason: '补录' });
  expect(directly('signed')).toEqual(['row.not-open']);
  expect(directly('counted')).toEqual([]);
});
