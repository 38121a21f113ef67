import { moneyText } from '@zhitongche/base';
import { defineRegister } from '@zhitongche/register';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { ceilingOf } from './ceiling.ts';
import { checks } from './checks.ts';
import { ceilingForm } from './form.ts';
import { samples } from './samples.ts';

/** 指标额度: what may be spent in a year on a project, a purpose, a class or one of the three public expenses. */
export const budgetCeilings = defineRegister({
  code: 'budget-ceiling',
  name: '指标额度',
  noun: '额度',
  en: 'Budget ceilings',
  category: '支出台账',
  what: '一年里每个项目、每种用途、每项三公经费可以花多少，按什么进度支付；年中调整就修改这一条，原来的数和理由都留着。',
  basis: [BUDGET_LAW.title, '河北省外办2024年度部门预算'],
  measure: '项',
  form: ceilingForm,
  checks,
  title: ({ name, year }) => (name ? `${year ?? ''}年${name}` : '额度'),
  cardFacts: ({ amount, source }) => [
    { label: '额度', value: amount ? `${moneyText(amount)}元` : '' },
    { label: '依据', value: source ?? '' },
  ],
  columns: [
    { key: 'year' },
    { key: 'amount' },
    { key: 'project' },
    { key: 'publicExpense', filter: true },
    { key: 'economic', filter: true, later: true },
    { key: 'purpose' },
    { key: 'march', later: true },
    { key: 'june', later: true },
    { key: 'october', later: true },
    { key: 'december', later: true },
    { key: 'source', later: true },
  ],
  unique: ['year', 'name'],
  order: 'name',
  spending: { is: 'ceilings', of: ceilingOf },
  readers: [{ roles: ['countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['finance-officer'],
  samples,
});
