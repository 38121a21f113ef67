import type { Block } from '@zhitongche/base';
import { countsOf } from './counts.ts';
import { targetShown } from './line.ts';
import type { Standing } from './standing.ts';

/** What each way of answering is called. */
export const WAYS: Readonly<Record<Standing['way'], string>> = {
  computed: '由办件计算',
  review: '需人复核',
  survey: '由问卷',
  evidence: '由证明材料',
};
/** What each state is called. */
export const STATES: Readonly<Record<Standing['state'], string>> = {
  bound: '已绑定',
  proposed: '建议',
  unbound: '未绑定',
};
const LIGHTS = { green: '绿', yellow: '黄', red: '红' } as const;

/** Targets of a line as printed; of two columns each says which it is. */
export const targetWords = ({ line: { name, targets } }: Pick<Standing, 'line'>): string =>
  targets.map((one) => `${targets.length > 1 ? one.scope : ''}${targetShown(name, one)}`).join('；');

/** Where a line stands, in words: its figure, what people found, or what it waits for. */
export function standingWords(one: Standing): string {
  if (one.judgement) {
    const { verdict, judge, day } = one.judgement;
    return `${verdict}（${judge}，${day}）`;
  }
  if (one.finding) return one.finding.message;
  if (one.waits) return `等${one.waits}`;
  if (one.value !== null) return one.whole ? one.value : `${one.value}（还在统计）`;
  return one.way === 'review' || one.way === 'evidence' ? '还没有评判' : '—';
}

/** Heads of the sheet. */
export const indicatorHeads: readonly string[] = [
  '项目',
  '二级指标',
  '指标',
  '目标',
  '作答',
  '状态',
  '现在',
  '灯',
  '情况',
  '预计全年',
];

/** A row per line. */
export const indicatorRows = (all: readonly Standing[]): readonly (readonly string[])[] =>
  all.map((one) => [
    one.line.project,
    one.line.level2,
    one.line.name,
    targetWords(one),
    WAYS[one.way],
    STATES[one.state],
    standingWords(one),
    one.light ? LIGHTS[one.light.light] : '',
    one.light?.words ?? '',
    one.forecast ?? '',
  ]);

/** 绩效指标表: every line of a budget on a day, to print and file. */
export function indicatorPaper(
  budget: { readonly department: string; readonly year: number; readonly day: string },
  all: readonly Standing[],
): readonly Block[] {
  const counts = countsOf(all);
  return [
    { kind: 'title', lines: [`${budget.year}年绩效指标表`, `（截至${budget.day}）`] },
    {
      kind: 'paragraph',
      text: `共${counts.lines}条：由办件计算${counts.computed}条，需人复核${counts.review}条，由问卷${counts.survey}条，由证明材料${counts.evidence}条；建议绑定${counts.proposed}条，未绑定${counts.unbound}条。`,
    },
    {
      kind: 'table',
      size: 'dense',
      widths: [14, 9, 15, 12, 8, 6, 16, 3, 9, 12],
      header: [[...indicatorHeads]],
      rows: indicatorRows(all).map((row) => [...row]),
      caption:
        '预计全年：以已过的各周推算，括号内是五次里约四次会落入的范围，不考虑季节；不满八周、一件也没有的不预测。',
    },
    { kind: 'signature', offices: [budget.department], date: budget.day },
  ];
}
