import { refusal } from './act-problems.ts';
import type { Command } from './command.ts';
import { composed, type Draws, glyphName, missingFrom, type Problem } from '@zhitongche/base';
import { undrawable } from '@zhitongche/form';
import type { CaseState, PaperState } from './state.ts';

/** How characters no font has are written on the papers of a case: character → what stands there instead. */
export type Spelling = Readonly<Record<string, string>>;

/** A guard against programs: a character is never written with more than this. */
const LONGEST = 40;

/** How the papers of a case write what no font has: as said whenever one of them was tried again, the last word counts. */
export const spellingOf = (state: Pick<CaseState, 'papers'>): Spelling =>
  Object.assign({}, ...state.papers.map((paper) => paper.spelling ?? {}));

/** The characters a failed paper still waits for, given the fonts of now. */
const awaited = (paper: PaperState | undefined, draws: Draws): readonly string[] =>
  missingFrom((paper?.undrawn ?? []).join(''), draws).map(({ character }) => character);

const named = (character: string): string =>
  glyphName({ character, codePoint: character.codePointAt(0) ?? 0 });

const wrongWriting = (character: string, text: string, draws: Draws): Problem | undefined => {
  const at = ['spelling', character];
  // What nobody sees may be left out.
  const tooShort = text.trim() === '' && !/^[\p{Cc}\p{Cf}]$/u.test(character);
  if (tooShort || text.length > LONGEST)
    return refusal(
      'spelling',
      `请写明${named(character)}在文书上怎样写，1至${LONGEST}字`,
      'Say how the character is to be written on the paper',
      '请填写同音字、拼音或“字形的文字说明”；确需用原字的，请外办系统管理员安装含此字的字体后再重试',
      at,
    );
  const problem = undrawable(`${character}的写法`, 'The writing', text, draws);
  return problem && { ...problem, at };
};

/** What is wrong with how a failed paper's characters are to be written: each awaited one once, and no other. */
export const spellingProblems = (
  paper: PaperState | undefined,
  { spelling = {} }: Command,
  draws: Draws,
): readonly Problem[] => {
  const asked = awaited(paper, draws);
  const strange = Object.keys(spelling).filter((character) => !asked.includes(character));
  return [
    ...asked.flatMap((character) => wrongWriting(character, spelling[character] ?? '', draws) ?? []),
    ...strange.map((character) =>
      refusal(
        'spelling-strange',
        `“${character.slice(0, 10)}”不在这份文书缺字之列`,
        'The paper does not wait for this character',
        '请去掉这一项后再重试',
        ['spelling', character.slice(0, 10)],
      ),
    ),
  ];
};

/** The same words with every character of the spelling written otherwise, wherever text stands; bytes stay. */
export const respell = <T>(words: T, spelling: Spelling): T =>
  // Only strings change, into strings: the shape stays.
  Object.keys(spelling).length === 0 ? words : (rewritten(words, spelling) as T);

const rewritten = (value: unknown, spelling: Spelling): unknown => {
  if (typeof value === 'string') return Array.from(value, (one) => spelling[one] ?? one).join('');
  if (Array.isArray(value)) return value.map((item) => rewritten(item, spelling));
  if (value === null || typeof value !== 'object' || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rewritten(item, spelling)]));
};

/** The characters of a document no face can draw, each once. */
export const undrawnIn = (words: unknown, draws: Draws): readonly string[] => {
  if (typeof words === 'string') return missingFrom(composed(words), draws).map((glyph) => glyph.character);
  if (words === null || typeof words !== 'object' || ArrayBuffer.isView(words)) return [];
  return [...new Set(Object.values(words).flatMap((item) => undrawnIn(item, draws)))];
};
