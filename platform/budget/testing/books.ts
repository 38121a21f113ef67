import { date, form, integer, text, yuan } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';

const SHARED = {
  en: 'Toy books',
  category: '测试',
  what: '测试用',
  basis: ['测试'],
  readers: [{ roles: ['director'], rows: 'office' }],
  keepers: ['finance-officer'],
  samples: () => [],
} as const;
const said = (value: unknown): string => (typeof value === 'string' ? value : '');

const money = form({
  money: {
    title: '一笔',
    fields: {
      day: date('日期', { required: true }),
      amount: yuan('金额', { required: true }),
      economic: text('科目', { max: 7 }),
    },
  },
});

/** Lines of toy books: one without a class waits. */
export const linesOf = defineRegister({
  ...SHARED,
  code: 'toy-lines',
  name: '玩具支出',
  form: money,
  title: ({ day }) => day ?? '支出',
  day: 'day',
  spending: {
    is: 'lines',
    economic: 'economic',
    of: ({ answers: { day, amount, economic } }) => ({
      day: said(day),
      amount: said(amount),
      function: '',
      economic: said(economic),
      project: '',
      purpose: '',
      waits: said(economic) === '',
    }),
  },
});

/** Money kept back in them. */
export const holdsOf = defineRegister({
  ...SHARED,
  code: 'toy-holds',
  name: '玩具预留',
  form: money,
  title: ({ day }) => day ?? '预留',
  day: 'day',
  spending: {
    is: 'holds',
    of: ({ answers: { day, amount, economic } }) => ({
      day: said(day),
      amount: said(amount),
      economic: said(economic),
      project: '',
    }),
  },
});

/** Ceilings of them, with a plan of one date: the end of June. */
export const ceilingsOf = defineRegister({
  ...SHARED,
  code: 'toy-ceilings',
  name: '玩具额度',
  form: form({
    ceiling: {
      title: '额度',
      fields: {
        year: integer('年度', { required: true }),
        name: text('名称', { max: 40, required: true }),
        amount: yuan('金额', { required: true }),
        economic: text('科目', { max: 7 }),
        plan: text('6月底', { max: 6 }),
      },
    },
  }),
  spending: {
    is: 'ceilings',
    of: ({ answers: { year, name, amount, economic, plan } }) => ({
      name: said(name),
      year: Number(year),
      amount: said(amount),
      project: '',
      economic: [said(economic)],
      purpose: '',
      publicExpense: 'abroad',
      plan: said(plan) === '' ? [] : [{ month: 6, percent: said(plan) }],
    }),
  },
});
