import { concat, text } from '../bytes.ts';
import { readTlvs, tlv, valueAt } from '../tlv/tlv.ts';

/** Further particulars of the holder (Doc 9303-10 §4.7.11); what is not known is left out. */
export interface Particulars {
  /** Name in the characters of the state, family name and given name parted by `<<`. */
  readonly name?: string;
  readonly personalNumber?: string;
  /** Whole date of birth, `YYYYMMDD`. */
  readonly birth?: string;
  readonly placeOfBirth?: string;
  readonly address?: string;
  readonly profession?: string;
  readonly title?: string;
  readonly summary?: string;
}

const TAGS: Readonly<Record<keyof Particulars, number>> = {
  name: 0x5f0e,
  personalNumber: 0x5f10,
  birth: 0x5f2b,
  placeOfBirth: 0x5f11,
  address: 0x5f42,
  profession: 0x5f13,
  title: 0x5f14,
  summary: 0x5f15,
};
const NAMES = Object.keys(TAGS) as (keyof Particulars)[];
const tagBytes = (tag: number): Uint8Array => new Uint8Array([tag >> 8, tag & 0xff]);

/** DG11 of what is known. */
export function dg11(particulars: Particulars): Uint8Array {
  const known = NAMES.flatMap((name) => {
    const value = particulars[name];
    return value === undefined ? [] : [{ tag: TAGS[name], value }];
  });
  const values = known.map(({ tag, value }) => tlv(tag, new Uint8Array(Buffer.from(value, 'utf8'))));
  return tlv(0x6b, tlv(0x5c, concat(...known.map(({ tag }) => tagBytes(tag)))), ...values);
}

/** A date in digits, whether written as such or two to a byte. */
const digits = (bytes: Uint8Array): string =>
  bytes.length === 4 ? Buffer.from(bytes).toString('hex') : text(bytes);

/** What a DG11 says of what this package knows; undefined where it is none. */
export function readDg11(file: Uint8Array): Particulars | undefined {
  const content = valueAt(file, 0x6b);
  const objects = content && readTlvs(content);
  if (!objects) return undefined;
  const found = NAMES.flatMap((name) => {
    const value = objects.find(({ tag }) => tag === TAGS[name])?.value;
    if (!value) return [];
    return [[name, name === 'birth' ? digits(value) : Buffer.from(value).toString('utf8')] as const];
  });
  return Object.fromEntries(found);
}
