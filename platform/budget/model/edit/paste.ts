import type { Disclosure } from '../model/disclosure.ts';
import { readFigure } from '../money/figure.ts';
import { sheetsOf, withRows } from './sheets.ts';

/** Cells of a block copied from a spreadsheet: rows by line, columns by tab; a quoted cell may hold line breaks. */
export function cellsOfText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? '';
    if (quoted && char === '"' && source[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && char === '\t') {
      row.push(cell);
      cell = '';
    } else if (!quoted && char === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += char;
  }
  return [...rows, [...row, cell]];
}

/** The disclosure with a block put down from a cell on: rows are added where the sheet can grow, fixed cells stay, thousand separators fall away. */
export function withBlock(
  model: Disclosure,
  sheetId: string,
  row: number,
  column: number,
  block: readonly (readonly string[])[],
): Disclosure {
  const sheet = sheetsOf(model).find(({ id }) => id === sheetId);
  if (sheet === undefined || block.length === 0) return model;
  const needed = sheet.growable ? Math.max(sheet.rows.length, row + block.length) : sheet.rows.length;
  const rows = Array.from({ length: needed }, (_, at) => {
    const own = sheet.rows[at] ?? sheet.columns.map(() => null);
    const put = block[at - row];
    if (put === undefined) return own;
    return own.map((cell, index) => {
      const typed = put[index - column];
      const kind = sheet.columns[index];
      if (typed === undefined || kind === undefined || kind.fixed) return cell;
      return kind.kind === 'figure' ? figureOf(typed) : typed.trim() === '' ? null : typed.trim();
    });
  });
  return withRows(model, sheetId, rows);
}

/** What a spreadsheet shows as a number; anything else stays as it was typed and is told as a fault. */
function figureOf(typed: string): string | null {
  const read = readFigure(typed);
  return read.ok && read.marks === undefined ? read.figure : typed.trim();
}
