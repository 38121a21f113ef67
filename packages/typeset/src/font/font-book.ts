import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  inRanges,
  type MissingGlyph,
  missingFrom,
  ok,
  packRanges,
  type Problem,
  type Result,
  type Typeface,
} from '@zhitongche/base';
import { refusal } from '@zhitongche/formats';
import { fontFile } from './font-file.ts';
import { FACE_NAMES, SHIPPED_FACES, shippedFontFiles } from './shipped.ts';
import { readSfnt, type SfntFace } from './sfnt.ts';

/** An office's own licensed fonts: a directory and, for each face it covers, the family name to use. */
export interface FontConfig {
  readonly directory: string;
  readonly families: Partial<Readonly<Record<Typeface, string>>>;
}

/** A font a face is drawn with; later ones in a chain serve the characters that earlier ones lack. */
export interface ChainedFont {
  /** All names of the family, because the typesetter may know it under any of them. */
  readonly families: readonly string[];
  readonly coverage: Uint32Array;
  /** True for a font the office mounted. */
  readonly own: boolean;
}

/** The fonts of one process: loaded once, then shared by every paper. */
export interface FontBook {
  /** Whole font files, for the typesetter. */
  readonly files: readonly Uint8Array[];
  readonly faces: Readonly<
    Record<Typeface, { readonly weight: number; readonly chain: readonly ChainedFont[] }>
  >;
}

/**
 * Loads the shipped fonts and, before them, the office's own. Problems come back when a configured family is not
 * in the directory or its licence bits forbid embedding: a paper must not silently change its face.
 */
export const loadFontBook = (config?: FontConfig): Promise<Result<FontBook>> => openFonts(config);

/**
 * What every face can draw, as {@link packRanges} writes it: the table a form is checked by while it is typed. Only
 * the tables of characters are read, in a few milliseconds; the problems are those of {@link loadFontBook}.
 */
export async function paperCoverage(config?: FontConfig): Promise<Result<string>> {
  const fonts = await openFonts(config, ['cmap', 'name', 'OS/2']);
  return fonts.ok ? ok(packRanges(drawnByEvery(Object.values(fonts.value.faces)))) : fonts;
}

/** Ranges of the code points that each of the faces has somewhere in its chain. */
function drawnByEvery(faces: readonly { readonly chain: readonly ChainedFont[] }[]): number[] {
  const having = new Uint8Array(0x11_0001);
  for (const [index, { chain }] of faces.entries()) {
    for (const { coverage } of chain) {
      for (let at = 0; at < coverage.length; at += 2) {
        const end = coverage[at + 1] ?? 0;
        for (let code = coverage[at] ?? 1; code <= end; code += 1)
          if (having[code] === index) having[code] = index + 1;
      }
    }
  }
  const bounds: number[] = [];
  for (let code = 0; code < having.length; code += 1) {
    const inside = having[code] === faces.length;
    if (inside && bounds.length % 2 === 0) bounds.push(code);
    if (!inside && bounds.length % 2 === 1) bounds.push(code - 1);
  }
  return bounds;
}

async function openFonts(config?: FontConfig, only?: readonly string[]): Promise<Result<FontBook>> {
  const shipped = await Promise.all(shippedFontFiles().map((path) => fontFile(path, only)));
  const shippedFaces = shipped.flatMap((file) => readSfnt(file));
  const own = config ? await readDirectory(config.directory) : [];
  if ('code' in own) return { ok: false, problems: [own] };
  const problems: Problem[] = [];
  const files = new Set<Uint8Array>(shipped);
  const entry = (face: Typeface) => {
    const { weight, families } = SHIPPED_FACES[face];
    const chain: ChainedFont[] = [];
    const wanted = config?.families[face];
    const found = wanted ? own.find((font) => font.face.families.includes(wanted)) : undefined;
    if (wanted && !found) problems.push(notFound(face, wanted, own));
    if (wanted && found?.face.embeddingForbidden) problems.push(notEmbeddable(face, wanted));
    if (found) {
      chain.push({ ...found.face, own: true });
      files.add(found.file);
    }
    for (const family of families) {
      const named = shippedFaces.filter((each) => each.families.includes(family));
      // A fallback that has no bold is better than a name without one of its letters.
      const font = named.find((each) => each.weight === weight) ?? named[0];
      if (font) chain.push({ ...font, own: false });
    }
    return { weight, chain };
  };
  const faces = {
    fangsong: entry('fangsong'),
    xiaobiaosong: entry('xiaobiaosong'),
    hei: entry('hei'),
    kai: entry('kai'),
    song: entry('song'),
  };
  return problems.length ? { ok: false, problems } : ok({ files: [...files], faces });
}

/** The characters of a text that no font of the face can draw, each once, in order. */
export const missingGlyphs = (text: string, face: Typeface, fonts: FontBook): readonly MissingGlyph[] =>
  missingFrom(text, (code) => fonts.faces[face].chain.some((font) => inRanges(font.coverage, code)));

interface OwnFont {
  readonly face: SfntFace;
  readonly file: Uint8Array;
}

async function readDirectory(directory: string): Promise<OwnFont[] | Problem> {
  try {
    const names = (await readdir(directory)).filter((name) => /\.(ttf|otf|ttc)$/i.test(name)).sort();
    const files = await Promise.all(names.map((name) => readFile(join(directory, name))));
    return files.flatMap((file) => readSfnt(file).map((face) => ({ face, file })));
  } catch {
    return refusal(
      'font.directory',
      ['directory'],
      `字体目录无法读取：${directory}。`,
      '请检查路径和读取权限。',
      `The font directory cannot be read: ${directory}.`,
    );
  }
}

function notFound(face: Typeface, family: string, present: readonly OwnFont[]): Problem {
  const list = [...new Set(present.flatMap((font) => font.face.families))].join('、') || '（无）';
  return refusal(
    'font.not-found',
    ['families', face],
    `字体目录中没有为${FACE_NAMES[face]}配置的“${family}”。目录中现有：${list}。`,
    '请放入该字体文件，或改正字体名称。',
    `The font directory has no family “${family}” for ${face}.`,
  );
}

function notEmbeddable(face: Typeface, family: string): Problem {
  return refusal(
    'font.not-embeddable',
    ['families', face],
    `为${FACE_NAMES[face]}配置的“${family}”不允许嵌入文件（OS/2 fsType）。`,
    '请换用已获嵌入授权的字体。',
    `The family “${family}” for ${face} forbids embedding (OS/2 fsType 2).`,
  );
}
