import { type AnswersOf, choice, date, decimal, form, integer, options, pick, text } from '@zhitongche/form';
import { CERTIFICATE_ROOMS, COURSE_KINDS } from '../../shared/course-kinds.ts';

/** Who takes part in which course. */
export const attendanceForm = form({
  who: {
    title: '参训',
    fields: {
      course: pick('班次', 'course', { required: true, width: 8 }),
      day: date('日期', { required: true, width: 4 }),
      name: text('姓名', {
        max: 60,
        required: true,
        sensitivity: 'personal',
        room: CERTIFICATE_ROOMS.name,
        width: 4,
        pick: { register: 'person', fill: ({ name, unit }) => ({ name, ...(unit && { unit }) }) },
      }),
      unit: pick('单位', 'org', { required: true, width: 8 }),
    },
  },
  terms: {
    title: '班次要求',
    intro: '由开班带入；补登的人照班次填写。',
    fields: {
      kind: choice('类别', options(COURSE_KINDS), { required: true, width: 3 }),
      hours: decimal('学时', { scale: 1, min: '0.5', max: '400', unit: '小时', required: true, width: 3 }),
      mark: integer('合格分数', { min: 0, max: 1000, unit: '分', width: 3 }),
    },
  },
});

/** Answers to it, with what moves set. */
export type Attendance = AnswersOf<typeof attendanceForm> & {
  readonly signedIn?: string;
  readonly arrived?: string;
  readonly signedOut?: string;
  readonly attended?: string;
  readonly score?: number;
  readonly passed?: boolean;
};
