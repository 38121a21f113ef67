import { defineRegister } from '@zhitongche/register';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { bindingOf } from './binding.ts';
import { checks } from './checks.ts';
import { bindingForm } from './form.ts';
import { samples } from './samples.ts';

/** 指标绑定: how each published target is answered, by a measure, a person, a questionnaire or evidence. */
export const targetBindings = defineRegister({
  code: 'target-binding',
  name: '指标绑定',
  noun: '绑定',
  en: 'How targets are answered',
  category: '绩效指标',
  what: '公开的绩效指标每一条由什么作答：办件和台账算出来的、按清单由人复核的、问卷问出来的、凭证明材料的；谁什么时候这样定的、后来怎么改的，都在它的记录里。',
  basis: [BUDGET_LAW.title],
  measure: '条',
  form: bindingForm,
  checks,
  title: ({ name, year }) => (name ? `${year ?? ''}年${name}` : '绑定'),
  columns: [
    { key: 'year' },
    { key: 'project' },
    { key: 'target' },
    { key: 'way', filter: true },
    { key: 'measure', later: true },
    { key: 'reason', later: true },
  ],
  unique: ['year', 'department', 'project', 'name'],
  order: 'name',
  targets: { is: 'bindings', of: bindingOf },
  readers: [{ roles: ['countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['finance-officer'],
  samples,
});
