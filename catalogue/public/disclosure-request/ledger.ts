import { choice, date, form, options, text, yesNo } from '@zhitongche/form';
import { defineRegister, type GivenStages, move } from '@zhitongche/register';
import { LEDGER, regulation } from './basis.ts';
import { APPLICANTS } from './form.ts';
import { CHANNELS } from './forms.ts';
import { OUTCOMES } from './outcomes.ts';
import { yearlyTable } from './report.ts';

const RESULTS = Object.fromEntries(Object.entries(OUTCOMES).map(([key, { label }]) => [key, label]));

/** What the register keeps of a request: nothing of who asked but the kind. */
const ledgerForm = form({
  request: {
    title: '申请',
    fields: {
      number: text('编号', { max: 40, required: true, width: 6 }),
      kind: choice('申请人类别', options(APPLICANTS), { required: true, width: 6 }),
      what: text('申请内容', { max: 100, required: true }),
      channel: choice('来件渠道', options(CHANNELS), { width: 6 }),
      receivedOn: date('收到之日', { required: true, width: 6 }),
    },
  },
  course: {
    title: '办理',
    fields: {
      due: date('应答复之日', { width: 4 }),
      corrected: yesNo('告知补正', { width: 4 }),
      extended: yesNo('延长期限', { width: 4 }),
      outcome: choice('处理结果', options(RESULTS), {}),
      answeredOn: date('答复之日', { width: 4 }),
    },
  },
});

const stages: GivenStages = {
  first: 'open',
  list: {
    open: '办理中',
    answered: { label: '已答复', ends: true },
    withdrawn: { label: '申请人撤回', ends: true },
  },
  moves: [
    move('answer', '登记答复', 'open', 'answered', {
      roles: ['division-head'],
      asks: {
        outcome: choice('处理结果', options(RESULTS), { required: true }),
        answeredOn: date('答复之日', { required: true }),
        due: date('应答复之日', { help: '因征求意见等改变的填写' }),
      },
      sets: (_row, { outcome, answeredOn, due }) => ({
        outcome,
        answeredOn,
        ...(due === undefined || due === null ? {} : { due }),
      }),
      basis: regulation('第三十六条'),
    }),
    move('withdraw', '登记撤回', 'open', 'withdrawn', {
      roles: ['division-head'],
      // The format has no line of its own for it: it is dealt with otherwise, on that day.
      sets: (_row, _data, { today }) => ({ outcome: 'other', answeredOn: today }),
    }),
  ],
};

/** 依申请公开: every request with its receipt, its course and what it came to; the yearly table is made of it. */
export const disclosures = defineRegister({
  code: LEDGER,
  name: '依申请公开',
  noun: '申请',
  en: 'Requests for information',
  category: '政务公开',
  what: '政府信息公开申请的收到、补正、延长和处理结果；年度报告的表由此汇总。',
  basis: [regulation('').title],
  measure: '件',
  form: ledgerForm,
  checks: [],
  policies: [],
  title: ({ what }) => what ?? '政府信息公开申请',
  cardFacts: ({ number, due }) => [
    { label: '编号', value: number ?? '' },
    { label: '应答复之日', value: due ?? '' },
  ],
  columns: [
    { key: 'number' },
    { key: 'kind', filter: true },
    { key: 'channel', filter: true, later: true },
    { key: 'receivedOn' },
    { key: 'due' },
    { key: 'corrected', later: true },
    { key: 'extended', later: true },
    { key: 'outcome', filter: true },
    { key: 'answeredOn' },
  ],
  unique: ['number'],
  day: 'receivedOn',
  stages,
  papers: [yearlyTable],
  dates: [
    {
      field: 'due',
      label: '应答复申请人',
      days: [5, 1, 0],
      tells: ['division-head'],
      when: ({ stage }) => stage === 'open',
    },
  ],
  relations: [],
  readers: [{ roles: ['window', 'handler', 'division-head', 'deputy-director', 'director'], rows: 'office' }],
  keepers: ['window', 'division-head'],
  samples: () => [
    {
      answers: {
        number: '2025-公开-001',
        kind: 'research',
        what: '2024年度因公出国（境）团组数量',
        channel: 'net',
        receivedOn: '2025-11-03',
        due: '2025-12-01',
      },
    },
  ],
});
