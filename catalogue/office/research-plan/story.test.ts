import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { researchMeasures, researchPlan } from './index.ts';

const TOPIC = {
  number: '2026-友城-01',
  unit: { id: 'unit', title: '友好城市处' },
  planned: '2026-03-01',
  count: 2,
  topic: '友城合作项目落地情况',
  leader: '友好城市处处长',
  months: '3—4月',
  reportDue: '2026-06-30',
};
const LETTER = { letter: '云外办会纪〔2026〕2号', letterOn: '2026-01-20' };

const handedIn = (more: object = {}) =>
  new RowStory(researchPlan, '2026-01-10').does('division-head', {
    act: 'enter',
    answers: { ...TOPIC, ...more },
  });
const approved = () =>
  handedIn()
    .moves('division-head', 'send')
    .moves('handler', 'list')
    .on('2026-01-20')
    .moves('deputy-director', 'approve', LETTER);
const counted = ({ row }: RowStory, code: string) =>
  researchMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ row, timers: [] })
    .map(({ day, n }) => `${day} ${n}`);
const march = { number: '云泽市项目落地调研报告', from: '2026-03-10', until: '2026-06-30' };
const doing = (data: object) => ({ act: 'move', move: 'do', data: data as never }) as const;

test('a topic is handed in by its division and approved by a leader, not by whoever drew the list up', () => {
  const story = handedIn().moves('division-head', 'send').moves('handler', 'list');
  expect(story.problems('handler', { act: 'move', move: 'approve', data: LETTER })).not.toEqual([]);
  expect(story.problems('director', { act: 'move', move: 'approve', data: LETTER })).toEqual([]);
  expect(
    new RowStory(researchPlan, '2026-01-10').problems('division-head', {
      act: 'enter',
      answers: { ...TOPIC, reportDue: '2026-02-28' },
    }),
  ).toEqual(['R-01']);
});

test('research is recorded of an approved topic only, its days in order and none to come', () => {
  expect(handedIn().problems('handler', doing(march))).not.toEqual([]);
  const story = approved().on('2026-03-20');
  expect(story.problems('handler', doing({ ...march, until: '2026-03-09' }))).toEqual(['plan.order']);
  expect(story.problems('handler', doing({ ...march, backOn: '2026-03-21' }))).toEqual(['plan.to-come']);
  expect(story.problems('window', doing(march))).not.toEqual([]);
  expect(story.problems('division-head', doing(march))).toEqual([]);
});

test('two researches were planned: each counts as made when it begins and as done with its report within the year', () => {
  const story = approved().on('2026-03-20').moves('handler', 'do', march);
  expect(counted(story, 'research.plan')).toEqual(['2026-03-01 0', '2026-03-01 0']);
  expect([counted(story, 'research.trips'), counted(story, 'research.reports')]).toEqual([
    ['2026-03-10 1'],
    [],
  ]);
  story.on('2026-06-20').moves('handler', 'do', { ...march, backOn: '2026-06-18' });
  expect(counted(story, 'research.plan')).toEqual(['2026-03-01 1', '2026-03-01 0']);
  expect(counted(story, 'research.reports')).toEqual(['2026-06-18 1']);
  const next = { number: '澜洲市项目落地调研报告', from: '2026-11-02', backOn: '2027-01-08' };
  story.on('2027-01-10').moves('handler', 'do', next);
  expect(counted(story, 'research.plan')).toEqual(['2026-03-01 1', '2026-03-01 0']);
  expect(counted(story, 'research.trips')).toEqual(['2026-03-10 1', '2026-11-02 1']);
});

test('whoever owes a report is told a month, a week before, on the day and after it, until every report is done', () => {
  const story = approved()
    .on('2026-03-20')
    .moves('handler', 'do', { ...march, backOn: '2026-03-20' });
  expect(story.on('2026-05-31').reminds()).toEqual(['reportDue 30']);
  expect(story.on('2026-06-23').reminds()).toEqual(['reportDue 7']);
  const second = { number: '澜洲市项目落地调研报告', from: '2026-04-02', backOn: '2026-06-25' };
  story.on('2026-06-25').moves('handler', 'do', second);
  expect(story.on('2026-06-30').reminds()).toEqual([]);
});

test('what was recorded by mistake is taken back by its name with a reason, and the plan shrinks no further than what stands', () => {
  const story = approved().on('2026-03-20');
  const back = (number: string) =>
    ({ act: 'move', move: 'undo', data: { number, why: '登记错了' } }) as const;
  expect(story.problems('handler', back(march.number))).toEqual(['plan.not-done']);
  story.moves('handler', 'do', march);
  const none = { count: 0, planned: '2026-03-01', why: '压减' };
  expect(story.problems('director', { act: 'move', move: 'adjust', data: none })).toEqual([
    'plan.below-done',
  ]);
  expect(story.problems('handler', back('另一篇'))).toEqual(['plan.not-done']);
  story.does('handler', back(march.number));
  expect(counted(story, 'research.trips')).toEqual([]);
  expect(story.problems('director', { act: 'move', move: 'adjust', data: none })).toEqual([]);
});
