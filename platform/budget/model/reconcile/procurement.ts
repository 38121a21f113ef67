import { Decimal } from 'decimal.js';
import { type Check, judge, side, unchecked } from './check.ts';
import type { Gaps } from './gaps.ts';
import { assetBranches, ruleTitle } from './rules.ts';
import type { DisclosureView, TableView, ViewRow } from './view.ts';

/** B13 and B15: the procurement table in itself, the assets it plans to buy, and those there are. */
export function procurementChecks(view: DisclosureView, gaps: Gaps): Check[] {
  return [...procurement(view, gaps), ...assets(view, gaps), ...stock(view, gaps)];
}

const funds = ['general_public', 'gov_fund', 'state_capital', 'special_account', 'unit_funds', 'carry_over'];

function procurement(view: DisclosureView, gaps: Gaps): Check[] {
  if (!view.expects('procurement')) return [];
  const table = view.table('procurement');
  if (table === undefined) return [unchecked('B13', ruleTitle('B13'), '没有读到政府采购预算表。')];
  const { tolerance } = view.layout;
  const named = table.rows.map((row) => ({ row, name: table.text(row, 'project_name') }));
  const total = named.find(({ name }) => /^合\s*计$/.test(name))?.row;
  const units = named.filter(({ name }) => name.endsWith('小计')).map(({ row }) => row);
  const items = named.filter(({ row }) => row !== total && !units.includes(row)).map(({ row }) => row);
  const checks: Check[] = [];
  for (const key of ['total', 'general_public', 'sme_reserved']) {
    if (total !== undefined && units.length > 0)
      checks.push(
        judge(
          {
            rule: 'B13',
            title: '政府采购：合计＝各单位小计之和',
            left: side('合计', [table.cell(total, key)]),
            right: side('各单位小计', table.cells(units, key)),
            tolerance,
          },
          gaps,
        ),
      );
    units.forEach((unit, order) => {
      const end = units[order + 1]?.index ?? table.rows.length;
      const own = items.filter((row) => row.index > unit.index && row.index < end);
      checks.push(
        judge(
          {
            rule: 'B13',
            title: `政府采购：${table.text(unit, 'project_name')}＝各行之和`,
            left: side('小计', [table.cell(unit, key)]),
            right: side('各行之和', table.cells(own, key)),
            tolerance,
          },
          gaps,
        ),
      );
    });
  }
  return [...checks, ...items.flatMap((row) => itemChecks(table, row, gaps))];
}

/** A printed unit price may be off by half a cent each, which the quantity multiplies. */
function itemChecks(table: TableView, row: ViewRow, gaps: Gaps): Check[] {
  const name = `${table.text(row, 'project_name')}·${table.text(row, 'item')}`;
  const total = table.cell(row, 'total');
  const quantity = table.cell(row, 'quantity');
  const price = table.cell(row, 'unit_price');
  const parts = funds.filter((key) => table.has(key)).map((key) => table.cell(row, key));
  const sources = judge(
    {
      rule: 'B13',
      title: `${name}：金额＝各资金来源之和`,
      left: side('金额', [total]),
      right: side('各资金来源之和', parts),
      tolerance: 0,
    },
    gaps,
  );
  if (quantity.figure === null || price.figure === null)
    return [unchecked('B13', `${name}：数量×单价＝金额`, '数量或单价空白。'), sources];
  const product = new Decimal(quantity.figure).times(price.figure);
  const right = { label: '数量×单价', cells: [quantity, price], value: product.toFixed() };
  const slack = Decimal.max(new Decimal(quantity.figure).times('0.005'), '0.005');
  return [
    judge(
      {
        rule: 'B13',
        title: `${name}：金额＝数量×单价`,
        left: side('金额', [total]),
        right,
        tolerance: slack,
        note: '单价印到分位，差额不超过数量乘半分视为单价取整。',
      },
      gaps,
    ),
    sources,
  ];
}

/** The lines a stock-taking table numbers ("1、房屋"); those led by 其中 are part of the one above. */
function stock(view: DisclosureView, gaps: Gaps): Check[] {
  const table = view.table('assets');
  const total = table?.where('item', /^(?:固定)?资产总额/);
  const lines = table?.rows.filter((row) => /^\d{1,2}[、.．]/.test(row.name)) ?? [];
  if (table === undefined || total === undefined || lines.length === 0) return [];
  return [
    judge(
      {
        rule: 'B15',
        title: '资产总额＝各项资产之和',
        left: side('资产总额', [table.cell(total, 'value')]),
        right: side('各项资产之和', table.cells(lines, 'value')),
        tolerance: view.layout.tolerance,
      },
      gaps,
    ),
  ];
}

function assets(view: DisclosureView, gaps: Gaps): Check[] {
  if (!view.expects('assets')) return [];
  const table = view.table('procurement');
  const text = view.model.narrative.flatMap((section) => section.paragraphs).join('\n');
  const planned = /拟购置固定资产(?:总额)?(?:为)?\s*([\d,]+(?:\.\d+)?)\s*万元/
    .exec(text)?.[1]
    ?.replaceAll(',', '');
  if (table === undefined || planned === undefined)
    return [unchecked('B15', ruleTitle('B15'), '没有政府采购预算表，或文字没有写拟购置固定资产总额。')];
  const rows = table.rows.filter((row) =>
    assetBranches.some((branch) => table.text(row, 'catalogue_code').startsWith(branch)),
  );
  const left = side('拟购置固定资产总额', [
    { owner: 'narrative', where: '国有资产信息·拟购置固定资产总额', figure: planned },
  ]);
  return [
    judge(
      {
        rule: 'B15',
        title: '拟购置固定资产＝采购的设备家具',
        left,
        right: side('采购表中的设备、家具', table.cells(rows, 'total')),
        tolerance: view.layout.tolerance,
      },
      gaps,
    ),
  ];
}
