import { describe, expect, test } from 'vitest';
import { actorOf, sampleContext } from '@zhitongche/case/testing';
import { occasionsDue } from '@zhitongche/register';
import { RowStory } from '../../testing/row-story.ts';
import { taskReports, tasks } from './index.ts';
import { lightOf, missing } from './light.ts';
import { taskMeasures } from './measures.ts';
import { taskOf } from './stages.ts';

const owner = { id: actorOf('handler').id, title: '经办人' };
const ORDER = {
  what: '修订行前教育材料',
  source: 'meeting',
  sourceNumber: '主任办公会第3次',
  lead: { id: 'office', title: '出国审批处' },
  owner,
  due: '2026-03-31',
  often: 'week',
  proof: '材料印发',
};
const entered = () =>
  new RowStory(tasks, '2026-03-02').does('division-head', { act: 'enter', answers: ORDER });
const opened = () => entered().moves('deputy-director', 'approve').moves('handler', 'sign');
const DONE = { doneOn: '2026-03-30', result: '已印发', evidenceAt: '外办〔2026〕9号' };
const counted = ({ row }: RowStory, code: string) =>
  taskMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ row, timers: [] })
    .map(({ day, n }) => `${day} ${n}`);

const owed = (story: RowStory, today: string) =>
  occasionsDue(taskReports, story.row, {
    since: '2026-01-01',
    today,
    calendar: sampleContext([]).calendar,
    ruleOn: () => taskReports.when,
  }).map(({ day }) => day);

describe('a supervised task', () => {
  test('is opened by a leader, signed for by its owner alone, ended with evidence and looked at', () => {
    expect(entered().problems('handler', { act: 'move', move: 'sign' })).toEqual(['row.not-open']);
    expect(() => entered().moves('handler', 'approve')).toThrow();
    const story = opened();
    expect(story.row.answers['signedOn']).toBe('2026-03-02');
    expect(story.problems('handler', { act: 'move', move: 'sign' })).toEqual(['task.signed']);
    expect(() => story.moves('division-head', 'complete', DONE)).toThrow();
    story.on('2026-03-30');
    expect(
      story.problems('handler', {
        act: 'move',
        move: 'complete',
        data: { doneOn: '2026-03-30', result: '已印发' },
      }),
    ).toEqual(['task.no-evidence']);
    expect(
      story.problems('handler', { act: 'move', move: 'complete', data: { ...DONE, doneOn: '2026-03-31' } }),
    ).toEqual(['task.to-come']);
    story.moves('handler', 'complete', DONE);
    expect(counted(story, 'sla.task')).toEqual([]);
    story.moves('deputy-director', 'accept');
    expect(counted(story, 'sla.task')).toEqual(['2026-03-31 1']);
  });

  test('is extended before its day only, with a reason and a second person; both days stay, and it counts by the new one', () => {
    const story = opened().on('2026-03-20');
    expect(
      story.problems('division-head', {
        act: 'move',
        move: 'extend',
        data: { until: '2026-03-31', why: '再等' },
      }),
    ).toEqual(['task.not-later']);
    story.moves('division-head', 'extend', { until: '2026-04-15', why: '两家单位意见未回' });
    expect(taskOf(story.row).until).toBeUndefined();
    story.does('director', { act: 'agree' });
    expect(taskOf(story.row).extensions).toEqual([
      { was: '2026-03-31', until: '2026-04-15', on: '2026-03-20', why: '两家单位意见未回' },
    ]);
    story
      .on('2026-04-10')
      .moves('handler', 'complete', { ...DONE, doneOn: '2026-04-10' })
      .moves('director', 'accept');
    expect(counted(story, 'sla.task')).toEqual(['2026-04-15 1']);
    expect(counted(story, 'sla.task.ordered')).toEqual(['2026-03-31 0']);
  });

  test('is red the day after its day, when it can be extended no more, and late for good', () => {
    const story = opened().on('2026-03-31').ticks();
    expect(story.row.stage).toBe('doing');
    story.on('2026-04-01');
    expect(
      story.problems('division-head', {
        act: 'move',
        move: 'extend',
        data: { until: '2026-04-15', why: '再等' },
      }),
    ).toEqual(['task.too-late']);
    story.ticks();
    expect(story.row.stage).toBe('late');
    expect(counted(story, 'sla.task')).toEqual(['2026-03-31 0']);
    story
      .moves('division-head', 'urge', { text: '请今日内办结' })
      .moves('handler', 'complete', { ...DONE, doneOn: '2026-04-01' })
      .moves('director', 'accept');
    expect(taskOf(story.row).slips).toMatchObject([{ number: 1, on: '2026-04-01', text: '请今日内办结' }]);
    expect(counted(story, 'sla.task')).toEqual(['2026-03-31 0']);
  });

  test('is yellow near its day and where a report is missing; the next report fills the first that is wanted', () => {
    const story = opened();
    const light = (today: string) => lightOf(taskOf(story.row), today, 3);
    expect([light('2026-03-27'), light('2026-03-28'), light('2026-04-01')]).toEqual(['绿', '黄', '红']);
    // What the duty does, week by week.
    const asked = (period: string, due: string) => {
      expect(() => story.moves('division-head', 'ask-report', { period, name: period, due })).toThrow();
      const move = tasks.stages?.moves.find(({ key }) => key === 'ask-report');
      story.does('division-head', {
        act: 'edit',
        answers: { ...ORDER, grounds: `${period}要求报告` },
      });
      return move?.sets?.(story.row, { name: period, due }, {} as never);
    };
    expect(asked('第一周', '2026-03-06')).toEqual({ reports: [{ period: '第一周', due: '2026-03-06' }] });
    const waiting = { ...taskOf(story.row), reports: [{ period: '第一周', due: '2026-03-06' }] };
    expect([missing(waiting, '2026-03-06'), missing(waiting, '2026-03-07')]).toEqual([0, 1]);
    expect(lightOf(waiting, '2026-03-07', 3)).toBe('黄');
    story.moves('handler', 'report', { text: '已完成初稿' });
    expect(taskOf(story.row).reports).toEqual([{ filedOn: '2026-03-02', text: '已完成初稿' }]);
  });

  test('entered before dawn in Beijing, it was not done the day before', () => {
    // Twenty past one on the 3rd in Beijing is still the 2nd by the clock of Greenwich.
    const story = new RowStory(tasks, '2026-03-03', '01:20')
      .does('division-head', { act: 'enter', answers: ORDER })
      .moves('deputy-director', 'approve')
      .on('2026-03-04', '09:00')
      .moves('handler', 'sign');
    const done = (doneOn: string) =>
      story.problems('handler', { act: 'move', move: 'complete', data: { ...DONE, doneOn } });
    expect([done('2026-03-02'), done('2026-03-03'), done('2026-03-04')]).toEqual([['task.order'], [], []]);
  });

  test('begins from a plan item with what is known of it, and is tied to it in the commit that enters it', () => {
    const begin = (from: string) => tasks.begins?.find((one) => one.from === from);
    const item = {
      title: '2026-商务-01 经贸团',
      number: '',
      answers: { group: '经贸团', number: '2026-商务-01' },
    };
    const known = begin('annual-plan')?.answers(item) ?? {};
    expect(known).toEqual({ what: '经贸团', source: 'plan', sourceNumber: '2026-商务-01' });
    const to = { register: 'annual-plan', id: 'item', title: item.title };
    const answers = { ...ORDER, ...known };
    const story = new RowStory(tasks).does('division-head', {
      act: 'enter',
      answers,
      ties: [{ relation: 'plan', to }],
    });
    expect(story.row.ties).toEqual([{ relation: 'plan', to }]);
    // Of one plan item only, and by a relation there is.
    for (const ties of [
      [
        { relation: 'plan', to },
        { relation: 'plan', to: { ...to, id: 'other' } },
      ],
      [{ relation: 'nothing', to }],
    ])
      expect(new RowStory(tasks).problems('division-head', { act: 'enter', answers, ties })).toEqual([
        'row.not-open',
      ]);
    expect(
      begin('case')?.answers({ title: '某团', number: '2026-000123', money: '30.00', answers: {} }),
    ).toEqual({
      what: '某团',
      source: 'case',
      sourceNumber: '2026-000123',
      money: '30.00',
    });
  });

  test('what was ordered cannot be edited away once it was approved', () => {
    const edit = (answers: object) => ({ act: 'edit', answers: { ...ORDER, ...answers } }) as const;
    expect(entered().problems('division-head', edit({ due: '2026-05-01' }))).toEqual([]);
    expect(opened().problems('division-head', edit({ due: '2026-05-01', proof: '口头' }))).toEqual([
      'task.ordered',
      'task.ordered',
    ]);
    expect(opened().problems('division-head', edit({ helpers: '财务处' }))).toEqual([]);
  });

  test('is opened and ended by a leader whichever way: not by entering it so, nor by taking it away', () => {
    const directly = (stage: string) =>
      new RowStory(tasks).problems('handler', { act: 'enter', answers: ORDER, stage, reason: '补录' });
    expect(['doing', 'late', 'review', 'done'].map(directly)).toEqual(Array(4).fill(['row.not-open']));
    const away = { act: 'retire', reason: '不办了' } as const;
    expect(opened().problems('handler', away)).toEqual(['row.not-open']);
    expect(opened().on('2026-04-02').ticks().problems('handler', away)).toEqual(['row.not-open']);
    expect(entered().problems('handler', away)).toEqual([]);
  });

  test('is looked at by another than who did it', () => {
    const own = { id: actorOf('division-head').id, title: '处长' };
    const story = new RowStory(tasks, '2026-03-02')
      .does('handler', { act: 'enter', answers: { ...ORDER, owner: own } })
      .moves('deputy-director', 'approve')
      .on('2026-03-30')
      .moves('division-head', 'complete', DONE);
    expect(story.problems('division-head', { act: 'move', move: 'accept' })).toEqual(['task.own-work']);
    expect(story.moves('deputy-director', 'accept').row.stage).toBe('done');
  });

  test('a request to extend it that nobody answers by its day does not keep it from being late', () => {
    const ask = { until: '2026-04-30', why: '等批复' };
    const story = opened().on('2026-03-31').moves('division-head', 'extend', ask);
    expect(story.on('2026-04-01').ticks().row).toMatchObject({ stage: 'late', asked: null });
    expect(counted(story, 'sla.task')).toEqual(['2026-03-31 0']);
  });

  test('owes reports from the day it was approved, or sent back, on', () => {
    const story = entered().on('2026-03-18').moves('deputy-director', 'approve');
    expect(owed(story, '2026-03-24')).toEqual(['2026-03-20', '2026-03-27']);
    story.moves('handler', 'complete', { ...DONE, doneOn: '2026-03-18' });
    story.on('2026-03-30').moves('deputy-director', 'return', { why: '凭据不全' });
    expect(owed(story, '2026-03-31')).toEqual(['2026-04-03']);
  });

  test('owes the report of a holiday week as long before as any other', () => {
    // 2026年2月15日至23日春节放假，14日（周六）上班: the report of Friday the 20th is due on the 14th.
    const story = new RowStory(tasks, '2026-02-02')
      .does('division-head', { act: 'enter', answers: ORDER })
      .moves('deputy-director', 'approve');
    expect(owed(story, '2026-02-10').at(-1)).toBe('2026-02-13');
    expect(owed(story, '2026-02-11').at(-1)).toBe('2026-02-14');
  });

  test('what was sent back counts, and is done again', () => {
    const story = opened()
      .on('2026-03-30')
      .moves('handler', 'complete', DONE)
      .moves('director', 'return', { why: '缺附件' });
    expect(story.row.stage).toBe('doing');
    expect(counted(story, 'task.returned')).toEqual(['2026-03-31 1']);
    expect(taskOf(story.row).doneOn).toBeNull();
    story.moves('handler', 'complete', DONE).moves('director', 'accept');
    expect(counted(story, 'sla.task')).toEqual(['2026-03-31 1']);
  });

  test('passed to somebody else it is signed for anew', () => {
    const story = opened().moves('division-head', 'reassign', {
      owner: { id: actorOf('window').id, title: '窗口' },
      why: '工作调整',
    });
    expect(story.problems('handler', { act: 'move', move: 'sign' })).not.toEqual([]);
    story.moves('window', 'sign');
    expect(story.row.answers['signedOn']).toBe('2026-03-02');
  });

  test('is printed as a notice, as a slip with who urged, and as a report of its end', () => {
    const story = opened()
      .moves('division-head', 'urge', { text: '请今日内办结' })
      .moves('handler', 'complete', { ...DONE, doneOn: '2026-03-02' })
      .moves('director', 'accept');
    const printed = (key: string) =>
      JSON.stringify(
        tasks.papers
          ?.find((one) => one.key === key)
          ?.build({ rows: [story.row as never], office: '某省外办', by: '某人', today: '2026-03-02' }),
      );
    expect(printed('notice')).toContain('材料印发');
    expect(printed('slip')).toContain('请今日内办结');
    expect(printed('slip')).toContain(actorOf('division-head').name);
    expect(printed('ended')).toContain('外办〔2026〕9号');
  });
});
