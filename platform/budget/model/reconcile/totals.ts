import { type Check, judge, side, unchecked } from './check.ts';
import type { Gaps } from './gaps.ts';
import { ruleTitle } from './rules.ts';
import type { DisclosureView, TableView, ViewRow } from './view.ts';

const numbered = /^[一二三四五六七八九十]+、/;

/** B01 to B04: the summary tables against themselves and against each other. */
export function totalChecks(view: DisclosureView, gaps: Gaps): Check[] {
  return [...summary(view, gaps), ...income(view, gaps), ...expense(view, gaps)];
}

function summary(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('income-and-expense');
  if (table === undefined)
    return ['B01', 'B02'].map((rule) => unchecked(rule, ruleTitle(rule), '没有收支总表。'));
  const { tolerance } = view.layout;
  const at = (key: string, pattern: RegExp) => table.where(key, pattern);
  const incomeTotal = at('income_item', /^收入总计/);
  const expenseTotal = at('expense_item', /^支出总计/);
  const one = (row: ViewRow | undefined, key: string) => table.cells([row], key);
  const claim = (rule: string, title: string, left: ReturnType<typeof one>, right: ReturnType<typeof one>) =>
    left.length === 0 || right.length === 0
      ? unchecked(rule, title, '收支总表缺少有关的行。')
      : judge(
          {
            rule,
            title,
            left: side(title.split('＝')[0] ?? '', left),
            right: side(title.split('＝')[1] ?? '', right),
            tolerance,
          },
          gaps,
        );
  const checks = [
    claim(
      'B01',
      '收入总计＝支出总计',
      one(incomeTotal, 'income_amount'),
      one(expenseTotal, 'expense_amount'),
    ),
    claim('B01', '收入总计＝本年收入合计加上年结转', one(incomeTotal, 'income_amount'), [
      ...one(at('income_item', /^本年收入合计/), 'income_amount'),
      ...one(at('income_item', /^上年结转/), 'income_amount'),
    ]),
  ];
  const amounts = table.moneyKeys.filter((key) => key !== 'income_amount');
  for (const key of amounts) {
    checks.push(
      claim('B01', '支出总计＝本年支出合计加年终结转', one(expenseTotal, key), [
        ...one(at('expense_item', /^本年支出合计/), key),
        ...one(at('expense_item', /^年[终末]结转/), key),
      ]),
    );
  }
  const lines = (item: string) => table.rows.filter((row) => numbered.test(table.text(row, item)));
  checks.push(
    claim(
      'B02',
      '本年收入合计＝各项收入之和',
      one(at('income_item', /^本年收入合计/), 'income_amount'),
      table.cells(lines('income_item'), 'income_amount'),
    ),
  );
  for (const key of amounts) {
    checks.push(
      claim(
        'B02',
        '本年支出合计＝各类支出之和',
        one(at('expense_item', /^本年支出合计/), key),
        table.cells(lines('expense_item'), key),
      ),
    );
  }
  return checks;
}

function income(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('income');
  const summaryTable = view.table('income-and-expense');
  const total = table?.total;
  if (table === undefined || summaryTable === undefined || total === undefined) {
    return [unchecked('B03', ruleTitle('B03'), '没有收入总表、收支总表，或收入总表没有合计行。')];
  }
  const { tolerance } = view.layout;
  const to = (title: string, key: string, pattern: RegExp) => {
    const row = summaryTable.where('income_item', pattern);
    if (row === undefined) return unchecked('B03', title, '收支总表缺少有关的行。');
    return judge(
      {
        rule: 'B03',
        title,
        left: side('收入总表', [table.cell(total, key)]),
        right: side('收支总表', [summaryTable.cell(row, 'income_amount')]),
        tolerance,
      },
      gaps,
    );
  };
  return [
    view.layout.carryOverApart
      ? to('收入总表合计＝本年收入合计', 'total', /^本年收入合计/)
      : to('收入总表合计＝收入总计', 'total', /^收入总计/),
    ...(table.has('current_subtotal')
      ? [to('收入总表本年收入小计＝本年收入合计', 'current_subtotal', /^本年收入合计/)]
      : []),
    to('收入总表上年结转＝上年结转', 'carry_over', /^上年结转/),
  ];
}

function expense(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('expense');
  const summaryTable = view.table('income-and-expense');
  const total = table?.total;
  const grand = summaryTable?.where('expense_item', /^支出总计/);
  if (table === undefined || summaryTable === undefined || total === undefined || grand === undefined) {
    return [unchecked('B04', ruleTitle('B04'), '没有支出总表、收支总表，或缺少合计行。')];
  }
  const { tolerance } = view.layout;
  const claim = (title: string, row: ViewRow, other: ViewRow) =>
    judge(
      {
        rule: 'B04',
        title,
        left: side('支出总表', [table.cell(row, 'total')]),
        right: side('收支总表', [summaryTable.cell(other, 'expense_amount')]),
        tolerance,
      },
      gaps,
    );
  const byName = classLines(summaryTable);
  const classes = table.coded(3).map((row) => {
    const line = byName.get(row.name);
    return line === undefined
      ? unchecked('B04', `支出总表${row.name}`, '收支总表没有同名的类。')
      : claim(`${row.name}：两表一致`, row, line);
  });
  const named = new Set(table.coded(3).map((row) => row.name));
  const absent = [...byName].filter(
    ([name, row]) => !named.has(name) && summaryTable.cell(row, 'expense_amount').figure !== null,
  );
  const missing = absent.map(([name, row]) => {
    const nothing = { owner: table.table.id, where: `${table.definition.title}·${name}`, figure: null };
    return judge(
      {
        rule: 'B04',
        title: `${name}：收支总表有数，支出总表没有这一类`,
        left: side('支出总表', [nothing]),
        right: side('收支总表', [summaryTable.cell(row, 'expense_amount')]),
        tolerance,
      },
      gaps,
    );
  });
  return [claim('支出总表合计＝支出总计', total, grand), ...classes, ...missing];
}

/** Class lines of a summary by bare name ("八、社会保障和就业支出" → 社会保障和就业支出). */
function classLines(table: TableView): Map<string, ViewRow> {
  return new Map(
    table.rows.flatMap((row) => {
      const text = table.text(row, 'expense_item');
      return numbered.test(text) ? [[text.replace(numbered, ''), row] as const] : [];
    }),
  );
}
