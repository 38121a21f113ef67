import { deflateSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { templateOf } from '@zhitongche/file/server';

/** A PDF of some 60 KB whose form names one field many times, each in the same object stream that inflates to 60 MB. */
export function repeatedStreamPdf(references = 40, megabytes = 60): Buffer {
  const heads = '7 0 ';
  const packed = deflateSync(
    Buffer.concat([Buffer.from(`${heads}<</FT/Tx>>`, 'latin1'), Buffer.alloc(megabytes * 1024 * 1024, 0x20)]),
    { level: 9 },
  );
  const fields = Array.from({ length: references }, () => '7 0 R').join(' ');
  const parts: Buffer[] = [];
  const offsets = new Map<number, number>();
  let length = 0;
  const add = (piece: Buffer | string): void => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
    parts.push(bytes);
    length += bytes.length;
  };
  const begin = (number: number): void => {
    offsets.set(number, length);
    add(`${number} 0 obj\n`);
  };
  add('%PDF-1.5\n');
  begin(1);
  add(`<</Type/Catalog/AcroForm<</Fields[${fields}]>>>>\nendobj\n`);
  begin(2);
  add(`<</Type/ObjStm/N 1/First ${heads.length}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`);
  add(packed);
  add('\nendstream\nendobj\n');
  const at = length;
  const row = (kind: number, value: number, index: number): Buffer => {
    const bytes = Buffer.alloc(7);
    bytes.writeUInt8(kind);
    bytes.writeUInt32BE(value, 1);
    bytes.writeUInt16BE(index, 5);
    return bytes;
  };
  const table = Buffer.concat([row(1, offsets.get(1) ?? 0, 0), row(1, offsets.get(2) ?? 0, 0), row(2, 2, 0)]);
  add(`3 0 obj\n<</Type/XRef/W[1 4 2]/Size 8/Index[1 2 7 1]/Root 1 0 R/Length ${table.length}>>\nstream\n`);
  add(table);
  add(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`);
  return Buffer.concat(parts);
}

/** A PDF of some 150 bytes whose cross-reference stream claims four thousand million rows of no width. */
export function zeroWidthPdf(): Buffer {
  const head = '%PDF-1.5\n';
  return Buffer.from(
    `${head}1 0 obj\n<</Type/XRef/W[0 0 0]/Size 4000000000/Root 1 0 R/Length 0>>\nstream\n\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`,
    'latin1',
  );
}

/** A workbook of some kilobytes whose one row says it is the two thousand millionth. */
export async function farRowWorkbook(): Promise<Uint8Array> {
  const field = { kind: 'table', label: '人员', rowName: '人', maxRows: 5, columns: {} } as const;
  const files = unzipSync(await templateOf(field));
  const name = Object.keys(files).find((key) => /sheet1\.xml$/i.test(key)) ?? 'xl/worksheets/sheet1.xml';
  return zipSync({
    ...files,
    [name]: strToU8(
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="2000000000"><c r="A2000000000" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
    ),
  });
}

/** A workbook of some 30 KB whose ten thousand cells all name one shared text of thirty thousand letters. */
export async function repeatedTextWorkbook(): Promise<Uint8Array> {
  const field = {
    kind: 'table',
    label: '人员',
    rowName: '人',
    maxRows: 5,
    columns: { name: { kind: 'text', label: '姓名', max: 30 } },
  } as const;
  const files = unzipSync(await templateOf(field));
  const find = (end: RegExp): string => Object.keys(files).find((key) => end.test(key)) ?? '';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const rows =
    '<row><c t="s"><v>0</v></c></row>' + `<row>${'<c t="s"><v>1</v></c>'.repeat(20)}</row>`.repeat(500);
  return zipSync({
    ...files,
    [find(/sheet1\.xml$/i)]: strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
    [find(/sharedStrings\.xml$/i)]: strToU8(
      `<sst xmlns="${main}"><si><t>姓名</t></si><si><t>${'A'.repeat(30_000)}</t></si></sst>`,
    ),
  });
}
