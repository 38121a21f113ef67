import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { concat, numberBytes, padded, xor } from '../bytes.ts';

/** Ciphers secure messaging works with (Doc 9303-11 §9.8). */
export type Suite = '3DES' | 'AES-128' | 'AES-192' | 'AES-256';

/** Bytes of a block: what is padded to, and how long the counter is. */
export const blockOf = (suite: Suite): number => (suite === '3DES' ? 8 : 16);

const keyLength = (suite: Suite): number => (suite === 'AES-256' ? 32 : suite === 'AES-192' ? 24 : 16);

/** What a derived key is for: encryption, authentication, the nonce of PACE. */
export type Purpose = 1 | 2 | 3;

/** Odd number of ones in each byte, as DES keys have them. */
const withParity = (key: Uint8Array): Uint8Array =>
  key.map((byte) => {
    let ones = 0;
    for (let bit = 1; bit < 8; bit += 1) ones += (byte >> bit) & 1;
    return (byte & 0xfe) | (ones % 2 ? 0 : 1);
  });

/** The key derivation function (Doc 9303-11 §9.7.1). */
export function deriveKey(secret: Uint8Array, purpose: Purpose, suite: Suite): Uint8Array {
  const hash = suite === 'AES-192' || suite === 'AES-256' ? 'sha256' : 'sha1';
  const digest = createHash(hash)
    .update(concat(secret, numberBytes(purpose, 4)))
    .digest();
  const key = new Uint8Array(digest).subarray(0, keyLength(suite));
  return suite === '3DES' ? withParity(key) : key;
}

function run(cipher: ReturnType<typeof createCipheriv>, data: Uint8Array): Uint8Array {
  cipher.setAutoPadding(false);
  return concat(cipher.update(data), cipher.final());
}

const cipherName = (suite: Suite): string => (suite === '3DES' ? 'des-ede-cbc' : `aes-${suite.slice(4)}-cbc`);

/** CBC over whole blocks, without padding. */
export const encrypt = (suite: Suite, key: Uint8Array, data: Uint8Array, iv = noIv(suite)): Uint8Array =>
  run(createCipheriv(cipherName(suite), key, iv), data);

/** CBC back; the data must be whole blocks. */
export const decrypt = (suite: Suite, key: Uint8Array, data: Uint8Array, iv = noIv(suite)): Uint8Array => {
  const decipher = createDecipheriv(cipherName(suite), key, iv);
  decipher.setAutoPadding(false);
  return concat(decipher.update(data), decipher.final());
};

/** An initial vector of zeros. */
export const noIv = (suite: Suite): Uint8Array => new Uint8Array(blockOf(suite));

/** MAC algorithm 3 of ISO/IEC 9797-1 over whole blocks: DES for all blocks but the last, which two keys close. */
function retailMac(key: Uint8Array, data: Uint8Array): Uint8Array {
  const first = key.subarray(0, 8);
  const head = data.subarray(0, data.length - 8);
  // Node offers no single DES; with both halves alike the double-length cipher is it.
  const chain = head.length ? encrypt('3DES', concat(first, first), head).slice(-8) : new Uint8Array(8);
  return encrypt('3DES', key, data.subarray(data.length - 8), chain);
}

const doubled = (block: Uint8Array): Uint8Array =>
  block.map((byte, at) => {
    const shifted = ((byte << 1) & 0xff) | ((block[at + 1] ?? 0) >> 7);
    return at === block.length - 1 && (block[0] ?? 0) & 0x80 ? shifted ^ 0x87 : shifted;
  });

/** AES-CMAC (NIST SP 800-38B), all sixteen bytes of it. */
export function cmac(suite: Suite, key: Uint8Array, data: Uint8Array): Uint8Array {
  const first = doubled(encrypt(suite, key, new Uint8Array(16)));
  const whole = data.length > 0 && data.length % 16 === 0;
  const message = whole ? data : padded(data, 16);
  const cut = message.length - 16;
  const last = xor(message.subarray(cut), whole ? first : doubled(first));
  return encrypt(suite, key, concat(message.subarray(0, cut), last)).slice(-16);
}

/** The eight bytes that authenticate a message of secure messaging, which is padded already. */
export const mac = (suite: Suite, key: Uint8Array, blocks: Uint8Array): Uint8Array =>
  suite === '3DES' ? retailMac(key, blocks) : cmac(suite, key, blocks).slice(0, 8);
