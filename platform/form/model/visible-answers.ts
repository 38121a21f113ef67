import type { Sensitivity } from '@zhitongche/access';
import type { Answers, Field, Fields } from './field.ts';
import type { Form } from './form.ts';
import { isJsonObject, type Json } from '@zhitongche/base';
import { mask } from './mask.ts';

/** What a viewer may see unmasked. */
export interface View {
  readonly clearance: Sensitivity;
  /** Dotted field paths without row numbers, `members.idNumber`, revealed for a logged purpose; `*` = all. */
  readonly revealed?: readonly string[];
}

const RANK: Readonly<Record<Sensitivity, number>> = { open: 0, personal: 1, sensitive: 2 };

/** Whether a clearance reaches as far as a value of that sensitivity asks. */
export const clears = (clearance: Sensitivity, sensitivity: Sensitivity = 'open'): boolean =>
  RANK[sensitivity] <= RANK[clearance];

const allowed = (field: Field, path: string, view: View): boolean =>
  clears(view.clearance, field.sensitivity) ||
  (view.revealed ?? []).some((open) => open === '*' || open === path);

const visibleFields = (fields: Fields, answers: Answers, prefix: string, view: View): Answers =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      const value = Object.hasOwn(answers, key) ? answers[key] : undefined;
      if (value === undefined || value === null || value === '') return [];
      return [[key, visibleValue(field, value, prefix + key, view)]];
    }),
  );

const visibleValue = (field: Field, value: Json, path: string, view: View): Json => {
  const open = allowed(field, path, view);
  if (field.kind !== 'table') return open ? value : mask(field.kind, value);
  if (!open || !Array.isArray(value)) return mask(field.kind, value);
  return value.map((row: Json) =>
    isJsonObject(row) ? visibleFields(field.columns, row, `${path}.`, view) : {},
  );
};

/** The answers as this viewer may see them: what is too private is masked by its kind, never sent and hidden. */
export const visibleAnswers = (form: Form, answers: Answers, view: View): Answers =>
  Object.assign(
    {},
    ...Object.values(form).map((section) => visibleFields(section.fields, answers, '', view)),
  );

const openFields = (fields: Fields, answers: Answers, prefix: string, view: View): Answers =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([key, value]) => {
      const field = fields[key];
      if (!field || !allowed(field, prefix + key, view)) return [];
      if (field.kind !== 'table' || !Array.isArray(value)) return [[key, value]];
      const rows = value.map((row: Json) =>
        isJsonObject(row) ? openFields(field.columns, row, `${prefix}${key}.`, view) : {},
      );
      return [[key, rows]];
    }),
  );

/** The answers without what {@link visibleAnswers} masks: for checks, which would take a mask for an answer. */
export const withoutMasked = (form: Form, answers: Answers, view: View): Answers =>
  openFields(Object.assign({}, ...Object.values(form).map((section) => section.fields)), answers, '', view);

/** Paths that {@link visibleAnswers} masks for this viewer, `members.idNumber`: what a reveal may ask for. */
export const maskedPaths = (form: Form, view: View): readonly string[] => {
  const of = (fields: Fields, prefix: string): readonly string[] =>
    Object.entries(fields).flatMap(([key, field]) => {
      if (!allowed(field, prefix + key, view)) return [prefix + key];
      return field.kind === 'table' ? of(field.columns, `${prefix}${key}.`) : [];
    });
  return Object.values(form).flatMap((section) => of(section.fields, ''));
};
