import { type PaperDoc, shortCodeOf, versionIn, versionMark } from '@zhitongche/base';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { codesInPng, squareCodes } from '../../test/read-square-codes.ts';
import { toDocx } from '../docx/to-docx.ts';
import { loadFontBook } from '../font/font-book.ts';
import { qrPng } from './barcode.ts';
import { typeset } from './typeset.ts';

const code = shortCodeOf('5f'.repeat(32));
const letter = (paragraphs: number): PaperDoc => ({
  kind: 'prepared',
  name: `请示 ${versionMark(code)}`,
  issuer: '燕北省某某厅',
  issuedOn: '2026-11-05',
  blocks: [
    { kind: 'title', lines: ['关于组派某某团出访的请示'] },
    ...Array.from({ length: paragraphs }, (_, i) => ({
      kind: 'paragraph' as const,
      text: `第${i + 1}项：为推进经贸合作，拟派某某等六人前往日本、韩国访问，在外停留八天，现将有关情况请示。`,
    })),
    { kind: 'version', code },
  ],
});

test.each([1, 12])(
  'a paper of %i paragraphs carries its version where a scan of 150 reads it',
  async (length) => {
    const fonts = await loadFontBook();
    if (!fonts.ok) throw new Error(fonts.problems[0]?.message);
    const made = await typeset(letter(length), fonts.value);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    const pages = squareCodes(made.value, 'qr', 150);
    expect(pages.at(-1)).toEqual([versionMark(code)]);
    expect(pages.slice(0, -1).flat()).toEqual([]);
    // What was signed on screen and never printed says it by its own name.
    expect(versionIn(new TextDecoder('latin1').decode(made.value))).toBe(code);
  },
);

test('the Word file has the code as text and as a picture that reads the same', async () => {
  const made = await toDocx(letter(2));
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  const parts = unzipSync(made.value);
  const text = new TextDecoder().decode(parts['word/document.xml']).replaceAll(/<[^>]+>/g, '');
  expect(text).toContain(`版本码：${code}`);
  const pictures = Object.keys(parts).filter((name) => /^word\/media\/.*\.png$/.test(name));
  expect(pictures).toHaveLength(1);
  expect(codesInPng(parts[pictures[0] ?? ''] ?? new Uint8Array(0))).toEqual([versionMark(code)]);
});

test('a code as a picture is one a stranger’s reader reads', () => {
  expect(codesInPng(qrPng('V:7K3D-Q9FM-2XTH'))).toEqual(['V:7K3D-Q9FM-2XTH']);
});
