/**
 * A backup is one file: magic, salt and key check in the open, then chunks under AES-256-GCM. A chunk's nonce is its number
 * and whether it is the last one, so that a chunk altered, moved, left out or doubled, and an end cut off, all fail to open.
 */
export const MAGIC = Buffer.from('zhitongche backup 1\n');

export const SALT = 16;
export const CHECK = 16;
export const TAG = 16;
/** Bytes before the first chunk. */
export const PREAMBLE = MAGIC.length + SALT + CHECK;
/** Content of a chunk at most, without its kind. */
export const MOST = 256 * 1024;

/** What a chunk carries: a record (JSON) or bytes of what the record before it announced. */
export const RECORD = 1;
export const DATA = 2;

/** The nonce of a chunk; no two chunks of an archive share one, and every archive has a key of its own. */
export function nonceOf(index: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(index));
  nonce[11] = last ? 1 : 0;
  return nonce;
}
