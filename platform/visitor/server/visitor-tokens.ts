import { createHash, randomBytes, randomInt } from 'node:crypto';

/** A new token of 256 random bits: a plain digest of it is enough to keep. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token. */
export const hashOf = (token: string): Buffer => createHash('sm3').update(token).digest();

/** Six digits to type from a message. */
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

// Without 0/O and 1/I: read aloud at the counter.
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** Letters and digits to show at the counter or write on a receipt. */
export const newSpokenCode = (length: number): string =>
  Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
