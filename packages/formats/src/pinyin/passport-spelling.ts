import { pinyin } from 'pinyin-pro';
import { COMPOUND_READINGS, COMPOUND_SURNAMES, SURNAME_READINGS } from './surnames.ts';

/** Surname and given name in the capitals of a passport. */
export interface LatinName {
  readonly surname: string;
  readonly given: string;
}

/** A suggestion; the spelling of an existing passport always wins and a person must confirm it. */
export interface PassportSpelling extends LatinName {
  /** The part of the name taken as surname. */
  readonly surnameHanzi: string;
  /** Other spellings to offer: further readings of the surname, and LV/LU, NV/NU as older documents print ü. */
  readonly alternatives: readonly LatinName[];
}

/**
 * Suggests the passport spelling of a Han name (GB/T 28039-2011; ü as exit-entry offices print it since 2012).
 * Nothing comes back for other names: those of other nationalities follow their own transcription and are never
 * derived from Hanzi.
 */
export function passportSpelling(name: string): PassportSpelling | undefined {
  const letters = [...name.trim()];
  if (letters.length < 2 || !letters.every((letter) => /\p{Script=Han}/u.test(letter))) return undefined;
  const head = letters.slice(0, 2).join('');
  const length = letters.length > 2 && COMPOUND_SURNAMES.has(head) ? 2 : 1;
  const surnameHanzi = letters.slice(0, length).join('');
  // The given name is read without its surname: together they may form an everyday word with another reading.
  const given = read(letters.slice(length).join(''), false);
  const surnames = SURNAME_READINGS.get(surnameHanzi)?.map((reading) => [reading]) ?? [
    COMPOUND_READINGS.get(surnameHanzi) ?? read(surnameHanzi, true),
  ];
  if (![given, ...surnames].flat().every(isSyllable)) return undefined;
  const spell = (surname: readonly string[], syllable: (plain: string) => string): LatinName => ({
    surname: surname.map(syllable).join(''),
    given: given.map(syllable).join(''),
  });
  const [first, ...others] = surnames.map((surname) => spell(surname, passportSyllable));
  if (!first) return undefined;
  const older = ['V', 'U']
    .map((letter) =>
      spell(surnames[0] ?? [], (plain) => passportSyllable(plain).replace(/^([LN])YU$/, `$1${letter}`)),
    )
    .filter((spelling) => spelling.surname !== first.surname || spelling.given !== first.given);
  const alternatives = [...others, ...older];
  return { surnameHanzi, ...first, alternatives };
}

/** One syllable as passports print it: lü and nü become LYU and NYU, lüe and nüe become LUE and NUE. */
export function passportSyllable(syllable: string): string {
  const plain = syllable.toUpperCase().replaceAll('Ü', 'V');
  if (plain === 'LV' || plain === 'NV') return `${plain[0]}YU`;
  return plain.replace('V', 'U');
}

function read(hanzi: string, asSurname: boolean): string[] {
  const options = { toneType: 'none', type: 'array', v: true } as const;
  return pinyin(hanzi, asSurname ? { ...options, surname: 'head' } : options);
}

function isSyllable(syllable: string): boolean {
  // Characters the dictionary does not know come back as themselves.
  return /^[a-zü]+$/.test(syllable);
}
