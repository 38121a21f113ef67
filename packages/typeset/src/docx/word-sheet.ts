import type { PaperDoc, Problem, SheetSize } from '@zhitongche/base';
import { refusal } from '@zhitongche/formats';
import {
  AlignmentType,
  FrameAnchorType,
  HeightRule,
  type ISectionOptions,
  PageOrientation,
  type Paragraph,
  SectionType,
} from 'docx';
import { drawFaces, type DrawnBox } from '../typeset/draw-sheet.ts';
import type { TextChecker } from '../typeset/text-checker.ts';
import { twips, type WordFonts } from './word-fonts.ts';
import { lineFor, paragraph, runs } from './word-text.ts';

/** Word lays no sheet out that is smaller than this without moving what stands on it, in millimetres. */
const LEAST = 90;
const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;

/**
 * The faces of a sheet as pages whose texts stand in frames where the PDF has them. Pictures, codes and ruled frames
 * are left out, as seals and codes are of every editable file; a card or a label has no Word form at all.
 */
export function wordFaces(
  doc: PaperDoc,
  sheet: SheetSize,
  scribe: TextChecker,
  fonts: WordFonts,
): readonly ISectionOptions[] {
  if (Math.min(sheet.widthMm, sheet.heightMm) < LEAST) scribe.problems.push(noWordForm());
  return drawFaces(doc, sheet, scribe).map((boxes, index) => ({
    properties: {
      ...(index > 0 ? { type: SectionType.NEXT_PAGE } : {}),
      page: {
        size: {
          width: twips.fromMm(sheet.widthMm),
          height: twips.fromMm(sheet.heightMm),
          orientation: PageOrientation.PORTRAIT,
        },
        margin: { top: 0, bottom: 0, left: 0, right: 0, header: 0, footer: 0 },
      },
    },
    children: boxes.flatMap((box) => framed(box, fonts)),
  }));
}

function framed(box: DrawnBox, fonts: WordFonts): Paragraph[] {
  if (box.kind !== 'text') return [];
  const high = box.lines.length * box.line * (25.4 / 72);
  const spare = box.height - high;
  const down = box.place === 'top' ? 0 : box.place === 'middle' ? spare / 2 : spare;
  const content = runs(box.lines.join('\n'), fonts, {
    face: box.face,
    size: box.size,
    color: box.colour.replace('#', ''),
  });
  const frame = {
    type: 'absolute' as const,
    position: { x: twips.fromMm(box.x), y: twips.fromMm(box.y + down) },
    width: twips.fromMm(box.width),
    height: twips.fromMm(high),
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
    rule: HeightRule.EXACT,
  };
  return [paragraph(content, { alignment: ALIGN[box.align], frame }, lineFor(box.size, box.line / box.size))];
}

function noWordForm(): Problem {
  return refusal(
    'paper.no-word-form',
    ['sheet'],
    '卡片、资料页和标签没有可编辑的 Word 稿。',
    '请使用 PDF；需要改动的，请修改后重新出具。',
    'A card, data page or label has no Word form.',
  );
}
