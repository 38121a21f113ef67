import type { At, Table } from '@zhitongche/base';
import { refusal } from '@zhitongche/formats';
import type { TextChecker } from './text-checker.ts';
import { type PlacedCell, placeCells } from './table-grid.ts';

/** A cell as it is laid out; `y` counts from the first row of the header. */
export type DrawnCell = ReturnType<typeof drawCell>;

/** A table as it is laid out, each cell with its place. */
export function drawTable(table: Table, at: At, scribe: TextChecker) {
  const columns = table.widths.length;
  if (!columns || !table.widths.every((width) => Number.isFinite(width) && width > 0)) {
    scribe.problems.push(
      refusal(
        'paper.table-shape',
        [...at, 'widths'],
        '表格没有列，或有列宽不是正数。',
        '请检查文书模板。',
        'The table has no columns or a width that is not positive.',
      ),
    );
  }
  const above = table.header ?? [];
  const header = placeCells(above, columns, [...at, 'header']);
  const rows = placeCells(table.rows, columns, [...at, 'rows']);
  scribe.problems.push(...header.problems, ...rows.problems);
  return {
    widths: table.widths,
    size: table.size ?? 'form',
    total: table.total ?? false,
    caption: table.caption ? scribe.text(table.caption, 'fangsong', [...at, 'caption']) : null,
    header: header.cells.map((placed) => drawCell(placed, 'header', 0, at, scribe)),
    rows: rows.cells.map((placed) => drawCell(placed, 'rows', above.length, at, scribe)),
  };
}

function drawCell(
  placed: PlacedCell,
  part: 'header' | 'rows',
  above: number,
  table: At,
  scribe: TextChecker,
) {
  const { cell, x, y } = placed;
  const at: At = [...table, part, y, x];
  const label = cell.label ?? part === 'header';
  return {
    x,
    y: y + above,
    columns: cell.columns ?? 1,
    rows: cell.rows ?? 1,
    align: cell.align ?? (label ? 'center' : 'left'),
    place: cell.place ?? 'middle',
    label,
    text: scribe.inline(cell.text, label ? 'hei' : 'fangsong', at),
    foot: (cell.foot ?? []).map((line, index) => scribe.text(line, 'fangsong', [...at, 'foot', index])),
    height: cell.height ?? 0,
  };
}
