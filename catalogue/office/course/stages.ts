import { blocking } from '@zhitongche/base';
import { text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, move } from '@zhitongche/register';
import { TRAINING } from '../../shared/course-kinds.ts';
import type { Course } from './form.ts';

const courseOf = ({ answers }: KeptRow): Course => answers;

/** From the plan to the day itself; whoever signed up becomes a line of attendance when it begins. */
export const stages: GivenStages = {
  first: 'planned',
  list: {
    planned: '计划',
    open: '报名',
    running: '开班',
    finished: { label: '结束', ends: true },
    cancelled: { label: '取消', ends: true },
  },
  moves: [
    move('announce', '开始报名', 'planned', 'open'),
    move('begin', '开班', 'open', 'running', {
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
    }),
    move('finish', '结束', 'running', 'finished'),
    move('cancel', '取消', ['planned', 'open'], 'cancelled', {
      asks: { reason: text('原因', { max: 200, required: true }) },
    }),
  ],
};
