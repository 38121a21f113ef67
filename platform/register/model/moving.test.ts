import { blocking } from '@zhitongche/base';
import { expect, test } from 'vitest';
import { RowStory } from '../../../catalogue/testing/row-story.ts';
import { toyKeys } from '../testing/toy-register.ts';
import type { Move, RegisterKind } from './kind.ts';
import { needsNoWords } from './moving.ts';

const KEY = { tag: 'A-1', room: '甲', kind: 'door' };

/** The toy whose keys are lent to nobody but who is written on them. */
const lending = (change: Partial<Move>): RegisterKind => {
  const { stages } = toyKeys;
  if (!stages) throw new Error('the toy has stages');
  const moves = stages.moves.map((move) =>
    move.key === 'lend'
      ? {
          ...move,
          fits: ({ answers }: { answers: { room?: unknown } }, { to }: { to?: unknown }) =>
            to === answers.room ? [] : [blocking('toy.other', ['to'], '不是这里的人', 'Not from here')],
          ...change,
        }
      : move,
  );
  return { ...toyKeys, stages: { ...stages, moves } };
};
const entered = (kind: RegisterKind): RowStory =>
  new RowStory(kind).does('handler', { act: 'enter', answers: KEY });

test('what is asked with a move is held against the row it is for', () => {
  const story = entered(lending({}));
  expect(story.problems('handler', { act: 'move', move: 'lend', data: { to: '乙' } })).toEqual(['toy.other']);
  expect(story.moves('handler', 'lend', { to: '甲' }).row.stage).toBe('out');
});

test('and once more when a second person agrees', () => {
  const story = entered(lending({ second: true })).moves('handler', 'lend', { to: '甲' });
  story.does('handler', { act: 'edit', answers: { ...KEY, room: '乙' } });
  expect(story.problems('handler#2', { act: 'agree' })).toEqual(['toy.other']);
});

test('a move knows the very instant it is taken at', () => {
  const kind = lending({ fits: () => [], sets: (_row, _data, { now }) => ({ holder: now }) });
  expect(entered(kind).moves('handler', 'lend', { to: '甲' }).row.answers.holder).toBe(
    '2026-03-02T01:00:00.000Z',
  );
});

test('a move is made from a list only where nothing is asked, nobody else agrees and the row goes on', () => {
  const kind = lending({});
  const { moves = [] } = kind.stages ?? {};
  const plain: Move = { key: 'back', label: '交回', from: ['out'], to: 'in' };
  expect(needsNoWords(kind, plain)).toBe(true);
  expect(needsNoWords(kind, { ...plain, second: true })).toBe(false);
  expect(moves.filter(({ form }) => form).some((move) => needsNoWords(kind, move))).toBe(false);
  const ends = Object.entries(kind.stages?.list ?? {}).flatMap(([stage, { ends: end }]) =>
    end ? [stage] : [],
  );
  expect(ends.some((to) => needsNoWords(kind, { ...plain, to }))).toBe(false);
});
