import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type BoxText, fits, fitText, type PaperDoc, type SheetBox } from '@zhitongche/base';
import { bareJpeg } from '@zhitongche/formats';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfOf } from '../../test/book.ts';
import { lineWith, measurePages, pdfFonts, scanGray, withTool } from '../../test/measure.ts';
import { squareCodes } from '../../test/read-square-codes.ts';
import { card, certificate, CODE, dataPage } from '../../test/sheet-samples.ts';
import { loadFontBook } from '../font/font-book.ts';
import { layoutInput } from './layout-input.ts';
import { typeset } from './typeset.ts';

let papers: Readonly<Record<'certificate' | 'card' | 'dataPage', Uint8Array>>;

/** A photograph as a camera gives it: here of a page, which has ink enough. */
function photograph(pdf: Uint8Array): Uint8Array {
  const taken = bareJpeg(withTool(pdf, 'pdftoppm', ['-jpeg', '-r', '60', '-singlefile', '%']));
  if (!taken.ok) throw new Error('The camera gave no picture');
  return taken.value.bytes;
}

beforeAll(async () => {
  const made = await pdfOf(certificate);
  papers = { certificate: made, card: await pdfOf(card), dataPage: await pdfOf(dataPage(photograph(made))) };
}, 60_000);

/** Width and height of the sheets in millimetres, as poppler measures them. */
const sizes = (pdf: Uint8Array) =>
  [
    ...withTool(pdf, 'pdfinfo', ['-l', '9', '%'])
      .toString()
      .matchAll(/size:\s+([\d.]+) x ([\d.]+) pts/g),
  ].map((size) => [size[1], size[2]].map((points) => (Number(points) * 25.4) / 72));

describe('papers of every shape, measured from the outside', () => {
  it.each([
    ['certificate', 100, 100, 1],
    // ID-1 of ISO/IEC 7810 and TD3 of ICAO Doc 9303-4.
    ['card', 85.6, 53.98, 2],
    ['dataPage', 125, 88, 1],
  ] as const)('a %s is %d × %d mm and has %d faces', (name, width, height, faces) => {
    const measured = sizes(papers[name]);
    expect(measured).toHaveLength(faces);
    for (const size of measured) expect(size).toEqual([expect.closeTo(width, 1), expect.closeTo(height, 1)]);
  });

  it('words stand in the boxes that were asked for, in three languages', () => {
    const [page] = measurePages(papers.certificate);
    const name = lineWith(page, '林㛃');
    expect(name.left).toBeCloseTo(8, 0);
    expect(name.top).toBeGreaterThan(22);
    expect(name.bottom).toBeLessThan(33);
    expect(lineWith(page, '姓名 Name Nom').bottom).toBeLessThan(name.top + 1);
    const title = lineWith(page, '培训合格证书');
    expect((title.left + title.right) / 2).toBeCloseTo(50, 0);
    expect(lineWith(page, 'Certificat de réussite').top).toBeGreaterThan(13);
  });

  it('fonts are embedded whole pages through, and the file is sound for qpdf', () => {
    for (const pdf of Object.values(papers)) {
      for (const font of pdfFonts(pdf))
        expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
      expect(() => withTool(pdf, 'qpdf', ['--check', '%'])).not.toThrow();
    }
  });

  it('machine-readable lines are OCR-B, ten characters to the inch, and say what ICAO prints', () => {
    const [page] = measurePages(papers.dataPage);
    expect(
      pdfFonts(papers.dataPage)
        .map((font) => font.name)
        .join(),
    ).toContain('OCRB');
    for (const text of [
      'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
      'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
    ]) {
      const line = lineWith(page, text);
      // The last letter has no neighbour: its cell is as wide as the others.
      expect(line.right - line.left).toBeCloseTo(44 * 2.54, 0);
      expect(line.left).toBeCloseTo(6, 1);
      expect(line.top).toBeGreaterThan(88 - 23.2 - 1);
    }
  });

  it('a photograph is printed whole in its box, with nothing of what the camera noted', () => {
    const [page] = scanGray(papers.dataPage, 100);
    const dots = 100 / 25.4;
    const ink = (left: number, top: number, right: number, bottom: number) => {
      let dark = 0;
      for (let y = Math.ceil(top * dots); y < bottom * dots; y += 1)
        for (let x = Math.ceil(left * dots); x < right * dots; x += 1)
          if ((page?.data[y * page.width + x] ?? 255) < 128) dark += 1;
      return dark;
    };
    expect(ink(5, 12, 40, 57)).toBeGreaterThan(500);
    // Around it nothing but the room up to the words at its right.
    expect(ink(0, 0, 44, 11.5) + ink(0, 12, 4.5, 57) + ink(40.5, 30, 120, 57)).toBe(0);
    expect(Buffer.from(papers.dataPage).includes('Exif')).toBe(false);
  });

  it.each([150, 300])('square codes are read by Debian’s readers at %d dots to the inch', (dpi) => {
    expect(squareCodes(papers.certificate, 'qr', dpi)).toEqual([[CODE]]);
    expect(squareCodes(papers.card, 'datamatrix', dpi)).toEqual([[], [CODE]]);
  });

  it('the same paper gives the same bytes', async () => {
    expect(Buffer.from(await pdfOf(card)).equals(papers.card)).toBe(true);
  });
});

const withBox = (box: SheetBox): PaperDoc => ({
  ...card,
  blocks: [{ kind: 'face', boxes: [box] }],
});
const text = (words: string, more: Partial<BoxText> = {}): BoxText => ({
  kind: 'text',
  x: 5,
  y: 5,
  width: 40,
  height: 12,
  size: 10,
  text: words,
  ...more,
});

const book = loadFontBook();

async function codesOf(doc: PaperDoc): Promise<readonly string[]> {
  const fonts = await book;
  if (!fonts.ok) throw new Error('no fonts');
  const made = await typeset(doc, fonts.value);
  return made.ok ? [] : made.problems.map(({ code }) => code);
}

describe('what does not fit is refused, never cut', () => {
  it.each([
    ['a text one line too long', withBox(text('国'.repeat(45))), 'paper.box-overfull'],
    ['a letter wider than its box', withBox(text('国', { width: 3 })), 'paper.box-overfull'],
    ['a box beyond the edge', withBox(text('国', { x: 60 })), 'paper.box-outside'],
    [
      'a code too dense to read',
      withBox({ kind: 'code', symbol: 'qr', x: 5, y: 5, width: 20, height: 20, text: CODE, says: '码' }),
      'paper.code-dense',
    ],
    [
      'a code longer than any is',
      withBox({
        kind: 'code',
        symbol: 'datamatrix',
        x: 5,
        y: 5,
        width: 40,
        height: 40,
        text: 'A'.repeat(4000),
        says: '码',
      }),
      'paper.code-dense',
    ],
    [
      'lines no reader knows',
      withBox({ kind: 'mrz', x: 5, y: 5, width: 80, height: 20, lines: ['林'] }),
      'paper.mrz',
    ],
    [
      'machine lines wider than the card',
      withBox({ kind: 'mrz', x: 5, y: 5, width: 76, height: 20, lines: ['P'.repeat(44)] }),
      'paper.mrz',
    ],
    ['a character no shipped face has', withBox(text('𫍰')), 'paper.missing-glyph'],
    ['a sheet nobody prints', { ...card, sheet: { widthMm: 5, heightMm: 5 } }, 'paper.sheet-size'],
    ['a letter on a card', { ...card, blocks: [{ kind: 'title', lines: ['批件'] }] }, 'paper.sheet-blocks'],
    ['a card on a letter', { ...certificate, sheet: undefined }, 'paper.sheet-blocks'],
  ] as const)('%s', async (_what, doc, code) => {
    const { sheet, ...letter } = doc;
    expect(await codesOf(sheet ? { ...letter, sheet } : letter)).toContain(code);
  });

  it('any text stands whole in its box or is refused before anything is drawn', async () => {
    const letters = fc.constantFrom(...'国务院，。（）Ünïcödé WORD-word 12,345.00《“——”》/ẞǄЩ한글');
    const fonts = await book;
    if (!fonts.ok) throw new Error('no fonts');
    await fc.assert(
      fc.asyncProperty(
        fc.array(letters, { minLength: 1, maxLength: 60 }).map((all) => all.join('')),
        fc.integer({ min: 12, max: 70 }),
        fc.integer({ min: 6, max: 40 }),
        fc.constantFrom('left', 'center', 'right'),
        fc.constantFrom('song', 'hei', 'kai', 'xiaobiaosong'),
        async (words, width, height, align, face) => {
          const box = text(words, { width, height, align, face });
          const fit = fitText(words, box);
          const { problems } = layoutInput(withBox(box), fonts.value);
          expect(problems.some(({ code }) => code === 'paper.box-overfull')).toBe(!fits(fit));
          if (problems.length > 0) return;
          const [page] = measurePages(await pdfOf(withBox(box)));
          expect(
            (page?.words ?? [])
              .map((word) => word.text)
              .join('')
              .replace(/\s/g, ''),
          ).toBe(words.replace(/\s/g, ''));
          for (const word of page?.words ?? []) {
            // The empty half of a mark at the edge hangs outside, its ink does not.
            const before = /^[（《“]/.test(word.text) ? 1.8 : 0;
            const behind = /[，。）》”]$/.test(word.text) ? 1.8 : 0;
            expect(word.left).toBeGreaterThan(5 - before - 0.1);
            expect(word.right).toBeLessThan(5 + width + behind + 0.1);
            expect(word.bottom).toBeLessThan(5 + height + 0.5);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it('no character is lost in breaking, and lines begin and end as Chinese lines may', () => {
    const letters = fc.constantFrom(...'国务院，。（）、Ab c-d《》“”12\n');
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 80 }).map((all) => all.join('')),
        fc.integer({ min: 12, max: 60 }),
        (words, width) => {
          const { lines } = fitText(words, { width, height: 100, size: 10 });
          expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
        },
      ),
    );
    const { lines } = fitText('请持本卡人员在到达后，与领馆（处）联系。', {
      width: 35.3,
      height: 40,
      size: 10,
    });
    for (const line of lines) expect(line).not.toMatch(/^[，。）]|（$/);
  });
});

it('the face of machine-readable lines is the file whose source is named', () => {
  const folder = new URL('../../fonts/ocr-b/', import.meta.url);
  const digest = createHash('sha256')
    .update(readFileSync(new URL('OCRB.otf', folder)))
    .digest('hex');
  expect(readFileSync(new URL('README.md', folder), 'utf8')).toContain(digest);
});
