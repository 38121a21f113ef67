import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newVerificationCode, newVerificationKeys, readVerificationCode, sameSecret } from './verify-code.ts';

const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a verification code', () => {
  it('has twelve characters that nobody mixes up, in groups of four', () => {
    for (let round = 0; round < 200; round += 1) {
      expect(newVerificationCode()).toMatch(
        /^[1-9A-HJKMNP-TV-Z]{4}-[1-9A-HJKMNP-TV-Z]{4}-[1-9A-HJKMNP-TV-Z]{4}$/,
      );
    }
  });

  it('is read however it is typed', () => {
    const code = newVerificationCode();
    const plain = code.replaceAll('-', '');
    const fullWidth = [...plain]
      .map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
      .join('');
    for (const typed of [
      code,
      plain,
      code.toLowerCase(),
      ` ${code} `,
      plain.split('').join(' '),
      fullWidth,
    ]) {
      expect(readVerificationCode(typed)).toBe(code);
    }
  });

  it('is refused after any one wrong character', () => {
    const code = newVerificationCode().replaceAll('-', '');
    for (let at = 0; at < code.length; at += 1) {
      for (const letter of ALPHABET) {
        if (letter === code[at]) continue;
        expect(readVerificationCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeUndefined();
      }
    }
  });

  it('is refused after any swap of two different neighbours', () => {
    for (let round = 0; round < 50; round += 1) {
      const code = newVerificationCode().replaceAll('-', '');
      for (let at = 0; at + 1 < code.length; at += 1) {
        const swapped = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2);
        if (swapped !== code) expect(readVerificationCode(swapped)).toBeUndefined();
      }
    }
  });

  it('refuses any other text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const read = readVerificationCode(text);
        if (read) expect(readVerificationCode(read)).toBe(read);
      }),
    );
    expect(readVerificationCode('0'.repeat(12))).toBeUndefined();
  });
});

describe('a verification token', () => {
  it('carries at least 128 random bits and never repeats', () => {
    const tokens = new Set(Array.from({ length: 1000 }, () => newVerificationKeys().token));
    expect(tokens.size).toBe(1000);
    for (const token of tokens)
      expect(Buffer.from(token, 'base64url').length * 8).toBeGreaterThanOrEqual(128);
  });

  it('is compared by content', () => {
    const { token } = newVerificationKeys();
    expect(sameSecret(token, `${token}`)).toBe(true);
    expect(sameSecret(token, `${token}A`)).toBe(false);
    expect(sameSecret(token, newVerificationKeys().token)).toBe(false);
    expect(sameSecret('密', '密钥')).toBe(false);
  });
});
