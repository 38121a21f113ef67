import { expect } from 'vitest';
import { loadFontBook } from '@zhitongche/typeset';
import { verifyPdf } from '@zhitongche/formats';
import {
  blankCells,
  emptyBoxes,
  glyphCells,
  lineWith,
  measurePages,
  pdfFonts,
  redBox,
  withTool,
} from '../../packages/typeset/test/measure.ts';
import { missingBox } from '../../packages/typeset/test/missing-box.ts';

const MM_PER_POINT = 25.4 / 72;
/** Right edge of the type area: even pages are bound at the right, so theirs begins 26 mm from the left. */
const edgeOf = (at: number): number => (at % 2 === 0 ? 28 : 26) + 156;
const middle = ({ left, right }: { readonly left: number; readonly right: number }) => (left + right) / 2;

/** All text of a PDF as a reader selects it, white space taken out: lines break where the layout wants. */
export const textOf = (pdf: Uint8Array): string =>
  withTool(pdf, 'pdftotext', ['-raw', '%', '-']).toString().replace(/\s/g, '');

/**
 * Measures an issued paper in millimetres against GB/T 9704-2012: A4, type area 156 × 225 mm, 37 mm above, 28 mm at
 * the binding; 16 pt text in lines of 225/22 mm, title of 22 pt, red head 35 mm below the top of the type area, red
 * rule 4 mm below the number and as wide as the type area, date four characters from the right edge.
 */
export function expectOfficialLayout(
  pdf: Uint8Array,
  { office, number, title, date }: Readonly<Record<'office' | 'number' | 'title' | 'date', string>>,
): void {
  const pages = measurePages(pdf);
  const [first] = pages;
  expect([first?.width, first?.height]).toEqual([expect.closeTo(210, 1), expect.closeTo(297, 1)]);
  const mark = lineWith(first, office);
  expect(mark.top).toBeCloseTo(37 + 35, 0);
  expect(middle(mark)).toBeCloseTo(28 + 78, 0);
  const numbered = lineWith(first, number);
  expect(numbered.size).toBeCloseTo(16, 1);
  const rule = redBox(pdf, 1, numbered.bottom, numbered.bottom + 20);
  expect((rule?.top ?? 0) - numbered.bottom).toBeCloseTo(4, 0);
  expect([rule?.left, rule?.right]).toEqual([expect.closeTo(28, 0), expect.closeTo(28 + 156, 0)]);
  const titled = lineWith(first, title);
  expect(titled.size).toBeCloseTo(22, 1);
  expect(middle(titled)).toBeCloseTo(28 + 78, 0);

  const body = (first?.lines ?? []).filter(
    (line) => line.top > titled.bottom && Math.abs(line.size - 16) < 0.1,
  );
  expect(body.length).toBeGreaterThan(5);
  for (const line of body) {
    // The empty left half of an opening bracket hangs outside, its ink begins at the edge.
    const hung = /^[（“‘《〈「『【〔]/.test(line.text) ? 8 * MM_PER_POINT : 0;
    expect(line.left).toBeGreaterThan(28 - hung - 0.1);
    expect(line.right).toBeLessThan(28 + 156 + 0.1);
    expect(line.bottom).toBeLessThan(37 + 225 + 1);
  }
  // Lines that are filled end at the edge of the type area, whatever stands in them and whichever sheet they stand on.
  const filled = pages
    .filter((page) => page.width < page.height)
    .flatMap((page, at) =>
      page.lines.filter((line) => Math.abs(line.size - 16) < 0.1 && Math.abs(line.right - edgeOf(at)) < 0.2),
    );
  expect(filled.length).toBeGreaterThan(1);
  const pitches = body.slice(1).map((line, i) => line.top - (body[i]?.top ?? 0));
  const at = pages.findIndex((page) => page.lines.some((line) => line.text === date));
  // 22 lines a page; line distance gives, as the standard says (§7.3.5.5), only where the signature found no room on the sheet.
  const pitch = Math.min(...pitches.filter((one) => one > 1));
  if (at === 0) expect(pitch).toBeCloseTo(225 / 22, 1);
  else {
    expect(pitch).toBeGreaterThan(225 / 22 - 0.05);
    expect(pitch).toBeLessThan((225 / 22) * 1.12 + 0.05);
  }

  const dated = lineWith(pages[at], date);
  expect(edgeOf(at) - dated.right).toBeCloseTo(4 * 16 * MM_PER_POINT, 0);
  expect(pages[at]?.lines.some((line) => line.top < dated.top && line.text.includes('出访报告'))).toBe(true);
  const list = pages.filter((page) => page.width > page.height);
  expect(list.length).toBeGreaterThan(0);
}

/** Looks at the rendered pages: these words are drawn, every character has ink, none is the box of a missing glyph. */
export async function expectSoundPictures(pdf: Uint8Array, words: string): Promise<void> {
  const fonts = await loadFontBook();
  if (!fonts.ok) throw new Error(fonts.problems.map((problem) => problem.message).join());
  const drawn = new Set(glyphCells(pdf).map((cell) => cell.character));
  expect([...words].filter((character) => !drawn.has(character))).toEqual([]);
  expect(blankCells(pdf)).toEqual([]);
  expect(emptyBoxes(pdf, missingBox(fonts.value))).toEqual([]);
  for (const font of pdfFonts(pdf))
    expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
}

/** The file with one bit of its page contents turned. */
export function altered(pdf: Uint8Array): Buffer {
  const bytes = Buffer.from(pdf);
  const at = bytes.indexOf('stream') + 20;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

/** The signature holds for the whole file as issued, and for no other; poppler agrees. */
export function expectSignatureHolds(pdf: Uint8Array, office: string): void {
  expect(verifyPdf(pdf, 'anyone')).toMatchObject({ valid: true, coversWhole: true, signer: { office } });
  expect(verifyPdf(altered(pdf), 'anyone')).toMatchObject({ valid: false, reason: 'changed' });
  expect(withTool(pdf, 'pdfsig', ['-nocert', '%']).toString()).toContain('Signature is Valid');
  expect(withTool(altered(pdf), 'pdfsig', ['-nocert', '%']).toString()).toContain('Digest Mismatch');
}
