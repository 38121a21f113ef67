import { fieldAt } from './check-form.ts';
import type { Answers, Field, Fields } from './field.ts';
import type { Form } from './form.ts';
import { isJsonObject, type Json, type Problem } from '@zhitongche/base';
import { mask } from './mask.ts';
import { maskedPaths, type View, visibleAnswers } from './visible-answers.ts';

/** Kinds whose values name somebody; of the others a problem tells the value by standing there. */
const NAMING: readonly Field['kind'][] = [
  'text',
  'citizen-id',
  'passport',
  'phone',
  'email',
  'uscc',
  'date',
  'date-time',
];

/** A text nobody may repeat to this viewer, and what stands for it. */
type Hidden = readonly [text: string, masked: string];

const shapes = (field: Field, value: string): readonly Hidden[] => {
  const stands = mask(field.kind, value);
  const masked = typeof stands === 'string' ? stands : '***';
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (field.kind !== 'date' || year === undefined) return [[value, masked]];
  return [
    [value, masked],
    [`${year}年${Number(month)}月${Number(day)}日`, masked],
  ];
};

const hiddenIn = (
  fields: Fields,
  answers: Answers,
  prefix: string,
  paths: ReadonlySet<string>,
): readonly Hidden[] =>
  Object.entries(fields).flatMap(([key, field]): readonly Hidden[] => {
    const value = answers[key];
    if (field.kind === 'table' && Array.isArray(value))
      return value.flatMap((row: Json) =>
        isJsonObject(row)
          ? hiddenIn(
              field.columns,
              row,
              `${prefix}${key}.`,
              paths.has(prefix + key) ? all(field.columns, `${prefix}${key}.`) : paths,
            )
          : [],
      );
    const hides = paths.has(prefix + key) && NAMING.includes(field.kind);
    return hides && typeof value === 'string' && value !== '' ? shapes(field, value) : [];
  });

const all = (columns: Fields, prefix: string): ReadonlySet<string> =>
  new Set(Object.keys(columns).map((key) => prefix + key));

/** Texts this viewer reads among the answers as they are. */
const openIn = (value: Json | undefined): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(openIn);
  return isJsonObject(value) ? Object.values(value).flatMap(openIn) : [];
};

/** A text with what is hidden masked, but for the places where a name everybody may read holds it. */
const maskedAround = (text: string, hidden: readonly Hidden[], open: readonly string[]): string => {
  const [first, ...rest] = open;
  if (first === undefined)
    return hidden.reduce((said, [value, stands]) => said.replaceAll(value, stands), text);
  return text
    .split(first)
    .map((part) => maskedAround(part, hidden, rest))
    .join(first);
};

/**
 * Masks in any text what the form masks of the answers from this viewer; a place of birth that is also part of the
 * name of a unit stays readable in that name. `names`: what is no secret to anybody, such as names of units. Total.
 */
export const maskerOf = (
  form: Form,
  answers: Answers,
  view: View,
  names: readonly string[] = [],
): ((text: string) => string) => {
  const paths = new Set(maskedPaths(form, view));
  const fields: Fields = Object.assign({}, ...Object.values(form).map((section) => section.fields));
  // The longest first: a number may begin with another.
  const hidden = hiddenIn(fields, answers, '', paths).toSorted(([a], [b]) => b.length - a.length);
  const holding = [...new Set([...names, ...openIn(visibleAnswers(form, answers, view))])]
    .filter((name) => hidden.some(([value]) => name.length > value.length && name.includes(value)))
    .toSorted((a, b) => b.length - a.length);
  return (text) =>
    maskedAround(
      text,
      hidden,
      holding.filter((name) => text.includes(name)),
    );
};

/**
 * Problems as this viewer may read them: a value the form masks is masked in what a check says of it, and where the
 * problem itself would tell the value, a yes or a choice, only its place is named. `names`: see {@link maskerOf}.
 */
export const visibleProblems = (
  form: Form,
  answers: Answers,
  problems: readonly Problem[],
  view: View,
  names: readonly string[] = [],
): readonly Problem[] => {
  const paths = new Set(maskedPaths(form, view));
  if (paths.size === 0 || problems.length === 0) return problems;
  const masked = maskerOf(form, answers, view, names);
  return problems.map((problem) => {
    const spot = fieldAt(form, problem.at);
    if (spot && paths.has(spot.keys.join('.')) && !NAMING.includes(spot.field.kind))
      return {
        ...problem,
        message: `“${spot.words}”有待核对，内容对您隐藏`,
        en: 'A value hidden from you needs to be looked at',
        todo: '如因办理需要，请注明用途后查看',
      };
    return {
      ...problem,
      message: masked(problem.message),
      en: masked(problem.en),
      ...(problem.todo === undefined ? {} : { todo: masked(problem.todo) }),
    };
  });
};
