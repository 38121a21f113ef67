/** Whether every face of the office's papers has a glyph for a code point. */
export type Draws = (codePoint: number) => boolean;

/** A character no font of its face can draw. */
export interface MissingGlyph {
  readonly character: string;
  readonly codePoint: number;
}

/**
 * Text as it is drawn: composed (NFC) and with plain line ends, but compatibility ideographs stay as entered,
 * because composing would turn the character of a person's name into another one.
 */
export const composed = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\uf900-\ufaff\u{2f800}-\u{2fa1f}]+/gu, (plain) => plain.normalize('NFC'));

// ASCII, Chinese punctuation and ideographs, full-width forms: none composes with its neighbours, none is invisible.
const PLAIN = /^[ -~\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/** Whether a text stays as it is when composed, one unit a character, all of them visible; most texts are like that. */
export const isPlain = (text: string): boolean => PLAIN.test(text);

/** The characters of a composed text that cannot be drawn, each once, in order. */
export const missingFrom = (text: string, draws: Draws): readonly MissingGlyph[] => {
  const missing = new Map<number, MissingGlyph>();
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (character === '\n' || missing.has(codePoint)) continue;
    // Invisible characters could make two different papers look alike.
    const invisible = /[\p{Cc}\p{Cf}]/u.test(character);
    if (invisible || !draws(codePoint)) missing.set(codePoint, { character, codePoint });
  }
  return [...missing.values()];
};

/** `“ř”（U+0159）`; what cannot be seen is not printed. */
export const glyphName = ({ character, codePoint }: MissingGlyph): string => {
  const shown = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{M}]/u.test(character) ? '不可见字符' : `“${character}”`;
  return `${shown}（U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}）`;
};

/**
 * Ranges of code points (start, end, start, end …, sorted and apart) as one short text: the distance of each bound
 * from the one before in base 36. Some thousand ranges are a few kilobytes, so a browser can ask for them.
 */
export const packRanges = (ranges: Iterable<number>): string => {
  let before = 0;
  const steps: string[] = [];
  for (const bound of ranges) {
    steps.push((bound - before).toString(36));
    before = bound;
  }
  return steps.join(' ');
};

/** Reads what {@link packRanges} wrote. */
export const readRanges = (packed: string): Uint32Array => {
  let bound = 0;
  const steps = packed === '' ? [] : packed.split(' ');
  return Uint32Array.from(steps, (step) => (bound += Number.parseInt(step, 36)));
};

const PLANE = 0x1_00_00;

/** Whether a code point lies in one of the ranges, for whoever asks of every character: nearly all are of the basic plane. */
export const drawnBy = (ranges: Uint32Array): Draws => {
  const plane = new Uint8Array(PLANE);
  for (let at = 0; at < ranges.length; at += 2) plane.fill(1, ranges[at] ?? 0, (ranges[at + 1] ?? 0) + 1);
  return (codePoint) => (codePoint < PLANE ? plane[codePoint] === 1 : inRanges(ranges, codePoint));
};

/** Whether a code point lies in one of the ranges. */
export const inRanges = (ranges: Uint32Array, codePoint: number): boolean => {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < (ranges[2 * middle] ?? 0)) high = middle - 1;
    else if (codePoint > (ranges[2 * middle + 1] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
};
