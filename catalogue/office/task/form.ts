import {
  type AnswersOf,
  choice,
  date,
  form,
  integer,
  options,
  pick,
  type Section,
  table,
  text,
  yuan,
} from '@zhitongche/form';

/** How often whoever was ordered reports, as the calendar of the office reads it. */
export const OFTEN = {
  week: { label: '每周', rule: '每周五，遇假提前' },
  month: { label: '每月', rule: '每月最后一个工作日' },
  quarter: { label: '每季度', rule: '每季度最后一个工作日' },
} as const;

/** What is ordered when a task is opened. */
export const taskForm = form({
  task: {
    title: '督办事项',
    fields: {
      what: text('事项', { max: 120, required: true, lines: 2 }),
      source: choice(
        '来源',
        options({
          instruction: '领导批示',
          meeting: '会议议定',
          document: '来文',
          case: '办件',
          plan: '年度计划',
          key: '年度重点工作',
          other: '其他',
        }),
        { required: true, width: 4 },
      ),
      sourceNumber: text('来源文号或编号', {
        max: 60,
        width: 4,
        help: '文号、会议名称、办件编号、计划编号',
        required: ({ source }) => source !== 'other' && source !== 'key',
      }),
      grounds: text('立项依据', { max: 200, width: 4 }),
    },
  },
  order: {
    title: '交办要求',
    fields: {
      lead: pick('主办处室', 'org', { required: true, width: 4 }),
      owner: pick('主办人', 'account', { required: true, width: 4 }),
      helpers: text('协办单位', { max: 200, width: 4, help: '多个单位用顿号分开' }),
      due: date('办结期限', { required: true, width: 4 }),
      often: choice(
        '报告进展',
        options({
          none: '不要求',
          week: OFTEN.week.label,
          month: OFTEN.month.label,
          quarter: OFTEN.quarter.label,
        }),
        { required: true, width: 4 },
      ),
      money: yuan('涉及金额', { width: 4 }),
      proof: text('怎样算办结', { max: 200, required: true, help: '如：印发通知、签署协议、交付清单' }),
    },
  },
});

/** What moves set. */
export const taskSet = {
  title: '办理情况',
  fields: {
    until: date('现行期限'),
    signedOn: date('签收日期'),
    doneOn: date('办结日期'),
    result: text('办结结果', { max: 1000, lines: 3 }),
    returned: integer('退回次数', { min: 0, max: 999, unit: '次' }),
    reports: table(
      '进展报告',
      {
        period: text('期间', { max: 40 }),
        due: date('应报日期'),
        filedOn: date('报告日期'),
        text: text('进展', { max: 500 }),
      },
      { maxRows: 500, rowName: '次', names: ['due'] },
    ),
    slips: table(
      '催办单',
      {
        number: integer('号', { min: 1, max: 999 }),
        on: date('日期', { required: true }),
        by: text('催办人', { max: 60 }),
        text: text('内容', { max: 300, required: true }),
      },
      { maxRows: 200, rowName: '张', names: ['number'] },
    ),
    extensions: table(
      '延期',
      {
        was: date('原期限', { required: true }),
        until: date('延至', { required: true }),
        on: date('同意日期', { required: true }),
        why: text('理由', { max: 300, required: true }),
      },
      { maxRows: 50, rowName: '次', names: ['until'] },
    ),
  },
} satisfies Section;

type TaskAnswers = AnswersOf<typeof taskForm>;

/** A report that was ordered, and filed or not. */
export interface Report {
  readonly period?: string;
  readonly due?: string;
  readonly filedOn?: string;
  readonly text?: string;
}

/** Answers of a task with what moves set. */
export type Task = TaskAnswers & {
  readonly until?: string;
  readonly signedOn?: string;
  readonly doneOn?: string;
  readonly returned?: number;
  readonly reports?: readonly Report[];
  readonly slips?: readonly { readonly number?: number; readonly on: string; readonly text: string }[];
  readonly extensions?: readonly { readonly was: string; readonly until: string; readonly why: string }[];
};
