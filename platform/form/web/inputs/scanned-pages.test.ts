import { expect, test } from 'vitest';
import { scannedPages } from './scanned-pages.ts';

const jpeg = (page: number): Uint8Array => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, page, 0x25, 0xff, 0xd9]);
/** A PDF as a scanner writes it: one picture a page. */
const scan = (...pages: readonly Uint8Array[]): Uint8Array => {
  const parts = pages.flatMap((page, i) => [
    Buffer.from(`${i + 4} 0 obj<</Subtype/Image/Filter/DCTDecode/Length ${page.length}>>stream\n`),
    page,
    Buffer.from('\nendstream endobj\n'),
  ]);
  return new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.4\n'), ...parts, Buffer.from('%%EOF')]));
};

test('the pictures of a scan are found, the last page first', () => {
  const pages = scannedPages(scan(jpeg(1), jpeg(2), jpeg(3)));
  expect(pages.map((page) => page[4])).toEqual([3, 2, 1]);
  for (const page of pages) expect(page.slice(0, 3)).toEqual(new Uint8Array([0xff, 0xd8, 0xff]));
});

test('a file without pictures, or cut off within one, has no pages', () => {
  expect(scannedPages(new TextEncoder().encode('%PDF-1.4 nothing here'))).toEqual([]);
  expect(scannedPages(scan(jpeg(1)).slice(0, 80))).toEqual([]);
  expect(scannedPages(new Uint8Array(0))).toEqual([]);
});
