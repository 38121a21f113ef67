import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RowStory } from '../../../catalogue/testing/row-story.ts';
import { toyKeys } from '../testing/toy-register.ts';

const KEY = { tag: 'A-1', room: '甲', kind: 'door' };
const DESTROY = { act: 'move', move: 'destroy' } as const;
const list = fc.record({ id: fc.constantFrom('one', 'other'), of: fc.integer({ min: 1, max: 4 }) });

const asked = (by: { readonly id: string; readonly of: number }): RowStory => {
  const story = new RowStory(toyKeys).does('handler', { act: 'enter', answers: KEY });
  expect(story.byList('handler', DESTROY, by)).toEqual([]);
  return story;
};

test('what was asked for by a list is agreed to by another person, for that list and for as many rows as it had', () => {
  fc.assert(
    fc.property(list, list, fc.constantFrom('handler', 'handler#2'), (by, claimed, who) => {
      const story = asked(by);
      const refused = story.byList(who, { act: 'agree' }, claimed);
      const right = by.id === claimed.id && by.of === claimed.of && who === 'handler#2';
      expect(refused.length === 0).toBe(right);
      expect(story.row.stage).toBe(right ? 'gone' : 'in');
      if (by.id === claimed.id && who === 'handler#2' && !right)
        expect(refused).toEqual(['row.list-incomplete']);
      // What it was decided by stays with it.
      expect(story.row.list).toEqual(right ? by : undefined);
    }),
  );
});

test('sent back it is as it was, however many of it are left; alone it is neither agreed to nor refused', () => {
  fc.assert(
    fc.property(list, fc.integer({ min: 1, max: 4 }), (by, left) => {
      const story = asked(by);
      for (const act of ['agree', 'refuse'] as const)
        expect(story.problems('handler#2', { act })).toEqual(['row.not-open']);
      expect(story.byList('handler#2', { act: 'refuse' }, { ...by, of: left })).toEqual([]);
      expect(story.row).toMatchObject({ stage: 'in', asked: null });
    }),
  );
});

test('what one person asked for alone is decided by no list', () => {
  const story = new RowStory(toyKeys)
    .does('handler', { act: 'enter', answers: KEY })
    .does('handler', DESTROY);
  expect(story.byList('handler#2', { act: 'agree' }, { id: 'one', of: 1 })).toEqual(['row.not-open']);
  expect(story.does('handler#2', { act: 'agree' }).row.stage).toBe('gone');
});
