import { createHash } from 'node:crypto';
import { mrzCheckDigit, soundMrz } from '@zhitongche/formats';
import { ascii } from '../bytes.ts';

/** What of the printed lines opens a book: number without fillers, days as `YYMMDD`. */
export interface ZoneKey {
  readonly number: string;
  readonly birth: string;
  readonly expiry: string;
}

/** The MRZ information: number, birth and expiry, each with its check digit (Doc 9303-11 §4.3.2). */
export const zoneInformation = ({ number, birth, expiry }: ZoneKey): string =>
  [number.padEnd(9, '<'), birth, expiry].map((field) => field + mrzCheckDigit(field)).join('');

/** SHA-1 over the MRZ information: the password of PACE, the seed of basic access control. */
export const zoneDigest = (key: ZoneKey): Uint8Array =>
  new Uint8Array(
    createHash('sha1')
      .update(ascii(zoneInformation(key)))
      .digest(),
  );

/** What opens the book these lines are printed in; undefined where a check digit does not hold. */
export function zoneKeyOf(lines: readonly string[]): ZoneKey | undefined {
  const format = soundMrz(lines);
  const [first = '', second = ''] = lines;
  if (!format || format.startsWith('MRV')) return undefined;
  if (format !== 'TD1') {
    const long = format === 'TD2' ? longNumber(second, second.slice(28, 35)) : undefined;
    return {
      number: long ?? bare(second.slice(0, 9)),
      birth: second.slice(13, 19),
      expiry: second.slice(21, 27),
    };
  }
  const number = longNumber(first.slice(5), first.slice(15)) ?? bare(first.slice(5, 14));
  return { number, birth: second.slice(0, 6), expiry: second.slice(8, 14) };
}

const bare = (field: string): string => field.replace(/<+$/, '');

/** A number of more than nine characters goes on in the optional data. */
function longNumber(field: string, optional: string): string | undefined {
  const more = /^([A-Z0-9]+)\d</.exec(optional);
  return field.charAt(9) === '<' && more ? field.slice(0, 9) + (more[1] ?? '') : undefined;
}
