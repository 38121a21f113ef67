import { blocking } from '@zhitongche/base';
import { checksFor } from '@zhitongche/case';
import { date, files, onePage, text, yesNo } from '@zhitongche/form';
import { defineRegister, move } from '@zhitongche/register';
import { OFFICE_AND_CITIES } from '../../shared/desk-readers.ts';
import { samples } from './samples.ts';

const taskForm = onePage('周期任务', {
  what: text('任务', { max: 80, required: true, width: 8 }),
  period: text('期间', { max: 40, required: true, width: 4 }),
  due: date('办结期限', { required: true, width: 4 }),
  note: text('说明', { max: 200, lines: 2, width: 8 }),
  proven: yesNo('办完时须附记录', { width: 4 }),
});

const done = {
  doneOn: date('办完日期', { required: true }),
  result: text('办理结果', { max: 500, lines: 3, required: true }),
  proof: files('记录', { accept: ['pdf', 'png', 'jpg'], maxBytes: 20_000_000, maxFiles: 10 }),
};

/** What the rule of a duty says of its task. */
const FIXED = ['what', 'period', 'due', 'proven'] as const;

/** 周期任务: what duties open by themselves, done in time or late. */
export const dutyTasks = defineRegister({
  code: 'duty-task',
  name: '周期任务',
  en: 'Recurring duties',
  category: '督办',
  what: '每周、每月、每季度、每年要做的事到时自动打开，做完登记结果，过了期限标红。',
  basis: ['本单位年度工作计划'],
  measure: '项',
  form: taskForm,
  set: {
    title: '办理',
    fields: { doneOn: date('办完日期'), result: text('办理结果', { max: 500, lines: 3 }) },
  },
  checks: [
    checksFor<typeof taskForm>()({
      code: 'D-01',
      title: '办结期限不在登记日之前太久',
      level: 'warn',
      basis: { title: '本单位年度工作计划', unconfirmed: true },
      reads: ['due'],
      run: ({ due }, { today }) =>
        due < today ? [{ at: ['due'], message: '办结期限已过', en: 'Past its day', todo: '请核对日期' }] : [],
    }),
  ],
  title: ({ what, period }) => [what, period].filter(Boolean).join('，') || '周期任务',
  cardFacts: ({ due }) => [{ label: '期限', value: due ?? '' }],
  columns: [
    { key: 'what', later: true },
    { key: 'period' },
    { key: 'due' },
    { key: 'doneOn' },
    { key: 'result' },
  ],
  unique: ['what', 'period'],
  day: 'due',
  order: 'due',
  guards: ({ origin, answers: before }, answers) =>
    origin.by === 'duty' && (answers === null || FIXED.some((key) => before[key] !== answers[key]))
      ? [
          blocking(
            'duty-task.of-duty',
            answers === null ? [] : FIXED.filter((key) => before[key] !== answers[key]),
            '到时自动打开的任务，不能改任务、期间、期限和是否须附记录，也不能注销或合并',
            'What a duty opened stays as it was opened',
            { todo: '这一期不办的，请负责人用“本期不办”；办理日期要改的，请调整周期任务的规则' },
          ),
        ]
      : [],
  stages: {
    first: 'open',
    list: {
      open: '待办',
      late: '已超期',
      done: { label: '已办', ends: true },
      spared: { label: '本期不办', ends: true },
    },
    moves: [
      move('do', '办完', ['open', 'late'], 'done', {
        asks: done,
        fits: ({ answers: { proven } }, { doneOn, proof }, { today }) => [
          ...(typeof doneOn === 'string' && doneOn > today
            ? [
                blocking('duty-task.to-come', ['doneOn'], '办完日期还没有到', 'Still to come', {
                  todo: '办完之后再登记',
                }),
              ]
            : []),
          ...(proven === true && !(Array.isArray(proof) && proof.length > 0)
            ? [
                blocking('duty-task.unproven', ['proof'], '这项任务须附记录', 'Its record is missing', {
                  todo: '请上传检查记录或照片的扫描件，再登记办完',
                }),
              ]
            : []),
        ],
      }),
      move('overdue', '超过期限', 'open', 'late', { roles: [] }),
      move('spare', '本期不办', ['open', 'late'], 'spared', {
        roles: ['division-head', 'deputy-director', 'director'],
        asks: { why: text('原因', { max: 200, required: true }) },
      }),
    ],
  },
  dates: [
    {
      field: 'due',
      label: '任务到期',
      days: [3, 0, -1],
      after: 'overdue',
      when: ({ stage }) => stage === 'open' || stage === 'late',
    },
  ],
  relations: [{ key: 'system', label: '所属系统', back: '周期任务', to: 'it-system', one: true }],
  readers: OFFICE_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});
