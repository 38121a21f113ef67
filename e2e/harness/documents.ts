import writeXlsxFile from 'write-excel-file/node';
import { type Answers, type Fields, toCellText } from '@zhitongche/form';

/** A file as a person picks it from a disk. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A real one-page PDF that says its own name, some 600 bytes. */
export function smallPdf(name: string): PickedFile {
  const content = 'BT /F1 24 Tf 72 720 Td (Scanned document, for a story) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`;
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(body + end, 'latin1') };
}

/** A spreadsheet as an office keeps it: a head with the columns' own labels, one row per answer. */
export async function spreadsheet(
  name: string,
  columns: Fields,
  rows: readonly Answers[],
): Promise<PickedFile> {
  const used = Object.entries(columns).filter(([key]) => rows.some((row) => row[key] !== undefined));
  const cell = (value: string) => ({ value, type: String });
  const buffer = await writeXlsxFile([
    used.map(([, field]) => cell(field.label)),
    ...rows.map((row) => used.map(([key, field]) => cell(toCellText(field, row[key])))),
  ]).toBuffer();
  return {
    name: `${name}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  };
}

/** Rows as a spreadsheet puts them on the clipboard, heads first. */
export function copiedCells(columns: Fields, rows: readonly Answers[]): string {
  const entries = Object.entries(columns);
  return [
    entries.map(([, field]) => field.label),
    ...rows.map((row) => entries.map(([key, field]) => toCellText(field, row[key]))),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
}
