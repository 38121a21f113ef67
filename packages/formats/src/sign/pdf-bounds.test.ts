import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { verifyPdf } from './verify-pdf.ts';

/** A PDF of plain objects, `1` the catalog, and members of object streams `container → number → value`. */
function file(objects: readonly string[], packed: readonly { number: number; text: Buffer }[] = []): Buffer {
  let bytes = Buffer.from('%PDF-1.5\n', 'latin1');
  const rows: { number: number; kind: number; value: number }[] = [];
  const add = (number: number, body: Buffer): void => {
    rows.push({ number, kind: 1, value: bytes.length });
    bytes = Buffer.concat([bytes, Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
  };
  objects.forEach((text, index) => add(index + 1, Buffer.from(text, 'latin1')));
  packed.forEach(({ number, text }, index) => {
    const head = `${number} 0 `;
    const stream = deflateSync(Buffer.concat([Buffer.from(head), text]));
    const own = objects.length + 1 + index;
    add(
      own,
      Buffer.concat([
        Buffer.from(
          `<</Type/ObjStm/N 1/First ${head.length}/Filter/FlateDecode/Length ${stream.length}>>\nstream\n`,
        ),
        stream,
        Buffer.from('\nendstream'),
      ]),
    );
    rows.push({ number, kind: 2, value: own });
  });
  const table = Buffer.concat(
    rows.map(({ kind, value }) => {
      const row = Buffer.alloc(6);
      row.writeUInt8(kind);
      row.writeUInt32BE(value, 1);
      return row;
    }),
  );
  const at = bytes.length;
  const head = `99 0 obj\n<</Type/XRef/W[1 4 1]/Size 100/Index[${rows.map(({ number }) => `${number} 1`).join(' ')}]/Root 1 0 R/Length ${table.length}>>\nstream\n`;
  return Buffer.concat([
    bytes,
    Buffer.from(head),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  ]);
}

const form = (fields: string): string => `<</Type/Catalog/AcroForm<</Fields[${fields}]>>>>`;
const padded = (megabytes: number): Buffer =>
  Buffer.concat([Buffer.from('<</FT/Tx>>'), Buffer.alloc(megabytes * 1024 * 1024, 0x20)]);
const reasonOf = (bytes: Buffer): string | undefined => verifyPdf(bytes, 'anyone').reason;

describe('reading a PDF costs no more than its length allows', () => {
  it('reads an ordinary form', () => {
    expect(reasonOf(file([form('2 0 R 50 0 R'), '<</FT/Tx>>'], [{ number: 50, text: padded(1) }]))).toBe(
      'no-signature',
    );
  });

  it.each([
    [
      'streams that are each within bounds and together are not',
      file(
        [form('50 0 R 51 0 R')],
        [
          { number: 50, text: padded(40) },
          { number: 51, text: padded(40) },
        ],
      ),
    ],
    ['more fields than a form has', file([form('2 0 R '.repeat(301)), '<</FT/Tx>>'])],
    ['more signatures than a paper has', file([form('2 0 R '.repeat(21)), '<</FT/Sig/V<<>>>>'])],
    ['rows of no width', table('/W[0 0 0]/Size 10')],
    ['rows that are not there', table('/W[1 4 1]/Size 4000000000')],
    ['rows of a width no number has', table('/W[1 9 1]/Size 1')],
    ['rows of a negative width', table('/W[-1 2 0]/Size 10')],
    ['a signature whose range is no list', file([form('2 0 R'), '<</FT/Sig/V<</ByteRange 3 0 R>>>>'])],
  ])('refuses %s', (_what, bytes) => {
    expect(reasonOf(bytes)).toBe('malformed');
  });
});

function table(entries: string): Buffer {
  const head = '%PDF-1.5\n';
  return Buffer.from(
    `${head}1 0 obj\n<</Type/XRef${entries}/Root 1 0 R/Length 12>>\nstream\n${'\0'.repeat(12)}\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`,
    'latin1',
  );
}
