import { showAnswer } from './check-form.ts';
import { type FieldOf, isMissing } from './codecs/codec.ts';
import type { Answers, Field, FieldKind, Fields } from './field.ts';
import { halfWidth, isDay, type Json } from '@zhitongche/base';

type Reader<F extends Field> = (field: F, text: string) => Json | undefined;

const YES = /^(是|有|√|✓|y|yes|true|1)$/i;
const NO = /^(否|无|没有|×|x|n|no|false|0)$/i;

const pick = (
  options: readonly { readonly value: string; readonly label: string }[],
  text: string,
): string => {
  const same = (a: string): boolean => a.replace(/\s/g, '') === text.replace(/\s/g, '');
  return options.find((o) => o.value === text || same(o.label))?.value ?? text;
};

/** Year, month and day apart by signs, a time of day after them or not, or as eight digits: with fewer of either a part would have to be guessed. */
const WHOLE_DAY =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[\sT]+\d{1,2}:\d{2}(?::\d{2})?)?$|^(\d{4})(\d{2})(\d{2})$/;

const dayFrom = (text: string): string => {
  const [y, m, d] = (WHOLE_DAY.exec(text) ?? []).slice(1).filter((part) => part !== undefined);
  return y && m && d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : text;
};

/** A whole day and a time of day; without either nothing is guessed. */
const minuteFrom = (text: string): string => {
  const [, day = '', hour = '', minute = ''] =
    /^(.{8,14}?)[\sT]+(\d{1,2})[:时](\d{2})分?(?::\d{2})?$/.exec(text) ?? [];
  return isDay(dayFrom(day)) ? `${dayFrom(day)}T${hour.padStart(2, '0')}:${minute}` : text;
};

const number: Reader<Field> = (_field, text) => {
  const plain = halfWidth(text).replace(/[,，\s]/g, '');
  return /^-?\d{1,15}$/.test(plain) ? Number(plain) : text;
};
/** Books print what is taken back in brackets: (1,234.00) is -1234.00. */
const plainNumber: Reader<Field> = (_field, text) =>
  halfWidth(text)
    .replace(/[,，\s¥￥]/g, '')
    .replace(/^\((\d.*)\)$/, '-$1');
const asIs: Reader<Field> = (_field, text) => text;

/**
 * How a cell of a spreadsheet becomes an answer. What cannot be understood is kept as typed: the kernel then says
 * what is wrong with it, and nothing pasted is lost.
 */
const READERS: { readonly [K in FieldKind]: Reader<FieldOf<K>> } = {
  text: asIs,
  integer: number,
  decimal: plainNumber,
  date: (_field, text) => dayFrom(halfWidth(text)),
  'date-time': (_field, text) => minuteFrom(halfWidth(text)),
  choice: (field, text) => pick(field.options, text),
  choices: (field, text) =>
    text
      .split(/[、,，;；\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => pick(field.options, part)),
  'yes-no': (_field, text) => (YES.test(text) ? true : NO.test(text) ? false : text),
  country: asIs,
  pick: asIs,
  'citizen-id': asIs,
  uscc: asIs,
  phone: asIs,
  email: asIs,
  passport: asIs,
  files: () => undefined,
  table: () => undefined,
};

/** The answer a pasted text stands for; undefined when the cell is empty or cannot be pasted into. */
export const fromCellText = (field: Field, text: string): Json | undefined => {
  const trimmed = text.trim();
  const reader = READERS[field.kind] as Reader<Field>;
  return trimmed === '' ? undefined : reader(field, trimmed);
};

/** A column's head as compared: spaces, width, stars, colons and remarks such as （必填） or (可选填) do not matter. */
export const plainHead = (head: string): string =>
  halfWidth(head)
    .replace(/\([^()]*[必选填][^()]*\)/g, '')
    .replace(/[\s*]|:$/g, '')
    .toLowerCase();

/** A column with the name its answers are kept under. */
export type NamedColumn = readonly [name: string, column: Field];

/**
 * Finds a column by what stands over it: its label in either language, its name, another word for it; and, where only one
 * column can be meant, the label without what stands in brackets.
 */
export const columnsByHead = (columns: Fields): ((head: string) => NamedColumn | undefined) => {
  const exact = new Map<string, NamedColumn>();
  const short = new Map<string, NamedColumn | undefined>();
  for (const own of Object.entries(columns)) {
    const [name, { label, en, also = [] }] = own;
    for (const head of [label, ...also, en, name])
      if (head !== undefined && !exact.has(plainHead(head))) exact.set(plainHead(head), own);
    const bare = withoutBrackets(label);
    short.set(bare, short.has(bare) ? undefined : own);
  }
  return (head) =>
    exact.get(plainHead(head)) ?? exact.get(withoutBrackets(head)) ?? short.get(withoutBrackets(head));
};

const withoutBrackets = (head: string): string => plainHead(halfWidth(head).replace(/\([^()]*\)/g, ''));

/** What a cell shows: the answer in words, or as typed when it is not sound; never throws. */
export const toCellText = (field: Field, value: Json | undefined): string => {
  if (isMissing(value)) return '';
  if (
    field.kind === 'choice' ||
    field.kind === 'choices' ||
    field.kind === 'yes-no' ||
    field.kind === 'pick' ||
    field.kind === 'files'
  )
    return showAnswer(field, value);
  return typeof value === 'object' ? '' : String(value);
};

/** One row as tab-separated text, for copying into a spreadsheet. */
export const rowToText = (fields: readonly (readonly [string, Field])[], row: Answers): string =>
  fields.map(([key, field]) => toCellText(field, row[key]).replace(/[\t\n]/g, ' ')).join('\t');
