/** A stretch of text. */
export interface Piece {
  readonly text: string;
  /**
   * Null = may be broken anywhere a line may. A whole piece is never broken; when it moves to the next line, the line
   * before it may be drawn apart by so many points, and ends where it ends beyond that.
   */
  readonly slack: number | null;
}

/** A twelfth of the width of a line's characters. */
const OF_A_LINE = 32;

/** Dates as papers and forms write them, with an opening bracket that must not stay behind; the template reads it too. */
export const DATE =
  /[（“《〔]*(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2})/.source;
/** A number with the word that says of what: `〔2026〕15号`, `10天`, `286,400元`. */
const COUNTED = /〔\d{4}〕第?\d+号|\d[\d,.]*(?:人次|万元|[人天元号处])/.source;
/** A Latin word directly after a Chinese character: moved to the next line it would draw the line before apart. */
const LATIN = /(?<=[\u0080-\uffff])[\x21-\x7e]{5,}/.source;
const WHOLE = new RegExp(`${DATE}|${COUNTED}|${LATIN}|[\\x21-\\x7e]{25,}`, 'g');

/** Longer words would run out of their box, or leave a hole before them: they may break after every second letter. */
const LONGEST = 25;

/** Text cut into what may be broken anywhere and what stands together; joined again it is the same text. */
export function pieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(WHOLE)) {
    if (index > from) found.push({ text: text.slice(from, index), slack: null });
    if (word.length < LONGEST) found.push({ text: word, slack: OF_A_LINE });
    // Lines of a long word have hardly a gap that could be drawn apart.
    else found.push(...(word.match(/.{1,2}/g) ?? []).map((text) => ({ text, slack: 1 })));
    from = index + word.length;
  }
  if (from < text.length || !found.length) found.push({ text: text.slice(from), slack: null });
  return found;
}
