import type { Sensitivity } from './access.ts';
import type { Answers, Field, FieldKind, Fields } from './field.ts';
import type { Form } from './form.ts';
import type { Json } from './json.ts';

/** What a viewer may see unmasked. */
export interface View {
  readonly clearance: Sensitivity;
  /** Dotted field paths without row numbers, `members.idNumber`, revealed for a logged purpose; `*` = all. */
  readonly revealed?: readonly string[];
}

const RANK: Readonly<Record<Sensitivity, number>> = { open: 0, personal: 1, sensitive: 2 };

const stars = (count: number): string => '*'.repeat(Math.max(count, 1));

const ends = (text: string, head: number, tail: number): string => {
  const chars = [...text];
  // Too short to leave both ends standing without giving the value away.
  if (chars.length <= head + tail) return stars(chars.length);
  const last = tail > 0 ? chars.slice(-tail).join('') : '';
  return chars.slice(0, head).join('') + stars(chars.length - head - tail) + last;
};

/** A personal name with only its first character standing: `李*`, `欧***`. */
export const maskName = (name: string): string => ends(name, 1, 0);

/** An identity number with region and last two characters standing: `110105**********2X`. */
export const maskIdNumber = (number: string): string => ends(number, 6, 2);

/** A travel document number with its first two and last two characters standing. */
export const maskDocument = (number: string): string => ends(number, 2, 2);

/** A telephone number with three digits in front and four behind standing. */
export const maskPhone = (number: string): string => ends(number, 3, 4);

/** An e-mail address with the first letter of the mailbox and the domain standing. */
export const maskEmail = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 1 ? stars(address.length) : `${address.slice(0, 1)}***${address.slice(at)}`;
};

const concealed = (): Json => '***';

const onText =
  (mask: (text: string) => string) =>
  (value: Json): Json =>
    typeof value === 'string' ? mask(value) : concealed();

/** How each kind of value is masked; a name is a text of at most 30 characters, longer text disappears entirely. */
const MASKS: { readonly [K in Exclude<FieldKind, 'table'>]: (value: Json) => Json } = {
  text: onText((text) => (text.length <= 30 ? maskName(text) : '***')),
  'citizen-id': onText(maskIdNumber),
  passport: onText(maskDocument),
  phone: onText(maskPhone),
  email: onText(maskEmail),
  uscc: onText((code) => ends(code, 8, 2)),
  date: onText((day) => (/^\d{4}-/.test(day) ? `${day.slice(0, 4)}-**-**` : '***')),
  integer: concealed,
  decimal: concealed,
  choice: concealed,
  choices: concealed,
  'yes-no': concealed,
  country: concealed,
  files: (value) =>
    Array.isArray(value) ? value.map((_, index) => ({ name: `附件${index + 1}（已隐藏）` })) : concealed(),
};

const isRecord = (value: Json): value is { readonly [key: string]: Json | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const allowed = (field: Field, path: string, view: View): boolean =>
  RANK[field.sensitivity ?? 'open'] <= RANK[view.clearance] ||
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
  if (field.kind !== 'table') return open ? value : MASKS[field.kind](value);
  if (!open || !Array.isArray(value)) return concealed();
  return value.map((row: Json) => (isRecord(row) ? visibleFields(field.columns, row, `${path}.`, view) : {}));
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
        isRecord(row) ? openFields(field.columns, row, `${prefix}${key}.`, view) : {},
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
