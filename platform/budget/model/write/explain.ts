import { Decimal } from 'decimal.js';
import type { Disclosure, Section } from '../model/disclosure.ts';
import type { ThreePublicItem } from '../reconcile/rules.ts';
import { threePublicRow } from '../reconcile/three-public.ts';
import { DisclosureView, type TableView } from '../reconcile/view.ts';

/** Which units count towards 机关运行经费; provinces differ, so it is chosen, never assumed. */
export type OperatingCostRule = 'all-units' | 'operating-table';

/** Reasons only people know; each is printed where its change is stated, and asked for when it is missing. */
export interface Reasons {
  readonly total?: string;
  readonly operatingCost?: string;
  readonly threePublic?: string;
}

/** What the explanation is written from. */
export interface ExplainInput {
  readonly model: Disclosure;
  /** Last year's disclosure; without it the text states this year's figures and no comparison. */
  readonly lastYear?: Disclosure;
  readonly operatingCost: OperatingCostRule;
  readonly reasons?: Reasons;
}

/** The explanatory text, and what still has to be supplied by a person before it may be published. */
export interface Explanation {
  readonly sections: readonly Section[];
  readonly open: readonly string[];
}

const threePublicNames: readonly (readonly [ThreePublicItem, string])[] = [
  ['abroad', '因公出国（境）费'],
  ['vehicle', '公务用车购置及运维费'],
  ['purchase', '公务用车购置费'],
  ['running', '公务用车运维费'],
  ['reception', '公务接待费'],
];

/**
 * Writes the explanation of a budget from its tables: income, spending, change against last year, operating cost and the three public
 * expenses. Every figure is taken or computed from the tables; a reason is never invented.
 */
export function explain(input: ExplainInput): Explanation {
  const { model, lastYear } = input;
  const now = new DisclosureView(model);
  const before = lastYear === undefined ? null : new DisclosureView(lastYear);
  const open = [now, ...(before === null ? [] : [before])].flatMap((view) => absent(view, input));
  const year = model.year ?? '本';
  const sections: Section[] = [
    {
      no: '二',
      title: '部门预算安排的总体情况',
      paragraphs: [
        '1、收入说明',
        incomeText(now, year),
        '2、支出说明',
        spendingText(now, year),
        ...changeText(now, before, input, open),
      ],
    },
    { no: '三', title: '机关运行经费安排情况', paragraphs: [operatingText(now, before, input, open)] },
    {
      no: '四',
      title: '财政拨款“三公”经费预算情况及增减变化原因',
      paragraphs: [threePublicText(now, before, input, open)],
    },
  ];
  return { sections, open };
}

/** Tables the text takes figures from. A table nobody read is written as 0, which it may not be: that is said, not hidden. */
function absent(view: DisclosureView, { operatingCost: rule }: ExplainInput): string[] {
  const needed = [
    ['income-and-expense', '收支总表'],
    ['expense', '支出总表'],
    ['basic-economic', '基本支出经济分类表'],
    ['three-public', '“三公”经费表'],
    ...(rule === 'operating-table' ? ([['operating-cost', '机关运行经费表']] as const) : []),
  ] as const;
  return needed.flatMap(([role, name]) =>
    view.table(role) === undefined ? [`${view.model.year ?? ''}年${name}没有读入，文中有关金额暂写为0`] : [],
  );
}

function amount(
  view: DisclosureView,
  role: Parameters<DisclosureView['table']>[0],
  by: string,
  row: RegExp,
  column: string,
): Decimal {
  const table = view.table(role);
  const found = table?.where(by, row);
  return new Decimal(
    found === undefined || table === undefined ? 0 : (table.cell(found, column).figure ?? 0),
  );
}

function totalOf(
  view: DisclosureView,
  role: Parameters<DisclosureView['table']>[0],
  column: string,
): Decimal {
  const table = view.table(role);
  return new Decimal(table?.total === undefined ? 0 : (table.cell(table.total, column).figure ?? 0));
}

const print = (value: Decimal) => `${value.toFixed()}万元`;
const income = (view: DisclosureView, row: RegExp) =>
  amount(view, 'income-and-expense', 'income_item', row, 'income_amount');
const spending = (view: DisclosureView) =>
  amount(view, 'income-and-expense', 'expense_item', /^支出总计/, 'expense_amount');

function incomeText(view: DisclosureView, year: string): string {
  const lines = [
    ['一般公共预算收入', /一般公共预算/],
    ['基金预算收入', /政府性基金/],
    ['国有资本经营预算收入', /国有资本经营/],
    ['财政专户核拨收入', /财政专户/],
    ['单位资金收入', /单位资金/],
    ['上年结转结余', /^上年结转/],
  ] as const;
  return `反映本部门当年全部收入。${year}年预算收入${print(income(view, /^收入总计/))}，其中：${lines.map(([name, row]) => `${name}${print(income(view, row))}`).join('，')}。`;
}

function spendingText(view: DisclosureView, year: string): string {
  const personnel = totalOf(view, 'basic-economic', 'personnel');
  const daily = totalOf(view, 'basic-economic', 'public');
  const basic = totalOf(view, 'expense', 'basic');
  const parts = personnel.plus(daily).eq(basic)
    ? `，包括人员经费${print(personnel)}和日常公用经费${print(daily)}`
    : '';
  return `${year}年支出预算${print(spending(view))}，其中基本支出${print(basic)}${parts}；项目支出${print(totalOf(view, 'expense', 'project'))}。`;
}

/** "增加804.75万元", "减少3.2万元" or "与上年持平". */
function change(now: Decimal, before: Decimal): string {
  const difference = now.minus(before);
  if (difference.isZero()) return '与上年持平';
  return `${difference.isPositive() ? '增加' : '减少'}${print(difference.abs())}`;
}

function changeText(
  now: DisclosureView,
  before: DisclosureView | null,
  input: ExplainInput,
  open: string[],
): string[] {
  if (before === null) return [];
  const reason = input.reasons?.total;
  if (reason === undefined) open.push('比上年增减的主要原因');
  const last = before.model.year ?? '上';
  const all = change(spending(now), spending(before));
  const basic = change(totalOf(now, 'expense', 'basic'), totalOf(before, 'expense', 'basic'));
  const project = change(totalOf(now, 'expense', 'project'), totalOf(before, 'expense', 'project'));
  const growth = spending(before).isZero() ? '' : percent(spending(now), spending(before));
  const text = `${now.model.year ?? '本'}年预算收支安排${print(spending(now))}，较${last}年预算${all}${growth}，其中：基本支出${basic}；项目支出${project}`;
  return ['3、比上年增减情况', `${text}${reason === undefined ? '' : `，主要原因是${reason}`}。`];
}

/** "，增长34.94%", rounded half up to two decimals; nothing when nothing changed. */
function percent(now: Decimal, before: Decimal): string {
  const difference = now.minus(before);
  if (difference.isZero()) return '';
  const share = difference.abs().div(before).times(100).toDecimalPlaces(2).toFixed(2);
  return `，${difference.isPositive() ? '增长' : '下降'}${share}%`;
}

function operatingCost(view: DisclosureView, rule: OperatingCostRule): Decimal {
  return rule === 'all-units'
    ? totalOf(view, 'basic-economic', 'public')
    : totalOf(view, 'operating-cost', 'total');
}

function operatingText(
  now: DisclosureView,
  before: DisclosureView | null,
  input: ExplainInput,
  open: string[],
): string {
  const own = operatingCost(now, input.operatingCost);
  const text = `${now.model.year ?? '本'}年，我部门机关运行经费共计安排${print(own)}`;
  const reason = input.reasons?.operatingCost;
  if (before === null) return `${text}。`;
  const last = operatingCost(before, input.operatingCost);
  if (reason === undefined && !own.eq(last)) open.push('机关运行经费增减的主要原因');
  const growth = last.isZero() ? '' : percent(own, last);
  return `${text}，比${before.model.year ?? '上'}年${change(own, last)}${growth}${reason === undefined ? '' : `，主要原因是${reason}`}。`;
}

function threePublicText(
  now: DisclosureView,
  before: DisclosureView | null,
  input: ExplainInput,
  open: string[],
): string {
  const value = (table: TableView | undefined, item: ThreePublicItem): Decimal => {
    const row = table === undefined ? undefined : threePublicRow(table, item);
    return new Decimal(row === undefined || table === undefined ? 0 : (table.cell(row, 'total').figure ?? 0));
  };
  const all = (view: DisclosureView) =>
    Decimal.sum(
      ...(['abroad', 'vehicle', 'reception'] as const).map((item) => value(view.table('three-public'), item)),
    );
  const own = (item: ThreePublicItem) => print(value(now.table('three-public'), item));
  const [abroad, vehicle, purchase, running, reception] = threePublicNames.map(
    ([item, name]) => `${name}${own(item)}`,
  );
  const text = `${now.model.year ?? '本'}年，我部门财政拨款“三公”经费预算安排${print(all(now))}，其中${abroad}；${vehicle}（其中：${purchase}，${running}）；${reception}。`;
  if (before === null) return text;
  const reason = input.reasons?.threePublic;
  // The law asks for the reason of every change, so its absence is said, not filled.
  if (reason === undefined && !all(now).eq(all(before))) open.push('“三公”经费增减变化的原因');
  const items = threePublicNames.map(
    ([item, name]) =>
      `${name}${change(value(now.table('three-public'), item), value(before.table('three-public'), item))}`,
  );
  return `${text}与${before.model.year ?? '上'}年相比${change(all(now), all(before))}，其中：${items.join('，')}${reason === undefined ? '' : `，主要原因是${reason}`}。`;
}
