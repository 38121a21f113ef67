import { choice, date, form, options, text } from '@zhitongche/form';
import { defineDuty } from '@zhitongche/register';
import { defineRegister } from '@zhitongche/register';

/** What the toy duty opens, of tests only. */
export const toyChecks = defineRegister({
  code: 'toy-checks',
  name: '查验',
  en: 'Checks',
  category: '测试',
  what: '测试用的查验。',
  basis: ['测试规定'],
  form: form({
    check: {
      title: '查验',
      fields: {
        what: text('内容', { max: 60, required: true }),
        period: text('期间', { max: 40, required: true }),
        due: date('期限', { required: true }),
        note: text('说明', { max: 200 }),
      },
    },
  }),
  day: 'due',
  stages: {
    first: 'open',
    list: { open: { label: '待办' }, done: { label: '已办', ends: true } },
    moves: [{ key: 'do', label: '办完', from: ['open'], to: 'done' }],
  },
  relations: [{ key: 'of', label: '查验的', back: '查验', to: 'toy-keys', one: true }],
  readers: [{ roles: ['window'], rows: 'office' }],
  keepers: ['handler'],
  samples: (today) => [{ answers: { what: '查验', period: '某月', due: today } }],
});

/** Every key in the house is checked each month. */
export const toyDuty = defineDuty({
  code: 'toy-check',
  name: '钥匙月查',
  what: '每月查验在库钥匙。',
  basis: ['测试规定'],
  when: '每月最后一个工作日',
  of: { register: 'toy-keys', has: ({ stage }) => stage === 'in' },
  does: {
    enter: 'toy-checks',
    answers: ({ name, day, said, of }) => ({
      what: `查验${of}`,
      period: name,
      due: day,
      note: said,
    }),
    ties: 'of',
  },
});

/** The office counts its keys before Christmas. */
export const toyYearly = defineDuty({
  code: 'toy-count',
  name: '年度清点',
  what: '每年清点一次。',
  basis: ['测试规定'],
  when: '每年12月25日前，遇假提前',
  lead: 30,
  does: {
    enter: 'toy-checks',
    answers: ({ name, day, said }) => ({ what: '年度清点', period: name, due: day, note: said }),
  },
});

/** A note of tests that is reported on as often as it says. */
export const toyOrders = defineRegister({
  code: 'toy-orders',
  name: '交办',
  en: 'Orders',
  category: '测试',
  what: '测试用的交办。',
  basis: ['测试规定'],
  form: form({
    order: {
      title: '交办',
      fields: {
        what: text('事项', { max: 60, required: true }),
        often: choice('报告', options({ 每周五: '每周', 每月最后一个工作日: '每月' })),
      },
    },
  }),
  stages: {
    first: 'open',
    list: { open: { label: '在办' }, done: { label: '办结', ends: true } },
    moves: [
      {
        key: 'ask',
        label: '要求报告',
        from: ['open'],
        to: 'open',
        roles: [],
        form: form({
          ask: { title: '报告', fields: { period: text('期间', { max: 40 }), due: date('期限') } },
        }),
      },
      { key: 'end', label: '办结', from: ['open'], to: 'done' },
    ],
  },
  readers: [{ roles: ['window'], rows: 'office' }],
  keepers: ['handler'],
  samples: () => [{ answers: { what: '某事' } }],
});

/** Whoever was ordered reports as often as the order says. */
export const toyReports = defineDuty({
  code: 'toy-report',
  name: '交办报告',
  what: '按交办要求报告。',
  basis: ['测试规定'],
  lead: 3,
  of: {
    register: 'toy-orders',
    has: ({ stage }) => stage === 'open',
    when: ({ answers }) => (typeof answers['often'] === 'string' ? answers['often'] : undefined),
  },
  does: { move: 'ask', data: ({ period, day }) => ({ period, due: day }) },
});
