import { isJsonObject, type Json } from '@zhitongche/base';
import type { Answers, Field, Form, TableField } from '@zhitongche/form';
import { fileRefs } from '@zhitongche/form/web';
import { alignRows, same, type RowPair } from './align-rows.ts';

/** What happened to an answer since the round before. */
export type Change = 'same' | 'added' | 'removed' | 'changed';

/** A table row with what happened to it and to each of its cells. */
export interface RowChange extends RowPair {
  readonly change: Change;
  readonly cells: Readonly<Record<string, Change>>;
}

/** One question with its answer now and before. */
export interface FieldChange {
  readonly key: string;
  readonly field: Field;
  readonly change: Change;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** Only for tables. */
  readonly rows?: readonly RowChange[];
}

/** A section with the questions that have an answer on either side. */
export interface SectionChange {
  readonly key: string;
  readonly title: string;
  readonly fields: readonly FieldChange[];
  /** Questions that did not stay the same. */
  readonly changes: number;
}

const empty = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Compares two plain values. */
export const changeOf = (before: Json | undefined, after: Json | undefined): Change => {
  if (empty(before)) return empty(after) ? 'same' : 'added';
  if (empty(after)) return 'removed';
  return same(before, after) ? 'same' : 'changed';
};

/** Rows of a table answer; anything that is not a list of rows counts as none. */
export const rowsOf = (value: Json | undefined): readonly Answers[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];

/** Columns that tell one row from another. */
const identityOf = (table: TableField): readonly string[] =>
  Object.entries(table.columns).flatMap(([key, column]) =>
    column.kind === 'citizen-id' || column.kind === 'passport' ? [key] : [],
  );

/** Files by name and content: the same page sent again is no change. */
const filesAs = (value: Json | undefined): Json =>
  fileRefs(value)
    .map((f) => `${f.digest} ${f.name}`)
    .toSorted();

/** Compares two values of a field. */
const fieldChange = (field: Field, before: Json | undefined, after: Json | undefined): Change =>
  field.kind === 'files' ? changeOf(filesAs(before), filesAs(after)) : changeOf(before, after);

const compareRows = (
  table: TableField,
  before: Json | undefined,
  after: Json | undefined,
): readonly RowChange[] =>
  alignRows(rowsOf(before), rowsOf(after), identityOf(table)).map((pair) => {
    const cells = Object.fromEntries(
      Object.entries(table.columns).map(([key, column]) => [
        key,
        fieldChange(column, pair.before?.[key], pair.after?.[key]),
      ]),
    );
    const change: Change =
      pair.before === undefined
        ? 'added'
        : pair.after === undefined
          ? 'removed'
          : Object.values(cells).some((c) => c !== 'same')
            ? 'changed'
            : 'same';
    return { ...pair, change, cells };
  });

const compareField = (key: string, field: Field, before: Answers, after: Answers): FieldChange => {
  const plain = { key, field, before: before[key], after: after[key] };
  if (field.kind !== 'table') return { ...plain, change: fieldChange(field, before[key], after[key]) };
  const rows = compareRows(field, before[key], after[key]);
  const whole = changeOf(before[key], after[key]);
  const change = whole === 'changed' && rows.every((r) => r.change === 'same') ? 'same' : whole;
  return { ...plain, rows, change };
};

/**
 * Lays the answers of a case out by section, each with what happened to it since the round before.
 * Without a round before nothing is marked. Questions answered on neither side are left out.
 */
export const compareAnswers = (
  form: Form,
  before: Answers | null,
  after: Answers,
): readonly SectionChange[] =>
  Object.entries(form)
    .map(([key, section]) => {
      const fields = Object.entries(section.fields)
        .map(([name, field]) => compareField(name, field, before ?? after, after))
        .filter((f) => !(empty(f.before) && empty(f.after)));
      return {
        key,
        title: section.title,
        fields,
        changes: fields.filter((f) => f.change !== 'same').length,
      };
    })
    .filter((section) => section.fields.length > 0);
