import { type Block, dayInChinese, isJsonObject, type Json, moneyText, type Table } from '@zhitongche/base';
import type { PaperRow, RowPaper, RowPaperFacts } from '@zhitongche/register';
import { textIn } from '../../shared/lookup-rows.ts';

const shown = (value: Json | undefined): string =>
  isJsonObject(value) ? textIn(value['title']) : typeof value === 'number' ? `${value}` : textIn(value);
const at = (row: PaperRow, key: string): string => shown(row.answers[key]);

const items = (rows: readonly PaperRow[]): Table => ({
  kind: 'table',
  size: 'dense',
  widths: [4, 11, 13, 17, 14, 8, 5, 5, 5, 10],
  header: [
    [
      '序号',
      '计划编号',
      '单位',
      '团组名称',
      '拟访国家（地区）',
      '时间',
      '团组',
      '人数',
      '天数',
      '预算（元）',
    ],
  ],
  rows: [
    ...rows.map((row, n) => [
      { text: `${n + 1}`, align: 'center' as const },
      at(row, 'number'),
      at(row, 'unit'),
      at(row, 'group'),
      at(row, 'countries'),
      at(row, 'planned').slice(0, 7),
      at(row, 'count'),
      at(row, 'people'),
      at(row, 'days'),
      row.answers['budget'] ? moneyText(at(row, 'budget')) : '',
    ]),
    [{ text: '合计', columns: 6, label: true }, `${sum(rows, 'count')}`, `${sum(rows, 'people')}`, '', ''],
  ],
  total: true,
});

const sum = (rows: readonly PaperRow[], key: string): number =>
  rows.reduce((total, { answers }) => total + (typeof answers[key] === 'number' ? answers[key] : 0), 0);

const years = (rows: readonly PaperRow[]): string =>
  [...new Set(rows.map((row) => at(row, 'planned').slice(0, 4)))].sort().join('、');

const summary = ({ rows, office, today }: RowPaperFacts): readonly Block[] => [
  { kind: 'title', lines: [`${years(rows)}年度因公出访计划汇总表`] },
  items(rows),
  { kind: 'signature', offices: [office], date: today },
];

/** 计划批复: the items that were approved, under the numbers of the letters that did it. */
const letter = ({ rows, office, today }: RowPaperFacts): readonly Block[] => {
  const letters = [
    ...new Set(rows.map((row) => `${at(row, 'letter')}（${dayInChinese(at(row, 'letterOn'))}）`)),
  ];
  return [
    { kind: 'title', lines: [`${years(rows)}年度因公出访计划批复情况`] },
    {
      kind: 'paragraph',
      text: `经${letters.join('、')}批复，列入年度因公出访计划的团组如下。未列入计划的原则上不予受理；确需出访的，在总量内置换。`,
    },
    items(rows),
    { kind: 'signature', offices: [office], date: today },
  ];
};

/** Papers of the plan, made of the rows a desk has before it. */
export const papers: readonly RowPaper[] = [
  {
    key: 'summary',
    title: '年度计划汇总表',
    of: 'list',
    orientation: 'landscape',
    when: ({ stage }) => stage === 'sent' || stage === 'listed',
    build: summary,
  },
  {
    key: 'letter',
    title: '年度计划批复情况',
    of: 'list',
    orientation: 'landscape',
    when: ({ stage }) => stage === 'approved',
    build: letter,
  },
];
