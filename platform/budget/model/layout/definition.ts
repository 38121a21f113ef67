import type { Scheme } from '../codes/classification.ts';

/** What a table is for, the same across provinces; reconciliation speaks of roles, never of table numbers. */
export type TableRole =
  | 'income-and-expense'
  | 'income'
  | 'expense'
  | 'fiscal'
  | 'general-public'
  | 'basic-economic'
  | 'fund-income'
  | 'fund-expense'
  | 'state-capital'
  | 'three-public'
  | 'operating-cost'
  | 'projects-current'
  | 'projects-carried'
  | 'organisation'
  | 'procurement'
  | 'assets';

/** How a column is read: running number, classification code, words, money, or a count of things. */
export type ColumnKind = 'seq' | 'code' | 'words' | 'money' | 'count';

/** One printed column; `group` is the merged heading above it, `aliases` are other wordings offices use for the same column. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly kind: ColumnKind;
  readonly group?: string;
  readonly aliases?: readonly string[];
}

/** One table of a layout as data; `heads` names its top-left identity lines, `emptyNote` is printed under a table without figures. */
export interface TableDefinition {
  readonly id: string;
  readonly role: TableRole;
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly columns: readonly Column[];
  /** Which code system the code column must belong to. */
  readonly scheme?: Scheme;
  /** Printed above the column numbers, as Hebei's 栏次 row does; 'plain' prints the numbers alone. */
  readonly numbering?: '栏次' | 'plain';
  /** Printed above the title ("预算公开表1"). */
  readonly caption?: string;
  readonly emptyNote?: string;
  /** Where in the document it stands: in the table part, or under a narrative section whose title holds these words. */
  readonly under?: string;
}

/** The set of tables and forms one province's offices publish, valid for the fiscal years its source shows. */
export interface Layout {
  readonly id: LayoutId;
  readonly name: string;
  readonly source: string;
  /** Fiscal years for which the source document shows this layout. */
  readonly years: readonly string[];
  readonly tables: readonly TableDefinition[];
  /** Largest rounding difference, in 万元, that lines rounded one by one may leave in a sum. */
  readonly tolerance: string;
  readonly form: 'payment-plan' | 'term-and-year';
  /** True where the general public budget tables leave out what is carried over from last year. */
  readonly carryOverApart: boolean;
}

/** Identifies a layout in a stored disclosure. */
export type LayoutId = 'hebei' | 'shanxi';
