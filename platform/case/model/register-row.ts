import type { Sensitivity } from '@zhitongche/access';
import { fieldAt, type Field, type FieldKind, type Form, codecOf, mask, clears } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import type { RegisterDef } from './service.ts';

type Column = RegisterDef['columns'][number];

/** The form field a column repeats; undefined for a figure of the register's own. */
export const columnField = (form: Form, column: Column): Field | undefined =>
  column.field === undefined ? undefined : fieldAt(form, column.field)?.field;

/** Kinds that name one person or document: what a register may be searched by without reading it. */
const NUMBERS: readonly FieldKind[] = ['citizen-id', 'passport'];

/** Columns of a register that hold the number of a person or document, with their fields. */
export const numberColumns = (
  form: Form,
  def: RegisterDef,
): readonly { readonly key: string; readonly field: Field }[] =>
  def.columns.flatMap((column) => {
    const field = columnField(form, column);
    return field && NUMBERS.includes(field.kind) ? [{ key: column.key, field }] : [];
  });

/** A text read as the number of a column, in the form it is stored in. */
export interface SoughtNumber {
  readonly kind: FieldKind;
  readonly sensitivity: Sensitivity;
  readonly value: string;
}

/** The numbers a typed text may stand for, by the register's own columns; who may not see one may not search by it. */
export const soughtNumbers = (form: Form, def: RegisterDef, text: string): readonly SoughtNumber[] =>
  numberColumns(form, def).flatMap(({ field }) => {
    if (!/\d/.test(text)) return [];
    const { value } = codecOf(field).read(field, text, { row: () => ({ problems: [] }) });
    return typeof value === 'string'
      ? [{ kind: field.kind, sensitivity: field.sensitivity ?? 'open', value }]
      : [];
  });

/**
 * A stored row as this reader may see it, column by column: a column inherits the mask of its field. A value that was
 * sealed although its column names no field is concealed.
 */
export const visibleRow = (
  form: Form,
  def: RegisterDef,
  row: Readonly<Record<string, Json | undefined>>,
  sealed: ReadonlySet<string>,
  clearance: Sensitivity,
): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    def.columns.map((column) => {
      const value = row[column.key] ?? null;
      const field = columnField(form, column);
      if (value === null || value === '') return [column.key, value];
      if (field) return [column.key, clears(clearance, field.sensitivity) ? value : mask(field.kind, value)];
      return [column.key, sealed.has(column.key) && clearance !== 'sensitive' ? mask('table', value) : value];
    }),
  );
