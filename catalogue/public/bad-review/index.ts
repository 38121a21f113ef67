import { defineRegister } from '@zhitongche/register';
import { WHOLE_OFFICE } from '../../shared/desk-readers.ts';
import { resultSet, reviewForm } from './form.ts';
import { samples } from './samples.ts';
import { asSaid, LOOP, stages } from './stages.ts';

const CALLERS = ['handler', 'window', 'division-head'] as const;

/** 差评回访: who is not satisfied and asked to be called is called within days, and what was wrong is mended. */
export const badReviews = defineRegister({
  code: 'bad-review',
  name: '差评回访',
  noun: '差评',
  en: 'Bad reviews',
  category: '满意度',
  what: '评为不满意、又留下联系方式的：限期回访，查明原因，整改，再听本人意见。没有留联系方式的不在这里，只按人群分析。',
  basis: [LOOP.title, 'GB/T 39734-2020'],
  measure: '件',
  form: reviewForm,
  set: resultSet,
  title: ({ about, day }) => [about, day].filter(Boolean).join(' ') || '差评',
  columns: [
    { key: 'about', later: true },
    { key: 'who' },
    { key: 'mark', filter: true },
    { key: 'reasons' },
    { key: 'day' },
    { key: 'due' },
    { key: 'calledOn' },
    { key: 'cause', filter: true },
    { key: 'closedOn' },
    { key: 'result', filter: true, later: true },
  ],
  day: 'day',
  order: 'due',
  stages,
  dates: [
    {
      field: 'due',
      label: '差评回访期限',
      days: [2, 0, -1],
      tells: ['division-head'],
      when: ({ stage }) => stage === 'open',
      after: 'lapse',
    },
    {
      field: 'mendDue',
      label: '差评整改期限',
      days: [5, 0, -1],
      tells: ['division-head'],
      when: ({ stage }) => stage === 'open' || stage === 'late' || stage === 'mending',
    },
  ],
  readers: [
    // Who calls back sees whom to call.
    { roles: CALLERS, rows: 'office', clearance: 'personal' },
    { roles: WHOLE_OFFICE, rows: 'office' },
  ],
  keepers: CALLERS,
  guards: asSaid,
  samples,
});
