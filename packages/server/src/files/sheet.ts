import { readSheet as readXlsx } from 'read-excel-file/node';
import { type Problem, type Result, dayOfNumber, ok, refuse } from '@zhitongche/kernel';
import { inspect } from './inspect.ts';
import { MOST_CELLS, withinSheetBounds } from './sheet-bounds.ts';

/** Cells of the first sheet, row by row; every cell as the text a person would see. */
export type SheetCells = readonly (readonly string[])[];

/** Excel counts days from 1899-12-30 (its 1900 was a leap year, in error). */
const EXCEL_EPOCH = -25_569;

/** A number as the file holds it: turning it into a float could lose the last digits of an identity number. */
interface RawNumber {
  readonly raw: string;
}

/** Reads an XLSX or CSV (UTF-8, UTF-16 or GB 18030) by its content. */
export async function readSheet(name: string, bytes: Uint8Array): Promise<Result<SheetCells>> {
  if (bytes.length === 0) return refuse(unreadable('文件是空的，没有内容。', 'The file is empty.'));
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!zip && bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refuse(
      unreadable(
        '这是旧版 xls 表格。',
        'This is an old XLS file.',
        '请在 Excel 或 WPS 中另存为 xlsx 后再导入。',
      ),
    );
  if (!zip) return csv(bytes);
  const inspected = await inspect(/\.xlsx$/i.test(name) ? name : `${name}.xlsx`, bytes);
  if (!inspected.ok) return inspected;
  if (!(await withinSheetBounds(bytes))) return refuse(tooLarge());
  const rows = await readXlsx(Buffer.from(bytes), 1, {
    parseNumber: (raw): RawNumber => ({ raw }),
    trim: false,
  }).catch(() => null);
  if (!rows)
    return refuse(
      unreadable('表格无法读取。', 'The spreadsheet cannot be read.', '请用 Excel 或 WPS 重新保存后再导入。'),
    );
  return bounded(rows.map((row) => row.map(cellText)));
}

function csv(bytes: Uint8Array): Result<SheetCells> {
  const text = decode(bytes);
  if (text === null || text.includes('\0'))
    return refuse(unreadable('文件不是表格。', 'The file is no spreadsheet.', '请上传 xlsx 或 csv 文件。'));
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = ['\t', ';', ','].find((mark) => first.includes(mark)) ?? ',';
  return bounded(parseCsv(text, delimiter));
}

function bounded(rows: SheetCells): Result<SheetCells> {
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  return cells > MOST_CELLS ? refuse(tooLarge()) : ok(rows);
}

function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one; Excel in Chinese saves CSV as GBK, other programs as UTF-8.
    }
  }
  return null;
}

/** Cells of delimited text (RFC 4180): quotes may hold delimiters, line ends and doubled quotes. */
export function parseCsv(text: string, delimiter: string): SheetCells {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text.charAt(at + 1) === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  return cell !== '' || row.length > 0 ? [...rows, [...row, cell]] : rows;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  const raw = typeof value === 'object' && 'raw' in value ? String(value.raw) : '';
  // Beyond 15 digits a spreadsheet keeps only the size of a number: written so that nobody takes it for an identity number.
  return Math.abs(Number(raw)) >= 1e15 ? Number(raw).toExponential() : raw;
}

/** The day an Excel serial number stands for; undefined for numbers that are no day between 1900 and 2200. */
export function dayOfSerial(text: string): string | undefined {
  const serial = /^\d{1,6}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return serial >= 61 && serial < 110_000 ? dayOfNumber(serial + EXCEL_EPOCH) : undefined;
}

const unreadable = (message: string, en: string, todo = '请检查文件后重新选择。'): Problem => ({
  code: 'import.unreadable',
  level: 'block',
  at: [],
  message,
  en,
  todo,
});

const tooLarge = (): Problem =>
  unreadable('表格太大，无法一次导入。', 'The spreadsheet is too large.', '请删去空白行列，或分几次导入。');
