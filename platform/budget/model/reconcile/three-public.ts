import { type Check, judge, side, unchecked } from './check.ts';
import type { Gaps } from './gaps.ts';
import {
  ruleTitle,
  sameByNature,
  type ThreePublicItem,
  threePublicItems,
  threePublicParts,
} from './rules.ts';
import type { DisclosureView, TableView, ViewRow } from './view.ts';

/** B09, B10, B16 and B17: the three public expenses, and subjects that appear both by function and by nature. */
export function threePublicChecks(view: DisclosureView, gaps: Gaps): Check[] {
  return [...sums(view, gaps), ...parts(view, gaps), ...natures(view, gaps), ...medical(view, gaps)];
}

/** The line of the three-public table for an item, undefined when it is not printed. */
export function threePublicRow(table: TableView, item: ThreePublicItem): ViewRow | undefined {
  return table.rows.find(
    (row) => threePublicItems[item].test(row.name) && (item === 'vehicle' || !/购置及运/.test(row.name)),
  );
}

function sums(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('three-public');
  if (table === undefined) return [unchecked('B09', ruleTitle('B09'), '没有“三公”经费表。')];
  const rows = (items: readonly ThreePublicItem[]) =>
    items.flatMap((item) => threePublicRow(table, item) ?? []);
  const totals = table.rows.filter((row) => /^合\s*计$|小计$/.test(row.name));
  const vehicle = threePublicRow(table, 'vehicle');
  const { tolerance } = view.layout;
  return table.moneyKeys.flatMap((key) => {
    const three = table.cells(rows(['abroad', 'vehicle', 'reception']), key);
    const checks = totals.flatMap((row) => {
      const printed = table.cell(row, key);
      if (printed.figure === null && three.every((cell) => cell.figure === null)) return [];
      return [
        judge(
          {
            rule: 'B09',
            title: `“三公”${row.name}＝三项之和`,
            left: side(row.name, [printed]),
            right: side('三项之和', three),
            tolerance,
          },
          gaps,
        ),
      ];
    });
    const cars = table.cells(rows(['purchase', 'running']), key);
    if (vehicle === undefined || cars.length === 0) return checks;
    if (table.cell(vehicle, key).figure === null && cars.every((cell) => cell.figure === null)) return checks;
    return [
      ...checks,
      judge(
        {
          rule: 'B09',
          title: '公务用车＝购置＋运行维护',
          left: side('公务用车', [table.cell(vehicle, key)]),
          right: side('购置＋运行维护', cars),
          tolerance,
        },
        gaps,
      ),
    ];
  });
}

function economicRows(table: TableView, code: string, name: RegExp): ViewRow[] {
  return table.has('code')
    ? table.rows.filter((row) => row.code === code)
    : table.rows.filter((row) => name.test(row.name));
}

function parts(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('three-public');
  const basic = view.table('basic-economic');
  if (table === undefined || basic === undefined)
    return [unchecked('B10', ruleTitle('B10'), '没有“三公”经费表或基本支出表。')];
  return threePublicParts.flatMap(({ code, name, item }) => {
    const rows = economicRows(basic, code, name);
    const line = threePublicRow(table, item);
    if (rows.length === 0) return [];
    const cells = basic.cells(rows, 'total');
    const whole = table.cells([line], 'total');
    return [
      judge(
        {
          rule: 'B10',
          title: `基本支出${code}不超过“三公”相应项`,
          relation: '≤',
          left: side('基本支出', cells),
          right: side('“三公”经费', whole),
          tolerance: view.layout.tolerance,
          note: '项目支出也可列支“三公”，所以只要求不超过。',
        },
        gaps,
      ),
    ];
  });
}

function natures(view: DisclosureView, gaps: Gaps): Check[] {
  const functional = view.table('general-public');
  const basic = view.table('basic-economic');
  if (functional === undefined || basic === undefined)
    return [unchecked('B16', ruleTitle('B16'), '没有一般公共预算支出表或基本支出表。')];
  return sameByNature.map(({ functional: code, economic, name }) => {
    const row = functional.rows.find((candidate) => candidate.code === code);
    const rows = economicRows(basic, economic, name);
    const title = `功能科目${code}＝经济科目${economic}`;
    if (row === undefined || rows.length === 0)
      return unchecked('B16', title, '两表中有一表没有列这个科目。');
    return judge(
      {
        rule: 'B16',
        title,
        left: side('按功能', [functional.cell(row, 'basic')]),
        right: side('按经济', basic.cells(rows, 'total')),
        tolerance: view.layout.tolerance,
      },
      gaps,
    );
  });
}

function medical(view: DisclosureView, gaps: Gaps): Check[] {
  const functional = view.table('general-public');
  const basic = view.table('basic-economic');
  const row = functional?.rows.find((candidate) => candidate.code === '21011');
  if (functional === undefined || basic === undefined || row === undefined)
    return [unchecked('B17', ruleTitle('B17'), '没有可以对照的医疗科目。')];
  const rows = [
    ...economicRows(basic, '30110', /^职工基本医疗保险缴费/),
    ...economicRows(basic, '30111', /^公务员医疗补助缴费/),
  ];
  const left = side('功能科目21011', [functional.cell(row, 'basic')]);
  const right = side('经济科目30110、30111', basic.cells(rows, 'total'));
  const check = judge(
    { rule: 'B17', title: ruleTitle('B17'), left, right, tolerance: view.layout.tolerance },
    gaps,
  );
  if (check.verdict !== 'does-not-hold') return [check];
  return [
    {
      ...unchecked(
        'B17',
        ruleTitle('B17'),
        '功能科目还含离退休人员等医疗支出，两者本不必相等。',
        left,
        right,
      ),
      difference: check.difference,
    },
  ];
}
