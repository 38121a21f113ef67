import { expect, test } from 'vitest';
import { mergeAnswers } from './merge-answers.ts';

const base = { city: '尼什市', people: 26, note: '旧' };

test('what two people changed in different places is kept from both', () => {
  const merging = mergeAnswers(
    base,
    { ...base, note: '新' },
    { city: '尼什市', people: 30, note: '旧', state: '尼沙瓦州' },
  );
  expect(merging.clashes).toEqual([]);
  expect(merging.together('mine')).toEqual({ city: '尼什市', people: 30, note: '新', state: '尼沙瓦州' });
});

test('where both changed the same, whoever goes on decides, and an answer taken off stays off', () => {
  const merging = mergeAnswers(base, { city: '尼什市', people: 26 }, { ...base, note: '他人' });
  expect(merging).toMatchObject({ mine: ['note'], theirs: ['note'], clashes: ['note'] });
  expect(merging.together('mine')).toEqual({ city: '尼什市', people: 26 });
  expect(merging.together('theirs')).toEqual({ ...base, note: '他人' });
});

test('the same change of both is none', () => {
  const both = { ...base, people: 27 };
  expect(mergeAnswers(base, both, both).clashes).toEqual([]);
});
