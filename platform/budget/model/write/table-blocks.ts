import type { Column, TableDefinition } from '../layout/definition.ts';
import { tableDefinition } from '../layout/layouts.ts';
import type { BudgetTable, Disclosure } from '../model/disclosure.ts';
import type { Block, GridCell } from './document.ts';

/** A budget table in its office's layout: caption, title, identity line, ruled table with merged headings, and its note. */
export function tableBlocks(model: Disclosure, table: BudgetTable): Block[] {
  const definition = tableDefinition(model.layout, table.id);
  if (definition === undefined) return [];
  const head = headRows(definition, model.year);
  const body = table.rows.length > 0 ? table.rows : [definition.columns.map(() => null)];
  const rows: GridCell[][] = [
    ...head,
    ...body.map((row) =>
      definition.columns.map((column, at): GridCell => {
        const text = row[at] ?? '';
        if (column.kind === 'money' || column.kind === 'count') return { text, align: 'right', figure: true };
        return { text, align: column.kind === 'words' ? 'left' : 'center' };
      }),
    ),
  ];
  const identity = identityLine(model, table);
  // Small tables under a heading of the text stay on its page.
  const newPage =
    definition.under === undefined || definition.columns.length > 5 ? ({ newPage: true } as const) : {};
  const note = table.note ?? (table.rows.length === 0 ? (definition.emptyNote ?? null) : null);
  return [
    ...(definition.caption === undefined
      ? []
      : [{ kind: 'caption', text: definition.caption, ...newPage } as const]),
    { kind: 'title', text: table.title, ...(definition.caption === undefined && newPage) },
    ...(identity === '' ? [] : [{ kind: 'identity', text: identity } as const]),
    {
      kind: 'grid',
      name: sheetName(definition),
      widths: definition.columns.map(widthOf),
      headRows: head.length,
      wide: definition.columns.length > 5,
      rows,
    },
    ...(note === null ? [] : [{ kind: 'note', text: note } as const]),
  ];
}

function sheetName(definition: TableDefinition): string {
  const words = definition.title.replace(/（[^）]*）|[“”]/g, '').replace(/^部门预算|^部门/, '');
  return `${Number(definition.id.slice(1))} ${words}`.slice(0, 28);
}

/** The line under the title: who, which year or day, which unit. */
function identityLine(model: Disclosure, table: BudgetTable): string {
  const { code, name } = model.department;
  const department = name === null ? '' : code === null ? `部门名称：${name}` : `${code}${name}`;
  const parts = [
    table.id === 'T10' && model.layout === 'hebei' ? '' : department,
    model.layout === 'hebei' && table.unit !== null && model.year !== null ? `预算年度：${model.year}` : '',
    table.asOf === undefined ? '' : `截止时间：${table.asOf}`,
    table.unit === null ? '' : `单位：${table.unit}`,
  ];
  return parts.filter((part) => part !== '').join('\u3000\u3000');
}

/** Labels beginning with 年 belong to a year and print it ("2024年预算数"). */
function label(text: string, year: string | null): string {
  return text.startsWith('年') && year !== null ? `${year}${text}` : text;
}

function headRows(definition: TableDefinition, year: string | null): GridCell[][] {
  const { columns } = definition;
  const center = (text: string, spans: { columns?: number; rows?: number } = {}): GridCell => ({
    text: label(text, year),
    align: 'center',
    ...spans,
  });
  const rows: GridCell[][] = [];
  if (columns.some((column) => column.group !== undefined)) {
    rows.push(
      groups(columns).map(({ group, count, first }) =>
        group === undefined ? center(first.label, { rows: 2 }) : center(group, { columns: count }),
      ),
      columns.filter((column) => column.group !== undefined).map((column) => center(column.label)),
    );
  } else rows.push(columns.map((column) => center(column.label)));
  if (definition.numbering === '栏次')
    rows.push(columns.map((_, at) => center(at === 0 ? '栏次' : String(at))));
  if (definition.numbering === 'plain') rows.push(columns.map((_, at) => center(String(at + 1))));
  return rows;
}

function groups(columns: readonly Column[]): { group: string | undefined; count: number; first: Column }[] {
  const runs: { group: string | undefined; count: number; first: Column }[] = [];
  for (const column of columns) {
    const last = runs.at(-1);
    if (last !== undefined && column.group !== undefined && last.group === column.group) last.count += 1;
    else runs.push({ group: column.group, count: 1, first: column });
  }
  return runs;
}

function widthOf(column: Column): number {
  if (column.kind === 'seq') return 5;
  if (column.kind === 'words') return column.key === 'measure' ? 5 : 22;
  return column.kind === 'code' ? 10 : 11;
}
