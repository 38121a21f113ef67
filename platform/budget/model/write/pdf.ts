import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type Block, expand, type GridBlock, type OfficeDocument } from './document.ts';
import { pdfTemplate } from './pdf-template.ts';

/** Font files to embed and the family names to look for in them, first choice first. */
export interface PdfFonts {
  readonly files: readonly Uint8Array[];
  readonly families: readonly string[];
}

/** The PDF, or why it could not be made: usually a character none of the fonts has. */
export type PdfResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly message: string; readonly en: string; readonly detail: string };

/** Archival profile: every font embedded, a missing glyph refused instead of drawn as an empty box. */
const standard = 'a-2b';

// Parsing fonts of several megabytes costs more than a page; one compiler serves all documents with the same fonts.
const compilers = new WeakMap<PdfFonts, NodeCompiler>();

/** Typesets a document as PDF/A-2b with its text as text; the same document and fonts give the same bytes. */
export function writePdf(document: OfficeDocument, fonts: PdfFonts): PdfResult {
  const compiler =
    compilers.get(fonts) ??
    NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts.files.map((file) => Buffer.from(file)) }] });
  compilers.set(fonts, compiler);
  try {
    const run = compiler.compile({
      mainFileContent: pdfTemplate,
      inputs: {
        doc: JSON.stringify({ title: document.title, families: fonts.families, runs: runs(document.blocks) }),
      },
    });
    if (run.result === null || run.result === undefined) {
      const diagnostics = run.takeDiagnostics();
      const found: { message?: string }[] =
        diagnostics === null ? [] : compiler.fetchDiagnostics(diagnostics);
      return failed(found.map((each) => each.message ?? '').join('; '));
    }
    return {
      ok: true,
      bytes: new Uint8Array(compiler.pdf(run.result, { pdfStandard: standard, creationTimestamp: 0 })),
    };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    compiler.evictCache(4);
  }
}

function failed(detail: string): PdfResult {
  return {
    ok: false,
    message: 'PDF 没有排成，可能是字体里缺字。',
    en: 'The PDF could not be typeset; a font may lack a character.',
    detail: detail.slice(0, 500),
  };
}

/** Stretches of blocks on pages of one orientation, in the shape the template reads. */
function runs(blocks: readonly Block[]): { wide: boolean; blocks: object[] }[] {
  const found: { wide: boolean; blocks: object[] }[] = [];
  let pending: object[] = [];
  const push = (wide: boolean, own: object[]) => {
    const last = found.at(-1);
    if (own.length === 0) return;
    if (last?.wide === wide) last.blocks.push(...own);
    // A run begins on a page of its own; breaking again would leave that page empty.
    else
      found.push({ wide, blocks: own.map((block, at) => (at === 0 ? { ...block, newPage: false } : block)) });
  };
  for (const block of blocks) {
    const ready =
      block.kind === 'grid'
        ? gridInput(block)
        : { kind: block.kind, text: solid(block.text), newPage: block.newPage ?? false };
    if (block.kind === 'title' || block.kind === 'caption' || block.kind === 'identity') pending.push(ready);
    else {
      push(block.kind === 'grid' ? block.wide : block.kind === 'note' && (found.at(-1)?.wide ?? false), [
        ...pending,
        ready,
      ]);
      pending = [];
    }
  }
  push(false, pending);
  return found;
}

function gridInput(grid: GridBlock) {
  const rows = expand(grid).map((row) =>
    row.flatMap((cell) =>
      cell === null
        ? []
        : [
            {
              lines: cell.text.split('\n').map(solid),
              columns: cell.columns ?? 1,
              rows: cell.rows ?? 1,
              align: cell.align ?? 'left',
              long: cell.text.length > longest,
            },
          ],
    ),
  );
  return {
    kind: 'grid',
    widths: grid.widths,
    head: rows.slice(0, grid.headRows).flat(),
    body: rows.slice(grid.headRows).flat(),
  };
}

/** A cell of more characters may need more than a page and is allowed to run over. */
const longest = 2500;

/**
 * Blanks that must survive: a line broken at an ordinary blank loses it, and a single one cannot be told from the spacing programs put between
 * Chinese and Latin letters.
 */
function solid(text: string): string {
  return text.replaceAll(' ', '\u00a0\u00a0');
}
