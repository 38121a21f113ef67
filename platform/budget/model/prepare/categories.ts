import { Decimal } from 'decimal.js';
import type { Disclosure } from '../model/disclosure.ts';
import type { Cell } from '../reconcile/check.ts';
import { threePublicRow } from '../reconcile/three-public.ts';
import { DisclosureView, type TableView } from '../reconcile/view.ts';

/** Figures a whole budget is held to: what control figures and approvals are given by. */
export const categories = [
  { key: 'total', label: '支出总计', role: 'expense', column: 'total' },
  { key: 'personnel', label: '人员经费', role: 'basic-economic', column: 'personnel' },
  { key: 'publicUse', label: '公用经费', role: 'basic-economic', column: 'public' },
  { key: 'project', label: '项目支出', role: 'expense', column: 'project' },
  { key: 'threePublic', label: '“三公”经费', role: 'three-public', column: 'total' },
] as const;

/** Key of a category. */
export type CategoryKey = (typeof categories)[number]['key'];

/** A category's sum in 万元 with the cells it is read from; null where nothing is printed. */
export interface CategorySum {
  readonly key: CategoryKey;
  readonly label: string;
  readonly value: string | null;
  readonly cells: readonly Cell[];
}

const totalCell = (table: TableView, role: string, column: string): Cell | undefined => {
  const row =
    role === 'three-public' ? table.rows.find(({ name }) => /小计$|^合\s*计$/.test(name)) : table.total;
  return row === undefined ? undefined : table.cell(row, column);
};

/** The sums of a budget by category, read from its printed totals; without a printed total the three public expenses are added up. */
export function categorySums(model: Disclosure): readonly CategorySum[] {
  const view = new DisclosureView(model);
  return categories.map(({ key, label, role, column }) => {
    const table = view.table(role);
    const printed = table && totalCell(table, role, column);
    if (printed && isNumber(printed.figure)) return { key, label, value: printed.figure, cells: [printed] };
    const parts =
      role === 'three-public' && table
        ? (['abroad', 'vehicle', 'reception'] as const).flatMap((item) => {
            const row = threePublicRow(table, item);
            return row ? [table.cell(row, column)] : [];
          })
        : [];
    const figures = parts.flatMap(({ figure }) => (isNumber(figure) ? [figure] : []));
    return {
      key,
      label,
      value: figures.length === 0 ? null : Decimal.sum(...figures).toFixed(),
      cells: parts.length > 0 ? parts : printed ? [printed] : [],
    };
  });
}

/** A category that is not what it is held to: by how much, and from which cells. */
export interface Gap extends CategorySum {
  readonly limit: string;
  readonly now: string;
  readonly by: string;
  readonly side: 'over' | 'under';
}

/** Where a budget differs from control or approved figures; figures not given hold nothing. */
export function gapsAgainst(
  sums: readonly CategorySum[],
  limits: Readonly<Partial<Record<CategoryKey, string | undefined>>>,
): readonly Gap[] {
  return sums.flatMap((sum): readonly Gap[] => {
    const limit = limits[sum.key];
    if (limit === undefined || !isNumber(limit)) return [];
    const now = new Decimal(sum.value ?? 0);
    const by = now.minus(limit);
    if (by.isZero()) return [];
    return [
      {
        ...sum,
        limit: new Decimal(limit).toFixed(2),
        now: now.toFixed(2),
        by: by.abs().toFixed(2),
        side: by.gt(0) ? 'over' : 'under',
      },
    ];
  });
}

const isNumber = (text: string | null | undefined): text is string =>
  typeof text === 'string' && /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text);
