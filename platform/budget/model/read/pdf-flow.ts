import { least } from '../bounds.ts';
import type { Findings } from './finding.ts';
import type { Line } from './line.ts';
import {
  type GridRow,
  gridOf,
  headOf,
  type LaidPage,
  layPage,
  type PageText,
  proseLines,
  rowsOf,
  startsItem,
} from './pdf-page.ts';
import { opensSomething } from './titles.ts';
import { isPageNumber } from './words.ts';

/** Share of the page, at its upper and lower edge, in which headers and footers stand. */
const edge = 0.12;

/** The last table of the pages before, while it may go on: its rows, the lines made of them, and how it begins. */
interface TableSoFar {
  readonly rows: GridRow[];
  readonly lines: Line[];
  readonly head: readonly string[];
}

/** Lines of all pages in reading order: headers and footers set aside, tables that run over pages put together. */
export function flowOf(pages: readonly PageText[], findings: Findings): Line[] {
  const laid = pages.map(layPage);
  setRunningLinesAside(laid, findings);
  alignContinuedTables(laid);
  const margin = least(laid.flatMap(({ page }) => page.items.map((item) => item.x)));
  const lines: Line[] = [];
  let before: TableSoFar | null = null;
  for (const [at, { page, tables, outside }] of laid.entries()) {
    const parts: { top: number; lines: Line[] }[] = proseLines(outside, page, margin).map(
      ({ top, line }) => ({
        top,
        lines: [line],
      }),
    );
    if (!goesOn(laid[at - 1], laid[at])) before = null;
    for (const { lattice, items } of tables) {
      const rows = gridOf(lattice, items);
      const printed = rows.map(
        (row, at): Line => ({
          place: { page: page.number, row: at + 1 },
          row: true,
          cells: row.cells,
          gap: 0,
          ragged: false,
          progress: 0,
        }),
      );
      if (before !== null) joinTornRow(before, rows, printed, findings);
      parts.push({ top: lattice.top, lines: printed });
      const head: readonly string[] = before?.head ?? beginningOf(rows);
      before = { rows, head, lines: printed };
    }
    for (const part of parts.sort((a, b) => b.top - a.top)) for (const line of part.lines) lines.push(line);
  }
  return lines;
}

/** The first two rows of a table, by which a heading printed again on the next page is known. */
function beginningOf(rows: readonly GridRow[]): string[] {
  return rows.slice(0, 3).map((row) => row.cells.join('|'));
}

/**
 * What stands at the edge of most pages at the same height, but for numbers, is a header or footer and no part of the text. Titles and
 * identity lines may stand there too and are left alone.
 */
function setRunningLinesAside(laid: readonly LaidPage[], findings: Findings): void {
  const places = laid.map(({ page, outside }) => {
    const rows = rowsOf(outside);
    return rows.filter(
      (row) =>
        (row.y > page.height * (1 - edge) || row.y < page.height * edge) &&
        !/单位[:：]|预算年度|部门名称|^注[:：]/.test(row.text) &&
        !opensSomething(row.text) &&
        !isPageNumber(row.text),
    );
  });
  const keyOf = (row: { y: number; text: string }) =>
    `${Math.round(row.y / 3)}:${row.text.replace(/\d+/g, '#')}`;
  const counts = new Map<string, number>();
  for (const rows of places)
    for (const key of new Set(rows.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const [at, rows] of places.entries()) {
    const own = laid[at];
    for (const row of rows) {
      const times = counts.get(keyOf(row)) ?? 0;
      if (own === undefined || times < 2 || times * 2 < laid.length) continue;
      const rest = own.outside.filter((item) => Math.abs(item.y - row.y) >= item.size * 0.4);
      own.outside.splice(0, own.outside.length, ...rest);
      findings.add(
        'ignored',
        { page: own.page.number },
        {
          subject: '页眉页脚',
          raw: row.text,
          message: '各页都印的页眉或页脚，已略过。',
          en: 'A running header or footer.',
        },
      );
    }
  }
}

/** A table that runs over pages has the same columns on each: a column line drawn on one page only cuts its rows on all of them. */
function alignContinuedTables(laid: readonly LaidPage[]): void {
  for (let from = 0; from < laid.length; from += 1) {
    const last = laid[from]?.tables.at(-1);
    if (last === undefined) continue;
    const chain = [last];
    for (let next = from + 1; next < laid.length; next += 1) {
      const [first] = laid[next]?.tables ?? [];
      if (first === undefined || !goesOn(laid[next - 1], laid[next])) break;
      if (!sameEdges(last.lattice.edges, first.lattice.edges)) break;
      chain.push(first);
      if ((laid[next]?.tables ?? []).length > 1) break;
    }
    const edges = chain.flatMap(({ lattice }) => lattice.edges);
    if (chain.length > 1) for (const part of chain) part.lattice = part.lattice.cutAt(edges);
  }
}

/** True when nothing but page numbers stands below the last table of a page and above the first table of the next. */
function goesOn(before: LaidPage | undefined, page: LaidPage | undefined): boolean {
  const [last, first] = [before?.tables.at(-1), page?.tables[0]];
  const words = (own: LaidPage | undefined) =>
    rowsOf(own?.outside ?? []).filter((row) => !isPageNumber(row.text));
  return (
    last !== undefined &&
    first !== undefined &&
    !words(before).some((row) => row.y < last.lattice.top) &&
    !words(page).some((row) => row.y > first.lattice.top)
  );
}

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  const close = (x = Number.NaN, y = Number.NaN) => Math.abs(x - y) <= 2;
  return close(a[0], b[0]) && close(a.at(-1), b.at(-1));
}

/** A row cut by the end of its page goes on in the first row of the next: every cell of that row continues one that was full. */
function joinTornRow(before: TableSoFar, rows: GridRow[], printed: Line[], findings: Findings): void {
  const repeated = rows.findIndex((row, at) => row.cells.join('|') !== before.head[at]);
  const [tail, cut, line] = [rows[repeated], before.rows.at(-1), before.lines.at(-1)];
  if (tail === undefined || cut === undefined || line === undefined) return;
  if (tail.cells.length !== cut.cells.length) return;
  const goesOn = tail.cells.every((text, at) => {
    if (text === '') return true;
    const start = cut.cells[at] ?? '';
    return (cut.spare[at] ?? 0) < headOf(text) + 0.3 && !/^[\d.,%≥≤-]+$/.test(start) && !startsItem(text);
  });
  if (!goesOn || tail.cells.every((text) => text === '')) return;
  const cells = cut.cells.map((text, at) => text + (tail.cells[at] ?? ''));
  before.lines[before.lines.length - 1] = { ...line, cells };
  cut.cells.splice(0, cut.cells.length, ...cells);
  rows.splice(repeated, 1);
  printed.splice(repeated, 1);
  findings.add('cleaned', line.place, {
    subject: '跨页的行',
    raw: cells.filter((text) => text !== '').join(' | '),
    message: '这一行在页末被切开，已与下一页的首行接合。',
    en: 'The row was cut by the end of its page; it was joined with the first row of the next.',
  });
}
