import { isJsonObject, type Json } from '@zhitongche/base';
import type { Answers, Fields } from './field.ts';
import type { Form } from './form.ts';

/** A pick in some answers, as it was given. */
export interface PickGiven {
  readonly from: string;
  readonly value: Json;
}

const inFields = (fields: Fields, answers: Answers): readonly PickGiven[] =>
  Object.entries(fields).flatMap(([key, field]): readonly PickGiven[] => {
    const value = answers[key];
    if (value === undefined || value === null) return [];
    if (field.kind === 'pick') return [{ from: field.from, value }];
    if (field.kind !== 'table' || !Array.isArray(value)) return [];
    return value.flatMap((row: Json) => (isJsonObject(row) ? inFields(field.columns, row) : []));
  });

/** Every pick in answers to a form, those in tables too. */
export const pickedFrom = (form: Form, answers: readonly Answers[]): readonly PickGiven[] =>
  Object.values(form).flatMap(({ fields }) => answers.flatMap((one) => inFields(fields, one)));
