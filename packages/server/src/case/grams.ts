/** Longest text that is indexed; a title and its words stay far below. */
const LONGEST = 2000;
const WORD = /[\p{L}\p{N}]+/gu;

/** A text as it is indexed and looked for: letters of one width and case. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().slice(0, LONGEST);

/**
 * Pairs of neighbouring characters of a text and its single Chinese characters: two-character words such as 海南 are
 * found by an index, which trigrams cannot do.
 */
export function gramsOf(texts: readonly string[]): readonly string[] {
  const grams = new Set<string>();
  for (const word of texts.flatMap((text) => plainText(text).match(WORD) ?? [])) {
    const chars = [...word];
    for (const [index, char] of chars.entries()) {
      const next = chars[index + 1];
      if (next !== undefined) grams.add(char + next);
      if (/\p{Script=Han}/u.test(char) || chars.length === 1) grams.add(char);
    }
  }
  return [...grams];
}

/** Stands in every row whose numbers are indexed whole: a row of an earlier program has pairs only. */
export const NUMBERED = '〔〕号';
// 发文字号 after GB/T 9704-2012, 7.2.5: year in brackets, figure without 第; the brackets come in every kind when typed.
const NUMBER = /(?:[〔[【(<](\d{4})[〕\]】)>]\s*)?(?<!\d)(\d+)号/g;

/**
 * The numbers in texts, each as a whole, with the year before it where there is one: pairs alone take 6号 for a part of 16号,
 * and the year of one number for that of another.
 */
export function numbersIn(texts: readonly string[]): readonly string[] {
  const numbers = texts.flatMap((text) =>
    [...plainText(text).matchAll(NUMBER)].flatMap(([, year, figure = '']) => [
      `〕${figure}号`,
      ...(year === undefined ? [] : [`〔${year}〕${figure}号`]),
    ]),
  );
  return [...new Set(numbers)];
}

/** All by which a case with these texts is found. */
export const searchedBy = (texts: readonly string[]): readonly string[] => [
  ...gramsOf(texts),
  ...numbersIn(texts),
  NUMBERED,
];

/** The pairs a text must have to be a hit; every word typed must be found. */
export function gramsWanted(query: string): readonly string[] {
  const words = plainText(query).match(WORD) ?? [];
  return [
    ...new Set(
      words.flatMap((word) => {
        const chars = [...word];
        return chars.length === 1 ? [word] : chars.slice(1).map((char, index) => (chars[index] ?? '') + char);
      }),
    ),
  ];
}
