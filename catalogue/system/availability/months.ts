import { type Day, decimalOf, decimalText } from '@zhitongche/base';
import { type AnswersOf, date, decimal, form, integer, onePage, pick, text } from '@zhitongche/form';
import { type MonthFigures, percentUp } from '@zhitongche/probe';
import { defineRegister, type GivenStages, type KeptRow, type Move, move, STAYS } from '@zhitongche/register';
import { DESK_AND_CITIES } from '../../shared/desk-readers.ts';
import { samples } from './samples.ts';

const monthForm = onePage('月份', {
  of: pick('系统', 'it-system', { required: true, width: 8 }),
  month: date('月份', { required: true, width: 4, help: '写这个月的1日' }),
});

const minutes = (label: string) => integer(label, { min: 0, max: 50_000, unit: '分钟', width: 4 });
const percent = (label: string) => decimal(label, { scale: 2, min: '0', max: '100', unit: '%', width: 4 });

const figures = {
  minutes: minutes('计时'),
  reportedDown: minutes('登记的停用'),
  reportedUp: percent('可用率（按登记的故障）'),
  watched: minutes('探测到的时间'),
  watchedDown: minutes('探测的中断'),
  watchedUp: percent('可用率（本程序探测）'),
};

/** Answers of a month, with what moves set. */
export type Month = AnswersOf<typeof monthForm> & {
  readonly [K in keyof MonthFigures]?: number | null;
} & {
  readonly reportedUp?: string | null;
  readonly watchedUp?: string | null;
  readonly byHand?: string | null;
  readonly source?: string | null;
};

/** A month as its row keeps it. */
export const monthOf = ({ answers }: Pick<KeptRow, 'answers'>): Month => answers;

/** The rate that counts: what was put on record by hand before what the reported faults come to; never what the probe found. */
export const rateOf = ({ byHand, reportedUp }: Month): string | undefined =>
  byHand ?? reportedUp ?? undefined;

const byHand: Move = {
  key: 'by-hand',
  label: '按运维报告登记',
  from: ['counted', 'by-hand'],
  to: 'by-hand',
  form: form({
    report: {
      title: '按运维报告登记',
      intro: '以人工登记的为准；按故障和探测算出的仍然列在旁边。',
      fields: {
        byHand: decimal('可用率', { scale: 2, min: '0', max: '100', unit: '%', required: true }),
        source: text('来源', { max: 120, required: true, help: '如：某某公司10月运维报告' }),
      },
    },
  }),
  sets: (_row, { byHand, source }) => ({ byHand, source }),
};

const stages: GivenStages = {
  first: 'counted',
  list: {
    counted: { label: '按登记的故障', ends: true },
    'by-hand': { label: '按运维报告', ends: true },
  },
  moves: [
    byHand,
    move('count', '统计', ['counted', 'by-hand'], STAYS, {
      roles: [],
      form: form({ figures: { title: '统计', fields: figures } }),
      sets: (_row, data) => Object.fromEntries(Object.keys(figures).map((key) => [key, data[key] ?? null])),
    }),
    move('as-counted', '改回按登记的故障', 'by-hand', 'counted', {
      sets: () => ({ byHand: null, source: null }),
    }),
  ],
};

const shown = (rate: string | null | undefined, none: string): string => {
  const value = rate ? decimalOf(rate) : undefined;
  return value ? `${decimalText(value, 2)}%` : none;
};

/** 系统可用率: each month of each system, from the faults people reported and from this program's own probe, side by side. */
export const availabilities = defineRegister({
  code: 'availability',
  name: '系统可用率',
  noun: '系统月度可用率',
  en: 'Availability of systems',
  category: '系统运维',
  what: '每个系统每个月：按登记的故障算出的可用率和本程序探测到的分列两栏；有运维报告的以报告为准。',
  basis: ['河北省外办2024年度部门预算：信息系统正常运行率'],
  measure: '个月',
  byProgram: true,
  form: monthForm,
  set: {
    title: '统计',
    fields: {
      ...figures,
      byHand: percent('可用率（运维报告）'),
      source: text('报告来源', { max: 120 }),
    },
  },
  title: ({ of, month }) => [of?.title, month?.slice(0, 7)].filter(Boolean).join(' ') || '系统可用率',
  cardFacts: (answers) => [
    { label: '计入', value: `计入${shown(rateOf(answers), '没有可计的')}` },
    { label: '本程序探测', value: `探测${shown(monthOf({ answers }).watchedUp, '没有')}` },
  ],
  columns: [
    { key: 'period', label: '月份', of: ({ month }: Month) => month?.slice(0, 7) ?? '' },
    { key: 'of' },
    { key: 'rate', label: '计入的可用率', of: (answers) => shown(rateOf(answers), '没有可计的') },
    {
      key: 'reported',
      label: '按登记的故障',
      of: ({ reportedUp }: Month) => shown(reportedUp, '没有可计的'),
    },
    { key: 'reportedDown', later: true },
    { key: 'probed', label: '本程序探测', of: ({ watchedUp }: Month) => shown(watchedUp, '没有探测') },
    { key: 'watched', later: true },
    { key: 'watchedDown', later: true },
    { key: 'source', later: true },
  ],
  unique: ['of', 'month'],
  day: 'month',
  order: 'day',
  stages,
  readers: DESK_AND_CITIES,
  keepers: ['handler', 'division-head'],
  samples,
});

/** What a month comes to, as the row keeps it. */
export const counted = (one: MonthFigures) => ({
  minutes: one.minutes,
  reportedDown: one.reportedDown,
  reportedUp: percentUp(one.minutes, one.reportedDown) ?? null,
  watched: one.watched,
  watchedDown: one.watchedDown,
  watchedUp: percentUp(one.watched, one.watchedDown) ?? null,
});

/** Whether a row says so already. */
export const says = (row: KeptRow, one: MonthFigures): boolean => {
  const known: Month = monthOf(row);
  const now = counted(one);
  return (
    known.minutes === now.minutes &&
    known.reportedDown === now.reportedDown &&
    known.watched === now.watched &&
    known.watchedDown === now.watchedDown
  );
};

/** What the program enters of a month that begins. */
export const monthBegun = (of: { readonly id: string; readonly title: string }, month: Day) => ({
  of,
  month,
});
