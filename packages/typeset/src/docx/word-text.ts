import type { Typeface } from '@zhitongche/base';
import { type IParagraphOptions, LineRuleType, Paragraph, TextRun, UnderlineType } from 'docx';
import { GBT9704 } from '../typeset/gbt9704.ts';
import type { DrawnRun } from '../typeset/text-checker.ts';
import { type WordFonts, WORD_GRID, twips } from './word-fonts.ts';

/** How a stretch of text is set. */
export interface WordStyle {
  readonly face?: Typeface;
  /** Type size in points; 三号 when absent. */
  readonly size?: number;
  readonly color?: string;
}

/** Latin letters and digits of Word papers; every office machine has it. */
const LATIN = 'Times New Roman';

/** Text as runs, one per line of it. */
export function runs(text: string, fonts: WordFonts, style: WordStyle = {}, underline = false): TextRun[] {
  const { face = 'fangsong', size = GBT9704.size.body, color } = style;
  return text.split('\n').map(
    (line, index) =>
      new TextRun({
        text: line,
        ...(index > 0 ? { break: 1 } : {}),
        // Word counts in half points; rounding up could push a full line over its end.
        size: Math.floor(size * 2),
        ...(size === GBT9704.size.body ? { characterSpacing: WORD_GRID.tracking } : {}),
        font: { eastAsia: fonts[face], ascii: LATIN, hAnsi: LATIN },
        ...(color ? { color } : {}),
        ...(underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
      }),
  );
}

/** Inline text whose runs may ask for another face. */
export function inlineRuns(inline: readonly DrawnRun[], fonts: WordFonts, style: WordStyle = {}): TextRun[] {
  return inline.flatMap((run) =>
    runs(run.text, fonts, run.face ? { ...style, face: run.face } : style, run.underline),
  );
}

/** A paragraph whose lines are exactly `line` twips high; the body line when absent. */
export function paragraph(
  children: readonly TextRun[],
  options: IParagraphOptions = {},
  line: number = WORD_GRID.line,
): Paragraph {
  return new Paragraph({
    ...options,
    spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0, ...options.spacing },
    children: [...children],
  });
}

/** Height in twips of a line that holds text of this size in points. */
export function lineFor(size: number, ratio: number): number {
  return twips.fromPoints(size * ratio);
}
