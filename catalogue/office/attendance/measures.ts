import { measureRows, type RowSubject } from '@zhitongche/measure';
import type { Attendance } from './form.ts';

const THERE = ['in', 'out', 'passed', 'failed'];

/** Somebody who was there; with `graded`, whoever has a result. */
const present = ({ row: { stage, answers } }: RowSubject, graded = false) => {
  const { day, name, unit, passed }: Attendance = answers;
  const counts = graded ? stage === 'passed' || stage === 'failed' : THERE.includes(stage);
  return counts && day !== undefined
    ? [{ day, passed: passed === true, who: `${unit?.title ?? ''}/${name ?? ''}` }]
    : [];
};

/** What attendance comes to, by the source codes of indicator tables. */
export const attendanceMeasures = measureRows('attendance', [
  {
    code: 'train.attendance',
    name: '培训人次',
    what: '签到的人次，按培训日期计；缺席的不计',
    unit: '人次',
    sort: 'person-times',
    edition: 1,
    lines: (subject) => present(subject).map(({ day }) => ({ day, n: '1' })),
  },
  {
    code: 'train.persons',
    name: '参训人数',
    what: '签到的人，每人计一次，同一单位的同名视为一人',
    unit: '人',
    sort: 'persons',
    edition: 1,
    lines: (subject) => present(subject).map(({ day, who }) => ({ day, n: '1', who })),
  },
  {
    code: 'train.pass',
    name: '培训合格率',
    what: '登记了结果的人次中合格的，按培训日期计',
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: (subject) => present(subject, true).map(({ day, passed }) => ({ day, n: passed ? '1' : '0' })),
  },
]);
