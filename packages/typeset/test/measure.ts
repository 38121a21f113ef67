/**
 * Measures a finished PDF from the outside, with poppler only: where text stands in millimetres, how large it is,
 * and whether the rendered page shows ink or the empty box of a missing glyph. Text extraction alone proves
 * nothing: broken fonts extract perfectly.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A box in millimetres from the top left of the page. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line or a word with its box and its type size in points. */
export interface Printed extends Box {
  readonly text: string;
  readonly size: number;
}

/** One page as poppler reads it. */
export interface MeasuredPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Printed[];
  readonly words: readonly Printed[];
}

/** One Han character on a rendered page and its ink: darkness 0…1 of a grid of cells over its box. */
export interface GlyphCell {
  readonly character: string;
  readonly page: number;
  readonly ink: Float32Array;
}

const MM = 25.4 / 72;
const GRID = 16;
const DPI = 100;

/** Runs a Debian tool over a PDF held in memory; the file path replaces `%`. Says which package is missing. */
export function withTool(pdf: Uint8Array, tool: string, args: readonly string[]): Buffer {
  const directory = mkdtempSync(join(tmpdir(), 'measure-'));
  const path = join(directory, 'paper.pdf');
  try {
    writeFileSync(path, pdf);
    const given = args.map((arg) => (arg === '%' ? path : arg));
    return execFileSync(tool, given, { maxBuffer: 256 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw new Error(
        `The tool ${tool} is missing: install the Debian packages poppler-utils, qpdf, zbar-tools and dmtx-utils`,
      );
    }
    throw error;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** All pages with lines and words, in millimetres. */
export function measurePages(pdf: Uint8Array): readonly MeasuredPage[] {
  const xml = withTool(pdf, 'pdftotext', ['-bbox-layout', '%', '-']).toString();
  return xml
    .split('<page ')
    .slice(1)
    .map((page) => {
      const size = /width="([\d.]+)" height="([\d.]+)"/.exec(page);
      const words: Printed[] = [];
      const lines = page
        .split('<line ')
        .slice(1)
        .map((line) => {
          const inside = [...line.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)].map((word) =>
            printed(word[1] ?? '', unescape(word[2] ?? '')),
          );
          words.push(...inside);
          return printed(line.slice(0, line.indexOf('>')), inside.map((word) => word.text).join(' '));
        });
      return { width: Number(size?.[1]) * MM, height: Number(size?.[2]) * MM, lines, words };
    });
}

/** The first line of a page whose text contains the given one; fails loudly when there is none. */
export function lineWith(page: MeasuredPage | undefined, text: string): Printed {
  const line = page?.lines.find((each) => each.text.includes(text));
  if (!line) throw new Error(`No line with “${text}” on the page`);
  return line;
}

/** Fonts as pdffonts lists them: name, and whether each is embedded, a subset, and maps back to Unicode. */
export function pdfFonts(
  pdf: Uint8Array,
): readonly { name: string; embedded: boolean; subset: boolean; unicode: boolean }[] {
  const rows = withTool(pdf, 'pdffonts', ['%']).toString().trim().split('\n').slice(2);
  return rows.map((row) => {
    const [embedded, subset, unicode] = row.trim().split(/\s+/).slice(-5, -2);
    const yes = (flag: string | undefined) => flag === 'yes';
    return {
      name: row.split(/\s+/)[0] ?? '',
      embedded: yes(embedded),
      subset: yes(subset),
      unicode: yes(unicode),
    };
  });
}

/** A rendered page: grey pixels, 0 black. */
export interface GrayPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const rendered = new WeakMap<Uint8Array, readonly GrayPage[]>();

/** All pages as grey pictures of 100 dots per inch, rendered once per file. */
export function renderGray(pdf: Uint8Array): readonly GrayPage[] {
  const pages = rendered.get(pdf) ?? scanGray(pdf, DPI);
  rendered.set(pdf, pages);
  return pages;
}

/** All pages as grey pictures of so many dots per inch. */
export function scanGray(pdf: Uint8Array, dpi: number): readonly GrayPage[] {
  const file = withTool(pdf, 'pdftoppm', ['-gray', '-r', String(dpi), '%']);
  const pages: GrayPage[] = [];
  for (let at = 0; at < file.length; ) {
    const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(at, at + 40).toString('latin1'));
    if (!head) throw new Error('pdftoppm gave no grey image');
    const [width, height] = [Number(head[1]), Number(head[2])];
    const start = at + head[0].length;
    at = start + width * height;
    pages.push({ width, height, data: new Uint8Array(file.subarray(start, at)) });
  }
  return pages;
}

/** Box of everything printed in red on a page between two heights (millimetres); nothing when there is no red. */
export function redBox(pdf: Uint8Array, page: number, from: number, to: number): Box | undefined {
  const file = withTool(pdf, 'pdftoppm', ['-r', '200', '-f', String(page), '-l', String(page), '%']);
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm gave no colour image');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = file.subarray(head[0].length);
  const mm = 25.4 / 200;
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = Math.floor(from / mm); y < Math.min(height, to / mm); y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = 3 * (y * width + x);
      if ((pixels[at] ?? 0) < 180 || (pixels[at + 1] ?? 255) > 60) continue;
      [left, top, right, bottom] = [
        Math.min(left, x),
        Math.min(top, y),
        Math.max(right, x + 1),
        Math.max(bottom, y + 1),
      ];
    }
  }
  return right < 0 ? undefined : { left: left * mm, top: top * mm, right: right * mm, bottom: bottom * mm };
}

/** Every Han character of a PDF with its ink, cut from the rendered pages. */
export function glyphCells(pdf: Uint8Array): readonly GlyphCell[] {
  return measurePages(pdf).flatMap((page, index) => {
    const image = pageOf(pdf, index + 1);
    const scale = image.width / page.width;
    return page.words.flatMap((word) => {
      const characters = [...word.text];
      // Only words of full-width characters divide evenly into cells.
      if (!characters.every((character) => /\p{Script=Han}/u.test(character))) return [];
      const pitch =
        characters.length > 1 ? (word.right - word.left - word.size * MM) / (characters.length - 1) : 0;
      return characters.map((character, at) => {
        const left = word.left + at * pitch;
        const box = { left, top: word.top, right: left + word.size * MM, bottom: word.bottom };
        return { character, page: index + 1, ink: inkOf(image, box, scale) };
      });
    });
  });
}

/** Mean darkness of a cell, 0 white … 1 black. */
export function darkness(ink: Float32Array): number {
  return ink.reduce((sum, value) => sum + value, 0) / ink.length;
}

/** How alike two cells are, from -1 to 1 (correlation of their ink); 1 is the same picture. */
export function likeness(left: Float32Array, right: Float32Array): number {
  const [a, b] = [darkness(left), darkness(right)];
  let [both, first, second] = [0, 0, 0];
  for (const [index, value] of left.entries()) {
    const [x, y] = [value - a, (right[index] ?? 0) - b];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return first && second ? both / Math.sqrt(first * second) : 0;
}

/** Cells of Han text without ink; a sound paper has none. */
export function blankCells(pdf: Uint8Array): readonly GlyphCell[] {
  return glyphCells(pdf).filter((cell) => darkness(cell.ink) < 0.01);
}

/**
 * Places on the lines of a PDF that look like the given box of a missing glyph, searched pixel by pixel because
 * text extraction often knows nothing of them; a sound paper has none.
 */
export function emptyBoxes(pdf: Uint8Array, box: Float32Array): readonly (Box & { readonly page: number })[] {
  return measurePages(pdf).flatMap((page, index) => {
    const image = pageOf(pdf, index + 1);
    const scale = image.width / page.width;
    const shade = shadeOf(image);
    const expected = darkness(box);
    const bands = new Map(page.words.map((word) => [`${word.top.toFixed(1)} ${word.size.toFixed(1)}`, word]));
    return [...bands.values()].flatMap(({ top, bottom, size }) => {
      const found: (Box & { readonly page: number })[] = [];
      for (let left = 0; left < page.width - size * MM; left += 1 / scale) {
        const place = { left, top, right: left + size * MM, bottom };
        // Most places are plainly lighter or darker than the box and need no closer look.
        if (Math.abs(shade(place, scale) - expected) > 0.05) continue;
        if (likeness(inkOf(image, place, scale), box) < 0.85) continue;
        found.push({ ...place, page: index + 1 });
        left += (size * MM) / 2;
      }
      return found;
    });
  });
}

/** Ink of any place on a page, for comparing it with another. */
export function inkAt(pdf: Uint8Array, page: number, box: Box): Float32Array {
  return inkOf(pageOf(pdf, page), box, DPI / 25.4);
}

function pageOf(pdf: Uint8Array, page: number): GrayPage {
  const image = renderGray(pdf)[page - 1];
  if (!image) throw new Error(`The file has no page ${page}`);
  return image;
}

/** Mean darkness of any place of an image, from sums taken once. */
function shadeOf(image: {
  width: number;
  height: number;
  data: Uint8Array;
}): (box: Box, scale: number) => number {
  const stride = image.width + 1;
  const sums = new Float64Array(stride * (image.height + 1));
  for (let y = 0; y < image.height; y += 1) {
    let row = 0;
    for (let x = 0; x < image.width; x += 1) {
      row += (255 - (image.data[y * image.width + x] ?? 255)) / 255;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return (box, scale) => {
    const [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom].map((edge) =>
      Math.round(edge * scale),
    );
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return 0;
    const at = (x: number, y: number) => sums[y * stride + x] ?? 0;
    return (
      (at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top)) /
      ((right - left) * (bottom - top))
    );
  };
}

function inkOf(image: GrayPage, box: Box, scale: number): Float32Array {
  const ink = new Float32Array(GRID * GRID);
  const counts = new Float32Array(GRID * GRID);
  const [left, top] = [Math.round(box.left * scale), Math.round(box.top * scale)];
  const [wide, tall] = [
    Math.round((box.right - box.left) * scale),
    Math.round((box.bottom - box.top) * scale),
  ];
  for (let y = 0; y < tall; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      const cell = Math.floor((y * GRID) / tall) * GRID + Math.floor((x * GRID) / wide);
      const pixel = image.data[(top + y) * image.width + left + x] ?? 255;
      ink[cell] = (ink[cell] ?? 0) + (255 - pixel) / 255;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return ink.map((value, cell) => value / Math.max(counts[cell] ?? 1, 1));
}

function printed(attributes: string, text: string): Printed {
  const at = (name: string) => Number(new RegExp(`${name}="([\\d.-]+)"`).exec(attributes)?.[1]);
  const [left, top, right, bottom] = [at('xMin'), at('yMin'), at('xMax'), at('yMax')];
  return { text, left: left * MM, top: top * MM, right: right * MM, bottom: bottom * MM, size: bottom - top };
}

function unescape(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
