import { actorOf } from '@zhitongche/case/testing';
import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { complaints } from './index.ts';
import { complaintMeasures } from './measures.ts';

const handler = { id: actorOf('handler').id, title: '经办人' };
const window = { id: actorOf('window').id, title: '窗口受理员' };
const SAID = { about: '取件晚了', way: 'counter', day: '2026-03-02', said: '周三说好可取，没有做好' };
const filed = (more: object = {}) =>
  new RowStory(complaints, '2026-03-02').does('division-head', {
    act: 'enter',
    answers: { ...SAID, ...more },
  });
const FOUND = {
  finding: 'true',
  facts: '排版机故障一天',
  measures: '改为短信通知后再来取',
  answer: '情况属实，向您致歉。',
};
const counted = ({ row }: RowStory) =>
  complaintMeasures.measures.flatMap((one) =>
    one.lines({ row, timers: [] }).map(({ day, n }) => `${one.code} ${day} ${n}`),
  );

test('a complaint is accepted, looked into by one person, answered by its day, and the complainer is asked how it was handled', () => {
  const story = filed().moves('division-head', 'accept', { handler });
  expect(story.row.answers).toMatchObject({ acceptedOn: '2026-03-02', due: '2026-04-01' });
  expect(() => story.moves('division-head', 'answer', FOUND)).toThrow();
  story.on('2026-03-20').moves('handler', 'answer', FOUND).moves('window', 'close', { opinion: 'basic' });
  expect(story.row.stage).toBe('closed');
  expect(counted(story)).toEqual([
    'complaints 2026-03-02 1',
    'complaints.in-time 2026-04-01 1',
    'complaints.satisfied 2026-03-20 1',
  ]);
});

test('an answer due on a holiday is due on the working day after it', () => {
  // Thirty days from 1 September are 1 October; the holidays of 2026 end on the 7th.
  const story = new RowStory(complaints, '2026-09-01')
    .does('division-head', { act: 'enter', answers: { ...SAID, day: '2026-09-01' } })
    .moves('division-head', 'accept', { handler });
  expect(story.row.answers['due']).toBe('2026-10-08');
});

test('whom it is about is not made its handler, and takes no step in it', () => {
  const about = filed({ subject: handler });
  expect(about.problems('division-head', { act: 'move', move: 'accept', data: { handler } })).toEqual([
    'complaint.own',
  ]);
  const mine = filed({ subject: window });
  for (const [move, data] of [
    ['accept', { handler }],
    ['refuse', { why: '不是我们的事' }],
  ] as const)
    expect(mine.problems('window', { act: 'move', move, data })).toEqual(['complaint.own']);
  mine.moves('division-head', 'accept', { handler }).moves('handler', 'answer', FOUND);
  expect(mine.problems('window', { act: 'move', move: 'close', data: { opinion: 'satisfied' } })).toEqual([
    'complaint.own',
  ]);
});

test('what is true is answered with what is done about it', () => {
  const story = filed().moves('division-head', 'accept', { handler });
  const without = { finding: 'partly', facts: '晚了半天', answer: '部分属实。' };
  expect(story.problems('handler', { act: 'move', move: 'answer', data: without })).toEqual([
    'complaint.measures',
  ]);
  story.moves('handler', 'answer', { ...without, finding: 'untrue' });
});

test('one that is not taken on says why, and counts among what came in', () => {
  const story = filed().moves('division-head', 'refuse', { why: '应向公安机关反映，已告知' });
  expect(counted(story)).toEqual(['complaints 2026-03-02 1']);
});

test('whom it is about neither strikes his name from it nor takes it off', () => {
  const mine = filed({ subject: window });
  expect(mine.problems('window', { act: 'edit', answers: SAID, reason: '填错' })).toEqual(['complaint.own']);
  expect(mine.problems('window', { act: 'retire', reason: '重复' })).toContain('complaint.own');
  mine.does('division-head', { act: 'edit', answers: { ...SAID, subject: handler }, reason: '填错' });
});

test('one that came in is not taken off the list: what is not taken on says why', () => {
  expect(filed().problems('division-head', { act: 'retire', reason: '不办' })).toEqual(['complaint.kept']);
});

test('whoever handles it does not answer for himself, should it turn out to be about him; another takes it over', () => {
  const story = filed().moves('division-head', 'accept', { handler });
  story.does('division-head', { act: 'edit', answers: { ...SAID, subject: handler }, reason: '查明' });
  expect(story.problems('handler', { act: 'move', move: 'answer', data: FOUND })).toEqual(['complaint.own']);
  story.moves('division-head', 'hand-on', { handler: window }).moves('window', 'answer', FOUND);
  expect(story.row.answers).toMatchObject({ finding: 'true', due: '2026-04-01' });
});

test('one nobody answers counts as not answered once its day is over', () => {
  const story = filed().moves('division-head', 'accept', { handler }).on('2026-04-01').ticks();
  expect(counted(story)).toEqual(['complaints 2026-03-02 1']);
  story.on('2026-04-02').ticks();
  expect(counted(story)).toEqual(['complaints 2026-03-02 1', 'complaints.in-time 2026-04-01 0']);
  story.moves('handler', 'answer', FOUND);
  expect(counted(story)).toEqual(['complaints 2026-03-02 1', 'complaints.in-time 2026-04-01 0']);
});
