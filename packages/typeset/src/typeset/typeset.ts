import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { ok, type PaperDoc, type Problem, type Result } from '@zhitongche/base';
import type { FontBook } from '../font/font-book.ts';
import { FACE_NAMES } from '../font/shipped.ts';
import { refusal } from '@zhitongche/formats';
import { type Attempt, attempts, bareSections, type Outcome, plain } from './attempt.ts';
import { type LayoutInput, layoutInput } from './layout-input.ts';

/**
 * Archival profile: all fonts embedded, no missing glyph, fixed colours, a structure that can be read aloud with its
 * language and the texts of its pictures; the compiler refuses what breaks it.
 */
const STANDARD = 'a-2a';
/** The same with files within, which only the third part allows. */
const CARRYING = 'a-3a';

interface Typesetter {
  readonly compiler: NodeCompiler;
  readonly problems: readonly Problem[];
}

// One compiler per process (or worker thread) and font book: it holds the parsed fonts.
const typesetters = new WeakMap<FontBook, Typesetter>();

/**
 * Lays a paper out as PDF/A-2a: letters by GB/T 9704-2012, sheets of boxes as they say. The same paper and fonts give the same bytes. All problems come
 * back together: missing glyphs with character and code point, empty parts, bad dates, misshapen tables.
 */
export async function typeset(doc: PaperDoc, fonts: FontBook): Promise<Result<Uint8Array>> {
  const { compiler, problems } = typesetterFor(fonts);
  const input = layoutInput(doc, fonts);
  if (problems.length || input.problems.length)
    return { ok: false, problems: [...problems, ...input.problems] };
  const paths = [...input.files].map(([name, data]) => {
    const path = join(templateDirectory(), name);
    compiler.mapShadow(path, Buffer.from(data));
    return path;
  });
  try {
    // Compiling and printing in one call: a document handed back to JavaScript would keep its native memory until
    // some later garbage collection.
    const attempt = input.template === 'paper.typ' ? chosen(compiler, input) : plain(0);
    const pdf = compiler.pdf(sourceOf(input, attempt), {
      pdfStandard: doc.carries?.length ? CARRYING : STANDARD,
      creationTimestamp: Date.parse(`${doc.issuedOn}T00:00:00Z`) / 1000,
    });
    return ok(new Uint8Array(pdf));
  } catch (error) {
    return { ok: false, problems: [layoutProblem(error instanceof Error ? error.message : String(error))] };
  } finally {
    for (const path of paths) compiler.unmapShadow(path);
    // No two papers are alike, so nothing cached for this one will be asked for again.
    compiler.evictCache(0);
  }
}

const sourceOf = (input: LayoutInput, attempt: Attempt) => ({
  mainFilePath: join(templateDirectory(), input.template),
  inputs: { paper: JSON.stringify(input.data), attempt: JSON.stringify(attempt) },
});

/**
 * The first layout on whose sheets a closing part never stands without text; the plain one when there is none. It was
 * the last to be laid out unless none was sound, so that printing it asks for what is still in the compiler's memory.
 */
function chosen(compiler: NodeCompiler, input: LayoutInput): Attempt {
  const outcomeOf = (attempt: Attempt): Outcome =>
    compiler.query(sourceOf(input, attempt), { selector: '<outcome>', field: 'value' })[0];
  const first = plain(input.sections);
  const outcome = outcomeOf(first);
  let bare = bareSections(outcome);
  if (!bare.length) return first;
  for (const attempt of attempts(first, outcome, () => bare)) {
    bare = bareSections(outcomeOf(attempt));
    if (!bare.length) return attempt;
  }
  return first;
}

function typesetterFor(fonts: FontBook): Typesetter {
  const known = typesetters.get(fonts);
  if (known) return known;
  const compiler = NodeCompiler.create({
    workspace: templateDirectory(),
    fontArgs: [{ fontBlobs: fonts.files.map((file) => Buffer.from(file)) }],
  });
  const typesetter = { compiler, problems: unusableFonts(compiler, fonts) };
  typesetters.set(fonts, typesetter);
  return typesetter;
}

/** Fonts the office mounted that the compiler does not find: it would quietly take the next one instead. */
function unusableFonts(compiler: NodeCompiler, fonts: FontBook): Problem[] {
  const problems: Problem[] = [];
  for (const face of ['fangsong', 'xiaobiaosong', 'hei', 'kai', 'song'] as const) {
    const own = fonts.faces[face].chain.find((font) => font.own);
    if (!own) continue;
    const probe = String.fromCodePoint(own.coverage.find((start) => start > 0x20) ?? 0x41);
    try {
      const run = compiler.compile({
        mainFileContent:
          '#set text(font: json(bytes(sys.inputs.families)), fallback: false)\n#sys.inputs.probe',
        inputs: { families: JSON.stringify(own.families), probe },
      });
      if (run.result) {
        compiler.pdf(run.result, { pdfStandard: STANDARD, creationTimestamp: 0 });
        continue;
      }
    } catch {
      // Falls through to the refusal: a glyph that cannot be drawn means the family was not found.
    }
    problems.push(
      refusal(
        'font.not-usable',
        ['families', face],
        `排版程序无法使用为${FACE_NAMES[face]}配置的字体“${own.families.join('、')}”。`,
        '请换用完整的 TTF 或 OTF 字体文件。',
        `The typesetter cannot use the font mounted for ${face}.`,
      ),
    );
  }
  return problems;
}

/** Found through the package name, so that it is found from a bundle as well. */
function templateDirectory(): string {
  return dirname(createRequire(import.meta.url).resolve('@zhitongche/typeset/typeset/paper.typ'));
}

function layoutProblem(detail: string): Problem {
  return refusal(
    'paper.layout-failed',
    [],
    '文书排版没有成功，文书未生成。',
    '请重试；仍不成功的，请把本提示转给系统管理员。',
    `The typesetter refused the paper: ${detail.slice(0, 500)}`,
  );
}
