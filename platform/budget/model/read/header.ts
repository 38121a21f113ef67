import type { Column, TableDefinition } from '../layout/definition.ts';
import type { Line } from './line.ts';
import { labelKey } from './words.ts';

/** Which column of the definition stands at each printed position; null where the print has a column the definition does not know. */
export interface HeaderMap {
  readonly columns: readonly (Column | null)[];
  /** Printed labels of the positions that were not recognised. */
  readonly unknown: readonly { readonly at: number; readonly label: string }[];
  readonly missing: readonly Column[];
  /** The rows of the heading as labels, by which it is known when the next page prints it again. */
  readonly rows: readonly (readonly string[])[];
}

interface Leaf {
  readonly label: string;
  /** Headings above, the nearest first. */
  readonly groups: readonly string[];
}

/** Assigns columns by their printed labels, never by position, so that swapped columns are read under their own heading. */
export function mapHeader(
  definition: TableDefinition,
  rows: readonly (readonly string[])[],
): HeaderMap | null {
  const labels = rows.map((row) => row.map(labelKey));
  const [asPrinted, closely] = [labels, withoutSpareCells(labels)].map((own) => mapLabels(definition, own));
  // A blank under a heading may be a column, the same blank behind every heading is none: what finds more columns is right.
  const lacking = (map: HeaderMap | null | undefined) => map?.missing.length ?? Number.POSITIVE_INFINITY;
  return (lacking(asPrinted) < lacking(closely) ? asPrinted : closely) ?? null;
}

/** Rows of a heading without the blank cells behind the last label any of them has. */
function withoutSpareCells(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.findLastIndex((label) => label !== '') + 1));
  return rows.map((row) => row.slice(0, width));
}

function mapLabels(definition: TableDefinition, labels: readonly (readonly string[])[]): HeaderMap | null {
  const leaves = leavesOf(labels);
  if (leaves === null) return null;
  const open = new Set(definition.columns);
  const columns = leaves.map((leaf) => {
    if (leaf.label === '') return null;
    const fitting = [...open].filter((column) => labelsOf(column).includes(leaf.label));
    const grouped = fitting.filter((column) => leaf.groups.includes(groupKey(column) ?? ''));
    const chosen =
      grouped[0] ??
      (leaf.groups.length === 0 || sameGroup(fitting) ? fitting[0] : pickByGroup(fitting, leaf));
    if (chosen !== undefined) open.delete(chosen);
    return chosen ?? null;
  });
  const unknown = leaves.flatMap((leaf, at) =>
    columns[at] === null && leaf.label !== '' ? [{ at, label: leaf.label }] : [],
  );
  return { columns, unknown, missing: [...open], rows: labels };
}

/** True when every printed cell of the row is a label of the table or a column number, so that the row cannot be a body row. */
export function isHeaderRow(definition: TableDefinition, cells: readonly string[]): boolean {
  const printed = cells.map(labelKey).filter((key) => key !== '');
  if (printed.length === 0) return false;
  const known = vocabulary(definition);
  return printed.every((key) => known.has(key));
}

/** True for a row with a cell for every column; blanks behind them are the text's, not the table's. */
export function spans(line: Line, { columns }: HeaderMap): boolean {
  return line.row && line.cells.length >= columns.length && closely(line.cells).length <= columns.length;
}

/** Cells up to the last one printed. */
function closely(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** 合计 is both a column heading and the first row: alone in a words column of a complete header it is a row. */
export function isBodyRow(line: Line, header: HeaderMap, definition: TableDefinition): boolean {
  const printed = line.cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]));
  const first = printed[0];
  if (printed.length !== 1 || first === undefined || !spans(line, header)) return false;
  const kind = header.columns[first]?.kind;
  return (
    definition.role !== 'organisation' &&
    (kind === 'words' || kind === 'code') &&
    labelKey(line.cells[first] ?? '') === '合计'
  );
}

/** True when a row says again what a row of the heading said, even a label the definition does not know (one cut off by the paper's edge). */
export function repeatsHeader(header: HeaderMap, cells: readonly string[]): boolean {
  const own = closely(cells).map(labelKey);
  if (own.filter((key) => key !== '').length < 2) return false;
  return header.rows.some((printed) => {
    const row = closely(printed);
    return row.length === own.length && row.every((key, at) => key === own[at]);
  });
}

/** True for the row that numbers the columns: 栏次 1 2 3 …, or the numbers of all columns alone. */
export function isNumberingRow(cells: readonly string[]): boolean {
  const own = closely(cells);
  const printed = own.map(labelKey).filter((key) => key !== '');
  const numbers = printed[0] === '栏次' ? printed.slice(1) : printed;
  const all = numbers.length > 1 && numbers.length >= own.length - 1;
  return (all || printed[0] === '栏次') && numbers.every((key, index) => key === String(index + 1));
}

const vocabularies = new WeakMap<TableDefinition, ReadonlySet<string>>();

function vocabulary(definition: TableDefinition): ReadonlySet<string> {
  let known = vocabularies.get(definition);
  if (known === undefined) {
    known = new Set([
      '栏次',
      ...definition.columns.flatMap((column) => [...labelsOf(column), groupKey(column) ?? '']),
    ]);
    vocabularies.set(definition, known);
  }
  return known;
}

function labelsOf(column: Column): string[] {
  return [column.label, ...(column.aliases ?? [])].map(labelKey);
}

function groupKey(column: Column): string | null {
  return column.group === undefined ? null : labelKey(column.group);
}

function sameGroup(fitting: readonly Column[]): boolean {
  return new Set(fitting.map(groupKey)).size <= 1;
}

/** A heading worded a little differently ("2024预算数" for 年预算数) still names its group when one contains the other. */
function pickByGroup(fitting: readonly Column[], leaf: Leaf): Column | undefined {
  const near = fitting.filter((column) => {
    const group = groupKey(column);
    return group !== null && leaf.groups.some((above) => group.includes(above) || above.includes(group));
  });
  return near.length === 1 ? near[0] : undefined;
}

/** Bottom labels with the merged heading above each, whether or not the print kept the empty cells of merged headings. */
function leavesOf(rows: readonly (readonly string[])[]): Leaf[] | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return null;
  let leaves: Leaf[] | null = null;
  for (const row of rows) {
    if (leaves === null) leaves = row.map((label) => ({ label, groups: [] }));
    else if (leaves.length === row.length) leaves = below(leaves, row);
    else if (leaves.length < row.length) leaves = spread(leaves, row);
    else return null;
    if (leaves === null) return null;
  }
  return leaves !== null && leaves.length === width ? leaves : null;
}

function below(upper: readonly Leaf[], row: readonly string[]): Leaf[] {
  let source: Leaf | undefined;
  return row.map((label, at) => {
    const above = upper[at];
    if (above?.label) source = above;
    if (label === '') return above ?? { label: '', groups: [] };
    return { label, groups: source === undefined ? [] : [source.label, ...source.groups] };
  });
}

/** Fits fewer headings over more labels: a blank below continues one heading, a run of labels shares the headings between. */
function spread(upper: readonly Leaf[], row: readonly string[]): Leaf[] | null {
  const runs: { start: number; end: number }[] = [];
  row.forEach((label, at) => {
    const last = runs.at(-1);
    if (label === '') return;
    if (last?.end === at) last.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  });
  const blanks = row.filter((label) => label === '').length;
  const shared = upper.length - blanks;
  if (runs.length === 0 || shared < runs.length) return null;
  const parts = shared === runs.length ? runs : runs.length === 1 ? split(row, runs[0], shared) : null;
  if (parts === null && runs.length > 1) return null;
  // One run under several headings that cannot be told apart: its labels stand without headings.
  if (parts === null) {
    const end = runs[0]?.end ?? row.length;
    const above = (at: number) => upper[at < end ? at : upper.length - row.length + at]?.label ?? '';
    return row.map((label, at) => ({ label: label || above(at), groups: [] }));
  }
  const leaves: Leaf[] = [];
  let next = 0;
  for (let at = 0; at < row.length; ) {
    const part = parts.find((candidate) => candidate.start === at);
    const heading = upper[next]?.label ?? '';
    next += 1;
    if (part === undefined) {
      leaves.push({ label: heading, groups: [] });
      at += 1;
    } else {
      for (; at < part.end; at += 1) leaves.push({ label: row[at] ?? '', groups: [heading] });
    }
  }
  return leaves;
}

/** A run under several headings is cut where its first label comes again (项目 … 项目 …). */
function split(
  row: readonly string[],
  run: { start: number; end: number } | undefined,
  count: number,
): { start: number; end: number }[] | null {
  if (run === undefined) return null;
  const starts: number[] = [];
  for (let at = run.start; at < run.end; at += 1) if (row[at] === row[run.start]) starts.push(at);
  if (starts.length !== count) return null;
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? run.end }));
}
