import {
  type AnswersOf,
  choice,
  date,
  decimal,
  form,
  integer,
  options,
  pick,
  table,
  text,
} from '@zhitongche/form';
import { CERTIFICATE_ROOMS, COURSE_KINDS } from '../../shared/course-kinds.ts';

/** What is kept of a course, and who has signed up for it. */
export const courseForm = form({
  course: {
    title: '班次',
    fields: {
      title: text('班次名称', {
        max: 100,
        required: true,
        room: CERTIFICATE_ROOMS.course,
        also: ['培训名称', '课程'],
        width: 8,
      }),
      kind: choice('类别', options(COURSE_KINDS), { required: true, width: 4 }),
      day: date('日期', { required: true, width: 3 }),
      hours: decimal('学时', { scale: 1, min: '0.5', max: '400', unit: '小时', required: true, width: 3 }),
      capacity: integer('人数上限', { min: 1, max: 10_000, unit: '人', width: 3 }),
      mark: integer('合格分数', { min: 0, max: 1000, unit: '分', width: 3, help: '不考试的空着' }),
      place: text('地点', { max: 100, width: 6 }),
      teacher: text('授课人', { max: 100, width: 6 }),
    },
  },
  signups: {
    title: '报名',
    fields: {
      signups: table(
        '报名人员',
        {
          name: text('姓名', {
            max: 60,
            required: true,
            sensitivity: 'personal',
            room: CERTIFICATE_ROOMS.name,
          }),
          unit: pick('单位', 'org', { required: true }),
        },
        { maxRows: 500, rowName: '人', names: ['unit'], importable: true },
      ),
      note: text('备注', { max: 300, lines: 2 }),
    },
  },
});

/** Answers to it. */
export type Course = AnswersOf<typeof courseForm>;
