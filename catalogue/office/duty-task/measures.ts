import { isDay } from '@zhitongche/base';
import { measureRows, type Measure, type RowSubject } from '@zhitongche/measure';

/** Tasks whose day has come: done, or marked late by the clock. */
const counted = (code: string, name: string, what: string, holds: (s: RowSubject['row']) => boolean) =>
  ({
    code,
    name,
    what,
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: ({ row }) => {
      const { due } = row.answers;
      return isDay(due) && (row.stage === 'done' || row.stage === 'late')
        ? [{ day: due, n: holds(row) ? '1' : '0' }]
        : [];
    },
  }) satisfies Measure<RowSubject>;

/** What the office's recurring duties come to. */
export const dutyMeasures = measureRows('duty-task', [
  counted(
    'duty.done',
    '周期任务完成率',
    '到期的周期任务中已办完的；本期不办的不计',
    ({ stage }) => stage === 'done',
  ),
  counted(
    'duty.in-time',
    '周期任务按期完成率',
    '到期的周期任务中不晚于期限办完的；本期不办的不计',
    ({ stage, answers: { doneOn, due } }) =>
      stage === 'done' && typeof doneOn === 'string' && typeof due === 'string' && doneOn <= due,
  ),
]);
