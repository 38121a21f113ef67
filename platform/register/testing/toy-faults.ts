import { dateTime } from '@zhitongche/form';
import { form, integer, table, text } from '@zhitongche/form';
import { defineRegister } from '@zhitongche/register';

/** A register of tests only: faults of a switchboard, answered within minutes round the clock and mended within office hours. */
export const toyFaults = defineRegister({
  code: 'toy-faults',
  name: '故障',
  en: 'Faults',
  category: '测试',
  what: '测试用的故障台账。',
  basis: ['测试规定'],
  measure: '起',
  form: form({
    fault: {
      title: '故障',
      fields: {
        what: text('现象', { max: 50, required: true }),
        reported: dateTime('报告时间', { required: true }),
        answered: dateTime('响应时间'),
        mended: dateTime('修复时间'),
        minutes: integer('本系统响应时限', { min: 1, unit: '分钟' }),
        cancelled: text('撤销原因', { max: 50 }),
        still: table(
          '等待用户',
          { from: dateTime('起', { required: true }), until: dateTime('止') },
          { maxRows: 5, rowName: '段' },
        ),
      },
    },
  }),
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [
    {
      key: 'toy-faults.tell',
      label: '用到时限的百分之几时提醒',
      type: 'list',
      default: ['80', '100:director'],
      unconfirmed: true,
    },
    {
      key: 'toy-faults.hours',
      label: '办公时间',
      type: 'list',
      default: ['09:00-12:00', '14:00-18:00'],
      unconfirmed: true,
    },
    {
      key: 'toy-faults.repair',
      label: '修复时限',
      type: 'number',
      unit: '分钟',
      default: 120,
      unconfirmed: true,
    },
  ],
  title: ({ what }) => what ?? '故障',
  cardFacts: () => [],
  columns: [{ key: 'what' }, { key: 'reported' }],
  dates: [],
  timers: [
    {
      key: 'answer',
      label: '响应',
      from: 'reported',
      until: 'answered',
      limit: ({ answers }) => (typeof answers['minutes'] === 'number' ? answers['minutes'] : undefined),
      tell: 'toy-faults.tell',
      when: ({ answers }) => answers['cancelled'] === undefined,
    },
    {
      key: 'repair',
      label: '修复',
      from: 'reported',
      until: 'mended',
      limit: (_row, policy) => policy.number('toy-faults.repair'),
      hours: 'toy-faults.hours',
      pauses: 'still',
      tell: 'toy-faults.tell',
      when: ({ answers }) => answers['cancelled'] === undefined,
    },
  ],
  relations: [],
  readers: [{ roles: ['director', 'window'], rows: 'office' }],
  keepers: ['handler'],
  samples: () => [{ answers: { what: '总机不通', reported: '2026-10-01T23:50', minutes: 15 } }],
});
