import { moneyText } from '@zhitongche/base';
import { defineRegister } from '@zhitongche/register';
import { BUDGET_LAW } from '../../shared/budget-law.ts';
import { checks } from './checks.ts';
import { lineForm } from './form.ts';
import { papers } from './papers.ts';
import { samples } from './samples.ts';
import { imported } from './sheets.ts';
import { lineOf, stages } from './stages.ts';

/** 支出台账: every payment of the office under function, economic nature, project and fund. */
export const ledgerLines = defineRegister({
  code: 'ledger-line',
  name: '支出台账',
  noun: '支出',
  en: 'Ledger of spending',
  category: '支出台账',
  what: '每一笔支出：哪一天、多少钱、付给谁，归哪个科目、哪个项目、哪种资金；从财务系统导入，归不了类的排队等人决定。',
  basis: [BUDGET_LAW.title, '河北省外办2024年度部门预算'],
  measure: '笔',
  form: lineForm,
  checks,
  policies: [
    {
      key: 'ledger-line.back-days',
      label: '新年度开始后还可以补记上一年度支出的天数',
      type: 'number',
      unit: '天',
      default: 31,
      unconfirmed: true,
    },
  ],
  title: ({ voucher, summary }) => [voucher, summary].filter(Boolean).join(' ') || '支出',
  cardFacts: ({ amount, payee }) => [
    { label: '金额', value: amount ? `${moneyText(amount)}元` : '' },
    { label: '收款人', value: payee ?? '' },
  ],
  columns: [
    { key: 'amount' },
    { key: 'payee' },
    { key: 'economic', filter: true },
    { key: 'project' },
    { key: 'sort', filter: true },
    { key: 'fund', filter: true, later: true },
    { key: 'function', filter: true, later: true },
    { key: 'purpose', later: true },
    { key: 'matter' },
    { key: 'day' },
    { key: 'voucher', later: true },
  ],
  unique: ['day', 'voucher', 'amount', 'summary'],
  day: 'day',
  stages,
  imported,
  spending: {
    is: 'lines',
    economic: 'economic',
    of(row) {
      const { day, amount, function: functional, economic, project, purpose } = lineOf(row);
      return row.stage === 'left-out' || !day || !amount
        ? null
        : {
            day,
            amount,
            function: functional ?? '',
            economic: economic ?? '',
            project: project ?? '',
            purpose: purpose ?? '',
            waits: row.stage === 'queue',
          };
    },
  },
  readers: [{ roles: ['countersigner', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['finance-officer'],
  papers,
  samples,
});
