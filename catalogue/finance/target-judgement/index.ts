import { defineRegister } from '@zhitongche/register';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { checks } from './checks.ts';
import { judgementForm } from './form.ts';
import { judgementOf } from './judgement.ts';
import { samples } from './samples.ts';

/** 指标评判: what people found of targets no machine answers: who, by which list, when, with the evidence and last year's beside. */
export const targetJudgements = defineRegister({
  code: 'target-judgement',
  name: '指标评判',
  noun: '评判',
  en: 'Judged targets',
  category: '绩效指标',
  what: '机器答不了的绩效指标：谁、哪一天、按哪份清单看的，结论是什么；凭材料的，材料在哪里，上年是怎样的。',
  basis: [BUDGET_LAW.title],
  measure: '次',
  form: judgementForm,
  checks,
  title: ({ name, day }) => [name, day].filter(Boolean).join(' ') || '评判',
  columns: [
    { key: 'year' },
    { key: 'project' },
    { key: 'way', filter: true },
    { key: 'day' },
    { key: 'judge' },
    { key: 'list', later: true },
    { key: 'verdict', filter: true },
    { key: 'evidence', later: true },
  ],
  day: 'day',
  order: 'day',
  targets: { is: 'judgements', of: judgementOf },
  readers: [{ roles: ['countersigner', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['finance-officer', 'division-head', 'handler'],
  samples,
});
