import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Problem, type Result } from '@zhitongche/kernel';
import type { Face } from '@zhitongche/kernel/paper.ts';
import { refusal } from '../problem.ts';
import { FACE_NAMES, SHIPPED_FACES, shippedFontFiles } from './shipped.ts';
import { covers, readSfnt, type SfntFace } from './sfnt.ts';

/** An office's own licensed fonts: a directory and, for each face it covers, the family name to use. */
export interface FontConfig {
  readonly directory: string;
  readonly families: Partial<Readonly<Record<Face, string>>>;
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
  readonly faces: Readonly<Record<Face, { readonly weight: number; readonly chain: readonly ChainedFont[] }>>;
}

/** A character no font of its face can draw. */
export interface MissingGlyph {
  readonly character: string;
  readonly codePoint: number;
}

/**
 * Loads the shipped fonts and, before them, the office's own. Problems come back when a configured family is not
 * in the directory or its licence bits forbid embedding: a paper must not silently change its face.
 */
export async function loadFontBook(config?: FontConfig): Promise<Result<FontBook>> {
  const shipped = await Promise.all(shippedFontFiles().map((path) => readFile(path)));
  const shippedFaces = shipped.flatMap((file) => readSfnt(file));
  const own = config ? await readDirectory(config.directory) : [];
  if ('code' in own) return { ok: false, problems: [own] };
  const problems: Problem[] = [];
  const files = new Set<Uint8Array>(shipped);
  const entry = (face: Face) => {
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
      const font = shippedFaces.find((each) => each.families.includes(family) && each.weight === weight);
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
export function missingGlyphs(text: string, face: Face, fonts: FontBook): readonly MissingGlyph[] {
  const missing = new Map<number, MissingGlyph>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || missing.has(codePoint)) continue;
    // Invisible characters could make two different papers look alike.
    const invisible = /[\p{Cc}\p{Cf}]/u.test(character);
    const drawn = !invisible && fonts.faces[face].chain.some((font) => covers(font.coverage, codePoint));
    if (!drawn) missing.set(codePoint, { character, codePoint });
  }
  return [...missing.values()];
}

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

function notFound(face: Face, family: string, present: readonly OwnFont[]): Problem {
  const list = [...new Set(present.flatMap((font) => font.face.families))].join('、') || '（无）';
  return refusal(
    'font.not-found',
    ['families', face],
    `字体目录中没有为${FACE_NAMES[face]}配置的“${family}”。目录中现有：${list}。`,
    '请放入该字体文件，或改正字体名称。',
    `The font directory has no family “${family}” for ${face}.`,
  );
}

function notEmbeddable(face: Face, family: string): Problem {
  return refusal(
    'font.not-embeddable',
    ['families', face],
    `为${FACE_NAMES[face]}配置的“${family}”不允许嵌入文件（OS/2 fsType）。`,
    '请换用已获嵌入授权的字体。',
    `The family “${family}” for ${face} forbids embedding (OS/2 fsType 2).`,
  );
}
