import type { Column, Layout, TableDefinition } from './definition.ts';

const money = (key: string, label: string, group?: string, ...aliases: string[]): Column => ({
  key,
  label,
  kind: 'money',
  ...(group !== undefined && { group }),
  ...(aliases.length > 0 && { aliases }),
});
const words = (key: string, label: string, group?: string): Column => ({
  ...money(key, label, group),
  kind: 'words',
});
const code = (label: string, group?: string): Column => ({ ...money('code', label, group), kind: 'code' });

const budget = '年预算数';
const emptyNote = '注：本表无数据';
const appropriation = '年财政拨款';
const three = (group: string): readonly Column[] => [
  money('general_public', '一般公共预算', group),
  money('gov_fund', '政府性基金预算', group),
  money('state_capital', '国有资本经营预算', group),
];
const spending: readonly Column[] = [
  code('科目编码', '项目'),
  words('name', '科目名称', '项目'),
  money('total', '合计', budget),
  money('basic', '基本支出', budget),
  money('project', '项目支出', budget),
];

const tables: readonly TableDefinition[] = [
  {
    id: 'T01',
    role: 'income-and-expense',
    title: '预算收支总表',
    caption: '预算公开表1',
    columns: [
      words('income_item', '项目', '收入'),
      money('income_amount', '年', '收入', '金额', '预算数'),
      words('expense_item', '项目', '支出'),
      money('expense_amount', '年合计', '支出', '合计'),
      money('expense_current', '当年预算安排', '支出'),
      money('expense_carry_over', '上年结转安排', '支出'),
    ],
  },
  {
    id: 'T02',
    role: 'income',
    title: '预算收入总表',
    caption: '预算公开表2',
    scheme: 'functional',
    columns: [
      code('科目编码', '项目'),
      words('name', '科目名称', '项目'),
      money('total', '合计', '本年收入'),
      money('general_public', '一般公共预算', '本年收入'),
      money('gov_fund', '政府性基金', '本年收入', '政府性基金预算'),
      money('state_capital', '国有资本经营预算', '本年收入'),
      money('special_account', '财政专户管理资金', '本年收入'),
      money('unit_funds', '单位资金', '本年收入'),
      money('carry_over', '上年结转'),
    ],
  },
  {
    id: 'T03',
    role: 'expense',
    title: '预算支出总表',
    caption: '预算公开表3',
    scheme: 'functional',
    columns: spending,
  },
  {
    id: 'T04',
    role: 'fiscal',
    title: '财政拨款收支总表',
    caption: '预算公开表4',
    columns: [
      words('income_item', '项目', '收入'),
      money('income_amount', '金额', '收入'),
      words('expense_item', '项目', '支出'),
      money('expense_total', '小计', '支出', '合计'),
      ...three('支出'),
    ],
  },
  {
    id: 'T05',
    role: 'general-public',
    title: '一般公共预算支出预算表（不含上年结转）',
    aliases: ['一般公共预算支出预算表'],
    caption: '预算公开表5',
    scheme: 'functional',
    columns: spending,
  },
  {
    id: 'T06',
    role: 'basic-economic',
    title: '一般公共预算安排基本支出分经济科目表（不含上年结转）',
    aliases: ['一般公共预算安排基本支出分经济科目表'],
    caption: '预算公开表6',
    columns: [
      words('name', '部门预算支出经济科目名称'),
      words('government_name', '政府预算支出经济科目名称'),
      money('total', '合计', budget),
      money('personnel', '人员经费', budget),
      money('public', '公用经费', budget),
    ],
  },
  {
    id: 'T07',
    role: 'fund-income',
    title: '政府性基金预算收入表（不含上年结转）',
    aliases: ['政府性基金预算收入表'],
    caption: '预算公开表7',
    emptyNote,
    columns: [
      code('收入科目编码', '项目'),
      words('name', '科目名称', '项目'),
      money('total', '政府性基金收入预算'),
    ],
  },
  {
    id: 'T08',
    role: 'fund-expense',
    title: '政府性基金预算支出表（不含上年结转）',
    aliases: ['政府性基金预算支出表'],
    caption: '预算公开表8',
    emptyNote,
    scheme: 'functional',
    columns: [
      code('科目编码'),
      words('name', '科目名称'),
      money('total', '合计'),
      money('basic', '基本支出'),
      money('project', '项目支出'),
    ],
  },
  {
    id: 'T09',
    role: 'state-capital',
    title: '国有资本经营预算收支预算表（不含上年结转）',
    aliases: ['国有资本经营预算收支预算表'],
    caption: '预算公开表9',
    emptyNote,
    columns: [
      { ...code('收入科目编码', '国有资本经营预算收入'), key: 'income_code' },
      words('income_name', '科目名称', '国有资本经营预算收入'),
      money('income_amount', '国有资本经营收入预算', '国有资本经营预算收入'),
      code('科目编码', '国有资本经营预算支出'),
      words('name', '科目名称', '国有资本经营预算支出'),
      money('total', '合计', '国有资本经营预算支出'),
      money('basic', '基本支出', '国有资本经营预算支出'),
      money('project', '项目支出', '国有资本经营预算支出'),
    ],
  },
  {
    id: 'T10',
    role: 'three-public',
    title: '财政拨款安排“三公”经费支出预算表',
    caption: '预算公开表10',
    columns: [words('item', '项目'), money('total', '合计', budget), ...three(budget)],
  },
  {
    id: 'T11',
    role: 'operating-cost',
    title: '财政拨款安排机关运行经费预算表',
    caption: '预算公开表11',
    columns: [words('item', '单位名称'), money('total', '合计', budget), ...three(budget)],
  },
  {
    id: 'T12',
    role: 'projects-current',
    title: '项目支出预算表（本年预算）',
    caption: '预算公开表12',
    numbering: 'plain',
    columns: [
      words('item', '项目名称'),
      money('total', '合计'),
      ...three(appropriation),
      money('special_account', '财政专户管理资金'),
      money('unit_funds', '单位资金'),
    ],
  },
  {
    id: 'T13',
    role: 'projects-carried',
    title: '项目支出预算表（上年结转）',
    caption: '预算公开表13',
    numbering: 'plain',
    columns: [words('item', '项目名称'), money('total', '合计'), ...three(appropriation)],
  },
];

/** Shanxi's thirteen tables as printed by 山西省人民政府外事办公室 for 2024; each printed line is rounded alone, hence the tolerance. */
export const shanxi: Layout = {
  id: 'shanxi',
  name: '山西省部门预算公开表（十三表）',
  source: '山西省人民政府外事办公室2024年度部门预算公开',
  years: ['2024'],
  tables,
  tolerance: '0.02',
  form: 'term-and-year',
  carryOverApart: true,
};
