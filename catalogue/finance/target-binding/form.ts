import { type AnswersOf, choice, decimal, form, options, text } from '@zhitongche/form';
import { targetLine } from '../../shared/target-line.ts';

/** How one published line is answered. */
export const bindingForm = form({
  line: {
    title: '指标',
    fields: { ...targetLine, target: text('印出的目标值', { max: 200, required: true, width: 6 }) },
  },
  answer: {
    title: '怎样作答',
    fields: {
      way: choice(
        '作答方式',
        options({
          computed: '由办件、台账计算',
          review: '需人复核',
          survey: '由问卷',
          evidence: '由证明材料',
        }),
        { required: true, width: 6 },
      ),
      measure: text('统计指标代码', {
        max: 64,
        width: 6,
        shown: ({ way }) => way !== 'evidence',
        help: '“统计指标”页地址里的代码，如 out.own_groups；说的是一个项目的钱的，写 ceiling',
      }),
      ceiling: text('额度名称', {
        max: 80,
        width: 6,
        shown: ({ measure }) => measure === 'ceiling',
        required: ({ measure }) => measure === 'ceiling',
        help: '“指标额度”里这一年的额度名称',
      }),
      list: text('按哪份清单或标准', {
        max: 200,
        shown: ({ way }) => way === 'review',
        required: ({ way }) => way === 'review',
      }),
      share: decimal('按时的应占比例', {
        scale: 2,
        min: '0',
        max: '100',
        unit: '%',
        width: 4,
        shown: ({ way }) => way === 'computed',
        help: '目标只说“及时”“按时”或一个期限的，写应达到多少',
      }),
      rule: text('怎样算按时', {
        max: 200,
        width: 8,
        shown: ({ way }) => way === 'computed',
        help: '如：决定日期不晚于承诺的3个工作日',
      }),
      reading: text('单位不同时怎么读', {
        max: 200,
        shown: ({ way }) => way === 'computed',
        help: '目标以人计而统计以人次计等，写明为什么可以相比；不写的不比',
      }),
      reason: text('理由', { max: 300, lines: 2 }),
    },
  },
});

/** Answers to it. */
export type BindingRow = AnswersOf<typeof bindingForm>;
