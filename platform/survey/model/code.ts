import { addDays, type Day, daysBetween } from '@zhitongche/base';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** Day from which the last day of a code is counted. */
const EPOCH = '2026-01-01';
/** Characters of a code: survey, last day, what makes it one of its kind, seal. */
const PARTS = [3, 3, 7, 7] as const;
const LENGTH = 20;
/** Hex digits of which seven characters keep the first thirty-five bits. */
const HEX = 9;

/** Surveys an office numbers at most: what three characters hold. */
export const MOST_SURVEYS = 32 ** 3 - 1;

/** What a code says before anybody looks whether it is genuine. */
export interface ReadTicket {
  /** Number of the survey. */
  readonly no: number;
  /** Last day it counts. */
  readonly last: Day;
  readonly nonce: string;
  readonly seal: string;
}

/** Seven characters of a keyed digest. */
export const charsOf = (hex: string): string =>
  textOf(BigInt(`0x${hex.slice(0, HEX)}`) >> BigInt(HEX * 4 - 35), 7);

const textOf = (bits: bigint, length: number): string =>
  Array.from({ length }, (_, n) => ALPHABET[Number((bits >> BigInt(5 * (length - 1 - n))) & 31n)]).join('');

const numberOf = (text: string): number =>
  [...text].reduce((sum, char) => sum * 32 + ALPHABET.indexOf(char), 0);

/** A code as it is printed and typed. */
export const ticketOf = ({ no, last, nonce, seal }: ReadTicket): string => {
  const text = textOf(BigInt(no), 3) + textOf(BigInt(daysBetween(EPOCH, last)), 3) + nonce + seal;
  return text.match(/.{5}/g)?.join('-') ?? '';
};

/** What a typed code says; undefined where it is none. Letters that look like digits are read as these. */
export const readTicket = (typed: string): ReadTicket | undefined => {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (text.length !== LENGTH || [...text].some((char) => !ALPHABET.includes(char))) return undefined;
  const [no, day, nonce] = PARTS;
  return {
    no: numberOf(text.slice(0, no)),
    last: addDays(EPOCH, numberOf(text.slice(no, no + day))),
    nonce: text.slice(no + day, no + day + nonce),
    seal: text.slice(no + day + nonce),
  };
};
