import {
  codedWith,
  type CodingKeys,
  type Keys,
  macOf,
  type Soundness,
  soundness,
} from '@zhitongche/core/server';

/** The columns of a session that decide who it lets in, and until when. */
export interface SessionRow {
  readonly office: string;
  readonly hash: Buffer;
  readonly person: string;
  readonly expires: Date;
}

// The sign against forged requests is the session's code at once: nobody else can make one, and older programs drew lots.
const CODED = 'm.';

/** The CSRF token of a session: an HMAC-SM3 over it, so that a session written into the database has none that fits. */
export const sessionMac = (keys: CodingKeys, { office, hash, person, expires }: SessionRow): string =>
  `${CODED}${macOf(keys, 'session', [office, hash.toString('hex'), person, expires.toISOString()])}`;

/** How a stored session stands to its code. */
export const sessionSoundness = (keys: Keys, row: SessionRow, csrf: string): Soundness =>
  soundness(sessionMac(codedWith(keys, csrf.slice(CODED.length)), row), csrf.startsWith(CODED) ? csrf : null);
