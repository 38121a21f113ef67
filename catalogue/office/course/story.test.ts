import type { Answers } from '@zhitongche/form';
import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { courses } from './index.ts';
import { courseMeasures } from './measures.ts';

const UNIT = { id: 'unit', title: '某某单位' };
const COURSE = { title: '专办员培训', kind: 'filer', day: '2026-03-10', hours: '6', capacity: 2, mark: 80 };
const with_ = (...names: readonly string[]) => ({
  ...COURSE,
  signups: names.map((name) => ({ name, unit: UNIT })),
});
const enter = (answers: Answers) => ({ act: 'enter', answers }) as const;

test('no more sign up than there is room for, and nobody twice', () => {
  const story = new RowStory(courses);
  expect(story.problems('handler', enter(with_('甲', '乙', '丙')))).toEqual(['T-01']);
  expect(story.problems('handler', enter(with_('甲', '甲')))).toEqual(['T-02']);
  expect(story.problems('handler', enter(with_('甲', '乙')))).toEqual([]);
});

test('it begins on its day, with somebody in it, and brings a line of attendance for each', () => {
  const begin = { act: 'move', move: 'begin' } as const;
  const story = new RowStory(courses).does('handler', enter(COURSE)).moves('handler', 'announce');
  expect(story.on('2026-03-09').reminds()).toEqual(['day 1']);
  expect(story.problems('handler', begin)).toEqual(['course.nobody', 'course.early']);
  story.does('handler', { act: 'edit', answers: with_('甲', '乙') });
  story.on('2026-03-10').does('handler', begin);
  const brings = courses.stages?.moves.find(({ key }) => key === 'begin')?.brings;
  expect(brings?.rows(story.row, {})).toEqual(
    ['甲', '乙'].map((name) => ({
      course: { id: 'row', title: '专办员培训' },
      kind: 'filer',
      day: '2026-03-10',
      hours: '6.0',
      mark: 80,
      name,
      unit: UNIT,
    })),
  );
  expect(story.moves('handler', 'finish').row.stage).toBe('finished');
});

test('it counts from the day it begins, and not at all when it was called off', () => {
  const counted = ({ row }: RowStory) =>
    courseMeasures.measures.flatMap((one) =>
      one.lines({ row, timers: [] }).map(({ day, n }) => `${day} ${n}`),
    );
  const open = () =>
    new RowStory(courses, '2026-03-10').does('handler', enter(with_('甲'))).moves('handler', 'announce');
  expect(counted(open())).toEqual([]);
  expect(counted(open().moves('handler', 'begin'))).toEqual(['2026-03-10 1', '2026-03-10 6.0']);
  expect(counted(open().moves('handler', 'cancel', { reason: '改期' }))).toEqual([]);
});
