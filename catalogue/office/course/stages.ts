import { blocking } from '@zhitongche/base';
import { form, text } from '@zhitongche/form';
import type { KeptRow, Stages } from '@zhitongche/register';
import { TRAINING } from '../../shared/course-kinds.ts';
import type { Course } from './form.ts';

const courseOf = ({ answers }: KeptRow): Course => answers;

/** From the plan to the day itself; whoever signed up becomes a line of attendance when it begins. */
export const stages: Stages = {
  first: 'planned',
  list: {
    planned: { label: '计划' },
    open: { label: '报名' },
    running: { label: '开班' },
    finished: { label: '结束', ends: true },
    cancelled: { label: '取消', ends: true },
  },
  moves: [
    { key: 'announce', label: '开始报名', from: ['planned'], to: 'open' },
    {
      key: 'begin',
      label: '开班',
      from: ['open'],
      to: 'running',
      needs: (row, { today }) => [
        ...((courseOf(row).signups ?? []).length > 0
          ? []
          : [
              blocking('course.nobody', ['signups'], '还没有人报名', 'Nobody has signed up', {
                todo: '请先录入或导入报名人员',
                basis: TRAINING,
              }),
            ]),
        ...((courseOf(row).day ?? today) <= today
          ? []
          : [
              blocking('course.early', ['day'], `${courseOf(row).day}才开班`, 'It has not come yet', {
                todo: '改期的，请先修改日期',
                basis: TRAINING,
              }),
            ]),
      ],
      brings: {
        register: 'attendance',
        rows(row) {
          const { title = '', kind, day, hours, mark, signups = [] } = courseOf(row);
          const course = { id: row.id, title };
          return signups.map(({ name, unit }) => ({ course, kind, day, hours, mark, name, unit }));
        },
      },
    },
    { key: 'finish', label: '结束', from: ['running'], to: 'finished' },
    {
      key: 'cancel',
      label: '取消',
      from: ['planned', 'open'],
      to: 'cancelled',
      form: form({
        why: { title: '取消', fields: { reason: text('原因', { max: 200, required: true }) } },
      }),
    },
  ],
};
