import { toCellText } from './cell-text.ts';
import { showAnswer } from './check-form.ts';
import { isMissing } from './codecs/codec.ts';
import type { Answers, Field, Fields, TableField } from './field.ts';
import { dayInChinese, isDay, type Json } from '@zhitongche/base';

/** A column as it stands in one row: an amount with the currency its row names, so that no figure stands without one. */
export const inRow = (columns: Fields, column: Field, row: Answers): Field => {
  if (column.kind !== 'decimal' || column.currency === undefined) return column;
  const named = columns[column.currency.column];
  const answer = row[column.currency.column];
  const unit = named && !isMissing(answer) ? showAnswer(named, answer) : column.currency.otherwise;
  return { ...column, unit };
};

/** What a cell says on a screen: the answer in words, a day in Chinese, a figure with its unit; masked values as they came. */
export const cellWords = (field: Field, value: Json | undefined): string => {
  if (field.kind === 'date-time' && typeof value === 'string' && !value.includes('*'))
    return showAnswer(field, value);
  if (field.kind === 'date' && typeof value === 'string' && isDay(value)) return dayInChinese(value);
  const words = toCellText(field, value);
  const unit = field.kind === 'integer' || field.kind === 'decimal' ? (field.unit ?? '') : '';
  return words === '' || unit === '' ? words : `${words} ${unit}`;
};

/** The columns among these keys that a reader decides by, as they stand one under the other, and those that may be folded away. */
export const leadColumns = (
  { lead, columns }: Pick<TableField, 'lead' | 'columns'>,
  keys: readonly string[],
): { readonly lead: readonly (readonly string[])[]; readonly rest: readonly string[] } => {
  if (lead === undefined) return { lead: keys.map((key) => [key]), rest: [] };
  const shown = lead
    .map((group) => [group].flat().filter((key) => keys.includes(key)))
    .filter((group) => group.length > 0);
  const first = new Set(shown.flat());
  return { lead: shown, rest: Object.keys(columns).filter((key) => keys.includes(key) && !first.has(key)) };
};

/** What a row is called by, and the next few answers after it; empty while it says nothing. */
export const headlineOf = (
  field: TableField,
  row: Answers,
): { readonly title: string; readonly rest: string } => {
  const said = (keys: readonly string[]): readonly string[] =>
    keys.flatMap((key) => {
      const column = field.columns[key];
      const words = column ? cellWords(inRow(field.columns, column, row), row[key]) : '';
      return words === '' ? [] : [words];
    });
  const open = Object.entries(field.columns).flatMap(([key, { sensitivity, kind }]) =>
    (sensitivity ?? 'open') === 'open' && kind !== 'files' && kind !== 'yes-no' ? [key] : [],
  );
  if (field.names) {
    const { names } = field;
    const others = (field.lead?.flat() ?? open).filter((key) => !names.includes(key));
    return { title: said(names).join('，'), rest: said(others).slice(0, 4).join(' · ') };
  }
  const [title = '', ...others] = said(open);
  return { title, rest: others.slice(0, 4).join(' · ') };
};
