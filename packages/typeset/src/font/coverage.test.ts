import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { inRanges, readRanges, type Typeface } from '@zhitongche/base';
import { beforeAll, describe, expect, it } from 'vitest';
import { darkness, emptyBoxes, inkAt, measurePages } from '../../test/measure.ts';
import { missingBox } from '../../test/missing-box.ts';
import { approval } from '../../test/samples.ts';
import { typeset } from '../typeset/typeset.ts';
import { type FontBook, loadFontBook, missingGlyphs, paperCoverage } from './font-book.ts';

const FACES: readonly Typeface[] = ['fangsong', 'xiaobiaosong', 'hei', 'kai', 'song'];
let fonts: FontBook;

beforeAll(async () => {
  const book = await loadFontBook();
  if (!book.ok) throw new Error(book.problems[0]?.message);
  fonts = book.value;
}, 60_000);

/** Letters of a script within a range of code points, as Unicode itself knows them. */
const letters = (script: string, from: number, to: number): string => {
  const isLetter = new RegExp(`^(?=\\p{L})\\p{Script=${script}}$`, 'u');
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i))
    .filter((one) => isLetter.test(one))
    .join('');
};

/** What foreign hosts and rare names are written with: block by block of the Unicode Standard. */
const SCRIPTS = {
  'Latin-1 and Latin Extended-A, B': letters('Latin', 0xc0, 0x24f),
  'Latin Extended Additional': letters('Latin', 0x1e00, 0x1eff),
  Greek: letters('Greek', 0x386, 0x3ff),
  Cyrillic: letters('Cyrillic', 0x400, 0x45f) + letters('Cyrillic', 0x48a, 0x52f),
  Hangul: letters('Hangul', 0xac00, 0xd7a3),
};
/** 𠮷 and 𫚈 stand outside of the table and are asked for all the same. */
const NAMES = 'Dvořák Wałęsa Şahin Žižka Đoković Müller Iñárritu Παπαδόπουλος Дмитрий Щёголев 김민준 𠮷田 𫚈';

describe('the faces that arrive with the install', () => {
  it('draw the whole 8,105 characters of 通用规范汉字表', async () => {
    const file = new URL('../../vectors/tgscc.txt', import.meta.url);
    const standard = (await readFile(file, 'utf8')).replaceAll('\n', '');
    expect(new Set(standard).size).toBe(8105);
    for (const face of FACES) expect(missingGlyphs(standard, face, fonts)).toEqual([]);
  });

  it.each(Object.entries(SCRIPTS))('draw %s', (_script, text) => {
    expect(text.length).toBeGreaterThan(100);
    for (const face of FACES) expect(missingGlyphs(text, face, fonts)).toEqual([]);
  });

  it('draw names as foreign hosts write them, with ink that is no empty box', async () => {
    for (const face of FACES) expect(missingGlyphs(NAMES, face, fonts)).toEqual([]);
    const letters = [...'řłęŞŽĐΠόДщ김𠮷𫚈'];
    const blocks = letters.map(
      (text) => ({ kind: 'paragraph', indent: false, align: 'left', text }) as const,
    );
    const result = await typeset({ ...approval, blocks }, fonts);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const [page] = measurePages(result.value);
    for (const letter of letters) {
      const place = page?.words.find((word) => word.text === letter);
      expect(place && darkness(inkAt(result.value, 1, place)), letter).toBeGreaterThan(0.02);
    }
    expect(emptyBoxes(result.value, missingBox(fonts))).toEqual([]);
  });
});

describe('the table of what can be drawn, by which forms are checked', () => {
  it('says of every character exactly what the font files say', async () => {
    const packed = await paperCoverage();
    if (!packed.ok) throw new Error(packed.problems[0]?.message);
    const ranges = readRanges(packed.value);
    const inFiles = FACES.map(
      (face) => new Set(fonts.faces[face].chain.flatMap(({ coverage }) => all(coverage))),
    );
    const wrong: string[] = [];
    for (let code = 0x20; code <= 0x3_ffff; code += 1) {
      if (inRanges(ranges, code) !== inFiles.every((face) => face.has(code))) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it('is so small that a browser may ask for it', async () => {
    const packed = await paperCoverage();
    expect(packed.ok && gzipSync(packed.value).length).toBeLessThan(10_000);
  });
});

/** Every code point of the ranges, written out. */
const all = (coverage: Uint32Array): readonly number[] =>
  Array.from({ length: coverage.length / 2 }, (_, i) => [
    coverage[2 * i] ?? 0,
    coverage[2 * i + 1] ?? 0,
  ]).flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
