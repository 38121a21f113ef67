import { form, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { placed } from './form.ts';

const ruleForm = form({
  rule: {
    title: '归类规则',
    intro: '以后导入同一收款人的支出，表里没有写明的照此归类；表里写明的以表为准。',
    fields: { payee: text('收款人', { max: 120, required: true, width: 12 }), ...placed },
  },
});

/** 支出归类规则: where payments to somebody belong, as a finance officer decided it once. */
export const ledgerRules = defineRegister({
  code: 'ledger-line-rule',
  name: '支出归类规则',
  noun: '规则',
  en: 'Rules of the ledger',
  category: '支出台账',
  what: '付给谁的钱归到哪个项目、哪个科目：归类时记下，以后导入照此归类，随时可以修改、注销。',
  basis: [BUDGET_LAW.title],
  form: ruleForm,
  unique: ['payee'],
  readers: [{ roles: ['countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['finance-officer'],
  samples: () => [
    {
      answers: {
        payee: '云泽电信有限公司',
        sort: 'basic',
        fund: 'general',
        function: '2010301',
        economic: '30207',
      },
    },
  ],
});
