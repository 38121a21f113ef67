import { tableDefinition } from '../layout/layouts.ts';
import type { Disclosure } from './disclosure.ts';

/** A cell of a disclosure that no arithmetic could take, with where it stands and what to do. */
export interface UnsoundCell {
  /** Sheet, row and column as `sheetsOf` names them, where the cell belongs to a sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly message: string;
  readonly en: string;
}

const decimal = /^-?\d{1,15}(?:\.\d{1,6})?$/;

/** Every cell that must be a decimal and is not, tables of another layout, and rows of the wrong width: all at once. */
export function unsoundCells(model: Disclosure): readonly UnsoundCell[] {
  const found: UnsoundCell[] = [...misshapenTables(model)];
  const demand = (figure: string | null, sheet: string, row: number, column: number): void => {
    if (figure !== null && !decimal.test(figure))
      found.push({
        sheet,
        row,
        column,
        message: `“${figure.slice(0, 30)}”不是数字，请只填数字，最多六位小数。`,
        en: 'This must be a decimal number with at most six places.',
      });
  };
  for (const table of model.tables) {
    const columns = tableDefinition(model.layout, table.id)?.columns ?? [];
    for (const [row, cells] of table.rows.entries())
      for (const [column, { kind }] of columns.entries())
        if (kind === 'money' || kind === 'count') demand(cells[column] ?? null, table.id, row, column);
  }
  for (const [at, form] of model.projects.entries()) {
    const sheet = `project:${at + 1}`;
    if (form.layout === 'payment-plan') {
      for (const [row, figure] of [form.budget, form.fiscal, form.other].entries())
        demand(figure, sheet, row + 3, 1);
      for (const [row, point] of form.plan.entries()) demand(point.percent, `${sheet}/plan`, row, 1);
    } else
      for (const [row, line] of form.money.entries()) {
        demand(line.term, `${sheet}/money`, row, 1);
        demand(line.year, `${sheet}/money`, row, 2);
      }
  }
  for (const [row, line] of (model.departmentForm?.money ?? []).entries())
    demand(line.amount, 'department/money', row, 2);
  return found;
}

/** Tables the layout does not have, tables that come twice, rows of the wrong width: what no page could show. */
export function misshapenTables(model: Disclosure): readonly UnsoundCell[] {
  const found: UnsoundCell[] = [];
  const seen = new Set<string>();
  for (const table of model.tables) {
    const columns = tableDefinition(model.layout, table.id)?.columns;
    if (columns === undefined || seen.has(table.id)) {
      found.push({
        sheet: table.id,
        row: 0,
        column: 0,
        message: columns === undefined ? `这种版式没有表“${table.id}”。` : `表“${table.id}”出现了两次。`,
        en: columns === undefined ? 'The layout has no such table.' : 'The table appears twice.',
      });
      continue;
    }
    seen.add(table.id);
    for (const [row, cells] of table.rows.entries())
      if (cells.length !== columns.length)
        found.push({
          sheet: table.id,
          row,
          column: 0,
          message: `这一行有${cells.length}格，应为${columns.length}格。`,
          en: `The row has ${cells.length} cells instead of ${columns.length}.`,
        });
  }
  return found;
}
