import { inRanges, missingFrom, type PaperDoc, type Problem, type SheetSize } from '@zhitongche/base';
import { type ChainedFont, type FontBook, missingGlyphs } from '../font/font-book.ts';
import { refusal } from '@zhitongche/formats';
import { type LaidOutBlock, drawBlock } from './draw-block.ts';
import { drawFaces } from './draw-sheet.ts';
import { BODY_GRID, GBT9704 } from './gbt9704.ts';
import { DATE } from './pieces.ts';
import { TextChecker } from './text-checker.ts';
import { calendarDay } from './text.ts';

/** Blocks on sheets that lie the same way; a new section begins a new sheet. */
export interface Section {
  readonly landscape: boolean;
  readonly blocks: readonly LaidOutBlock[];
}

/** A paper made ready for any output: its sections and the form of its head. */
export interface Layout {
  readonly form: 'document' | 'letter' | 'plain';
  readonly sections: readonly Section[];
}

/** Takes every block down with the scribe, who notes all problems at once. */
export function layOut(doc: PaperDoc, scribe: TextChecker): Layout {
  if (!doc.blocks.length) scribe.problems.push(emptyPaper());
  const first: { landscape: boolean; blocks: LaidOutBlock[] } = {
    landscape: doc.orientation === 'landscape',
    blocks: [],
  };
  const sections = [first];
  let current = first;
  for (const [index, block] of doc.blocks.entries()) {
    if (block.kind === 'attachment' && index > 0) {
      current = { landscape: block.orientation === 'landscape', blocks: [] };
      sections.push(current);
    }
    current.blocks.push(drawBlock(block, ['blocks', index], scribe));
  }
  scribe.day(doc.issuedOn, ['issuedOn']);
  const head = doc.blocks.find((block) => block.kind === 'redHead');
  return { form: head?.form ?? 'plain', sections };
}

/** What the template reads, the pictures beside it, and what stands in the way. */
export interface LayoutInput {
  readonly template: 'paper.typ' | 'sheet.typ';
  readonly data: Readonly<Record<string, unknown>>;
  readonly sections: number;
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly problems: readonly Problem[];
}

/** Turns a paper into template data and collects every problem at once. */
export function layoutInput(doc: PaperDoc, fonts: FontBook): LayoutInput {
  return doc.sheet ? sheetInput(doc, doc.sheet, fonts) : letterInput(doc, fonts);
}

const about = ({ name, issuer, issuedOn }: PaperDoc) => ({
  name,
  issuer,
  issued: calendarDay(issuedOn) ?? null,
});

/** The faces of type the template sets; a font may be left out. */
const facesOf = (fonts: FontBook, used: (font: ChainedFont) => boolean = () => true) =>
  Object.fromEntries(
    Object.entries(fonts.faces).map(([face, { weight, chain }]) => [
      face,
      { weight, families: chain.filter(used).flatMap((font) => font.families) },
    ]),
  );

function letterInput(doc: PaperDoc, fonts: FontBook): LayoutInput {
  const scribe = new TextChecker((text, face) => missingGlyphs(text, face, fonts));
  const layout = layOut(doc, scribe);
  const data = {
    ...layout,
    ...about(doc),
    figures: GBT9704,
    grid: BODY_GRID,
    date: DATE,
    faces: facesOf(fonts),
  };
  const { problems } = scribe;
  const { told, files } = carriedIn(doc, scribe.files, problems);
  return {
    template: 'paper.typ',
    data: { ...data, carries: told },
    sections: layout.sections.length,
    files,
    problems,
  };
}

/** Whether a text fits its box was decided by the widths of the shipped fonts, so these draw it, whatever the office mounted. */
function sheetInput(doc: PaperDoc, sheet: SheetSize, fonts: FontBook): LayoutInput {
  const shipped = (font: ChainedFont) => !font.own;
  const scribe = new TextChecker((text, face) =>
    missingFrom(text, (code) =>
      fonts.faces[face].chain.some((font) => shipped(font) && inRanges(font.coverage, code)),
    ),
  );
  if (!doc.blocks.length) scribe.problems.push(emptyPaper());
  const boxes = drawFaces(doc, sheet, scribe);
  scribe.day(doc.issuedOn, ['issuedOn']);
  const data = { ...about(doc), sheet, boxes, faces: facesOf(fonts, shipped) };
  const { problems } = scribe;
  const { told, files } = carriedIn(doc, scribe.files, problems);
  return { template: 'sheet.typ', data: { ...data, carries: told }, sections: 0, files, problems };
}

/** What the template reads of files the paper carries; their bytes lie beside it. */
const carriedIn = (
  { carries = [] }: PaperDoc,
  files: ReadonlyMap<string, Uint8Array>,
  problems: Problem[],
) => {
  const all = new Map(files);
  const told = carries.map(({ name, type, says, data }, at) => {
    const path = `carried-${at + 1}`;
    if (data) all.set(path, data);
    else
      problems.push(
        refusal(
          'paper.not-carried',
          ['carries', at],
          `文书要附带的文件“${name}”没有读到。`,
          '请确认该文件仍在保存期限内，再重试。',
          `The file ${name}, which the paper is to carry, could not be read.`,
        ),
      );
    return { name, type, says, path };
  });
  return { told, files: all };
};

const emptyPaper = (): Problem =>
  refusal('paper.empty', ['blocks'], '文书没有内容。', '请检查文书模板。', 'The paper has no blocks.');
