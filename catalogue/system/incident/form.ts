import {
  type Answers,
  type AnswersOf,
  choice,
  dateTime,
  form,
  integer,
  options,
  table,
  text,
} from '@zhitongche/form';
import { SYSTEM_HOURS } from '../../shared/system-hours.ts';

/** An answer of a system's card, where it has one. */
export const known = (row: Answers, key: string): Answers =>
  row[key] === undefined || row[key] === null ? {} : { [key]: row[key] };

/** What is reported of a fault, and the limits it is held to. */
export const incidentForm = form({
  incident: {
    title: '故障',
    fields: {
      system: text('系统', {
        max: 80,
        required: true,
        width: 6,
        pick: {
          register: 'it-system',
          fill: (row) => ({
            ...(row['name'] ? { system: row['name'] } : {}),
            ...known(row, 'hours'),
            ...known(row, 'answer'),
            ...known(row, 'repair'),
          }),
        },
      }),
      reported: dateTime('报告时间', { required: true, width: 6 }),
      what: text('现象', { max: 300, lines: 2, required: true }),
      reporter: text('报告人', { max: 60, sensitivity: 'personal', width: 6 }),
      down: choice('影响', options({ down: '系统停用', slow: '部分功能受影响', none: '不影响使用' }), {
        required: true,
        width: 6,
      }),
    },
  },
  limits: {
    title: '约定时限',
    intro: '从系统卡片带入。没有约定的空着。',
    fields: {
      hours: choice('计时办法', options(SYSTEM_HOURS), { required: true, width: 4 }),
      answer: integer('响应时限', { min: 1, max: 100_000, unit: '分钟', width: 4 }),
      repair: integer('修复时限', { min: 1, max: 100_000, unit: '分钟', width: 4 }),
      waits: table(
        '不计时的等待',
        {
          from: dateTime('起', { required: true }),
          until: dateTime('止'),
          why: text('原因', { max: 60, required: true }),
        },
        { maxRows: 20, rowName: '段', names: ['why'] },
      ),
    },
  },
});

/** Answers to it, with what moves set. */
export type Incident = AnswersOf<typeof incidentForm> & {
  readonly answered?: string;
  readonly restored?: string;
};
