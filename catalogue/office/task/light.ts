import { addDays } from '@zhitongche/base';
import type { Task } from './form.ts';
import { dayOf } from './stages.ts';

/** Reports that were wanted by a day that is over, and not filed. */
export const missing = ({ reports = [] }: Task, today: string): number =>
  reports.filter(({ due, filedOn }) => !filedOn && due !== undefined && due < today).length;

/** How a task stands on a day: red past its day, yellow near it or where a report is missing. */
export const lightOf = (task: Task, today: string, near: number): '红' | '黄' | '绿' | '办结' => {
  if (task.doneOn) return '办结';
  const day = dayOf(task);
  if (day !== undefined && day < today) return '红';
  if (missing(task, today) > 0 || (day !== undefined && addDays(today, near) >= day)) return '黄';
  return '绿';
};
