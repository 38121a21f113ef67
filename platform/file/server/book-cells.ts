import { readXml } from '@zhitongche/formats';
import { cellText, shapeOf, type Shape } from './book-numbers.ts';
import type { Sheet } from '@zhitongche/core/server';
import { columnNumber, MOST_CELLS } from './sheet-bounds.ts';

/** The visible sheets of a workbook from its parts, cells merged over several rows filled down; null where it is no workbook. */
export function bookCells(parts: ReadonlyMap<string, string>): Sheet[] | null {
  const workbook = parts.get('xl/workbook.xml');
  if (workbook === undefined) return null;
  const targets = relations(parts.get('xl/_rels/workbook.xml.rels') ?? '');
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const shapes = shapesOf(parts.get('xl/styles.xml') ?? '');
  const { sheets, late } = listOf(workbook);
  const read: Sheet[] = [];
  for (const { name, id } of sheets) {
    const target = targets.get(id) ?? '';
    const xml = parts.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    const cells = xml === undefined ? null : cellsOf(xml, strings, shapes, late);
    if (cells === null) return null;
    read.push({ name, cells, ...(late && { late }) });
  }
  return read;
}

/** Visible sheets in order, and whether the workbook counts its days from 1904. */
function listOf(xml: string): { sheets: { name: string; id: string }[]; late: boolean } {
  const sheets: { name: string; id: string }[] = [];
  let late = false;
  readXml(xml, {
    open: (tag, { name = '', state = 'visible', 'r:id': id = '', date1904 = '' }) => {
      if (tag === 'workbookPr') late = /^(1|true)$/.test(date1904);
      if (tag === 'sheet' && state === 'visible') sheets.push({ name, id });
    },
  });
  return { sheets, late };
}

function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open: (tag, { Id = '', Target = '' }) => {
      if (tag === 'Relationship') targets.set(Id, Target);
    },
  });
  return targets;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let own = '';
  let open = false;
  let aloud = false;
  readXml(xml, {
    open: (tag) => {
      if (tag === 'si') own = '';
      if (tag === 'rPh') aloud = true;
      if (tag === 't') open = !aloud;
    },
    text: (text) => {
      if (open) own += text;
    },
    close: (tag) => {
      if (tag === 't') open = false;
      if (tag === 'rPh') aloud = false;
      if (tag === 'si') strings.push(own);
    },
  });
  return strings;
}

/** What the number of a cell of each style is shown as. */
function shapesOf(xml: string): Shape[] {
  const codes = new Map<string, string>();
  const shapes: Shape[] = [];
  let cells = false;
  readXml(xml, {
    open: (tag, { numFmtId = '0', formatCode = '' }) => {
      if (tag === 'numFmt') codes.set(numFmtId, formatCode);
      if (tag === 'cellXfs') cells = true;
      if (tag === 'xf' && cells) shapes.push(shapeOf(Number(numFmtId), codes.get(numFmtId)));
    },
    close: (tag) => {
      if (tag === 'cellXfs') cells = false;
    },
  });
  return shapes;
}

function cellsOf(
  xml: string,
  strings: readonly string[],
  shapes: readonly Shape[],
  late: boolean,
): string[][] | null {
  const rows: string[][] = [];
  const merged: string[] = [];
  let count = 0;
  let row = 0;
  let column = 0;
  let cell = { kind: 'n', shape: undefined as Shape | undefined, value: '' };
  let open = false;
  readXml(xml, {
    open: (tag, { r, t = 'n', s = '0', ref = '' }) => {
      if (tag === 'row') {
        row = r === undefined ? row + 1 : Number(r);
        column = 0;
      } else if (tag === 'c') {
        column = r === undefined ? column + 1 : columnNumber(r.replace(/[$\d]/g, ''));
        cell = { kind: t, shape: shapes[Number(s)], value: '' };
      } else if (tag === 'v' || tag === 't') open = true;
      else if (tag === 'mergeCell') merged.push(ref);
    },
    text: (text) => {
      if (open) cell.value += text;
    },
    close: (tag) => {
      if (tag === 'v' || tag === 't') open = false;
      if (tag !== 'c' || row < 1 || column < 1) return;
      count += 1;
      if (count > MOST_CELLS) return;
      while (rows.length < row) rows.push([]);
      const own = rows[row - 1] ?? [];
      while (own.length < column) own.push('');
      own[column - 1] = cell.kind === 's' ? (strings[Number(cell.value)] ?? '').trim() : cellText(cell, late);
    },
  });
  if (count > MOST_CELLS) return null;
  for (const range of merged) fillDown(rows, range);
  return rows;
}

/** What is printed once for several rows is meant for each of them. */
function fillDown(rows: string[][], range: string): void {
  const [, left = '', top = '', bottom = ''] = /^\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)$/i.exec(range) ?? [];
  const at = columnNumber(left) - 1;
  const words = rows[Number(top) - 1]?.[at] ?? '';
  if (words === '') return;
  for (let row = Number(top); row < Math.min(Number(bottom), rows.length); row += 1) {
    const own = rows[row] ?? [];
    while (own.length <= at) own.push('');
    own[at] = words;
  }
}
