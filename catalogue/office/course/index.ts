import { addDays } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { defineRegister } from '@zhitongche/register';
import { COURSE_KINDS, TRAINING } from '../../shared/course-kinds.ts';
import { courseForm } from './form.ts';
import { stages } from './stages.ts';

const check = checksFor<typeof courseForm>();

/** 培训班次: what is taught when, to how many, and who has signed up. */
export const courses = defineRegister({
  code: 'course',
  name: '培训班次',
  noun: '班次',
  en: 'Courses',
  category: '培训',
  what: '每一期培训：讲什么、哪天、几学时、谁来讲、报了多少人；开班时按报名生成参训记录。',
  basis: [TRAINING.title, '河北省外办2024年度部门预算：专办员培训、附加证明书培训考评'],
  measure: '期',
  form: courseForm,
  checks: [
    check({
      code: 'T-01',
      title: '报名人数不超过人数上限',
      level: 'block',
      basis: TRAINING,
      reads: ['capacity', 'signups'],
      run: ({ capacity, signups }) =>
        signups.length > capacity
          ? [
              {
                at: ['signups'],
                message: `报名${signups.length}人，上限${capacity}人`,
                en: 'More have signed up than there is room for',
                todo: '请另开一期，或调整上限',
              },
            ]
          : [],
    }),
    check({
      code: 'T-02',
      title: '同一单位同一人只报一次',
      level: 'block',
      basis: TRAINING,
      reads: ['signups'],
      run({ signups }) {
        const names = signups.map(({ name, unit }) => `${unit?.id} ${name}`);
        return names.flatMap((name, at) =>
          names.indexOf(name) < at
            ? [
                {
                  at: ['signups', at, 'name'],
                  message: `${signups[at]?.name}已在第${names.indexOf(name) + 1}行报名`,
                  en: 'Signed up twice',
                  todo: '请删去重复的一行；确是同名的两人，请在姓名后注明',
                },
              ]
            : [],
        );
      },
    }),
  ],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'course.warn',
      label: '培训开班前几天提醒',
      type: 'list',
      default: ['7', '1'],
      unconfirmed: true,
    },
  ],
  title: ({ title, day }) => [title, day].filter(Boolean).join(' ') || '班次',
  cardFacts: ({ kind, day, place }) => [
    { label: '类别', value: COURSE_KINDS[kind as keyof typeof COURSE_KINDS] ?? '' },
    { label: '日期', value: day ?? '' },
    { label: '地点', value: place ?? '' },
  ],
  columns: [
    { key: 'title', later: true },
    { key: 'kind', filter: true },
    { key: 'day' },
    { key: 'hours' },
    {
      key: 'room',
      label: '报名',
      of: ({ signups, capacity }) =>
        `${Array.isArray(signups) ? signups.length : 0}${typeof capacity === 'number' ? `/${capacity}` : ''}人`,
    },
    { key: 'place' },
    { key: 'teacher', later: true },
    { key: 'mark', later: true },
  ],
  unique: ['title', 'day'],
  day: 'day',
  stages,
  dates: [
    {
      field: 'day',
      label: '开班',
      warn: 'course.warn',
      when: ({ stage }) => stage === 'planned' || stage === 'open',
    },
  ],
  relations: [],
  readers: [
    {
      roles: ['window', 'countersigner', 'deputy-director', 'director', 'passport-officer', 'city-reviewer'],
      rows: 'office',
    },
    { roles: ['filer'], rows: 'office' },
  ],
  keepers: ['handler', 'division-head'],
  samples: (today) => [
    {
      stage: 'open',
      answers: {
        title: '专办员业务培训',
        kind: 'filer',
        day: addDays(today, 9),
        hours: '6.0',
        capacity: 60,
        mark: 80,
        place: '二楼会议厅',
        teacher: '出国审批处',
        signups: [
          { name: '林㛃', unit: { id: '', title: '云泽大学' } },
          { name: '陶疏影', unit: { id: '', title: '云泽省商务厅' } },
        ],
      },
    },
    {
      answers: {
        title: '出访团组行前教育',
        kind: 'departure',
        day: today,
        hours: '2.0',
        capacity: 30,
        place: '二楼会议厅',
        teacher: '安全保密处',
        signups: [
          { name: '林㛃', unit: { id: '', title: '云泽大学' } },
          { name: '陶疏影', unit: { id: '', title: '云泽省商务厅' } },
          { name: '钱清和', unit: { id: '', title: '云泽省人民政府外事办公室' } },
        ],
      },
      ago: 5,
      moves: [
        { move: 'announce', ago: 4 },
        { move: 'begin', ago: 0 },
      ],
    },
    {
      stage: 'finished',
      answers: {
        title: '行前教育',
        kind: 'departure',
        day: addDays(today, -12),
        hours: '2.0',
        capacity: 30,
        place: '二楼会议厅',
      },
    },
    {
      answers: {
        title: '附加证明书签署人考评',
        kind: 'apostille',
        day: addDays(today, 40),
        hours: '4.0',
        capacity: 20,
        mark: 60,
        place: '领事处',
      },
    },
  ],
});
