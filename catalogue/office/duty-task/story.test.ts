import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { dutyTasks } from './index.ts';
import { dutyMeasures } from './measures.ts';

const entered = () =>
  new RowStory(dutyTasks, '2026-03-02').does('handler', {
    act: 'enter',
    answers: { what: '月度维护', period: '2026年3月', due: '2026-03-31' },
  });
const counted = ({ row }: RowStory) =>
  dutyMeasures.measures.map(({ code, lines }) =>
    [code, ...lines({ row, timers: [] }).map(({ day, n }) => `${day} ${n}`)].join(' '),
  );
const DONE = { doneOn: '2026-03-30', result: '已巡检，无异常' };

test('a task that is not due yet counts for nothing; done on time it counts for both', () => {
  const story = entered();
  expect(counted(story)).toEqual(['duty.done', 'duty.in-time']);
  story.on('2026-03-30').moves('handler', 'do', DONE);
  expect(counted(story)).toEqual(['duty.done 2026-03-31 1', 'duty.in-time 2026-03-31 1']);
});

test('the day after its day it is late by the clock, and done later it was not in time', () => {
  const story = entered().on('2026-03-31').ticks();
  expect(story.row.stage).toBe('open');
  story.on('2026-04-01').ticks();
  expect(story.row.stage).toBe('late');
  expect(counted(story)).toEqual(['duty.done 2026-03-31 0', 'duty.in-time 2026-03-31 0']);
  story.on('2026-04-02').moves('handler', 'do', { ...DONE, doneOn: '2026-04-02' });
  expect(counted(story)).toEqual(['duty.done 2026-03-31 1', 'duty.in-time 2026-03-31 0']);
});

test('it is not done on a day to come', () => {
  expect(entered().problems('handler', { act: 'move', move: 'do', data: DONE })).toEqual([
    'duty-task.to-come',
  ]);
});

test('what a duty opened is neither put off nor taken away by whoever does it', () => {
  const origin = { by: 'duty', duty: 'd', name: '月度维护', period: '2026年3月', said: '' } as const;
  const answers = { what: '月度维护', period: '2026年3月', due: '2026-03-31' };
  const story = new RowStory(dutyTasks, '2026-03-02').does('handler', { act: 'enter', answers, origin });
  const edit = (more: object) => ({ act: 'edit', answers: { ...answers, ...more } }) as const;
  const into = { register: 'duty-task', id: 'other', title: '' };
  for (const command of [
    edit({ due: '2026-04-30' }),
    edit({ period: '2026年4月' }),
    { act: 'retire', reason: '不办了' },
    { act: 'merge', into, reason: '同一项' },
  ] as const)
    expect(story.problems('handler', command)).toEqual(['duty-task.of-duty']);
  expect(story.problems('handler', edit({ note: '机房停电，改在下午' }))).toEqual([]);
  expect(entered().problems('handler', { act: 'retire', reason: '登记有误' })).toEqual([]);
});

test('what a head of division spares for once counts for nothing', () => {
  const story = entered();
  expect(() => story.moves('handler', 'spare', { why: '停用' })).toThrow();
  expect(counted(story.moves('division-head', 'spare', { why: '系统停用' }))).toEqual([
    'duty.done',
    'duty.in-time',
  ]);
});
