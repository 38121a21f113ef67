// First character of each initial in the order of Chinese dictionaries; i, u and v begin no syllable.
const BOUNDS: readonly (readonly [string, string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '哒'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '讥'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '它'],
  ['w', '穵'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀'],
];
const collator = new Intl.Collator('zh-CN-u-co-pinyin');

/**
 * Pinyin initials of a Chinese name, `日本` → `rb`, from the browser's own dictionary order instead of a table of
 * readings; characters with several readings get the commonest. Latin letters stay, the rest is left out.
 */
export const pinyinInitials = (name: string): string =>
  [...name]
    .map((c) => (/[a-z]/i.test(c) ? c.toLowerCase() : /\p{Script=Han}/u.test(c) ? initialOf(c) : ''))
    .join('');

const initialOf = (character: string): string =>
  BOUNDS.findLast(([, first]) => collator.compare(character, first) >= 0)?.[0] ?? '';
