import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readShortCode, SHORT_ALPHABET, SHORT_BODY, shortCode } from '@zhitongche/base';

/** What a paper carries so that anyone can ask whether it is genuine. */
export interface VerificationKeys {
  /** Printed and typed by hand: twelve characters, `7K3D-Q9FM-2XTH`; guessable only against a rate limit. */
  readonly code: string;
  /** In the address behind the QR code: 192 random bits, base64url. */
  readonly token: string;
}

/** Fresh random code and token for one paper; the store guards against the rare equal code. */
export function newVerificationKeys(): VerificationKeys {
  return { code: newVerificationCode(), token: randomBytes(24).toString('base64url') };
}

/** Fresh random code: eleven characters (54 bits) and one to check typing. */
export function newVerificationCode(): string {
  let body = '';
  while (body.length < SHORT_BODY) {
    for (const byte of randomBytes(2 * SHORT_BODY)) {
      // 248 is the largest multiple of 31 in a byte; larger values would favour some characters.
      if (byte < 248 && body.length < SHORT_BODY) body += SHORT_ALPHABET[byte % 31];
    }
  }
  return shortCode(body);
}

/**
 * The code as printed, from whatever a person typed. Nothing comes back when it cannot be one of ours, so that the register
 * need not be asked.
 */
export const readVerificationCode = readShortCode;

/** Compares two secrets without telling by its duration where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  if (a.length !== b.length) return false;
  return timingSafeEqual(a, b);
}
