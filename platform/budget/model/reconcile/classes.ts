import { Decimal } from 'decimal.js';
import { childrenByParent } from '../codes/classification.ts';
import { type Check, judge, side, unchecked } from './check.ts';
import type { Gaps } from './gaps.ts';
import { ruleTitle } from './rules.ts';
import type { DisclosureView, TableView, ViewRow } from './view.ts';

/** B05, B06 and B08: codes add up by prefix, rows add up across, and basic expenditure agrees by function and by nature. */
export function classChecks(view: DisclosureView, gaps: Gaps): Check[] {
  return [...levels(view, gaps), ...rowSums(view, gaps), ...basic(view, gaps)];
}

function levels(view: DisclosureView, gaps: Gaps): Check[] {
  return (['income', 'expense', 'general-public'] as const).flatMap((role) => {
    const table = view.table(role);
    if (table === undefined) return [unchecked('B05', ruleTitle('B05'), `没有${roleName(view, role)}。`)];
    return [...levelSums('B05', table, [3, 5, 7], view, gaps), ...parentSums('B05', table, view, gaps)];
  });
}

function roleName(view: DisclosureView, role: 'income' | 'expense' | 'general-public'): string {
  return view.layout.tables.find((definition) => definition.role === role)?.title ?? role;
}

function levelSums(
  rule: string,
  table: TableView,
  digits: readonly number[],
  view: DisclosureView,
  gaps: Gaps,
): Check[] {
  const { total } = table;
  if (total === undefined)
    return table.rows.length === 0
      ? []
      : [unchecked(rule, `${table.definition.title}：逐级汇总`, '没有合计行。')];
  return digits.flatMap((length) =>
    table.moneyKeys.flatMap((key) => {
      const cells = table.cells(table.coded(length), key);
      if (table.cell(total, key).figure === null && cells.every((cell) => cell.figure === null)) return [];
      const level = { 3: '类', 5: '款', 7: '项' }[length] ?? '';
      return [
        judge(
          {
            rule,
            title: `${table.definition.title}：合计＝各${level}之和`,
            left: side('合计', [table.cell(total, key)]),
            right: side(`各${level}之和`, cells),
            tolerance: view.layout.tolerance,
          },
          gaps,
        ),
      ];
    }),
  );
}

function parentSums(rule: string, table: TableView, view: DisclosureView, gaps: Gaps): Check[] {
  const coded = table.rows.flatMap((row) => (row.code === null ? [] : [{ ...row, code: row.code }]));
  return [...childrenByParent(coded)].flatMap(([code, children]) => {
    const parent = coded.find((row) => row.code === code);
    if (parent === undefined) return [];
    return table.moneyKeys.flatMap((key) => {
      const cells = table.cells(children, key);
      if (table.cell(parent, key).figure === null && cells.every((cell) => cell.figure === null)) return [];
      return [
        judge(
          {
            rule,
            title: `${table.definition.title}：${code}${parent.name}＝下级之和`,
            left: side('上级', [table.cell(parent, key)]),
            right: side('下级之和', cells),
            tolerance: view.layout.tolerance,
          },
          gaps,
        ),
      ];
    });
  });
}

const across: Record<string, readonly string[]> = {
  total: [
    'basic',
    'project',
    'business',
    'remit_to_superior',
    'subsidy_to_affiliate',
    'current_subtotal',
    'personnel',
    'public',
    'general_public',
    'gov_fund',
    'state_capital',
    'special_account',
    'unit_funds',
  ],
  current_subtotal: [
    'fiscal_appropriation',
    'special_account',
    'operating_unit_income',
    'business_income',
    'superior_subsidy',
    'affiliate_turnover',
    'other_income',
  ],
  expense_amount: ['expense_current', 'expense_carry_over'],
};

function rowSums(view: DisclosureView, gaps: Gaps): Check[] {
  const roles = [
    'income-and-expense',
    'income',
    'expense',
    'general-public',
    'fund-expense',
    'three-public',
    'operating-cost',
    'projects-current',
    'projects-carried',
  ] as const;
  return roles.flatMap((role) => {
    const table = view.table(role);
    if (table === undefined) return [];
    return table.rows.flatMap((row) =>
      Object.entries(across).flatMap(([sum, keys]) => {
        const parts = partsOf(table, sum, keys, view).map((key) => table.cell(row, key));
        if (!table.has(sum) || parts.length < 2) return [];
        const printed = table.cell(row, sum);
        if (printed.figure === null && parts.every((cell) => cell.figure === null)) return [];
        const name = row.name || table.text(row, 'expense_item');
        return [
          judge(
            {
              rule: 'B06',
              title: `${table.definition.title}·${name}：合计＝各列之和`,
              left: side('合计', [printed]),
              right: side('各列之和', parts),
              tolerance: view.layout.tolerance,
            },
            gaps,
          ),
        ];
      }),
    );
  });
}

/** In Hebei's income table the total is the year plus what is carried over; the year in turn is the sum of the sources. */
function partsOf(table: TableView, sum: string, keys: readonly string[], view: DisclosureView): string[] {
  const present = keys.filter((key) => table.has(key));
  if (sum !== 'total' || !table.has('current_subtotal')) return present;
  return view.layout.carryOverApart ? present : ['current_subtotal', 'carry_over'];
}

function basic(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('basic-economic');
  const functional = view.table('general-public');
  const total = table?.total;
  if (table === undefined || total === undefined)
    return [unchecked('B08', ruleTitle('B08'), '没有基本支出经济分类表，或缺少合计行。')];
  const { tolerance } = view.layout;
  const checks: Check[] = [];
  const all = functional?.total;
  if (functional === undefined || all === undefined)
    checks.push(unchecked('B08', '基本支出：功能口径＝经济口径', '没有一般公共预算支出表，或缺少合计行。'));
  else {
    checks.push(
      judge(
        {
          rule: 'B08',
          title: '基本支出：功能口径＝经济口径',
          left: side('按功能', [functional.cell(all, 'basic')]),
          right: side('按经济', [table.cell(total, 'total')]),
          tolerance,
        },
        gaps,
      ),
    );
  }
  for (const row of table.rows) {
    checks.push(
      judge(
        {
          rule: 'B08',
          title: `基本支出·${row.name}：合计＝人员＋公用`,
          left: side('合计', [table.cell(row, 'total')]),
          right: side(
            '人员＋公用',
            ['personnel', 'public'].map((key) => table.cell(row, key)),
          ),
          tolerance,
        },
        gaps,
      ),
    );
  }
  if (table.has('code'))
    return [
      ...checks,
      ...levelSums('B08', table, [3, 5], view, gaps),
      ...parentSums('B08', table, view, gaps),
    ];
  return [...checks, ...namedClasses(table, total, view, gaps)];
}

/** Without codes a class is a row that names no government subject; its items follow until the next class. */
function namedClasses(table: TableView, total: ViewRow, view: DisclosureView, gaps: Gaps): Check[] {
  const heads = table.rows.filter((row) => row !== total && table.text(row, 'government_name') === '');
  const tolerance = new Decimal(view.layout.tolerance);
  return table.moneyKeys.flatMap((key) => {
    const checks = [
      judge(
        {
          rule: 'B08',
          title: '基本支出：合计＝各类之和',
          left: side('合计', [table.cell(total, key)]),
          right: side('各类之和', table.cells(heads, key)),
          tolerance,
        },
        gaps,
      ),
    ];
    heads.forEach((head, order) => {
      const end = heads[order + 1]?.index ?? table.rows.length;
      const items = table.rows.slice(head.index + 1, end);
      const cells = table.cells(items, key);
      if (table.cell(head, key).figure === null && cells.every((cell) => cell.figure === null)) return;
      checks.push(
        judge(
          {
            rule: 'B08',
            title: `基本支出：${head.name}＝各款之和`,
            left: side('类', [table.cell(head, key)]),
            right: side('各款之和', cells),
            tolerance,
          },
          gaps,
        ),
      );
    });
    return checks;
  });
}
