import { type At, isJsonObject, type Json } from '@zhitongche/base';
import type { Answers, Field, Fields, Proposal } from './field.ts';
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

/** What answers have to say to a register, and where it was typed. */
export interface Proposed extends Proposal {
  readonly register: string;
  readonly at: At;
}

const proposalOf = ({ pick }: Field, at: At, answers: Answers, whole: Answers): readonly Proposed[] => {
  const proposal = pick?.propose?.(answers, whole);
  return pick && proposal ? [{ register: pick.register, at, ...proposal }] : [];
};

/** Everything answers to a form propose to registers, those in tables row by row. */
export const proposedIn = (form: Form, answers: Answers): readonly Proposed[] =>
  Object.values(form).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([key, field]): readonly Proposed[] => {
      const value = answers[key];
      if (field.kind !== 'table') return proposalOf(field, [key], answers, answers);
      if (!Array.isArray(value)) return [];
      return value.flatMap((row: Json, index) =>
        isJsonObject(row)
          ? Object.entries(field.columns).flatMap(([column, asked]) =>
              proposalOf(asked, [key, index, column], row, answers),
            )
          : [],
      );
    }),
  );
