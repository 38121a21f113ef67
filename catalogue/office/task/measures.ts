import { isDay } from '@zhitongche/base';
import { measureRows, type Measure, type RowSubject } from '@zhitongche/measure';
import type { Task } from './form.ts';
import { dayOf, taskOf } from './stages.ts';

/** Tasks that were due: ended, or marked late by the clock; those withdrawn are left out. */
const inTime = (code: string, name: string, what: string, day: (task: Task) => string | undefined) =>
  ({
    code,
    name,
    what,
    unit: '',
    sort: 'rate',
    edition: 1,
    lines: ({ row }) => {
      const task = taskOf(row);
      const due = day(task);
      if (!isDay(due) || (row.stage !== 'done' && row.stage !== 'late')) return [];
      return [{ day: due, n: row.stage === 'done' && (task.doneOn ?? '9') <= due ? '1' : '0' }];
    },
  }) satisfies Measure<RowSubject>;

/** What the office's tasks come to, by the source codes of indicator tables. */
export const taskMeasures = measureRows('task', [
  inTime('sla.task', '任务完成及时率', '到期的督办事项中按现行期限（延期的按新期限）办结的', dayOf),
  inTime(
    'sla.task.ordered',
    '任务按原期限完成率',
    '到期的督办事项中按立项时的期限办结的，延期的不算按时',
    ({ due }) => due,
  ),
  {
    code: 'task.returned',
    name: '督办退回次数',
    what: '审核时退回重办的次数，按现行期限所在月份计',
    unit: '次',
    sort: 'things',
    edition: 1,
    lines: ({ row }) => {
      const task = taskOf(row);
      const day = dayOf(task);
      return isDay(day) && (task.returned ?? 0) > 0 ? [{ day, n: String(task.returned) }] : [];
    },
  },
]);
