import { Decimal } from 'decimal.js';
import { most } from '../bounds.ts';
import { Findings } from './finding.ts';
import { type Line, withProgress } from './line.ts';
import type { Opened } from './opened.ts';
import { titledTable } from './titles.ts';
import { readXml, officeParts, partText, tooLarge } from '@zhitongche/formats';

/** Columns a sheet may have before the rest is left out; the widest disclosure table has fifteen. */
const widest = 256;

/** Opens a workbook: visible sheets in order, each row with its printed text; merged cells hold their words in the first. */
export function openXlsx(bytes: Uint8Array): Opened {
  const files = officeParts(bytes, (name) =>
    /^xl\/(?:workbook|styles|sharedStrings)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/.test(
      name,
    ),
  );
  const damaged = {
    ok: false,
    message: 'Excel 文件损坏，解不开。',
    en: 'The Excel file is damaged and cannot be unpacked.',
  } as const;
  if (files === 'too-large') return tooLarge('Excel');
  if (typeof files === 'string') return damaged;
  const workbook = partText(files, 'xl/workbook.xml');
  if (workbook === null) return damaged;
  const findings = new Findings();
  const strings = sharedStrings(partText(files, 'xl/sharedStrings.xml') ?? '');
  const formats = cellFormats(partText(files, 'xl/styles.xml') ?? '');
  const targets = relations(partText(files, 'xl/_rels/workbook.xml.rels') ?? '');
  const lines: Line[] = [];
  for (const sheet of sheetList(workbook)) {
    if (sheet.hidden) {
      findings.add(
        'ignored',
        { sheet: sheet.name },
        {
          subject: `工作表“${sheet.name}”`,
          message: '隐藏的工作表，未读入。',
          en: 'A hidden sheet; it was not read.',
          advice: '如有要公开的内容，请取消隐藏后再读。',
        },
      );
      continue;
    }
    const path = targets.get(sheet.id) ?? '';
    const xml = partText(files, path.startsWith('/') ? path.slice(1) : `xl/${path}`);
    const { rows, problem } =
      xml === null ? { rows: [], problem: '缺少这张工作表' } : readSheet(xml, strings, formats);
    for (const line of sheetLines(sheet.name, rows)) lines.push(line);
    if (problem === null) continue;
    findings.add(
      'doubtful',
      { sheet: sheet.name },
      {
        subject: `工作表“${sheet.name}”`,
        raw: problem,
        message: '工作表内部结构有损坏，内容可能缺失。',
        en: 'The sheet is damaged; content may be missing.',
      },
    );
  }
  return { ok: true, lines: withProgress(lines), encoding: null, findings };
}

interface SheetEntry {
  readonly name: string;
  readonly id: string;
  readonly hidden: boolean;
}

function sheetList(xml: string): SheetEntry[] {
  const sheets: SheetEntry[] = [];
  readXml(xml, {
    open: (name, attributes) => {
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (name === 'sheet')
        sheets.push({ name: attributes['name'] ?? '', id: attributes['r:id'] ?? '', hidden });
    },
  });
  return sheets;
}

function relations(xml: string): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '');
    },
  });
  return targets;
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let own = '';
  let inText = false;
  let phonetic = false;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') own = '';
      if (name === 'rPh') phonetic = true;
      inText = name === 't' && !phonetic;
    },
    text: (text) => {
      if (inText) own += text;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') phonetic = false;
      if (name === 'si') strings.push(own);
    },
  });
  return strings;
}

/** Decimals each cell style prints; null for the general format. Built-in formats 1 to 4 and 37 to 40 are fixed by the standard (ECMA-376 part 1, 18.8.30). */
function cellFormats(xml: string): (number | null)[] {
  const custom = new Map<string, string>();
  const builtIn: Record<string, number> = { 1: 0, 2: 2, 3: 0, 4: 2, 37: 0, 38: 0, 39: 2, 40: 2 };
  const styles: (number | null)[] = [];
  let inCells = false;
  readXml(xml, {
    open: (name, attributes) => {
      const id = attributes['numFmtId'] ?? '0';
      if (name === 'numFmt') custom.set(id, attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells)
        styles.push(custom.has(id) ? decimals(custom.get(id) ?? '') : (builtIn[id] ?? null));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function decimals(format: string): number | null {
  const [positive = ''] = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').split(';');
  if (/[%eEymdhs]/.test(positive) || !/[0#]/.test(positive)) return null;
  return /\.([0#?]+)/.exec(positive)?.[1]?.length ?? 0;
}

function readSheet(
  xml: string,
  strings: readonly string[],
  formats: readonly (number | null)[],
): { rows: { row: number; cells: string[] }[]; problem: string | null } {
  const rows: { row: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let row = 0;
  let at = 0;
  let kind = 'n';
  let format: number | null = null;
  let value = '';
  let inValue = false;
  const problem = readXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1) || row + 1;
        cells = [];
        at = 0;
      } else if (name === 'c') {
        at = attributes['r'] === undefined ? at + 1 : columnNumber(attributes['r']);
        kind = attributes['t'] ?? 'n';
        format = formats[Number(attributes['s'] ?? 0)] ?? null;
        value = '';
      } else if (name === 'v' || name === 't') inValue = true;
    },
    text: (text) => {
      if (inValue) value += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false;
      if (name === 'c' && at >= 1 && at <= widest) {
        while (cells.length < at) cells.push('');
        cells[at - 1] = printed(kind, value, format, strings);
      }
      if (name === 'row' && cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells });
    },
  });
  return { rows, problem };
}

/** Rows of a sheet, all as wide as its widest: cells a spreadsheet leaves out at the end of a row are blank, not missing. */
function sheetLines(sheet: string, rows: readonly { row: number; cells: string[] }[]): Line[] {
  const width = Math.max(
    0,
    most(rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1)),
  );
  const base = { row: true, gap: 0, ragged: false, progress: 0 } as const;
  const lines: Line[] = rows.map(({ row, cells }) => ({
    ...base,
    place: { sheet, row },
    cells: Array.from({ length: width }, (_, at) => cells[at] ?? ''),
  }));
  // A sheet named like a table may carry no other title.
  if (titledTable(sheet) !== null) lines.unshift({ ...base, place: { sheet }, row: false, cells: [sheet] });
  const [first, ...rest] = lines;
  return first === undefined ? [] : [{ ...first, starts: true }, ...rest];
}

/** A number as its cell prints it; without a format the 15 digits a spreadsheet keeps, so that 4493.9800000000005 is 4493.98. */
function printed(kind: string, value: string, format: number | null, strings: readonly string[]): string {
  if (kind === 's') return strings[Number(value)] ?? '';
  if (kind !== 'n' || value === '' || !/^[-+]?\d*\.?\d+(?:[eE][-+]?\d+)?$/.test(value)) return value;
  const number = new Decimal(value).toSignificantDigits(15);
  return format === null ? number.toFixed() : number.toFixed(format);
}

function columnNumber(reference: string): number {
  let number = 0;
  for (const char of reference.replace(/\d+$/, '')) number = number * 26 + char.charCodeAt(0) - 64;
  return number;
}
