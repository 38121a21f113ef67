import { measureRows, type RowSubject } from '@zhitongche/measure';
import type { Course } from './form.ts';

/** A course that took place. */
const held = ({ row: { stage, answers } }: RowSubject) => {
  const { day, hours }: Course = answers;
  return (stage === 'running' || stage === 'finished') && day !== undefined ? [{ day, hours }] : [];
};

/** What courses come to, by the source codes of indicator tables. */
export const courseMeasures = measureRows('course', [
  {
    code: 'train.sessions',
    name: '培训次数',
    what: '已开班的班次，按培训日期计；取消的不计',
    unit: '次',
    sort: 'things',
    edition: 1,
    lines: (subject) => held(subject).map(({ day }) => ({ day, n: '1' })),
  },
  {
    code: 'train.duration',
    name: '平均培训时长',
    what: '已开班班次的学时，按培训日期计',
    unit: '小时',
    sort: 'mean',
    edition: 1,
    lines: (subject) =>
      held(subject).flatMap(({ day, hours }) => (hours === undefined ? [] : [{ day, n: hours }])),
  },
]);
