import { own, type Reply } from '@zhitongche/contract/web';
import {
  type Answers,
  cellWords,
  type Field,
  type Fields,
  type Form,
  showAnswer,
  inRow,
} from '@zhitongche/form';
import { daySaid, minuteSaid } from './due-words.ts';
import type { KeptColumn, RegisterKind } from '@zhitongche/register';
import type { Json } from '@zhitongche/base';

/** A row as a list shows it. */
export type RowLine = Reply<'keptRows'>['items'][number];

/** A column one can choose, with its words. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly filter: boolean;
  readonly later: boolean;
  /** Field of the form; absent = a figure of the register's own. */
  readonly field?: Field;
}

/** The field of a form's top level. */
export const fieldOf = (form: Form, key: string): Field | undefined =>
  Object.values(form).find(({ fields }) => Object.hasOwn(fields, key))?.fields[key];

/** An answer in words; what is masked for this reader stands as it is. */
export const answerWords = (field: Field | undefined, value: Json | undefined): string => {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string' && value.includes('*')) return value;
  if (!field) return typeof value === 'string' ? value : JSON.stringify(value);
  return field.kind === 'decimal' ? showAnswer(field, value) : cellWords(field, value);
};

/** A row of a sub-table in one line; days are named where there are several, for nothing else tells them apart. */
export const lineWords = (columns: Fields, row: Answers): string => {
  const days = Object.values(columns).filter(({ kind }) => kind === 'date').length;
  return Object.entries(columns)
    .map(([key, column]) => {
      const words = answerWords(inRow(columns, column, row), row[key]);
      return column.kind === 'date' && days > 1 && words !== '' ? `${column.label} ${words}` : words;
    })
    .filter((words) => words !== '')
    .join('，');
};

/** The columns a register offers, in its order. */
export const columnsOf = (kind: RegisterKind): readonly Column[] =>
  kind.columns.map((one) => columnOf(kind, one));

const columnOf = (kind: RegisterKind, { key, label, of, filter, later }: KeptColumn): Column => {
  const field = of ? undefined : fieldOf(kind.whole, key);
  return {
    key,
    label: label ?? field?.label ?? key,
    filter: filter === true,
    later: later === true,
    ...(field ? { field } : {}),
  };
};

/** What stands in a cell; a day as people say it on `today`. */
export const cellText = ({ key, field }: Column, row: RowLine, today: string): string => {
  const value = row.answers[key];
  if (!field) return row.figures[key] ?? '';
  if (typeof value !== 'string') return answerWords(field, value);
  if (field.kind === 'date') return daySaid(value, today);
  return field.kind === 'date-time' ? minuteSaid(value, today) : answerWords(field, value);
};

/** Columns a person sees of a register on this device: those shown at first, until they choose. */
export const loadColumns = (
  account: string,
  { code }: Pick<RegisterKind, 'code'>,
  columns: readonly Column[],
): readonly string[] => {
  const kept = own.read('kept-columns', account, code);
  return Array.isArray(kept)
    ? columns.map(({ key }) => key).filter((key) => kept.includes(key))
    : columns.filter(({ later }) => !later).map(({ key }) => key);
};

/** Remembers a person's columns of a register on this device. */
export const storeColumns = (account: string, register: string, keys: readonly string[]): void =>
  own.write('kept-columns', account, register, keys);
