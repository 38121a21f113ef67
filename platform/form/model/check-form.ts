import { blankFields, codecOf } from './codecs/index.ts';
import { isMissing, type Lang } from './codecs/codec.ts';
import type { Facts, ReadContext } from './facts.ts';
import type { Answers, Field } from './field.ts';
import type { Form, Section } from './form.ts';
import type { Json, At, Problem } from '@zhitongche/base';
import { type ReadForm, type ReadTools, readAnswers, readSound } from './read-answers.ts';

const HAN = /\p{Script=Han}/u;

const countryBooks = new WeakMap<object, NonNullable<ReadTools['country']>>();

/** Looks countries up in the reference table `countries` (rows with `name` and perhaps `aliases`). */
const countryBook = (facts: Facts): ReadTools['country'] => {
  const rows = facts.table('countries');
  if (rows.length === 0) return undefined;
  const known = countryBooks.get(rows);
  if (known) return known;
  const book = bookOf(rows);
  countryBooks.set(rows, book);
  return book;
};

const bookOf = (rows: ReturnType<Facts['table']>): NonNullable<ReadTools['country']> => {
  const names = new Map<string, string>();
  for (const { name, aliases } of rows) {
    if (typeof name !== 'string') continue;
    names.set(name, name);
    for (const alias of Array.isArray(aliases) ? aliases : []) {
      if (typeof alias === 'string' && !names.has(alias)) names.set(alias, name);
    }
  }
  return (name) => names.get(name);
};

/** Reads answers with all that the context knows: today's date and the table of countries. */
export const readForm = (form: Form, answers: unknown, context: ReadContext): ReadForm =>
  readAnswers(form, answers, {
    today: context.today,
    country: countryBook(context.facts),
    draws: context.facts.draws,
    pick: context.facts.pick,
  });

/** Everything wrong with the answers taken one by one, all at once, in the order of the form. */
export const checkForm = (form: Form, answers: unknown, context: ReadContext): readonly Problem[] =>
  readForm(form, answers, context).problems;

/** The answers to fields asked now, as typed: hidden means absent. */
export const prune = (form: Form, answers: unknown): Answers => readAnswers(form, answers).kept;

/** The sound answers, normalised; unsound values and table cells are absent. Country names are judged with facts only. */
export const soundAnswers = (form: Form, answers: unknown, facts?: Facts): Answers =>
  readSound(form, answers, facts && countryBook(facts));

/** The same for papers, whose answers may be masked for their readers: what a mask left standing is kept. */
export const printedAnswers = (form: Form, answers: unknown): Answers =>
  readAnswers(form, answers, { masked: true }).sound;

/** What a new draft starts with. */
export const blankAnswers = (form: Form): Answers =>
  Object.assign({}, ...Object.values(form).map((section) => blankFields(section.fields)));

/** Keys of the top-level fields asked now, in the order of the form. */
export const shownFields = (form: Form, answers: unknown): readonly string[] =>
  readAnswers(form, answers).shown;

/** A sound value in words, as summaries and papers print it; empty when nothing was answered. */
export const showAnswer = (field: Field, value: Json | undefined, lang: Lang = 'zh'): string =>
  isMissing(value) ? '' : codecOf(field).show(field, value, lang);

/** A place in a form: the field there, its section, and the labels on the way for a reader. */
export interface FieldPath {
  readonly section: string;
  readonly field: Field;
  /** Keys of field and column without row numbers: what orders the place within the form. */
  readonly keys: readonly string[];
  /** `出访人员 › 第3人 › 身份证号`. */
  readonly words: string;
}

const sectionWith = (form: Form, key: string): readonly [string, Section] | undefined =>
  Object.entries(form).find(([, section]) => Object.hasOwn(section.fields, key));

/** Finds the field a path leads to, `members.2.idNumber` or its parts; undefined when the form has no such place. */
export const fieldAt = (form: Form, path: string | At): FieldPath | undefined => {
  const [first, ...rest] = typeof path === 'string' ? path.split('.') : path;
  const found = sectionWith(form, String(first));
  let field = found?.[1].fields[String(first)];
  if (!found || !field) return undefined;
  const keys = [String(first)];
  const words = [field.label];
  for (const step of rest) {
    if (field.kind !== 'table') return undefined;
    if (/^\d{1,6}$/.test(String(step))) {
      const nth = Number(step) + 1;
      words.push(HAN.test(field.rowName) ? `第${nth}${field.rowName}` : `${field.rowName} ${nth}`);
      continue;
    }
    const column: Field | undefined = Object.hasOwn(field.columns, step) ? field.columns[step] : undefined;
    if (!column) return undefined;
    field = column;
    keys.push(String(step));
    words.push(column.label);
  }
  return { section: found[0], field, keys, words: words.join(' › ') };
};
