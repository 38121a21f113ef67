import { parseOptions } from '@node-rs/argon2';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loginPolicy } from './login-policies.ts';
import {
  hashPassword,
  NOBODYS_PASSWORD,
  oneTimePassword,
  passwordMatches,
  passwordProblems,
} from './passwords.ts';

const policy = loginPolicy([], '2026-11-02');

describe('stored passwords', () => {
  test('open for the right password in any keyboard width, and for no other', async () => {
    const stored = await hashPassword('Ｃorrect-马-9');
    expect(await passwordMatches(stored, 'Correct-马-9')).toBe(true);
    expect(await passwordMatches(stored, 'correct-马-9')).toBe(false);
    expect(await passwordMatches('not a hash', 'x')).toBe(false);
  });

  test('of nobody costs as much to compare as one of somebody', async () => {
    const { saltLen: _, ...real } = parseOptions(await hashPassword('x'));
    const { saltLen: __, ...nobody } = parseOptions(NOBODYS_PASSWORD);
    expect(nobody).toEqual(real);
  });
});

test('a one-time password always meets the policy and is never the same', () => {
  const drawn = Array.from({ length: 300 }, () => oneTimePassword());
  expect(drawn.flatMap((password) => passwordProblems(password, 'sysadmin', policy))).toEqual([]);
  expect(new Set(drawn).size).toBe(300);
});

test('any text gets an answer, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (password, username) => {
      expect(Array.isArray(passwordProblems(password, username, policy))).toBe(true);
    }),
  );
});
