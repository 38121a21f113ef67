import { ascii, concat, fromHex } from '../bytes.ts';
import { tlv } from './tlv.ts';

/** SEQUENCE. */
export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => tlv(0x30, ...parts);

/** SET OF, its members in the order DER asks for. */
export const setOf = (...members: readonly Uint8Array[]): Uint8Array =>
  tlv(0x31, ...members.toSorted((left, right) => Buffer.compare(left, right)));

/** INTEGER that is not negative, from a number or its bytes. */
export function integer(value: number | bigint | Uint8Array): Uint8Array {
  const digits = typeof value === 'object' ? Buffer.from(value).toString('hex') : value.toString(16);
  const bytes = fromHex(digits.length % 2 ? `0${digits}` : digits);
  let first = 0;
  while (first < bytes.length - 1 && bytes[first] === 0) first += 1;
  const short = bytes.subarray(first);
  return tlv(0x02, (short[0] ?? 0) & 0x80 ? concat(new Uint8Array([0]), short) : short);
}

/** The bytes of an object identifier without its tag. */
export function oidBytes(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc & 0x7f];
    for (let more = Math.floor(arc / 128); more > 0; more = Math.floor(more / 128))
      groups.unshift((more & 0x7f) | 0x80);
    return groups;
  });
  return new Uint8Array(bytes);
}

/** OBJECT IDENTIFIER. */
export const oid = (dotted: string): Uint8Array => tlv(0x06, oidBytes(dotted));

/** OCTET STRING. */
export const octets = (bytes: Uint8Array): Uint8Array => tlv(0x04, bytes);

/** BIT STRING of whole bytes, or with bits left unused at its end. */
export const bits = (bytes: Uint8Array, unused = 0): Uint8Array => tlv(0x03, new Uint8Array([unused]), bytes);

/** UTF8String. */
export const utf8 = (value: string): Uint8Array => tlv(0x0c, new Uint8Array(Buffer.from(value, 'utf8')));

/** PrintableString. */
export const printable = (value: string): Uint8Array => tlv(0x13, ascii(value));

/** A part with a context tag that holds other parts. */
export const context = (number: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  tlv(0xa0 | number, ...parts);

/** A point in time: UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5). */
export function time(date: Date): Uint8Array {
  const digits = date.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return date.getUTCFullYear() < 2050 ? tlv(0x17, ascii(`${digits.slice(2)}Z`)) : generalizedTime(date);
}

/** GeneralizedTime to the second. */
export const generalizedTime = (date: Date, tag = 0x18): Uint8Array =>
  tlv(tag, ascii(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
