import type { Field, FieldKind, Fields, TableField } from '../field.ts';
import type { Json } from '@zhitongche/base';
import type { Face, FieldOf } from './face.ts';
import { dateTimeFace } from './date-time.ts';
import { filesFace } from './files.ts';
import { citizenIdFace, emailFace, passportFace, phoneFace, usccFace } from './identifier.ts';
import { decimalFace, integerFace } from './number.ts';
import { choiceFace, choicesFace, countryFace, dateFace, yesNoFace } from './pick.ts';
import { pickFace } from './picked.ts';
import { tableFace } from './table.ts';
import { textFace } from './text.ts';

/** The face of every field kind; a kind without one does not compile. */
export const FACES: { readonly [K in FieldKind]: Face<FieldOf<K>> } = {
  text: textFace,
  integer: integerFace,
  decimal: decimalFace,
  date: dateFace,
  'date-time': dateTimeFace,
  choice: choiceFace,
  choices: choicesFace,
  'yes-no': yesNoFace,
  country: countryFace,
  pick: pickFace,
  'citizen-id': citizenIdFace,
  uscc: usccFace,
  passport: passportFace,
  phone: phoneFace,
  email: emailFace,
  files: filesFace,
  table: {
    ...tableFace,
    blank: (field: TableField) =>
      Array.from({ length: Math.min(field.minRows ?? 0, field.maxRows) }, () => blankFields(field.columns)),
  },
};

/** The face of a field. */
export const faceOf = (field: Field): Face<Field> => FACES[field.kind];

/** A new record of these fields: only those that start with something. */
export const blankFields = (fields: Fields): { readonly [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const blank = faceOf(field).blank(field);
      return blank === undefined ? [] : [[key, blank]];
    }),
  );
