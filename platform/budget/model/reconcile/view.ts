import { Decimal } from 'decimal.js';
import type { Layout, TableDefinition, TableRole } from '../layout/definition.ts';
import { layouts } from '../layout/layouts.ts';
import type { BudgetTable, Disclosure } from '../model/disclosure.ts';
import type { Figure } from '../money/figure.ts';
import { closed } from '../read/tokens.ts';
import type { Cell } from './check.ts';

/** A row of a table as the rules see it. */
export interface ViewRow {
  readonly index: number;
  readonly code: string | null;
  /** The row's name: subject, item or unit. */
  readonly name: string;
  readonly cells: readonly Figure[];
}

/** A table with its definition, addressed by column key. */
export class TableView {
  readonly definition: TableDefinition;
  readonly table: BudgetTable;
  readonly rows: readonly ViewRow[];

  constructor(definition: TableDefinition, table: BudgetTable) {
    this.definition = definition;
    this.table = table;
    const at = (key: string) => definition.columns.findIndex((column) => column.key === key);
    const code = at('code');
    const name = [at('name'), at('item')].find((index) => index >= 0) ?? -1;
    this.rows = table.rows.map((cells, index) => {
      const own = code < 0 ? null : (cells[code] ?? null);
      const total = own === '合计';
      return { index, code: total ? null : own, name: total ? '合计' : closed(cells[name] ?? ''), cells };
    });
  }

  /** Keys of the money columns, in print order. */
  get moneyKeys(): string[] {
    return this.definition.columns.filter((column) => column.kind === 'money').map((column) => column.key);
  }

  /** Whether the layout prints such a column. */
  has(key: string): boolean {
    return this.definition.columns.some((column) => column.key === key);
  }

  /** The printed cell of a row in a column; its figure is always in 万元. */
  cell(row: ViewRow, key: string): Cell {
    const at = this.definition.columns.findIndex((column) => column.key === key);
    const column = this.definition.columns[at];
    const printed = at < 0 ? null : (row.cells[at] ?? null);
    const inYuan = this.table.unit === '元' && column?.kind === 'money';
    return {
      owner: this.table.id,
      where: `${this.table.title}·${row.code === null ? '' : `${row.code} `}${row.name || `第${row.index + 1}行`}·${column?.label ?? key}`,
      ...(at < 0 ? {} : { spot: { sheet: this.table.id, row: row.index, column: at } }),
      figure: printed !== null && inYuan ? new Decimal(printed).div(10000).toFixed() : printed,
    };
  }

  /** Cells of several rows in one column; where there is no such row, one cell that says so. */
  cells(rows: readonly (ViewRow | undefined)[], key: string): Cell[] {
    const found = rows.flatMap((row) => (row === undefined ? [] : [this.cell(row, key)]));
    const label = this.definition.columns.find((column) => column.key === key)?.label ?? key;
    return found.length > 0
      ? found
      : [{ owner: this.table.id, where: `${this.table.title}·没有这一行·${label}`, figure: null }];
  }

  /** The row called 合计, also 部门合计. */
  get total(): ViewRow | undefined {
    return this.rows.find((row) => /^(?:部门)?合\s*计$/.test(row.name));
  }

  /** The first row whose text in a words column matches. */
  where(key: string, pattern: RegExp, from = 0): ViewRow | undefined {
    const at = this.definition.columns.findIndex((column) => column.key === key);
    return this.rows.find((row) => row.index >= from && pattern.test(closed(row.cells[at] ?? '')));
  }

  /** The text of a row in a words column; blanks that only spread its words over the cell are gone. */
  text(row: ViewRow, key: string): string {
    const at = this.definition.columns.findIndex((column) => column.key === key);
    return closed(row.cells[at] ?? '');
  }

  /** Rows whose code has a given number of digits. */
  coded(digits: number): ViewRow[] {
    return this.rows.filter((row) => row.code?.length === digits);
  }
}

/** A disclosure as the rules see it: tables by role. */
export class DisclosureView {
  readonly model: Disclosure;
  readonly layout: Layout;
  readonly #tables = new Map<TableRole, TableView>();

  constructor(model: Disclosure) {
    this.model = model;
    this.layout = layouts[model.layout];
    for (const definition of this.layout.tables) {
      const table = model.tables.find((candidate) => candidate.id === definition.id);
      if (table !== undefined) this.#tables.set(definition.role, new TableView(definition, table));
    }
  }

  /** The table of a role, undefined when it was not read. */
  table(role: TableRole): TableView | undefined {
    return this.#tables.get(role);
  }

  /** True when the layout prints a table of this role at all. */
  expects(role: TableRole): boolean {
    return this.layout.tables.some((definition) => definition.role === role);
  }
}
