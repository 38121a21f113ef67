import { most } from '../bounds.ts';
import type { Line } from './line.ts';
import { type Lattice, latticesOf } from './pdf-lattice.ts';
import type { Rule } from './pdf-rules.ts';
import { opensSomething } from './titles.ts';
import { isPageNumber } from './words.ts';

/** A run of text on a page: its baseline start, width and size in points. */
export interface TextItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** What is printed on one page. */
export interface PageText {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly items: readonly TextItem[];
  readonly rules: readonly Rule[];
}

/** Text set side by side on one baseline. */
export interface Row {
  readonly y: number;
  readonly x: number;
  readonly end: number;
  readonly size: number;
  readonly text: string;
}

/** Marks an end of prose at the edge of a page where a paragraph may go on; never printed. */
export const openEnd = '\v';

/** A page taken apart: ruled tables with the text in them, and the text outside of them. */
export interface LaidPage {
  readonly page: PageText;
  readonly tables: { lattice: Lattice; readonly items: TextItem[] }[];
  readonly outside: TextItem[];
}

/** Sorts the text of a page into its ruled tables, from the top, and the rest. */
export function layPage(page: PageText): LaidPage {
  const tables = latticesOf(page.rules)
    .sort((a, b) => b.top - a.top)
    .map((lattice): LaidPage['tables'][number] => ({ lattice, items: [] }));
  const outside: TextItem[] = [];
  for (const item of page.items) {
    const own = tables.find(({ lattice }) =>
      lattice.contains(item.x + item.width / 2, item.y + item.size * 0.3),
    );
    (own?.items ?? outside).push(item);
  }
  return { page, tables, outside };
}

/** A row of a ruled table; `spare` is how many characters each cell's last line has room for, which tells whether its words may go on. */
export interface GridRow {
  readonly cells: string[];
  readonly spare: number[];
}

/** The rows of a ruled table, each cell's lines strung together. */
export function gridOf(lattice: Lattice, items: readonly TextItem[]): GridRow[] {
  const grid = lattice.rows.map(() => lattice.columns.map((): TextItem[] => []));
  for (const item of items) {
    const { row, column } = lattice.cellAt(item.x + item.width / 2, item.y + item.size * 0.3);
    grid[row]?.[column]?.push(item);
  }
  return grid.map((row, y) => {
    const rows = row.map(rowsOf);
    return {
      cells: rows.map((own) => own.map((line) => line.text).reduce(join, '')),
      spare: rows.map((own, x) => {
        const [last, left] = [own.at(-1), lattice.edges[x] ?? 0];
        if (last === undefined) return Number.POSITIVE_INFINITY;
        const padding = Math.min(6, Math.max(0, last.x - left));
        return (lattice.rightOf(y, x) - last.end - 2 * padding) / last.size;
      }),
    };
  });
}

/** Prose lines of a page, with their height on it. */
export function proseLines(
  items: readonly TextItem[],
  page: PageText,
  margin: number,
): { top: number; line: Line }[] {
  return paragraphs(rowsOf(items), page, margin).map(({ top, text }, at) => ({
    top,
    line: {
      place: { page: page.number, line: at + 1 },
      row: false,
      cells: [text],
      gap: 0,
      ragged: false,
      progress: 0,
    },
  }));
}

/** Items on one baseline read left to right; a blank is put where the print leaves a gap between Latin words. */
export function rowsOf(items: readonly TextItem[]): Row[] {
  const sorted = [...items].sort((a, b) => b.y - a.y || a.x - b.x);
  const groups: TextItem[][] = [];
  for (const item of sorted) {
    const last = groups.at(-1);
    const level = last?.[0];
    if (
      last !== undefined &&
      level !== undefined &&
      Math.abs(level.y - item.y) < Math.max(level.size, item.size) * 0.4
    )
      last.push(item);
    else groups.push([item]);
  }
  return groups.map((group) => {
    const ordered = group.sort((a, b) => a.x - b.x);
    let text = '';
    let end = ordered[0]?.x ?? 0;
    for (const item of ordered) {
      const gap = item.x - end;
      const latin = /[!-~]$/.test(text) && /^[!-~]/.test(item.text);
      if (text !== '' && gap > item.size * (latin ? 0.15 : 0.4)) text += ' ';
      text += item.text;
      end = item.x + item.width;
    }
    const [first] = ordered;
    return {
      y: first?.y ?? 0,
      x: first?.x ?? 0,
      end,
      size: most(ordered.map((item) => item.size)),
      text,
    };
  });
}

function join(text: string, next: string): string {
  const words = /[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(next);
  return words ? `${text} ${next}` : text + next;
}

/** A line at the margin continues the one above when that one ran to the right edge; an indented line begins a paragraph. */
function paragraphs(rows: readonly Row[], page: PageText, margin: number): { top: number; text: string }[] {
  const right = page.width - margin;
  const found: { top: number; text: string; end: number; size: number; y: number }[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    const atMargin = row.x < margin + row.size;
    const room = row.size * (2.5 + headOf(row.text));
    const filled = last !== undefined && last.end > right - room && Math.abs(last.size - row.size) < 0.5;
    const near = last !== undefined && last.y - row.y < row.size * 3;
    const item = startsItem(row.text) && /[。；：;:]$/.test(last?.text ?? '');
    if (last !== undefined && atMargin && filled && near && !item && !opensSomething(row.text)) {
      last.text = join(last.text, row.text);
      last.end = row.end;
      last.y = row.y;
    } else {
      const text = found.length === 0 && atMargin ? `${openEnd}${row.text}` : row.text;
      found.push({ top: row.y, text, end: row.end, size: row.size, y: row.y });
    }
  }
  const last = found.findLast((paragraph) => !isPageNumber(paragraph.text));
  if (last !== undefined && last.end > right - last.size * 6) last.text += openEnd;
  return found.map(({ top, text }) => ({ top, text }));
}

/** True for words that begin an item of a list: "（三）…", "8.…", "二、…". */
export function startsItem(text: string): boolean {
  return /^(?:[一二三四五六七八九十]+、|\d+[、.．]|[（(][一二三四五六七八九十\d]+[）)])/.test(text);
}

/** What no line break may part: opening signs, a number or Latin word, one character, and closing signs after it. */
const unbroken = /^[（《「『【〈〔“‘]*[!-~\u00a0]*[^!-~]?[）》」』】〉〕”’。，、；：？！]*/;

/** Width, in characters, of what may only move to the next line whole. */
export function headOf(text: string): number {
  const head = unbroken.exec(text)?.[0] ?? '';
  return [...head].reduce((sum, char) => sum + (char < '\u2e80' ? 0.6 : 1), 0);
}
