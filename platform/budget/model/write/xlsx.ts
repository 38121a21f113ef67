import { strToU8, zipSync } from 'fflate';
import { columnName } from '../read/line.ts';
import { type Block, expand, type GridBlock, type GridCell, type OfficeDocument } from './document.ts';

/** Styles of the workbook by index; the figures after `number` keep the decimals a figure prints. */
const style = { plain: 0, title: 1, identity: 2, left: 3, center: 4, right: 5, text: 6, number: 7 } as const;
const numberFormats = ['0', '0.0', '0.00', '0.000', '0.0000'];

/** Digits a spreadsheet keeps exactly; a longer figure is stored as text. */
const exactDigits = 15;

interface Sheet {
  readonly name: string;
  readonly blocks: Block[];
}

/** Writes a document as a workbook: one sheet per ruled table with its title and note, and one per stretch of text between them. */
export function writeXlsx(document: OfficeDocument): Uint8Array {
  const sheets = sheetsOf(document.blocks);
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': xml(contentTypes(sheets.length)),
    '_rels/.rels': xml(relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': xml(workbook(sheets)),
    'xl/_rels/workbook.xml.rels': xml(
      relationships([
        ...sheets.map((_, at): Relation => [`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`]),
        [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
      ]),
    ),
    'xl/styles.xml': xml(styles()),
  };
  sheets.forEach((sheet, at) => {
    files[`xl/worksheets/sheet${at + 1}.xml`] = xml(worksheet(sheet));
  });
  // A fixed time keeps the file the same for the same content.
  return zipSync(files, { mtime: new Date(Date.UTC(2000, 0, 1)) });
}

/** Titles and identity lines go with the table after them, notes with the table before. */
function sheetsOf(blocks: readonly Block[]): Sheet[] {
  const sheets: Sheet[] = [];
  let pending: Block[] = [];
  const names = new Set<string>();
  const open = (wanted: string, own: Block[]) => {
    const bare = wanted.replace(/[[\]:*?/\\]/g, ' ').slice(0, 28) || '文本';
    let name = bare;
    for (let copy = 2; names.has(name.toLowerCase()); copy += 1) name = `${bare.slice(0, 24)} (${copy})`;
    names.add(name.toLowerCase());
    sheets.push({ name, blocks: own });
  };
  const flush = () => {
    if (pending.length > 0) open('说明', pending);
    pending = [];
  };
  for (const block of blocks) {
    const last = sheets.at(-1);
    if (block.kind === 'grid') {
      const start =
        pending.findLastIndex(
          (own) => own.kind !== 'title' && own.kind !== 'identity' && own.kind !== 'caption',
        ) + 1;
      const own = pending.splice(start);
      flush();
      open(block.name, [...own, block]);
    } else if (block.kind === 'note' && pending.length === 0 && last !== undefined) last.blocks.push(block);
    else pending.push(block);
  }
  flush();
  if (sheets.length === 0) open('空白', []);
  return sheets;
}

function worksheet(sheet: Sheet): string {
  const rows: string[] = [];
  const merges: string[] = [];
  const grid = sheet.blocks.find((block): block is GridBlock => block.kind === 'grid');
  const width = grid?.widths.length ?? 1;
  for (const block of sheet.blocks) {
    if (block.kind === 'grid') gridRows(block, rows, merges);
    else {
      const number = rows.length + 1;
      const own =
        block.kind === 'title'
          ? style.title
          : block.kind === 'identity' || block.kind === 'caption'
            ? style.identity
            : style.text;
      const room = (grid?.widths ?? [100]).reduce((sum, size) => sum + size + 2, 0);
      const lines = Math.ceil((unitsOf(block.text) * (block.kind === 'title' ? 1.6 : 1)) / (room - 1));
      const height = Math.min(tallest, Math.max(1, lines) * (block.kind === 'title' ? 26 : lineHeight) + 4);
      rows.push(
        `<row r="${number}" ht="${height}" customHeight="1">${textCell(`A${number}`, own, block.text)}</row>`,
      );
      if (width > 1) merges.push(`A${number}:${columnName(width)}${number}`);
    }
  }
  const columns = (grid?.widths ?? [100])
    .map((size, at) => `<col min="${at + 1}" max="${at + 1}" width="${size + 2}" customWidth="1"/>`)
    .join('');
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const wide = grid?.wide ? 'landscape' : 'portrait';
  return `<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData>${merged}<pageSetup paperSize="9" orientation="${wide}" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

function gridRows(grid: GridBlock, rows: string[], merges: string[]): void {
  const top = rows.length;
  expand(grid).forEach((cells, y) => {
    const number = top + y + 1;
    const printed = cells.map((cell, x) => {
      const at = `${columnName(x + 1)}${number}`;
      if (cell === null) return `<c r="${at}" s="${style.center}"/>`;
      const right = columnName(x + (cell.columns ?? 1));
      const bottom = number + (cell.rows ?? 1) - 1;
      if (right !== columnName(x + 1) || bottom !== number) merges.push(`${at}:${right}${bottom}`);
      return gridCell(at, cell);
    });
    rows.push(`<row r="${number}" ht="${heightOf(grid, cells)}" customHeight="1">${printed.join('')}</row>`);
  });
}

/** Height of a printed line of 10 point text, and the most a row may be, in points; rows with merged cells do not fit themselves. */
const lineHeight = 14;
const tallest = 409;

function heightOf(grid: GridBlock, cells: readonly (GridCell | null)[]): number {
  const lines = cells.map((cell, x) => {
    if (cell === null) return 1;
    const width = grid.widths.slice(x, x + (cell.columns ?? 1)).reduce((sum, size) => sum + size + 2, 0);
    return cell.text
      .split('\n')
      .reduce((sum, text) => sum + Math.max(1, Math.ceil(unitsOf(text) / (width - 1))), 0);
  });
  return Math.min(tallest, Math.max(...lines, 1) * lineHeight + 4);
}

/** Width of a text in digits: a Chinese character takes two. */
function unitsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 ? 1.1 : 2.1), 0);
}

function gridCell(at: string, cell: GridCell): string {
  const own = style[cell.align ?? 'left'];
  if (cell.text === '') return `<c r="${at}" s="${own}"/>`;
  const decimals = cell.text.split('.')[1]?.length ?? 0;
  const exact =
    /^-?\d+(?:\.\d+)?$/.test(cell.text) &&
    cell.text.replace(/\D/g, '').length <= exactDigits &&
    !/^-?0\d/.test(cell.text);
  if (cell.figure === true && exact && decimals < numberFormats.length) {
    return `<c r="${at}" s="${style.number + decimals}"><v>${cell.text}</v></c>`;
  }
  return textCell(at, own, cell.text);
}

function textCell(at: string, own: number, text: string): string {
  return `<c r="${at}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Relation = readonly [id: string, kind: string, target: string];

function relationships(entries: readonly Relation[]): string {
  const own = entries.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${parts.join('')}</Types>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    (sheet, at) => `<sheet name="${escape(sheet.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`;
}

function styles(): string {
  const align = (horizontal: string, border: number, font = 0, format = 0) =>
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
  const formats = numberFormats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`);
  const figures = numberFormats.map((_, at) => align('right', 1, 0, 164 + at));
  const cells = [
    align('left', 0),
    align('center', 0, 1),
    align('left', 0),
    align('left', 1),
    align('center', 1),
    align('right', 1),
    align('left', 0),
    ...figures,
  ];
  const edge = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  return `<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="2"><font><sz val="10"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(edge).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs></styleSheet>`;
}

function xml(body: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
}

/** Characters XML 1.0 cannot hold are left out; they cannot be printed either. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
