import { moneyText } from '@zhitongche/base';
import { date, text } from '@zhitongche/form';
import { defineRegister, type KeptRow } from '@zhitongche/register';
import { CONTROL } from './basis.ts';
import { checks } from './checks.ts';
import { nextPayment, nextUnpaid, presentWords } from './figures.ts';
import { contractForm } from './form.ts';
import { samples } from './samples.ts';
import { contractOf, stages } from './stages.ts';

const runs = ({ stage }: KeptRow): boolean => stage === 'running';

/** 合同: term, payments due and who is on the spot, from the draft to the archive. */
export const contracts = defineRegister({
  code: 'contract',
  name: '合同',
  en: 'Contracts',
  category: '合同',
  what: '每一份合同：与谁、多少钱、到哪天，下一笔什么时候付，今天驻场几人。',
  basis: [CONTROL.title, '河北省外办2024年度部门预算：运维合同、驻场运维人数'],
  measure: '份',
  form: contractForm,
  set: {
    title: '终止',
    fields: { endedOn: date('终止日期'), reason: text('终止原因', { max: 300, lines: 2 }) },
  },
  checks,
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'contract.end-warn',
      label: '合同到期前几天提醒',
      type: 'list',
      default: ['90', '30', '7', '0'],
      unconfirmed: true,
    },
    {
      key: 'contract.payment-warn',
      label: '合同付款前几天提醒（负数为逾期后几天）',
      type: 'list',
      default: ['10', '3', '0', '-7'],
      unconfirmed: true,
    },
  ],
  title: ({ number, title }) => [number, title].filter(Boolean).join(' ') || '合同',
  cardFacts: ({ other, amount, until }) => [
    { label: '对方', value: other ?? '' },
    { label: '金额', value: amount ? `${moneyText(amount)}元` : '' },
    { label: '到期', value: until ?? '' },
  ],
  columns: [
    { key: 'number', later: true },
    { key: 'title', later: true },
    { key: 'other' },
    // What is asked of a contract every week stands before what never changes.
    { key: 'next', label: '下一笔付款', of: (answers) => nextPayment(answers) },
    { key: 'present', label: '驻场在场', on: (answers, today) => presentWords(answers, today) },
    { key: 'amount' },
    { key: 'sort', filter: true },
    { key: 'until' },
    { key: 'signed', later: true },
    { key: 'from', later: true },
  ],
  unique: ['number'],
  near: ['title', 'other'],
  day: 'until',
  stages,
  dates: [
    { field: 'until', label: '合同到期', warn: 'contract.end-warn', after: 'expire', when: runs },
    {
      field: 'payments',
      label: '合同应付款',
      warn: 'contract.payment-warn',
      of: (row) => contractOf(row).payments?.[nextUnpaid(contractOf(row))]?.day,
      when: (row) => runs(row) || row.stage === 'expired',
    },
  ],
  relations: [],
  readers: [{ roles: ['countersigner', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['handler', 'division-head', 'finance-officer'],
  samples,
});
