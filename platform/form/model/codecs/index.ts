import type { Field, FieldKind, Fields, TableField } from '../field.ts';
import type { Json } from '@zhitongche/base';
import type { FieldCodec, FieldOf } from './codec.ts';
import { dateTimeCodec } from './date-time.ts';
import { filesCodec } from './files.ts';
import { citizenIdCodec, emailCodec, passportCodec, phoneCodec, usccCodec } from './identifier.ts';
import { decimalCodec, integerCodec } from './number.ts';
import { choiceCodec, choicesCodec, countryCodec, dateCodec, yesNoCodec } from './pick.ts';
import { pickCodec } from './picked.ts';
import { tableCodec } from './table.ts';
import { textCodec } from './text.ts';

/** The face of every field kind; a kind without one does not compile. */
export const CODECS: { readonly [K in FieldKind]: FieldCodec<FieldOf<K>> } = {
  text: textCodec,
  integer: integerCodec,
  decimal: decimalCodec,
  date: dateCodec,
  'date-time': dateTimeCodec,
  choice: choiceCodec,
  choices: choicesCodec,
  'yes-no': yesNoCodec,
  country: countryCodec,
  pick: pickCodec,
  'citizen-id': citizenIdCodec,
  uscc: usccCodec,
  passport: passportCodec,
  phone: phoneCodec,
  email: emailCodec,
  files: filesCodec,
  table: {
    ...tableCodec,
    blank: (field: TableField) =>
      Array.from({ length: Math.min(field.minRows ?? 0, field.maxRows) }, () => blankFields(field.columns)),
  },
};

/** The face of a field. */
export const codecOf = (field: Field): FieldCodec<Field> => CODECS[field.kind];

/** A new record of these fields: only those that start with something. */
export const blankFields = (fields: Fields): { readonly [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const blank = codecOf(field).blank(field);
      return blank === undefined ? [] : [[key, blank]];
    }),
  );
