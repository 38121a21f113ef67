import { type AnswersOf, choice, date, form, options, text } from '@zhitongche/form';
import { scan } from '../../shared/scan.ts';
import { targetLine } from '../../shared/target-line.ts';

/** What a person found of one published line, or the evidence for it. */
export const judgementForm = form({
  line: { title: '指标', fields: targetLine },
  found: {
    title: '评判',
    fields: {
      way: choice('方式', options({ review: '按清单复核', evidence: '凭证明材料' }), {
        required: true,
        width: 4,
      }),
      day: date('评判日期', { required: true, width: 4 }),
      judge: text('评判人', { max: 60, required: true, width: 4, help: '谁看的；几个人一起看的都写上' }),
      list: text('按哪份清单或标准', {
        max: 200,
        shown: ({ way }) => way === 'review',
        required: ({ way }) => way === 'review',
      }),
      verdict: choice(
        '结论',
        options({ met: '达到', partly: '部分达到', missed: '没有达到', open: '还在进行' }),
        { required: true, width: 4 },
      ),
      found: text('情况', { max: 1000, lines: 4, required: true, help: '看了什么、多少件、哪些不符' }),
      lastYear: text('上年同期', {
        max: 500,
        lines: 2,
        shown: ({ way }) => way === 'evidence',
        help: '目标说“比上年”的，写上年是多少、从哪里来',
      }),
    },
  },
  evidence: {
    title: '证明材料',
    fields: {
      evidence: text('材料名称、文号或存放处', {
        max: 300,
        required: ({ way }) => way === 'evidence',
      }),
      proof: scan('材料扫描件'),
    },
  },
});

/** Answers to it. */
export type JudgementRow = AnswersOf<typeof judgementForm>;
