import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MrzFields, type MrzFormat, mrzCheckDigit, mrzLines, readMrz, soundMrz } from './mrz.ts';

interface DigitCase {
  readonly id: string;
  readonly kind: 'check-digit';
  readonly input: string;
  readonly expected: string;
}
interface DocumentCase {
  readonly id: string;
  readonly kind: 'document';
  readonly format: MrzFormat;
  readonly lines: readonly string[];
  readonly fields: Partial<MrzFields>;
  readonly valid: boolean;
}
const vectors = new URL('../../typeset/vectors/mrz.json', import.meta.url);
const { cases }: { readonly cases: readonly (DigitCase | DocumentCase)[] } = JSON.parse(
  readFileSync(vectors, 'utf8'),
);
const digits = cases.filter((one) => one.kind === 'check-digit');
const documents = cases.filter((one) => one.kind === 'document');

describe('machine-readable lines by ICAO Doc 9303', () => {
  it.each(digits)('$id: the check digit is the one of the standard', ({ input, expected }) => {
    expect(mrzCheckDigit(input)).toBe(expected);
  });

  it.each(documents)('$id: sound is what the standard calls sound', ({ lines, format, valid }) => {
    expect(soundMrz(lines)).toBe(valid ? format : undefined);
  });

  // One specimen writes 0 for the digit of empty optional data, which the standard allows; ours is a filler.
  const written = documents.filter(({ id, valid, fields }) => valid && fields.sex && id !== 'td3-mustermann');
  it.each(written)('$id: the fields give the lines of the specimen', ({ format, lines, fields }) => {
    expect(mrzLines(format, fields as MrzFields)).toEqual(lines);
  });

  it('any one character changed where a digit watches is noticed', () => {
    const passport = documents.find(({ id }) => id === 'td3-eriksson')?.lines ?? [];
    const watched = [...Array(20).keys(), ...Array.from({ length: 22 }, (_, at) => 21 + at)].filter(
      (at) => at < 10 || at > 12,
    );
    fc.assert(
      fc.property(fc.constantFrom(...watched), fc.integer({ min: 1, max: 9 }), (at, more) => {
        const second = passport[1] ?? '';
        const old = second.charAt(at);
        if (!/\d/.test(old)) return;
        const changed = second.slice(0, at) + String((Number(old) + more) % 10) + second.slice(at + 1);
        expect(soundMrz([passport[0] ?? '', changed])).toBeUndefined();
      }),
    );
  });

  it('a name too long for its field keeps something of each part and ends with a letter', () => {
    const [first] =
      mrzLines('TD3', {
        documentCode: 'P',
        issuer: 'UTO',
        primary: 'BENNELONG WOOLOOMOOLOO WARRANDYTE WARNAMBOOL',
        secondary: 'DINGO POTOROO',
        number: 'D23145890',
        nationality: 'UTO',
        birth: '740812',
        sex: 'F',
        expiry: '120415',
        optional: '',
      }) ?? [];
    expect(first).toHaveLength(44);
    expect(first).toMatch(/^P<UTOB[A-Z]*<W[A-Z]*<W[A-Z]*<W[A-Z]*<<D[A-Z]*<P[A-Z]*$/);
  });

  it('what no zone holds gives no lines', () => {
    const sound: MrzFields = {
      documentCode: 'P',
      issuer: 'CHN',
      primary: 'LIN',
      secondary: 'SHU',
      number: 'PE0000001',
      nationality: 'CHN',
      birth: '900228',
      sex: 'M',
      expiry: '310630',
      optional: '',
    };
    expect(mrzLines('TD3', { ...sound, number: 'pe1' })).toBeUndefined();
    expect(mrzLines('TD3', { ...sound, number: 'PE00000010' })).toBeUndefined();
    expect(mrzLines('TD3', { ...sound, birth: '1990' })).toBeUndefined();
    expect(mrzLines('TD3', { ...sound, primary: '林' })).toBeUndefined();
    expect(mrzLines('TD3', { ...sound, optional: 'A'.repeat(15) })).toBeUndefined();
  });

  const read = documents.filter(({ valid }) => valid);
  it.each(read)('$id: what is read is what the standard says stands there', ({ lines, format, fields }) => {
    const { numberCheckDigit: _digit, ...known } = fields as typeof fields & { numberCheckDigit?: string };
    expect(readMrz(lines)).toMatchObject({ format, ...known });
  });
});
