import { timingSafeEqual } from 'node:crypto';

/** Bytes of a hexadecimal text, blanks left out. */
export const fromHex = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'));

/** Upper-case hexadecimal text, as the standards print it. */
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

/** One array from several. */
export const concat = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Whether both hold the same bytes; how long it takes says nothing about where they differ. */
export const same = (left: Uint8Array, right: Uint8Array): boolean =>
  left.length === right.length && timingSafeEqual(left, right);

/** Byte by byte, as long as the left one. */
export const xor = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  left.map((byte, at) => byte ^ (right[at] ?? 0));

/** Characters of ASCII as bytes. */
export const ascii = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** Bytes as characters, one each. */
export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A number of so many bytes, most significant first. */
export const numberBytes = (value: number | bigint, length: number): Uint8Array =>
  fromHex(
    BigInt(value)
      .toString(16)
      .padStart(length * 2, '0')
      .slice(-length * 2),
  );

/** The number bytes stand for, most significant first. */
export const bigOf = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** Padding method 2 of ISO/IEC 9797-1: one bit, then zeros up to a whole block. */
export const padded = (data: Uint8Array, block: number): Uint8Array =>
  concat(data, new Uint8Array([0x80]), new Uint8Array(block - 1 - (data.length % block)));

/** What was padded; undefined where the padding is none. */
export function unpadded(data: Uint8Array): Uint8Array | undefined {
  let end = data.length - 1;
  while (end >= 0 && data[end] === 0) end -= 1;
  return data[end] === 0x80 ? data.subarray(0, end) : undefined;
}
