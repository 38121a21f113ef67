import { pinyin } from 'pinyin-pro';

/** Longest part of a text that is ordered; what comes behind hardly ever decides. */
const LONGEST = 40;
const LONGEST_INITIALS = 12;

/** What a sign is ordered by, and what a hand types for it. */
interface Sign {
  readonly order: string;
  readonly initial: string;
}

/** Signs met so far: an import reads the same ones again and again. */
const met = new Map<string, Sign>();

const signOf = (letter: string): Sign => {
  const known = met.get(letter);
  if (known) return known;
  // The commonest sound of a character alone, as dictionaries order it.
  const [sound = letter] = /\p{Script=Han}/u.test(letter)
    ? pinyin(letter, { type: 'array', toneType: 'num', v: true })
    : [];
  const own = /[\p{L}\p{N}]/u.test(letter) ? letter : ' ';
  const sign = {
    order: sound === letter ? own : `${sound} ${letter} `,
    initial: /^[a-z\d]/.exec(sound)?.[0] ?? '',
  };
  met.set(letter, sign);
  return sign;
};

const signs = (text: string): readonly Sign[] =>
  Array.from(
    text
      .normalize('NFKC')
      .toLowerCase()
      .slice(0, 4 * LONGEST),
  )
    .slice(0, LONGEST)
    .map(signOf);

/**
 * A text as lists are ordered by it, byte by byte: by sound and tone of one character after the other, a character of the same sound
 * by itself, numbers by their size. Kept with a row, so that every database and every node orders alike.
 */
export const pinyinOrder = (text: string): string =>
  signs(text.replaceAll(/\d+/g, (digits) => digits.padStart(9, '0')))
    .map(({ order }) => order)
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .trim();

/** Initials of a text as somebody types them, `孟明远` → `mmy`; letters and figures stay. */
export const pinyinInitials = (text: string): string =>
  signs(text)
    .map(({ initial }) => initial)
    .join('')
    .slice(0, LONGEST_INITIALS);
