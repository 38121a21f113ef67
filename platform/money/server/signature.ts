import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds a message may be older, or its sender's clock ahead. */
export const WINDOW = 300;

/** HMAC-SHA256 over a moment and the bytes as they were sent, hex. */
export const signed = (secret: Uint8Array, at: string, raw: string): string =>
  createHmac('sha256', secret).update(`${at}.${raw}`).digest('hex');

/** Whether the signature is of this secret; takes as long for one wrong letter as for all. */
export function signedBy(secret: Uint8Array, at: string, raw: string, signature: string): boolean {
  const [expected, given] = [Buffer.from(signed(secret, at, raw)), Buffer.from(signature.toLowerCase())];
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Whether a moment, in seconds since 1970, is of now. */
export const isOfNow = (at: string, now: Date): boolean =>
  /^\d{9,11}$/.test(at) && Math.abs(now.getTime() / 1000 - Number(at)) <= WINDOW;
