import { blocking } from '@zhitongche/base';
import { integer, onePage, text } from '@zhitongche/form';
import { type GivenStages, type KeptRow, minuteSaid, type Move, move } from '@zhitongche/register';
import { TRAINING } from '../../shared/course-kinds.ts';
import type { Attendance } from './form.ts';

const attendanceOf = ({ answers }: KeptRow): Attendance => answers;

const HOUR = 3_600_000;

/** Hours between two of them, in halves begun and finished, never more than the course has. */
export const hoursBetween = (from: string, to: string, most: string): string => {
  const at = (text_: string): number => Date.parse(`${text_.replace(' ', 'T')}:00+08:00`);
  const halves = Math.floor(((at(to) - at(from)) / HOUR) * 2);
  return Math.max(0, Math.min(halves / 2, Number(most))).toFixed(1);
};

const graded = (key: string, label: string, to: 'passed' | 'failed'): Move => ({
  key,
  label,
  from: ['out', 'failed'],
  to,
  form: onePage('考核', {
    score: integer('分数', { min: 0, max: 1000, unit: '分', width: 6 }),
    note: text('说明', { max: 200, width: 6 }),
  }),
  fits(row, { score }) {
    const { mark } = attendanceOf(row);
    if (mark === undefined) return [];
    const reached = typeof score === 'number' && score >= mark;
    if (typeof score === 'number' && reached === (to === 'passed')) return [];
    const says =
      typeof score === 'number'
        ? `${score}分${reached ? '已达到' : '没有达到'}合格分数${mark}分`
        : `这一班次要考试，合格分数${mark}分`;
    return [
      blocking('attendance.score', ['score'], says, 'The score does not fit the result', {
        todo: typeof score === 'number' ? `请改为登记“${reached ? '合格' : '不合格'}”` : '请填写分数',
        basis: TRAINING,
      }),
    ];
  },
  sets: (_row, { score }) => ({ score, passed: to === 'passed' }),
});

/** From the list to the result: in by the code on the screen of the room, out by the clock, passed by the mark. */
export const stages: GivenStages = {
  first: 'listed',
  list: {
    listed: '已报名',
    in: '已签到',
    out: '已签退',
    passed: { label: '合格', ends: true },
    failed: '不合格',
    absent: { label: '缺席', ends: true },
  },
  moves: [
    move('check-in', '扫码签到', 'listed', 'in', {
      roles: [],
      form: onePage('签到', {
        at: text('签到时间', { max: 20, required: true, width: 6 }),
        arrived: text('送达时间', { max: 20, required: true, width: 6 }),
      }),
      sets: (_row, { at, arrived }) => ({ signedIn: at, arrived }),
    }),
    move('sign-in', '现场补登签到', 'listed', 'in', {
      form: onePage('补登签到', { why: text('为什么没有扫码', { max: 100, required: true, width: 12 }) }),
      needs: (row, { today }) =>
        (attendanceOf(row).day ?? today) <= today
          ? []
          : [
              blocking('attendance.early', ['day'], '还没有开班', 'It has not begun', {
                todo: '请在开班当天签到',
              }),
            ],
      sets: (_row, _data, { now }) => ({ signedIn: minuteSaid(now) }),
    }),
    move('sign-out', '签退', 'in', 'out', {
      sets(row, _data, { now }) {
        const { signedIn = minuteSaid(now), hours = '0' } = attendanceOf(row);
        return { signedOut: minuteSaid(now), attended: hoursBetween(signedIn, minuteSaid(now), hours) };
      },
    }),
    graded('pass', '合格', 'passed'),
    graded('fail', '不合格', 'failed'),
    move('miss', '登记缺席', 'listed', 'absent', { sets: () => ({ passed: false }) }),
  ],
};
