import { visible, withoutMarks } from '../print/signs.ts';
import type { Line } from './line.ts';
import { withoutSpareTabs } from './spare-tabs.ts';
import { comesBetween } from './words.ts';

interface Raw {
  readonly text: string;
  readonly line: number;
  readonly progress: number;
}

/** A block longer than this is handed on in pieces, so that a file without empty lines does not pile up in memory. */
const blockLimit = 4000;

/**
 * Lines of a text as published. Two ways of printing tables occur: one row per line with tabs between cells (Shanxi, 石家庄), and one cell
 * per line, each led by a tab, with an empty line between rows (Hebei). `isHeading` tells a heading from the tail of a cell.
 */
export function* textLines(text: string, isHeading: (text: string) => boolean): Generator<Line> {
  let block: Raw[] = [];
  let gap = 0;
  let blockGap = 0;
  for (const raw of rawLines(visible(text))) {
    const blank = raw.text.trim() === '' && !raw.text.startsWith('\t');
    if (blank || block.length >= blockLimit) {
      yield* blockLines(block, blockGap, isHeading);
      if (block.length > 0) gap = 0;
      block = [];
    }
    if (blank) gap += 1;
    else {
      if (block.length === 0) {
        blockGap = gap;
        gap = 0;
      }
      block.push(raw);
    }
  }
  yield* blockLines(block, blockGap, isHeading);
}

function* rawLines(text: string): Generator<Raw> {
  const trimmed = withoutSpareTabs(text);
  let start = 0;
  for (let line = 1; start <= text.length; line += 1) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const cut = text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end;
    yield {
      text: trimmed(text.slice(start, cut)),
      line,
      progress: text.length === 0 ? 1 : end / text.length,
    };
    start = end + 1;
  }
}

function* blockLines(
  block: readonly Raw[],
  gap: number,
  isHeading: (text: string) => boolean,
): Generator<Line> {
  if (block.length === 0) return;
  const tabbed = block.filter((raw) => raw.text.includes('\t'));
  const cellPerLine = tabbed.length > 0 && tabbed.every((raw) => /^\t[^\t]*$/.test(raw.text));
  if (cellPerLine) yield* cellLines(block, gap, isHeading);
  else {
    let before = gap;
    for (const raw of block) {
      yield single(raw, before);
      before = 0;
    }
  }
}

function single(raw: Raw, gap: number): Line {
  const row = raw.text.includes('\t');
  return {
    place: { line: raw.line },
    row,
    cells: row ? raw.text.split('\t') : [raw.text],
    gap,
    ragged: true,
    progress: raw.progress,
  };
}

function* cellLines(
  block: readonly Raw[],
  gap: number,
  isHeading: (text: string) => boolean,
): Generator<Line> {
  let cells: string[] = [];
  let numbers: number[] = [];
  let before = gap;
  let progress = 0;
  let pages: Raw[] = [];
  const flush = function* (): Generator<Line> {
    if (cells.length === 0) return;
    yield {
      place: { line: numbers[0] ?? 0 },
      row: true,
      cells,
      cellLines: numbers,
      gap: before,
      ragged: false,
      progress,
    };
    cells = [];
    numbers = [];
    before = 0;
    for (const page of pages) yield { ...single(page, 0), row: false, inside: true };
    pages = [];
  };
  for (const raw of block) {
    progress = raw.progress;
    const last = cells.at(-1);
    if (raw.text.startsWith('\t')) {
      cells.push(raw.text.slice(1));
      numbers.push(raw.line);
    } else if (last !== undefined && comesBetween(raw.text)) pages.push(raw);
    else if (last === undefined || isHeading(raw.text) || endsCell(last, raw.text)) {
      yield* flush();
      yield { ...single(raw, before), row: false };
      before = 0;
    } else cells[cells.length - 1] = `${last}\n${raw.text}`;
  }
  yield* flush();
}

/** Prose after a number or an empty cell, and notes, cannot be the rest of that cell. */
function endsCell(cell: string, next: string): boolean {
  return /^[\d.,%\s]*$/.test(withoutMarks(cell).text) || /^\s*(?:[备附]?注|说明)\s*[:：]/.test(next);
}
