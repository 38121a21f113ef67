import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readArchive } from './archive.ts';
import { safeFileName } from './file-name.ts';
import { inspect } from './inspect.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = bytesOf('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>\n%%EOF\n');
const png = (width: number, height: number): Uint8Array => {
  const chunk = (type: string, body: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), body]);
    const framed = Buffer.alloc(8 + named.length);
    framed.writeUInt32BE(body.length, 0);
    named.copy(framed, 4);
    framed.writeUInt32BE(crc32(named), 4 + named.length);
    return framed;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(0)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const docx = (more: Record<string, Uint8Array> = {}) =>
  zipSync({ '[Content_Types].xml': bytesOf('<Types/>'), 'word/document.xml': bytesOf('<w/>'), ...more });

const codes = async (name: string, bytes: Uint8Array) => {
  const result = await inspect(name, bytes);
  return result.ok ? result.value.type : result.problems.map((p) => p.code);
};

describe('an upload is what it says it is', () => {
  test.each([
    ['邀请函.pdf', pdf, 'application/pdf'],
    ['照片.PNG', png(300, 400), 'image/png'],
    ['报告.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['批复.ofd', zipSync({ 'OFD.xml': bytesOf('<OFD/>') }), 'application/ofd'],
    ['材料.zip', zipSync({ 'a.txt': bytesOf('a') }), 'application/zip'],
  ])('%s is taken', async (name, bytes, type) => {
    expect(await codes(name, bytes)).toBe(type);
  });

  test.each([
    ['a program named as a PDF', 'a.pdf', bytesOf('MZ\x90\x00'), 'file.type'],
    ['a web page named as a picture', 'a.jpg', bytesOf('<html><script>1</script></html>'), 'file.type'],
    ['a PDF named as a Word document', 'a.docx', pdf, 'file.type'],
    ['a ZIP named as a spreadsheet', 'a.xlsx', zipSync({ 'x.txt': bytesOf('x') }), 'file.type'],
    ['a type we do not take', 'a.exe', bytesOf('MZ'), 'file.type'],
    ['no extension', 'README', bytesOf('x'), 'file.type'],
    ['nothing inside', 'a.pdf', bytesOf(''), 'file.empty'],
    ['a PDF cut off half way', 'a.pdf', pdf.subarray(0, 20), 'file.type'],
    ['a PDF with an archive behind it', 'a.pdf', Buffer.concat([pdf, docx()]), 'file.type'],
    ['a picture with an archive behind it', 'a.png', Buffer.concat([png(2, 2), docx()]), 'file.type'],
    ['a document with macros', 'a.docx', docx({ 'word/vbaProject.bin': bytesOf('x') }), 'file.type'],
    ['a picture of four billion pixels', 'a.png', png(65_000, 65_000), 'file.bomb'],
    ['an archive cut off half way', 'a.docx', docx().subarray(0, 100), 'file.type'],
    ['an archive that climbs out of its folder', 'a.zip', zipSync({ '../../x': bytesOf('x') }), 'file.name'],
    [
      'ten megabytes packed to almost nothing',
      'a.zip',
      zipSync({ x: new Uint8Array(10 << 20) }),
      'file.bomb',
    ],
  ])('%s is refused', async (_what, name, bytes, code) => {
    expect(await codes(name, bytes)).toEqual([code]);
  });

  test('any bytes under any name give an answer, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('pdf', 'jpg', 'png', 'docx', 'xls', 'zip', 'ofd'),
        fc.constantFrom(
          '',
          '%PDF-',
          'PK\x03\x04',
          '\xff\xd8\xff',
          '\x89PNG\r\n\x1a\n',
          '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
        ),
        fc.uint8Array({ maxLength: 400 }),
        async (extension, start, tail) => {
          await inspect(`x.${extension}`, Buffer.concat([bytesOf(start), tail]));
        },
      ),
    );
  });
});

describe('an archive that lies', () => {
  test('about the size of an entry is refused as soon as it grows past it', async () => {
    const bytes = Buffer.from(zipSync({ 'a.txt': new Uint8Array(5000) }));
    const central = bytes.readUInt32LE(bytes.length - 6);
    bytes.writeUInt32LE(100, central + 24);
    expect(readArchive(bytes)).toEqual({ ok: false, why: 'bomb' });
  });

  test('by letting two entries share the same bytes is refused', async () => {
    const body = deflateRawSync(Buffer.from('kernel'));
    const local = Buffer.alloc(31);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(1, 26);
    local.write('a', 30);
    const central = Buffer.alloc(47);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(body.length, 20);
    central.writeUInt32LE(6, 24);
    central.writeUInt16LE(1, 28);
    central.write('a', 46);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(2, 10);
    end.writeUInt32LE(local.length + body.length, 16);
    expect(readArchive(Buffer.concat([local, body, central, central, end]))).toEqual({
      ok: false,
      why: 'bomb',
    });
  });

  test('no more than the allowed number of entries', async () => {
    const many = Object.fromEntries(Array.from({ length: 11 }, (_, n) => [`${n}`, bytesOf('x')]));
    expect(readArchive(zipSync(many), { entries: 10, unpacked: 1000, ratio: 10 })).toEqual({
      ok: false,
      why: 'bomb',
    });
  });
});

describe('a file name', () => {
  test.each([
    ['C:\\Users\\wang\\邀请函.pdf', '邀请函.pdf'],
    ['../../etc/passwd.pdf', 'passwd.pdf'],
    ['报告\u202Efdp.exe', '报告fdp.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie_ x.pdf'],
    ['CON.pdf', 'CON_.pdf'],
    ['  .pdf', 'pdf'],
    [' . ', ''],
    ['𬭎𠅤.png', '𬭎𠅤.png'],
  ])('%j is kept as %j', (raw, kept) => {
    expect(safeFileName(raw)).toBe(kept);
  });

  test('stays short and keeps its extension, whatever comes', () => {
    expect([...safeFileName(`${'长'.repeat(500)}.docx`)]).toHaveLength(120);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (raw) => {
        const name = safeFileName(raw);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[\\/\r\n\0]/);
      }),
    );
  });
});
