import type { At, Cell, Problem } from '@zhitongche/base';
import { refusal } from '@zhitongche/formats';

/** A cell with the column and row where it begins. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly x: number;
  readonly y: number;
}

/**
 * Finds where each cell of the rows lies. Problems name every row that does not fill its columns exactly: a shifted
 * column in a list of people is worse than no list.
 */
export function placeCells(
  rows: readonly (readonly (Cell | string)[])[],
  columns: number,
  at: At,
): { readonly cells: readonly PlacedCell[]; readonly problems: readonly Problem[] } {
  const taken = new Set<string>();
  const cells: PlacedCell[] = [];
  const problems: Problem[] = [];
  for (const [y, row] of rows.entries()) {
    let x = 0;
    let fits = true;
    for (const entry of row) {
      const cell: Cell = typeof entry === 'string' ? { text: entry } : entry;
      while (taken.has(`${x},${y}`)) x += 1;
      const wide = cell.columns ?? 1;
      const tall = cell.rows ?? 1;
      fits &&= isCount(wide) && isCount(tall) && x + wide <= columns && y + tall <= rows.length;
      if (!fits) break;
      for (let down = 0; down < tall; down += 1) {
        for (let right = 0; right < wide; right += 1) {
          const place = `${x + right},${y + down}`;
          fits &&= !taken.has(place);
          taken.add(place);
        }
      }
      cells.push({ cell, x, y });
      x += wide;
    }
    while (taken.has(`${x},${y}`)) x += 1;
    if (!fits || x !== columns) problems.push(unfilled([...at, y], y, columns));
  }
  return { cells, problems };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function unfilled(at: At, row: number, columns: number): Problem {
  return refusal(
    'paper.table-shape',
    at,
    `表格第 ${row + 1} 行没有恰好填满 ${columns} 列。`,
    '请检查文书模板中的合并单元格。',
    `Row ${row + 1} of the table does not fill its ${columns} columns exactly.`,
  );
}
