import { randomBytes, timingSafeEqual } from 'node:crypto';

/** What a paper carries so that anyone can ask whether it is genuine. */
export interface VerificationKeys {
  /** Printed and typed by hand: twelve characters, `7K3D-Q9FM-2XTH`; guessable only against a rate limit. */
  readonly code: string;
  /** In the address behind the QR code: 192 random bits, base64url. */
  readonly token: string;
}

// Thirty-one characters, a prime: a check over a prime finds every single error and every swap of neighbours.
// I, L, O, U and 0 are left out because people misread them on paper.
const ALPHABET = '123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BODY = 11;

/** Fresh random code and token for one paper; the store guards against the rare equal code. */
export function newVerificationKeys(): VerificationKeys {
  return { code: newVerificationCode(), token: randomBytes(24).toString('base64url') };
}

/** Fresh random code: eleven characters (54 bits) and one to check typing. */
export function newVerificationCode(): string {
  let body = '';
  while (body.length < BODY) {
    for (const byte of randomBytes(2 * BODY)) {
      // 248 is the largest multiple of 31 in a byte; larger values would favour some characters.
      if (byte < 248 && body.length < BODY) body += ALPHABET[byte % 31];
    }
  }
  return grouped(body + checkCharacter(body));
}

/**
 * The code as printed, from whatever a person typed: any case, with or without hyphens and blanks, full-width
 * too. Nothing comes back when it cannot be one of ours, so that the register need not be asked.
 */
export function readVerificationCode(typed: string): string | undefined {
  if (typed.length > 64) return undefined;
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−_.]/g, '');
  if (plain.length !== BODY + 1 || ![...plain].every((letter) => ALPHABET.includes(letter))) return undefined;
  return checkCharacter(plain.slice(0, BODY)) === plain[BODY] ? grouped(plain) : undefined;
}

/** Compares two secrets without telling by its duration where they differ. */
export function sameSecret(left: string, right: string): boolean {
  const a = Buffer.from(left);
  const b = Buffer.from(right);
  if (a.length !== b.length) return false;
  return timingSafeEqual(a, b);
}

function checkCharacter(body: string): string {
  let sum = 0;
  for (const [index, letter] of [...body].entries()) sum += (index + 2) * ALPHABET.indexOf(letter);
  return ALPHABET[sum % 31] ?? '';
}

function grouped(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}
