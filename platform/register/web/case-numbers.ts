/** A case by its number: the year and six figures. */
const CASE = /((?<!\d)\d{4}-\d{6}(?!\d))/;
const WHOLE_CASE = /^\d{4}-\d{6}$/;
/** 发文字号 (GB/T 9704-2012, 7.2.5), alone in its place. */
const PAPER = /^[^\s〔〕]{1,30}〔\d{4}〕第?\d{1,8}号$/;
const LONGEST = 60;

/** Whether it may be the number of a case or of its paper. */
export const isNumber = (text: string): boolean =>
  text.length <= LONGEST && (WHOLE_CASE.test(text) || PAPER.test(text));

/** A text in parts: numbers of cases, and what stands between them. */
export const partsOf = (text: string): readonly string[] =>
  isNumber(text) ? [text] : text.split(CASE).filter((part) => part !== '');
