import { type Answers, type Field, type Fields, fieldAt, type Form, clears } from '@zhitongche/form';
import { isJsonObject, type Json } from '@zhitongche/base';
import type { RegisterDef } from '../service.ts';

/** Texts that stand for nobody: a yes, a sex, a choice. */
const TELLING: readonly Field['kind'][] = ['text', 'citizen-id', 'passport', 'phone', 'email', 'date'];

const below = (fields: Fields, answers: Answers): readonly string[] =>
  Object.entries(fields).flatMap(([key, field]) => {
    const value = answers[key];
    if (field.kind === 'table')
      return Array.isArray(value)
        ? value.flatMap((row: Json) => (isJsonObject(row) ? below(field.columns, row) : []))
        : [];
    const hidden = !clears('open', field.sensitivity) && TELLING.includes(field.kind);
    return hidden && typeof value === 'string' && value !== '' ? [value] : [];
  });

/** Texts of the answers that the form masks: what nothing open to every reader may repeat. */
export const maskedTexts = (form: Form, answers: Answers): readonly string[] =>
  Object.values(form).flatMap((section) => below(section.fields, answers));

/** Columns that name a field the form does not have, and those that repeat a masked value without naming its field. */
export const sweepColumns = (
  form: Form,
  def: RegisterDef,
  rows: ReturnType<RegisterDef['rows']>,
  masked: readonly string[],
): readonly string[] =>
  def.columns.flatMap(({ key, field }) => {
    if (field !== undefined)
      return fieldAt(form, field) ? [] : [`register ${def.key} column ${key} names no field: ${field}`];
    return rows.some((row) => masked.some((text) => JSON.stringify(row[key] ?? '').includes(text)))
      ? [`register ${def.key} column ${key} repeats what the form masks and names no field`]
      : [];
  });
