import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readShortCode, shortCodeOf, versionIn, versionMark } from './short-code.ts';

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);

test('the code of a digest is read however it is typed, and one wrong character is refused', () => {
  fc.assert(
    fc.property(digest, (hex) => {
      const code = shortCodeOf(hex);
      expect(code).toMatch(/^[1-9A-HJKMNP-TV-Z]{4}(-[1-9A-HJKMNP-TV-Z]{4}){2}$/);
      expect(shortCodeOf(hex)).toBe(code);
      expect(readShortCode(` ${code.toLowerCase().replaceAll('-', '')} `)).toBe(code);
      const other = code.startsWith('7') ? '8' : '7';
      expect(readShortCode(other + code.slice(1))).toBeUndefined();
    }),
  );
});

test('a version is found in whatever text carries its mark, and in no other', () => {
  fc.assert(
    fc.property(digest, fc.string(), fc.string(), (hex, before, after) => {
      const code = shortCodeOf(hex);
      fc.pre(!before.includes('V:'));
      expect(versionIn(`${before}${versionMark(code)}${after}`)).toBe(code);
    }),
  );
  expect(versionIn('https://example.test/verify/abc')).toBeUndefined();
  expect(versionIn('V:AAAA-AAAA-AAAB')).toBeUndefined();
});
