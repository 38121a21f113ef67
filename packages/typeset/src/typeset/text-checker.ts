import {
  type At,
  composed,
  dayInChinese,
  glyphName,
  type Inline,
  type IsoDay,
  type MissingGlyph,
  type Problem,
  type Typeface,
} from '@zhitongche/base';
import { FACE_NAMES } from '../font/shipped.ts';
import { refusal } from '@zhitongche/formats';
import { pieces } from './pieces.ts';
import { calendarDay } from './text.ts';

/** A run as the template reads it. */
export interface DrawnRun {
  readonly text: string;
  readonly face: Typeface | null;
  readonly underline: boolean;
  /** Its number among the pieces that are never broken, with their slack in points; null for text that may be. */
  readonly mark: { readonly id: number; readonly slack: number } | null;
}

/** No sensible paper is longer, and layout time grows with length. */
const MOST_CHARACTERS = 400_000;

/**
 * Takes down every text of a paper on its way to the template and notes what is wrong with it. Since nothing else
 * hands text to the template, no character can reach the page unchecked.
 */
export class TextChecker {
  readonly problems: Problem[] = [];
  readonly files = new Map<string, Uint8Array>();
  readonly #missing: (text: string, face: Typeface) => readonly MissingGlyph[];
  #length = 0;
  #marks = 0;

  /** `missing` names the characters of a text that cannot be drawn in a face. */
  constructor(missing: (text: string, face: Typeface) => readonly MissingGlyph[]) {
    this.#missing = missing;
  }

  /** Text in one face. */
  text(raw: string, face: Typeface, at: At): string {
    this.#length += raw.length;
    if (this.#length > MOST_CHARACTERS) {
      if (!this.problems.some((problem) => problem.code === 'paper.too-long')) this.problems.push(tooLong());
      return '';
    }
    const text = composed(raw);
    for (const glyph of this.#missing(text, face)) this.problems.push(undrawable(glyph, face, at));
    return text;
  }

  /** Text in one face that the paper cannot do without. */
  required(raw: string, face: Typeface, at: At): string {
    if (raw.trim() === '') this.problems.push(empty(at));
    return this.text(raw, face, at);
  }

  /** Text that may change face within a line. */
  inline(raw: Inline, face: Typeface, at: At): DrawnRun[] {
    const runs = typeof raw === 'string' ? [{ text: raw }] : raw;
    return runs.flatMap((run, index) => {
      const text = this.text(run.text, run.face ?? face, typeof raw === 'string' ? at : [...at, index]);
      return pieces(text).map((piece) => ({
        text: piece.text,
        face: run.face ?? null,
        underline: run.underline ?? false,
        mark: piece.slack === null ? null : { id: this.#marks++, slack: piece.slack },
      }));
    });
  }

  /** A day in the words of a paper. */
  day(day: IsoDay, at: At): string {
    if (!calendarDay(day)) this.problems.push(noDay(day, at));
    return dayInChinese(day);
  }

  /** Keeps a picture for the template and gives the path under which it is read. */
  file(extension: string, data: Uint8Array): string {
    const name = `picture-${this.files.size}.${extension}`;
    this.files.set(name, data);
    return name;
  }
}

function empty(at: At): Problem {
  return refusal(
    'paper.empty',
    at,
    '文书中有必填内容为空。',
    '请补全后再生成。',
    'A required text of the paper is empty.',
  );
}

function tooLong(): Problem {
  return refusal(
    'paper.too-long',
    [],
    `文书超过 ${MOST_CHARACTERS / 10_000} 万字，无法排版。`,
    '请拆分文书，或把长内容改作附件。',
    `The paper has more than ${MOST_CHARACTERS} characters.`,
  );
}

function noDay(day: string, at: At): Problem {
  return refusal(
    'paper.date',
    at,
    `“${day.slice(0, 20)}”不是有效日期。`,
    '请按“年-月-日”填写，如 2026-11-05。',
    'The date is not a calendar day in the form YYYY-MM-DD.',
  );
}

function undrawable(glyph: MissingGlyph, face: Typeface, at: At): Problem {
  return refusal(
    'paper.missing-glyph',
    at,
    `${glyphName(glyph)}没有可用的${FACE_NAMES[face]}字形，文书未生成。`,
    '请核对该字；确需使用的，请管理员安装含此字的字体后重试。',
    `No font can draw U+${glyph.codePoint.toString(16).toUpperCase()} in the face ${face}; the paper was not made.`,
    { title: 'GB 18030-2022' },
  );
}
