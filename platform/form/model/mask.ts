import type { FieldKind } from './field.ts';
import type { Json } from '@zhitongche/base';

const stars = (count: number): string => '*'.repeat(Math.max(count, 1));

const ends = (text: string, head: number, tail: number): string => {
  const chars = [...text];
  // Too short to leave both ends standing without giving the value away.
  if (chars.length <= head + tail) return stars(chars.length);
  const last = tail > 0 ? chars.slice(-tail).join('') : '';
  return chars.slice(0, head).join('') + stars(chars.length - head - tail) + last;
};

const mailbox = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 1 ? stars(address.length) : `${address.slice(0, 1)}***${address.slice(at)}`;
};

const concealed = (): Json => '***';

const onText =
  (masked: (text: string) => string) =>
  (value: Json): Json =>
    typeof value === 'string' ? masked(value) : concealed();

// A name is a text of at most 30 characters; longer text disappears entirely.
const nameOrNothing = (text: string): string => ([...text].length <= 30 ? ends(text, 1, 0) : '***');

/** What stays standing of each kind of value. */
const MASKS: { readonly [K in FieldKind]: (value: Json) => Json } = {
  text: onText(nameOrNothing),
  'citizen-id': onText((number) => ends(number, 6, 2)),
  passport: onText((number) => ends(number, 2, 2)),
  phone: onText((number) => ends(number, 3, 4)),
  email: onText(mailbox),
  uscc: onText((code) => ends(code, 8, 2)),
  date: onText((day) => (/^\d{4}-/.test(day) ? `${day.slice(0, 4)}-**-**` : '***')),
  'date-time': onText((minute) => (/^\d{4}-/.test(minute) ? `${minute.slice(0, 4)}-**-**T**:**` : '***')),
  integer: concealed,
  decimal: concealed,
  choice: concealed,
  choices: concealed,
  'yes-no': concealed,
  country: concealed,
  pick: concealed,
  files: (value) =>
    Array.isArray(value) ? value.map((_, index) => ({ name: `附件${index + 1}（已隐藏）` })) : concealed(),
  table: concealed,
};

/** A value with only so much standing as its kind allows: `李*`, `110105**********2X`, `PE*****99`, `1949-**-**`; total. */
export const mask = (kind: FieldKind, value: Json): Json => MASKS[kind](value);

const SPELLED: ReadonlySet<FieldKind> = new Set([
  'text',
  'citizen-id',
  'passport',
  'phone',
  'email',
  'uscc',
  'date',
  'date-time',
]);

/** Whether a value may be what a mask left standing of a kind that is written in characters: no sound one holds an asterisk. */
export const isMasked = (kind: FieldKind, value: Json): boolean =>
  SPELLED.has(kind) && typeof value === 'string' && value.includes('*');

/** A personal name with only its first character standing: `李*`, `欧***`; nothing stays nothing. */
export const maskName = (name: string): string => (name === '' ? '' : nameOrNothing(name));
