import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composed, drawnBy, inRanges, isPlain, missingFrom } from './glyph-ranges.ts';

const CODES = Array.from({ length: 0x3_00_00 }, (_, code) => code);
const PLAIN = CODES.filter((code) => isPlain(String.fromCodePoint(code)));

describe('a plain text', () => {
  it('has characters of one unit, visible, none of them a mark or made of others', () => {
    expect(PLAIN.length).toBeGreaterThan(20_000);
    for (const code of PLAIN) {
      const character = String.fromCodePoint(code);
      expect(character).not.toMatch(/[\p{C}\p{M}]/u);
      expect([character.length, character.normalize('NFD')]).toEqual([1, character]);
    }
  });

  it('is what it is when composed, whatever stands beside what', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PLAIN), { maxLength: 40 }), (codes) => {
        const text = String.fromCodePoint(...codes);
        expect([isPlain(text), composed(text)]).toEqual([true, text]);
      }),
      { numRuns: 300 },
    );
  });

  it('is none once anything else stands in it', () => {
    for (const other of ['é', 'e\u0301', '\n', '\t', '\u200b', '𠀀', '\ufeff', '\u3000', '\uf900'])
      expect([other, isPlain(`外事${other}办`)]).toEqual([other, false]);
  });
});

it('a table of what is drawn says of every code point what the ranges say', () => {
  const ranges = Uint32Array.from([0x20, 0x7e, 0x4e00, 0x9fa5, 0xfff0, 0x1_00_10, 0x2_00_00, 0x2_a6_df]);
  const draws = drawnBy(ranges);
  expect(CODES.filter((code) => draws(code) !== inRanges(ranges, code))).toEqual([]);
  expect(missingFrom('外事办龦', draws).map(({ character }) => character)).toEqual(['龦']);
});
