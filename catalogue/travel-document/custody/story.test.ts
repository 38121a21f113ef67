import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { custody } from './index.ts';

const PIECE = {
  kind: 'ordinary',
  number: 'PE1234567',
  holder: '甲',
  unit: { id: 'unit', title: '某某单位' },
  place: '甲柜1层',
  issued: '2024-01-10',
  until: '2029-01-09',
};
const TRIP = { borrower: '甲', caseNumber: '2026-1', exitOn: '2026-03-10', days: 5 };
const kept = (more: object = {}): RowStory =>
  new RowStory(custody).does('passport-officer', { act: 'enter', answers: { ...PIECE, ...more } });
const lent = (): RowStory => kept().moves('passport-officer', 'lend', TRIP);
const back = (data: object) =>
  ({ act: 'move', move: 'return', data: { returnedOn: '2026-03-16', stamps: true, ...data } }) as const;

test('a document is lent on an approval and due as many days after the approved ones; a change counts anew, a trip given up from today', () => {
  const story = lent();
  expect(story.row).toMatchObject({ stage: 'lent', org: 'unit', answers: { due: '2026-03-22' } });
  story.moves('passport-officer', 'change-lent', { exitOn: '2026-03-12', days: 8 });
  expect(story.row.answers.due).toBe('2026-03-27');
  expect(story.on('2026-03-05').moves('passport-officer', 'give-up').row.answers.due).toBe('2026-03-12');
});

test('it is told ten days before, on the day, seven and thirty after; it is late by itself, and in time at once when it is back', () => {
  const story = lent().moves('passport-officer', 'depart');
  expect(story.on('2026-03-12').reminds()).toEqual(['due 10']);
  expect(story.on('2026-03-22').ticks().reminds()).toEqual(['due 0']);
  expect(story.row.stage).toBe('abroad');
  expect(story.on('2026-03-23').ticks().row.stage).toBe('overdue');
  expect(story.on('2026-03-29').reminds()).toEqual(['due -7']);
  expect(story.on('2026-04-21').reminds()).toEqual(['due -30']);
  story.does('passport-officer', back({ daysAbroad: 5 }));
  expect([story.row.stage, story.reminds()]).toEqual(['in', []]);
});

test('its stamps are read when it comes back, and more days than approved are explained', () => {
  const story = lent().on('2026-03-16');
  expect(story.problems('passport-officer', back({ stamps: false, daysAbroad: 7 }))).toEqual([
    'custody.stamps',
    'custody.overstay',
  ]);
  expect(story.problems('passport-officer', back({ daysAbroad: 7, reason: '航班取消' }))).toEqual([]);
});

test('what has expired, or will abroad, stays on the shelf; its keeper was told half a year before', () => {
  const lend = { act: 'move', move: 'lend', data: TRIP } as const;
  expect(kept({ until: '2026-03-12' }).problems('passport-officer', lend)).toEqual(['custody.too-short']);
  expect(kept({ until: '2026-03-01' }).problems('passport-officer', lend)).toContain('custody.expired');
  expect(kept({ until: '2026-08-29' }).reminds()).toEqual(['until 180']);
});

test('what was lost is cancelled and cannot be destroyed; what is destroyed is so by two', () => {
  const lost = kept()
    .moves('passport-officer', 'lose', { lostOn: '2026-03-01', where: '机场', how: '行李遗失' })
    .moves('passport-officer', 'cancel', { cancelled: 'lost' });
  expect(lost.problems('passport-officer', { act: 'move', move: 'list' })).toEqual(['custody.not-here']);
  const story = kept()
    .moves('passport-officer', 'cancel', { cancelled: 'left' })
    .moves('passport-officer', 'list')
    .moves('passport-officer', 'destroy', { method: '粉碎' });
  expect(story.problems('passport-officer', { act: 'agree' })).toEqual(['row.not-open']);
  expect(story.does('passport-officer#2', { act: 'agree' }).row.stage).toBe('destroyed');
});

test('a unit reads of its own and keeps none', () => {
  expect(lent().problems('filer', back({ daysAbroad: 5 }))).toEqual(['row.not-open']);
  expect(custody.readers.find(({ roles }) => roles.includes('filer'))?.rows).toBe('reach');
});
