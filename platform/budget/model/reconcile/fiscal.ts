import { type Check, judge, side, unchecked } from './check.ts';
import type { Gaps } from './gaps.ts';
import { ruleTitle } from './rules.ts';
import type { DisclosureView, TableView, ViewRow } from './view.ts';

const numbered = /^[一二三四五六七八九十]+、/;

/** B07: the fiscal table in itself, and against the summary and the tables of the three budgets. */
export function fiscalChecks(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('fiscal');
  const year = table?.where('expense_item', /^本年支出合计/);
  const incomeTotal = table?.where('income_item', /^收入总计/);
  const expenseTotal = table?.where('expense_item', /^支出总计/);
  if (table === undefined || year === undefined || incomeTotal === undefined || expenseTotal === undefined) {
    return [unchecked('B07', ruleTitle('B07'), '没有财政拨款收支总表，或缺少合计行。')];
  }
  const { tolerance } = view.layout;
  const checks = [
    judge(
      {
        rule: 'B07',
        title: '财政拨款收入总计＝支出总计',
        left: side('收入总计', [table.cell(incomeTotal, 'income_amount')]),
        right: side('支出总计', [table.cell(expenseTotal, 'expense_total')]),
        tolerance,
      },
      gaps,
    ),
  ];
  checks.push(...fiscalIncome(view, table, incomeTotal, gaps));
  const lines = table.rows.filter((row) => numbered.test(table.text(row, 'expense_item')));
  for (const key of ['expense_total', 'general_public', 'gov_fund', 'state_capital']) {
    checks.push(
      judge(
        {
          rule: 'B07',
          title: '财政拨款本年支出合计＝各类之和',
          left: side('本年支出合计', [table.cell(year, key)]),
          right: side('各类之和', table.cells(lines, key)),
          tolerance,
        },
        gaps,
      ),
    );
  }
  for (const row of [...lines, year, expenseTotal]) {
    const funds = ['general_public', 'gov_fund', 'state_capital'].map((key) => table.cell(row, key));
    if (table.cell(row, 'expense_total').figure === null && funds.every((cell) => cell.figure === null))
      continue;
    checks.push(
      judge(
        {
          rule: 'B07',
          title: `财政拨款${table.text(row, 'expense_item')}：合计＝三本预算之和`,
          left: side('合计', [table.cell(row, 'expense_total')]),
          right: side('三本预算之和', funds),
          tolerance,
        },
        gaps,
      ),
    );
  }
  const carried = table.where('income_item', /^(?:上年|年初)财政拨款结转/);
  for (const [role, key, label] of [
    ['general-public', 'general_public', /一般公共预算/],
    ['fund-expense', 'gov_fund', /政府性基金/],
    ['state-capital', 'state_capital', /国有资本/],
  ] as const) {
    const other = view.table(role);
    const title = `财政拨款本年支出＝${other?.definition.title ?? '相应支出表'}合计`;
    if (other === undefined) {
      checks.push(unchecked('B07', title, '没有相应的支出表。'));
      continue;
    }
    const rest = carried === undefined ? undefined : table.where('income_item', label, carried.index + 1);
    const apart = view.layout.carryOverApart && rest !== undefined ? [table.cell(rest, 'income_amount')] : [];
    checks.push(
      judge(
        {
          rule: 'B07',
          title: apart.length > 0 ? `${title}加上年结转` : title,
          left: side('财政拨款收支总表', [table.cell(year, key)]),
          right: side(other.definition.title, [...other.cells([other.total], 'total'), ...apart]),
          tolerance,
        },
        gaps,
      ),
    );
  }
  return checks;
}

/** The income side of the fiscal table: its lines, its carry-over by fund, and the same lines of the summary. */
function fiscalIncome(view: DisclosureView, table: TableView, grand: ViewRow, gaps: Gaps): Check[] {
  const { tolerance } = view.layout;
  const year = table.where('income_item', /^本年收入合计/);
  const carried = table.where('income_item', /^(?:上年|年初)财政拨款结转/);
  if (year === undefined)
    return [unchecked('B07', '财政拨款本年收入合计＝各项之和', '缺少本年收入合计一行。')];
  const lines = table.rows.filter((row) => numbered.test(table.text(row, 'income_item')));
  const current = lines.filter((row) => row.index < year.index);
  const rest = carried === undefined ? [] : lines.filter((row) => row.index > carried.index);
  const claim = (title: string, left: ViewRow, right: readonly ViewRow[]) =>
    judge(
      {
        rule: 'B07',
        title,
        left: side(table.text(left, 'income_item'), [table.cell(left, 'income_amount')]),
        right: side('各项之和', table.cells(right, 'income_amount')),
        tolerance,
      },
      gaps,
    );
  const checks = [
    claim('财政拨款本年收入合计＝各项之和', year, current),
    claim('财政拨款收入总计＝本年收入合计加结转', grand, carried === undefined ? [year] : [year, carried]),
  ];
  if (carried !== undefined) checks.push(claim('财政拨款结转＝三本预算结转之和', carried, rest));
  const summaryTable = view.table('income-and-expense');
  if (summaryTable === undefined) return checks;
  for (const fund of [/一般公共预算/, /政府性基金/, /国有资本/]) {
    const own = current.find((row) => fund.test(table.text(row, 'income_item')));
    const other = summaryTable.where('income_item', fund);
    if (own === undefined || other === undefined) continue;
    checks.push(
      judge(
        {
          rule: 'B07',
          title: `${table.text(own, 'income_item')}：与收支总表一致`,
          left: side('财政拨款收支总表', [table.cell(own, 'income_amount')]),
          right: side('收支总表', [summaryTable.cell(other, 'income_amount')]),
          tolerance,
        },
        gaps,
      ),
    );
  }
  return checks;
}
