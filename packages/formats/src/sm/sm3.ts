import { createHash, createHmac } from 'node:crypto';

/** SM3 digest (GB/T 32905-2016) of the parts one after another; 32 bytes. */
export function sm3(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** SM3 digest as 64 lower-case hex characters, the form kept in records and printed on request. */
export function sm3Hex(...parts: readonly (Uint8Array | string)[]): string {
  return Buffer.from(sm3(...parts)).toString('hex');
}

/** HMAC-SM3 (GB/T 15852.2) over the parts one after another; 32 bytes. */
export function hmacSm3(key: Uint8Array, ...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const mac = createHmac('sm3', key);
  for (const part of parts) mac.update(part);
  return new Uint8Array(mac.digest());
}
