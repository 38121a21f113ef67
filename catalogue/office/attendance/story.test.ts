import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { attendances } from './index.ts';
import { attendanceMeasures } from './measures.ts';
import { hoursBetween } from './stages.ts';

const LINE = {
  course: { id: 'c', title: '专办员培训' },
  day: '2026-03-10',
  name: '甲',
  unit: { id: 'unit', title: '某某单位' },
  kind: 'filer',
  hours: '6.0',
  mark: 80,
};
const listed = (more: object = {}): RowStory =>
  new RowStory(attendances).does('handler', { act: 'enter', answers: { ...LINE, ...more } });
const signIn = { act: 'move', move: 'sign-in', data: { why: '手机没电' } } as const;
const grade = (move: string, score?: number) =>
  ({ act: 'move', move, data: score === undefined ? {} : { score } }) as const;

test('whoever is there without a telephone is signed in on the day, with the reason, and the minute stays', () => {
  const story = listed();
  expect(story.problems('handler', signIn)).toEqual(['attendance.early']);
  const bare = { act: 'move', move: 'sign-in', data: {} } as const;
  expect(story.on('2026-03-10').problems('handler', bare)).toEqual(['field.required']);
  // By the code one signs in for oneself: nobody, whoever keeps the list, makes that move by hand.
  const byCode = {
    act: 'move',
    move: 'check-in',
    data: { at: '2026-03-10 09:00', arrived: '2026-03-10 09:00' },
  } as const;
  expect(story.problems('handler', byCode)).toEqual(['row.not-open']);
  story.does('handler', signIn).moves('handler', 'sign-out');
  expect(story.row.answers).toMatchObject({ signedIn: '2026-03-10 09:00', attended: '0.0' });
});

test('hours count in halves and never beyond the course', () => {
  expect(hoursBetween('2026-03-10 09:00', '2026-03-10 11:45', '6.0')).toBe('2.5');
  expect(hoursBetween('2026-03-10 08:00', '2026-03-10 18:00', '6.0')).toBe('6.0');
});

test('who reaches the mark has passed, who does not may try again, who was not there never passes', () => {
  const story = listed().on('2026-03-10').does('handler', signIn).moves('handler', 'sign-out');
  expect(story.problems('handler', grade('pass', 79))).toEqual(['attendance.score']);
  expect(story.problems('handler', grade('pass'))).toEqual(['attendance.score']);
  expect(story.problems('handler', grade('fail', 80))).toEqual(['attendance.score']);
  story.does('handler', grade('fail', 79));
  expect(story.row.answers.passed).toBe(false);
  expect(story.does('handler', grade('pass', 80)).row).toMatchObject({
    stage: 'passed',
    answers: { passed: true },
  });
  expect(listed().moves('handler', 'miss').row.answers.passed).toBe(false);
});

test('a course without a test is passed by being there', () => {
  const story = listed({ mark: undefined }).on('2026-03-10').does('handler', signIn);
  expect(story.moves('handler', 'sign-out').does('handler', grade('pass')).row.stage).toBe('passed');
});

test('a line belongs to the unit of whoever was trained', () => {
  expect(listed().row.org).toBe('unit');
});

test('whoever signed in counts, by the day of the course; who was absent does not; the rate knows only results', () => {
  const counted = ({ row }: RowStory, code: string) =>
    attendanceMeasures.measures.find((one) => one.code === code)?.lines({ row, timers: [] });
  const there = listed().on('2026-03-10').does('handler', signIn).moves('handler', 'sign-out');
  expect(counted(there, 'train.attendance')).toEqual([{ day: '2026-03-10', n: '1' }]);
  expect(counted(there, 'train.persons')).toEqual([{ day: '2026-03-10', n: '1', who: '某某单位/甲' }]);
  expect(counted(there, 'train.pass')).toEqual([]);
  expect(counted(there.does('handler', grade('fail', 79)), 'train.pass')).toEqual([
    { day: '2026-03-10', n: '0' },
  ]);
  expect(counted(listed().moves('handler', 'miss'), 'train.attendance')).toEqual([]);
});
