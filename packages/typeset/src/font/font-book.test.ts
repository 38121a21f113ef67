import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRanges, type Typeface } from '@zhitongche/base';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  blankCells,
  darkness,
  emptyBoxes,
  glyphCells,
  likeness,
  measurePages,
  pdfFonts,
} from '../../test/measure.ts';
import { carelessPdf, missingBox } from '../../test/missing-box.ts';
import { approval, notice, opinion } from '../../test/samples.ts';
import { typeset } from '../typeset/typeset.ts';
import { type FontBook, loadFontBook, missingGlyphs } from './font-book.ts';
import { shippedFontFiles } from './shipped.ts';
import { readSfnt } from './sfnt.ts';

const FACES: readonly Typeface[] = ['fangsong', 'xiaobiaosong', 'hei', 'kai', 'song'];
const RARE_NAMES = '喆堃玥珺璟㛃䶮𬭎𠅤淼犇昉旻翀祎彧甯赟玘珅垚燊炜玹钲頔飏𬱖𬍛𬀩';

let fonts: FontBook;
let box: Float32Array;

beforeAll(async () => {
  const book = await loadFontBook();
  if (!book.ok) throw new Error(book.problems[0]?.message);
  fonts = book.value;
  box = missingBox(fonts);
}, 60_000);

/** The 6,763 Han characters of GB/T 2312-1980, rows 16 to 87, decoded by the platform. */
function gb2312(): string {
  const decoder = new TextDecoder('gb18030');
  let text = '';
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    // Row 55 (0xd7) ends at cell 89.
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) {
      text += decoder.decode(new Uint8Array([row, cell]));
    }
  }
  return text;
}

describe('the shipped fonts', () => {
  it('cover all 6,763 characters of GB 2312, rare name characters and the signs of papers, in every face', () => {
    const standard = gb2312();
    expect([...standard]).toHaveLength(6763);
    for (const face of FACES) {
      expect(missingGlyphs(standard, face, fonts)).toEqual([]);
      expect(missingGlyphs(RARE_NAMES, face, fonts)).toEqual([]);
      expect(missingGlyphs('〔2026〕第1号：（签章）—·、。，；“”《》①№㎡€ ÄÖÜäöüßéèêçñ', face, fonts)).toEqual(
        [],
      );
    }
  });

  it('admit what they lack', () => {
    expect(missingGlyphs('张𡋤😀𡋤', 'fangsong', fonts)).toEqual([
      { character: '𡋤', codePoint: 0x212e4 },
      { character: '😀', codePoint: 0x1f600 },
    ]);
  });

  it('draw every character of GB 2312 with ink that is no empty box', { timeout: 60_000 }, async () => {
    const paragraph = { kind: 'paragraph', indent: false, text: gb2312() + RARE_NAMES } as const;
    const doc = { ...approval, blocks: [paragraph] };
    const result = await typeset(doc, fonts);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const cells = glyphCells(result.value);
    expect(new Set(cells.map((cell) => cell.character)).size).toBeGreaterThan(6700);
    expect(cells.filter((cell) => darkness(cell.ink) < 0.01)).toEqual([]);
    expect(emptyBoxes(result.value, box)).toEqual([]);
  });

  it.each([approval, notice, opinion])('leave no empty box on a $kind', async (doc) => {
    const result = await typeset(doc, fonts);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(glyphCells(result.value).length).toBeGreaterThan(30);
    expect(blankCells(result.value)).toEqual([]);
    expect(emptyBoxes(result.value, box)).toEqual([]);
  });
});

describe('the check for empty boxes', () => {
  it('finds the box of a missing glyph amid sound text', () => {
    const pdf = carelessPdf('国家机关𡋤，囗口日目田困囚', fonts);
    const found = emptyBoxes(pdf, box);
    expect(found).toHaveLength(1);
    expect(found[0]?.left).toBeCloseTo(measurePages(pdf)[0]?.words[0]?.right ?? 0, 0);
    expect(emptyBoxes(carelessPdf('国家机关，囗口日目田困囚', fonts), box)).toEqual([]);
  });

  it('tells characters apart that look much alike', () => {
    const [first, second, third] = glyphCells(carelessPdf('囗口日', fonts));
    if (!first || !second || !third) throw new Error('cells');
    expect(darkness(first.ink)).toBeGreaterThan(0.02);
    expect(likeness(first.ink, first.ink)).toBeCloseTo(1);
    expect(likeness(second.ink, third.ink)).toBeLessThan(0.95);
  });
});

describe('an office that mounts its own fonts', () => {
  let directory: string;

  beforeAll(async () => {
    // Any font serves to prove the mounting; the shipped sans face stands in for a licensed one.
    directory = await mkdtemp(join(tmpdir(), 'fonts-'));
    const [, , sans = ''] = shippedFontFiles();
    await writeFile(join(directory, 'licensed.ttf'), await readFile(sans));
    await writeFile(join(directory, 'readme.txt'), 'not a font');
    return () => rm(directory, { recursive: true });
  }, 60_000);

  it('sees its papers drawn with them', async () => {
    const book = await loadFontBook({ directory, families: { fangsong: 'Noto Sans SC' } });
    if (!book.ok) throw new Error(JSON.stringify(book.problems));
    const doc = { ...approval, blocks: [{ kind: 'paragraph', text: '国家机关' } as const] };
    const result = await typeset(doc, book.value);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(pdfFonts(result.value).some((font) => font.name.endsWith('NotoSansSC-Regular'))).toBe(true);
  });

  it('is told when a font is not there, with what is', async () => {
    const book = await loadFontBook({
      directory,
      families: { fangsong: '仿宋_GB2312', hei: 'Noto Sans SC' },
    });
    expect(book).toMatchObject({
      ok: false,
      problems: [{ code: 'font.not-found', at: ['families', 'fangsong'] }],
    });
    if (!book.ok) expect(book.problems[0]?.message).toContain('Noto Sans SC');
  });

  it('is told when the directory cannot be read', async () => {
    const book = await loadFontBook({ directory: join(directory, 'nowhere'), families: {} });
    expect(book).toMatchObject({ ok: false, problems: [{ code: 'font.directory' }] });
  });

  it('is told when the licence bits forbid embedding', async () => {
    const file = await readFile(join(directory, 'licensed.ttf'));
    const tables = file.readUInt16BE(4);
    for (let index = 0; index < tables; index += 1) {
      const entry = 12 + 16 * index;
      if (file.toString('latin1', entry, entry + 4) === 'OS/2')
        file.writeUInt16BE(2, file.readUInt32BE(entry + 8) + 8);
    }
    const own = await mkdtemp(join(tmpdir(), 'fonts-'));
    await writeFile(join(own, 'forbidden.ttf'), file);
    const book = await loadFontBook({ directory: own, families: { hei: 'Noto Sans SC' } });
    await rm(own, { recursive: true });
    expect(book).toMatchObject({ ok: false, problems: [{ code: 'font.not-embeddable' }] });
  });
});

describe('a font file', () => {
  it.each(['', 'ttcf', 'not a font at all', '\0\u0001\0\0\0\u0009'])(
    'that is none (%j) reads as no face',
    (text) => {
      expect(readSfnt(Buffer.from(text, 'latin1'))).toEqual([]);
    },
  );

  it('covers exactly its ranges', () => {
    const ranges = Uint32Array.from([0x41, 0x43, 0x4e00, 0x4e00]);
    const inside = [0x41, 0x42, 0x43, 0x4e00];
    for (let code = 0x3f; code < 0x46; code += 1) expect(inRanges(ranges, code)).toBe(inside.includes(code));
    expect(inRanges(ranges, 0x4e00)).toBe(true);
    expect(inRanges(ranges, 0x4e01)).toBe(false);
    expect(inRanges(new Uint32Array(0), 0x41)).toBe(false);
  });
});
