import type { Field, FieldKind } from '@zhitongche/form';

const WIDTHS: Readonly<Record<FieldKind, number>> = {
  text: 6,
  integer: 4,
  decimal: 4,
  date: 4,
  'date-time': 6,
  choice: 6,
  choices: 12,
  'yes-no': 6,
  country: 6,
  pick: 6,
  'citizen-id': 6,
  uscc: 6,
  phone: 4,
  email: 6,
  passport: 6,
  files: 12,
  table: 12,
};

/** Twelfths of the row an input takes on a wide screen, unless the definition says otherwise. */
export const widthOf = (field: Field): number => {
  if (field.width !== undefined) return field.width;
  if (field.kind === 'text' && ((field.lines ?? 1) > 1 || field.max > 100)) return 12;
  if (field.kind === 'choice' && field.options.length > 3) return 12;
  return WIDTHS[field.kind];
};

/** True for questions with several inputs of their own: they need a legend, not a label. */
export const isGroup = (field: Field): boolean =>
  field.kind === 'choices' ||
  field.kind === 'yes-no' ||
  field.kind === 'files' ||
  field.kind === 'table' ||
  (field.kind === 'choice' && field.options.length <= 6);
