import { addDays } from '@zhitongche/base';
import type { SampleRow } from '@zhitongche/register';
import type { Task } from './form.ts';

const OUTBOUND = { lead: { id: '', title: '出国审批处' }, owner: { id: '', title: '钱清和' } } as const;
const CONSULAR = { lead: { id: '', title: '领事处' }, owner: { id: '', title: '阮既白' } } as const;

/** Tasks of the demo office, invented: one on course, one near its day, one red and urged, one extended, one sent back, ended ones, one to be opened. */
export const samples = (today: string): readonly SampleRow<Task>[] => {
  const day: InDays = (n) => addDays(today, n);
  return [...underWay(day), ...over(day)];
};

type InDays = (n: number) => string;

const opened = (ago: number) => [
  { move: 'approve', ago, by: 'deputy' },
  { move: 'sign', ago },
];

const underWay = (day: InDays): readonly SampleRow<Task>[] => {
  return [
    {
      by: 'handler',
      answers: {
        ...OUTBOUND,
        what: '梳理全年因公出访计划执行情况，形成报告',
        source: 'key',
        due: day(40),
        often: 'month',
        proof: '报告经分管领导签批',
      },
      ago: 50,
      moves: opened(49),
    },
    {
      by: 'handler',
      answers: {
        ...OUTBOUND,
        what: '修订因公出访行前教育材料',
        source: 'meeting',
        sourceNumber: '主任办公会第18次',
        due: day(2),
        often: 'week',
        proof: '材料印发',
      },
      ago: 30,
      moves: [...opened(29)],
    },
    {
      answers: {
        ...CONSULAR,
        what: '汇总海外企业安全提醒落实情况',
        source: 'instruction',
        sourceNumber: '云外领批〔2026〕12号',
        grounds: '省领导在领保专报上的批示',
        helpers: '安全保密处、综合处',
        due: day(-6),
        often: 'none',
        proof: '汇总报告报省政府',
      },
      by: 'consular',
      ago: 40,
      moves: [
        { move: 'approve', ago: 39, by: 'director' },
        { move: 'sign', ago: 38, by: 'consular' },
        { move: 'urge', ago: 8, by: 'consular-head', data: { text: '尚缺两家企业回复，请今日内催齐。' } },
      ],
    },
    {
      by: 'handler',
      answers: {
        ...OUTBOUND,
        what: '编制明年因公出访计划建议',
        source: 'plan',
        sourceNumber: '年度工作计划第7项',
        due: day(35),
        often: 'month',
        proof: '计划建议报省政府',
      },
      ago: 2,
    },
  ];
};

const over = (day: InDays): readonly SampleRow<Task>[] => {
  const ended = (ago: number, on: number, what: string, by?: string) => [
    {
      move: 'complete',
      ago,
      ...(by === undefined ? {} : { by }),
      data: { doneOn: day(-on), result: what, evidenceAt: '处内文件柜，2026年卷' },
    },
    { move: 'accept', ago: ago - 1, by: 'deputy' },
  ];
  return [
    {
      by: 'handler',
      answers: {
        ...OUTBOUND,
        what: '开展证照收缴专项清理',
        source: 'document',
        sourceNumber: '外办发〔2026〕31号',
        due: day(-20),
        often: 'none',
        money: '12000.00',
        proof: '清理台账和情况报告',
      },
      ago: 60,
      moves: [
        ...opened(59),
        {
          move: 'extend',
          ago: 25,
          by: 'head',
          agreed: 'deputy',
          data: { until: day(-10), why: '两家单位证照在外，回国后才能交回；其余已清理完。' },
        },
        ...ended(12, 12, '应收证照全部收回，报告已报分管领导。'),
      ],
    },
    {
      answers: {
        ...CONSULAR,
        what: '更新涉外突发事件应急联络表',
        source: 'key',
        due: day(-30),
        often: 'none',
        proof: '联络表印发',
      },
      by: 'consular',
      ago: 70,
      moves: [
        { move: 'approve', ago: 69, by: 'deputy' },
        { move: 'sign', ago: 68, by: 'consular' },
        {
          move: 'complete',
          ago: 40,
          by: 'consular',
          data: { doneOn: day(-40), result: '联络表初稿已完成。', evidenceAt: '处内共享文件' },
        },
        { move: 'return', ago: 38, by: 'deputy', data: { why: '缺三个市的值班电话。' } },
        ...ended(33, 33, '联络表已补全印发。', 'consular'),
      ],
    },
  ];
};
