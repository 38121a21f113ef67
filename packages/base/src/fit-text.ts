import { advanceOf } from './advances.ts';
import { composed } from './glyph-ranges.ts';
import type { TextRoom } from './sheet.ts';

/**
 * Breaks a text into the lines it is printed in. The same function decides while a field is typed, when a form is sent,
 * and when the paper is drawn: the typesetter is given these lines and breaks none itself.
 */

/** What became of a text in a box. */
export interface Fit {
  readonly lines: readonly string[];
  /** How many lines the box holds; the text fits while `lines` are no more. */
  readonly most: number;
  /** Full-width characters a line holds. */
  readonly across: number;
}

const MM_PER_POINT = 25.4 / 72;
const LEADING = 1.25;
/** A share of a line that rounding may take. */
const HAIR = 1e-6;

/** Marks that never begin a line (GB/T 15834-2011 §5.1), Latin ones too. */
const NO_START = new Set('，。、；：！？）》」』】〕〉”’…—·％℃,.;:!?)]}%');
/** Marks that never end one. */
const NO_END = new Set('（《「『【〔〈“‘([{');

interface Atom {
  readonly text: string;
  readonly width: number;
}

const widthOf = (text: string): number => {
  let width = 0;
  for (const letter of text) width += advanceOf(letter.codePointAt(0) ?? 0);
  return width;
};

/** Chinese, Korean and full-width characters may stand at either end of a line. */
const isFull = (letter: string): boolean => letter >= '\u2e80';

/** What is never broken: a Latin word, or one full character, with the marks that belong to it. */
function atomsOf(line: string): readonly Atom[] {
  const atoms: string[] = [];
  let open = false;
  let word = false;
  for (const letter of line) {
    const joins =
      open || (atoms.length > 0 && NO_START.has(letter)) || (word && !isFull(letter) && letter !== ' ');
    if (joins) atoms[atoms.length - 1] += letter;
    else atoms.push(letter);
    open = NO_END.has(letter);
    word = !isFull(letter) && letter !== ' ' && letter !== '-' && letter !== '/';
  }
  return atoms.map((text) => ({ text, width: widthOf(text) }));
}

/** A word wider than the line goes on in the next one, letter by letter. */
const broken = ({ text, width }: Atom, across: number): readonly Atom[] =>
  width <= across ? [{ text, width }] : [...text].map((letter) => ({ text: letter, width: widthOf(letter) }));

function linesOf(paragraph: string, across: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const atom of atomsOf(paragraph).flatMap((one) => broken(one, across))) {
    if (line !== '' && atom.text !== ' ' && used + atom.width > across + HAIR) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    // A blank at the beginning of a line is none.
    if (line === '' && atom.text === ' ') continue;
    line += atom.text;
    used += atom.width;
  }
  return [...lines, line.trimEnd()];
}

/** The lines of a text in a room, and how many the room holds. */
export function fitText(text: string, room: TextRoom): Fit {
  const em = room.size * MM_PER_POINT;
  const across = room.width / em;
  const high = em * (room.leading ?? LEADING);
  const lines = composed(text)
    .trim()
    .split('\n')
    .flatMap((paragraph) => linesOf(paragraph, across));
  // A letter wider than the whole box never stands in it.
  const most = [...text].some((letter) => widthOf(letter) > across + HAIR)
    ? 0
    : Math.floor(room.height / high + HAIR);
  return { lines, most, across: Math.floor(across + HAIR) };
}

/** Height of a line of a room in points. */
export const lineOf = (room: Pick<TextRoom, 'size' | 'leading'>): number =>
  room.size * (room.leading ?? LEADING);

/** Whether a text stands whole in a room. */
export const fits = ({ lines, most }: Fit): boolean => lines.length <= most;
