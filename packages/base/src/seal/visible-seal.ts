import { type Day, isDay } from '../day.ts';
import { fromC40, toC40 } from './c40.ts';

/**
 * Visible digital seal: the layout of ICAO Doc 9303-13 (version 4) for signed facts in a square code. Header, features
 * by tag and length, and last the signature over all before it as raw `r‖s`.
 */

/** Who signed what kind of paper, and when. */
export interface SealHeader {
  /** Three letters of the issuing state. */
  readonly country: string;
  /** Four letters of the signing system. */
  readonly signer: string;
  /** Which certificate, in capital letters and digits. */
  readonly certificate: string;
  readonly issuedOn: Day;
  readonly signedOn: Day;
  /** What the tags mean: a number of the definition, and the kind of paper within it. */
  readonly definition: number;
  readonly category: number;
}

/** A tag and its value. */
export type SealFeature = readonly [tag: number, value: Uint8Array];

/** A seal taken apart. */
export interface Seal {
  readonly header: SealHeader;
  readonly features: readonly SealFeature[];
  /** What was signed, and the signature. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

const MAGIC = 0xdc;
/** Version 4 of the layout is written as 3. */
const VERSION = 0x03;
const SIGNATURE = 0xff;
/** Longest value whose length is one byte (DER). */
const LONGEST = 127;

/** Three bytes: the number MMDDYYYY. */
export function sealDay(day: Day): Uint8Array {
  const number =
    Number(day.slice(5, 7)) * 1_000_000 + Number(day.slice(8)) * 10_000 + Number(day.slice(0, 4));
  return new Uint8Array([number >> 16, (number >> 8) & 0xff, number & 0xff]);
}

/** The day of such bytes; undefined where there is none in the calendar. */
export function daySealed(bytes: Uint8Array): Day | undefined {
  const digits = String([...bytes].reduce((sum, byte) => 256 * sum + byte, 0)).padStart(8, '0');
  const day = `${digits.slice(4)}-${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
  return bytes.length === 3 && isDay(day) ? day : undefined;
}

/** The bytes to be signed. @throws RangeError when a value is longer than a tag holds. */
export function sealBody(header: SealHeader, features: readonly SealFeature[]): Uint8Array {
  const length = header.certificate.length.toString(16).toUpperCase().padStart(2, '0');
  const parts = [
    new Uint8Array([MAGIC, VERSION]),
    toC40(header.country),
    toC40(header.signer + length + header.certificate),
    sealDay(header.issuedOn),
    sealDay(header.signedOn),
    new Uint8Array([header.definition, header.category]),
    ...features.flatMap(([tag, value]) => {
      if (value.length > LONGEST) throw new RangeError('A value of a seal is too long');
      return [new Uint8Array([tag, value.length]), value];
    }),
  ];
  return joined(parts);
}

/** The whole seal. */
export const sealWith = (body: Uint8Array, signature: Uint8Array): Uint8Array =>
  joined([body, new Uint8Array([SIGNATURE, signature.length]), signature]);

/** Takes a seal apart; undefined for anything this layout would not have written in just these bytes. */
export function readSeal(bytes: Uint8Array): Seal | undefined {
  if (bytes[0] !== MAGIC || bytes[1] !== VERSION) return undefined;
  const named = fromC40(bytes.subarray(4, 8));
  const length = Number.parseInt(named?.slice(4, 6) ?? '', 16);
  const triples = Math.ceil((6 + length) / 3) * 2;
  const days = 4 + triples;
  const tags = days + 8;
  const who = fromC40(bytes.subarray(4, days));
  const country = fromC40(bytes.subarray(2, 4));
  const [issuedOn, signedOn] = [bytes.subarray(days, days + 3), bytes.subarray(days + 3, days + 6)].map(
    daySealed,
  );
  if (!Number.isInteger(length) || !who || !country || !issuedOn || !signedOn) return undefined;
  const features: [number, Uint8Array][] = [];
  for (let at = tags; at + 2 <= bytes.length; ) {
    const [tag = 0, long = 0] = [bytes[at], bytes[at + 1]];
    const value = bytes.slice(at + 2, at + 2 + long);
    if (long > LONGEST || value.length < long) return undefined;
    if (tag !== SIGNATURE) {
      features.push([tag, value]);
      at += 2 + long;
      continue;
    }
    const header: SealHeader = {
      country,
      signer: who.slice(0, 4),
      certificate: who.slice(6),
      issuedOn,
      signedOn,
      definition: bytes[days + 6] ?? 0,
      category: bytes[days + 7] ?? 0,
    };
    const signed = bytes.slice(0, at);
    const whole = at + 2 + long === bytes.length && long > 0;
    return whole && equal(sealBody(header, features), signed)
      ? { header, features, signed, signature: value }
      : undefined;
  }
  return undefined;
}

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
