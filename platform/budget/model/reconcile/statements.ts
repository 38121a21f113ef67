import type { TableRole } from '../layout/definition.ts';

/** A sentence of the narrative that states a figure a table prints too. */
export interface Statement {
  readonly key: string;
  readonly label: string;
  /** Words before the amount; the amount and 万元 follow. */
  readonly words: string;
  /** Only in sections whose title matches; anywhere when absent. */
  readonly section?: RegExp;
  /** Where the same figure is printed: table, row, column. The first that exists counts. */
  readonly expects: readonly Printed[];
}

/** A row of a table by its name or code, and a column. */
export interface Printed {
  readonly role: TableRole;
  readonly column: string;
  /** Column whose words name the row; the row's own name when absent. */
  readonly by?: string;
  readonly row: RegExp;
}

const income = (row: RegExp): Printed => ({
  role: 'income-and-expense',
  column: 'income_amount',
  by: 'income_item',
  row,
});
const grandExpense: Printed = {
  role: 'income-and-expense',
  column: 'expense_amount',
  by: 'expense_item',
  row: /^支出总计/,
};
const total = /^(?:部门)?合\s*计$/;
const threePublic = (row: RegExp): Printed => ({ role: 'three-public', column: 'total', row });
const general: Printed = { role: 'general-public', column: 'total', row: total };
const overall = /总体情况|收入预算情况/;
const spending = /总体情况|^支出预算情况/;
const threePublicSection = /三公/;

/** The statements the 2024 texts of 河北省外办 and 山西省外办 make, as data. */
export const statements: readonly Statement[] = [
  {
    key: 'income_total',
    label: '预算收入',
    words: '(?<![金营共])预算收入(?:总计)?',
    expects: [income(/^收入总计/)],
  },
  {
    key: 'income_general_public',
    label: '一般公共预算收入',
    words: '一般公共预算(?:拨款)?收入',
    section: overall,
    expects: [income(/一般公共预算/)],
  },
  {
    key: 'income_gov_fund',
    label: '政府性基金预算收入',
    words: '(?:政府性)?基金预算(?:拨款)?收入',
    section: overall,
    expects: [income(/政府性基金/)],
  },
  {
    key: 'income_state_capital',
    label: '国有资本经营预算收入',
    words: '国有资本经营预算(?:拨款)?收入',
    section: overall,
    expects: [income(/国有资本经营/)],
  },
  {
    key: 'income_special_account',
    label: '财政专户收入',
    words: '财政专户(?:核拨|管理资金)收入',
    section: overall,
    expects: [income(/财政专户/)],
  },
  {
    key: 'income_unit_funds',
    label: '单位资金',
    words: '单位资金(?:收入)?',
    section: overall,
    expects: [income(/单位资金/)],
  },
  {
    key: 'income_carry_over',
    label: '上年结转',
    words: '上年结转(?:结余)?',
    section: overall,
    expects: [income(/^上年结转/)],
  },
  {
    key: 'expense_total',
    label: '支出预算',
    words: '(?:年|度|室|部门)支出预算(?:总计)?',
    expects: [grandExpense],
  },
  { key: 'expense_total', label: '支出总计', words: '预算支出总计', expects: [grandExpense] },
  {
    key: 'expense_basic',
    label: '基本支出',
    words: '基本支出',
    section: spending,
    expects: [{ role: 'expense', column: 'basic', row: total }],
  },
  {
    key: 'expense_project',
    label: '项目支出',
    words: '项目支出',
    section: spending,
    expects: [{ role: 'expense', column: 'project', row: total }],
  },
  {
    key: 'expense_basic_personnel',
    label: '人员经费',
    words: '人员经费',
    expects: [{ role: 'basic-economic', column: 'personnel', row: total }],
  },
  {
    key: 'expense_basic_public',
    label: '公用经费',
    words: '公用经费',
    expects: [{ role: 'basic-economic', column: 'public', row: total }],
  },
  { key: 'budget_total', label: '预算收支安排', words: '预算收支安排', expects: [grandExpense] },
  {
    key: 'fiscal_total',
    label: '财政拨款收支总预算',
    words: '财政拨款收支总预算',
    expects: [{ role: 'fiscal', column: 'income_amount', by: 'income_item', row: /^收入总计/ }],
  },
  {
    key: 'fiscal_current',
    label: '当年拨款收入',
    words: '当年拨款收入',
    expects: [{ role: 'fiscal', column: 'income_amount', by: 'income_item', row: /^本年收入合计/ }],
  },
  {
    key: 'fiscal_carry_over',
    label: '上年结转收入',
    words: '上年结转收入',
    expects: [{ role: 'fiscal', column: 'income_amount', by: 'income_item', row: /^上年财政拨款结转/ }],
  },
  { key: 'general_total', label: '一般公共预算当年支出', words: '一般公共预算当年支出', expects: [general] },
  {
    key: 'general_basic',
    label: '一般公共预算基本支出',
    words: '一般公共预算安排基本支出',
    expects: [{ role: 'basic-economic', column: 'total', row: total }],
  },
  {
    key: 'operating_cost',
    label: '机关运行经费',
    words: '机关运行经费(?:共计安排|财政拨款预算|预算)',
    expects: [
      { role: 'operating-cost', column: 'total', row: total },
      { role: 'basic-economic', column: 'public', row: total },
    ],
  },
  {
    key: 'three_public_total',
    label: '“三公”经费',
    words: '[“"]?三公[”"]?经费预算(?:安排)?',
    section: threePublicSection,
    expects: [threePublic(/小计$|^合\s*计$/)],
  },
  {
    key: 'three_public_abroad',
    label: '因公出国（境）费',
    words: '因公出国(?:（境）|\\(境\\))费用?',
    section: threePublicSection,
    expects: [threePublic(/因公出国/)],
  },
  {
    key: 'three_public_vehicle',
    label: '公务用车购置及运维费',
    words: '公务用车购置及运(?:维|行|行维护)费',
    section: threePublicSection,
    expects: [threePublic(/公务用车购置及运/)],
  },
  {
    key: 'three_public_vehicle_purchase',
    label: '公务用车购置费',
    words: '公务用车购置费',
    section: threePublicSection,
    expects: [threePublic(/公务用车购置费/)],
  },
  {
    key: 'three_public_vehicle_running',
    label: '公务用车运维费',
    words: '公务用车运(?:维|行维护)费',
    section: threePublicSection,
    expects: [threePublic(/公务用车运(?:行维护|维)费/)],
  },
  {
    key: 'three_public_reception',
    label: '公务接待费',
    words: '公务接待费',
    section: threePublicSection,
    expects: [threePublic(/公务接待费/)],
  },
  {
    key: 'fixed_assets_last_year_end',
    label: '固定资产金额',
    words: '固定资产金额',
    expects: [{ role: 'assets', column: 'value', by: 'item', row: /^资产总额/ }],
  },
  {
    key: 'procurement_total',
    label: '政府采购预算',
    words: '政府采购预算(?:总额)?',
    expects: [{ role: 'procurement', column: 'total', by: 'project_name', row: total }],
  },
];
