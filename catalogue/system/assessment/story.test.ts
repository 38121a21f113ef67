import { expect, test } from 'vitest';
import { RowStory } from '../../testing/row-story.ts';
import { assessments } from './index.ts';
import { assessmentMeasures } from './measures.ts';

const entered = (more: object = {}): RowStory =>
  new RowStory(assessments, '2026-12-28').does('handler', {
    act: 'enter',
    answers: { system: '外事直通车系统', sort: 'grade', due: '2026-12-25', ...more },
  });
const report = (data: object = {}) => ({ reported: '2026-12-24', verdict: '良', score: '82.5', ...data });
const counted = ({ row }: RowStory, code: string) =>
  assessmentMeasures.measures
    .find((one) => one.code === code)
    ?.lines({ row, timers: [] })
    .map(({ day, n }) => `${day} ${n}`);

test('an assessment whose report came on the day before Christmas was in time; on the 26th it was late', () => {
  const inTime = entered().moves('handler', 'begin').moves('handler', 'report', report());
  expect(counted(inTime, 'ops.assess.count')).toEqual(['2026-12-24 1']);
  expect(counted(inTime, 'ops.assess.score')).toEqual(['2026-12-24 82.50']);
  expect(counted(inTime, 'ops.assess.date')).toEqual(['2026-12-24 1']);
  const late = entered()
    .moves('handler', 'begin')
    .moves('handler', 'report', report({ reported: '2026-12-26' }));
  expect(counted(late, 'ops.assess.date')).toEqual(['2026-12-26 0']);
});

test('the report of a graded system has a score, and is not of a day to come', () => {
  const move = (data: object) => ({ act: 'move', move: 'report', data: report(data) }) as never;
  const begun = entered().moves('handler', 'begin');
  expect(begun.problems('handler', move({ score: undefined }))).toEqual(['assessment.score']);
  expect(begun.problems('handler', move({ reported: '2026-12-29' }))).toEqual(['assessment.to-come']);
});

test('it is not over while a finding is neither mended nor let stand for a reason', () => {
  const findings = [
    { what: '口令未换', severity: 'urgent', mended: '2026-12-25' },
    { what: '日志不足六个月', severity: 'low' },
  ];
  const open = entered({ sort: 'scan', findings })
    .moves('handler', 'begin')
    .moves('handler', 'report', report({ score: undefined }));
  expect(open.problems('handler', { act: 'move', move: 'close', data: {} } as never)).toEqual([
    'assessment.open',
  ]);
  expect(counted(open, 'ops.pentest.rate')).toEqual(['2026-12-24 1', '2026-12-24 0']);
});

test('one that was dropped, or has no report yet, counts for nothing', () => {
  expect(counted(entered(), 'ops.assess.count')).toEqual([]);
  expect(counted(entered().moves('handler', 'drop', { why: '系统停用' }), 'ops.assess.count')).toEqual([]);
});
