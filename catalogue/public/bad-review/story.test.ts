import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { badReviews } from './index.ts';
import { badReviewMeasures } from './measures.ts';

const REVIEW = {
  about: '附加证明书办理',
  who: '群众',
  mark: 'very',
  reasons: '办理时间长',
  day: '2026-03-02',
  contact: '13800000211',
  due: '2026-03-09',
  mendDue: '2026-03-23',
};
const entered = () =>
  new RowStory(badReviews, '2026-03-02').does('handler', { act: 'enter', answers: REVIEW });
const CALL = { calledOn: '2026-03-05', reached: 'yes', heard: '说了两次才说全' };
const CLOSE = { cause: 'guide', fix: '清单上墙', closedOn: '2026-03-12', result: 'satisfied' };
const counted = ({ row }: RowStory) =>
  badReviewMeasures.measures.flatMap((one) =>
    one.lines({ row, timers: [] }).map(({ day, n }) => `${day} ${n}`),
  );

test('a bad review is called back, its cause found and mended, and the person asked again', () => {
  const story = entered().on('2026-03-05');
  expect(story.problems('handler', { act: 'move', move: 'close', data: CLOSE })).toEqual(['row.not-open']);
  story.moves('window', 'call', CALL).on('2026-03-12').moves('handler', 'close', CLOSE);
  expect(story.row.stage).toBe('closed');
  expect(counted(story)).toEqual(['2026-03-09 1']);
});

test('a call on a day still to come, or before the review, is refused; one that came late counts as late', () => {
  const story = entered().on('2026-03-11');
  for (const calledOn of ['2026-03-12', '2026-03-01'])
    expect(story.problems('handler', { act: 'move', move: 'call', data: { ...CALL, calledOn } })).toEqual([
      'bad-review.day',
    ]);
  story.moves('handler', 'call', { ...CALL, calledOn: '2026-03-10' });
  expect(counted(story)).toEqual(['2026-03-09 0']);
});

test('nobody puts a bad review aside alone', () => {
  const story = entered().moves('handler', 'drop', { why: '按错了' });
  expect(story.row.stage).toBe('open');
  expect(() => story.does('handler', { act: 'agree' })).toThrow();
  story.does('division-head', { act: 'agree' });
  expect(story.row.stage).toBe('dropped');
  expect(counted(story)).toEqual([]);
});

test('nobody puts a bad review aside alone by another road, or gives it another day: off the list, into another, or rewritten', () => {
  const story = entered();
  const other = { register: 'bad-review', id: '0190a0a0-0000-7000-8000-000000000009', title: '另一件' };
  for (const command of [
    { act: 'retire', reason: '不想要' },
    { act: 'merge', into: other, reason: '并掉' },
    { act: 'edit', answers: { ...REVIEW, due: '2026-12-31' }, reason: '改期' },
    { act: 'edit', answers: { ...REVIEW, mark: 'dissatisfied' }, reason: '改评' },
  ] as const)
    expect(story.problems('handler', command), command.act).toEqual(['bad-review.as-said']);
  // How somebody is reached may turn out to be written wrongly.
  story.does('handler', { act: 'edit', answers: { ...REVIEW, contact: '13800000212' }, reason: '记错了' });
  expect(story.row.answers).toMatchObject({ contact: '13800000212', due: '2026-03-09' });
});

test('one nobody calls back counts as not called once its day is over, and stays to be called', () => {
  const story = entered().on('2026-03-09').ticks();
  expect(counted(story)).toEqual([]);
  story.on('2026-03-10').ticks();
  expect(counted(story)).toEqual(['2026-03-09 0']);
  story.moves('handler', 'call', { ...CALL, calledOn: '2026-03-10' });
  expect(counted(story)).toEqual(['2026-03-09 0']);
});
