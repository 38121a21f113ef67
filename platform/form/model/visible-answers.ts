import type { Sensitivity } from '@zhitongche/access';
import type { Answers, Field, Fields } from './field.ts';
import type { Form } from './form.ts';
import { isJsonObject, type Json } from '@zhitongche/base';
import { mask } from './mask.ts';
import { own, put } from './record.ts';

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

const visibleFields = (fields: Fields, answers: Answers, prefix: string, view: View): Answers => {
  const seen: Record<string, Json | undefined> = {};
  for (const key of Object.keys(fields)) {
    const [field, value] = [fields[key], own(answers, key)];
    if (!field || value === undefined || value === null || value === '') continue;
    put(seen, key, visibleValue(field, value, prefix + key, view));
  }
  return seen;
};

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

// Definitions never change, and a page asks three times.
const masking = new WeakMap<Form, Map<Sensitivity, readonly string[]>>();

/** Paths that {@link visibleAnswers} masks for this viewer, `members.idNumber`: what a reveal may ask for. */
export const maskedPaths = (form: Form, view: View): readonly string[] => {
  if (view.revealed) return pathsMasked(form, view);
  const known = masking.get(form) ?? new Map<Sensitivity, readonly string[]>();
  const paths = known.get(view.clearance) ?? pathsMasked(form, view);
  masking.set(form, known.set(view.clearance, paths));
  return paths;
};

const pathsMasked = (form: Form, view: View): readonly string[] => {
  const of = (fields: Fields, prefix: string): readonly string[] =>
    Object.entries(fields).flatMap(([key, field]) => {
      if (!allowed(field, prefix + key, view)) return [prefix + key];
      return field.kind === 'table' ? of(field.columns, `${prefix}${key}.`) : [];
    });
  return Object.values(form).flatMap((section) => of(section.fields, ''));
};
