import { decodeText } from '@zhitongche/formats';
import { blocking, type Problem, type Result, csvCells, ok, refuse } from '@zhitongche/base';
import { bookCells } from './book-cells.ts';
import type { Sheet } from '@zhitongche/core/server';
import { delimiterOf } from './csv.ts';
import { inspect } from './inspect.ts';
import { MOST_CELLS, MOST_TEXT, partsWithinBounds } from './sheet-bounds.ts';

/** Reads the sheets of an XLSX, or the one of a CSV (UTF-8, UTF-16 or GB 18030), by its content. */
export async function readSheets(name: string, bytes: Uint8Array): Promise<Result<readonly Sheet[]>> {
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
  if (!zip) return csv(name, bytes);
  const inspected = await inspect(/\.xlsx$/i.test(name) ? name : `${name}.xlsx`, bytes);
  if (!inspected.ok) return inspected;
  const parts = partsWithinBounds(bytes);
  if (parts === null) return refuse(tooLarge());
  const sheets = bookCells(parts);
  return sheets === null
    ? refuse(
        unreadable(
          '表格无法读取。',
          'The spreadsheet cannot be read.',
          '请用 Excel 或 WPS 重新保存后再导入。',
        ),
      )
    : bounded(sheets);
}

function csv(name: string, bytes: Uint8Array): Result<readonly Sheet[]> {
  const { text, lost } = decodeText(bytes);
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)\b/i.test(text.slice(0, 1000)))
    return refuse(
      unreadable(
        '这是网页（HTML）或 XML，只是名字写成了表格。',
        'This is a web page or XML named like a spreadsheet.',
        '请在 Excel 或 WPS 中打开，另存为 xlsx 后再导入。',
      ),
    );
  if (lost > 0 || text.includes('\0') || !/[\t,;\r\n]/.test(text))
    return refuse(unreadable('文件不是表格。', 'The file is no spreadsheet.', '请上传 xlsx 或 csv 文件。'));
  return bounded([{ name, cells: csvCells(text, delimiterOf(text)) }]);
}

/** What is handed on is copied between threads: cells that share one text each carry it whole. */
function bounded(sheets: readonly Sheet[]): Result<readonly Sheet[]> {
  let cells = 0;
  let letters = 0;
  for (const sheet of sheets)
    for (const row of sheet.cells) {
      cells += row.length;
      for (const cell of row) letters += cell.length;
    }
  return cells > MOST_CELLS || letters > MOST_TEXT ? refuse(tooLarge()) : ok(sheets);
}

const unreadable = (message: string, en: string, todo = '请检查文件后重新选择。'): Problem =>
  blocking('import.unreadable', [], message, en, { todo });

const tooLarge = (): Problem =>
  unreadable('表格太大，无法一次导入。', 'The spreadsheet is too large.', '请删去空白行列，或分几次导入。');
