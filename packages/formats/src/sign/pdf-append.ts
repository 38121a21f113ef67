import type { PdfFile } from './pdf-file.ts';
import { writeDict } from './pdf-syntax.ts';

/** A new or changed object of an update: its number and the text of its value. */
export interface PdfObject {
  readonly number: number;
  readonly value: string;
}

/**
 * Appends an incremental update: the old bytes stay untouched, the new objects and a cross-reference section of
 * the same sort as the file's own follow.
 */
export function appendRevision(file: PdfFile, objects: readonly PdfObject[]): Buffer {
  const chunks: Buffer[] = [file.bytes];
  let length = file.bytes.length;
  const add = (text: string | Buffer) => {
    const chunk = typeof text === 'string' ? Buffer.from(text, 'latin1') : text;
    chunks.push(chunk);
    length += chunk.length;
  };
  if (file.bytes.at(-1) !== 0x0a) add('\n');
  const offsets = new Map<number, number>();
  for (const { number, value } of objects) {
    offsets.set(number, length);
    add(`${number} 0 obj\n${value}\nendobj\n`);
  }
  const at = length;
  const highest = Math.max(file.size - 1, ...offsets.keys());
  const shared = ['Root', 'Info', 'ID'].flatMap((key) => {
    const value = file.trailer.get(key);
    return value === undefined ? [] : [[key, value] as const];
  });
  const trailer = new Map<string, string>([...shared, ['Prev', String(file.xrefAt)]]);
  if (file.xrefIsStream) {
    const own = highest + 1;
    offsets.set(own, at);
    const numbers = [...offsets.keys()].sort((left, right) => left - right);
    const rows = Buffer.concat(
      numbers.map((number) => {
        const row = Buffer.alloc(7);
        row[0] = 1;
        row.writeUInt32BE(offsets.get(number) ?? 0, 1);
        return row;
      }),
    );
    trailer
      .set('Type', '/XRef')
      .set('W', '[1 4 2]')
      .set('Size', String(own + 1));
    trailer
      .set('Index', `[${numbers.map((number) => `${number} 1`).join(' ')}]`)
      .set('Length', String(rows.length));
    add(`${own} 0 obj\n${writeDict(trailer)}\nstream\n`);
    add(rows);
    add('\nendstream\nendobj\n');
  } else {
    const numbers = [...offsets.keys()].sort((left, right) => left - right);
    const rows = numbers.map(
      (number) => `${number} 1\n${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`,
    );
    trailer.set('Size', String(highest + 1));
    add(`xref\n${rows.join('')}trailer\n${writeDict(trailer)}\n`);
  }
  add(`startxref\n${at}\n%%EOF\n`);
  return Buffer.concat(chunks);
}
