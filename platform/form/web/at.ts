import type { Answers } from '@zhitongche/form';
import type { At, Json } from '@zhitongche/base';

type Keyed = { readonly [key: string]: Json | undefined };
const isKeyed = (value: Json | undefined): value is Keyed =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what stands at a path of the answers; undefined when nothing does. */
export const getAt = (answers: Answers, at: At): Json | undefined =>
  at.reduce<Json | undefined>((value, step) => {
    if (typeof step === 'number') return Array.isArray(value) ? value[step] : undefined;
    return isKeyed(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, answers);

/** Answers with one place changed; everything else is the same object as before. `undefined` removes the answer. */
export const setAt = (answers: Answers, at: At, value: Json | undefined): Answers => {
  const next = put(answers, at, value);
  return isKeyed(next) ? next : answers;
};

const put = (whole: Json | undefined, [step, ...rest]: At, value: Json | undefined): Json | undefined => {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const rows = Array.isArray(whole) ? [...whole] : [];
    const cell = put(rows[step], rest, value);
    if (cell !== undefined) rows[step] = cell;
    return rows;
  }
  const { [step]: old, ...others } = isKeyed(whole) ? whole : {};
  const cell = put(old, rest, value);
  return cell === undefined ? others : { ...others, [step]: cell };
};

/** A path as one string, `members.2.idNumber`; also the id of its input. */
export const pathOf = (at: At): string => at.join('.');

/** The path a string names: digits become row numbers. */
export const atOf = (path: string): At =>
  path === '' ? [] : path.split('.').map((step) => (/^\d{1,6}$/.test(step) ? Number(step) : step));

/** Rows of a table answer; anything else counts as none. */
export const rowsOf = (value: Json | undefined): readonly Answers[] =>
  Array.isArray(value) ? value.map((row: Json) => (isKeyed(row) ? row : {})) : [];
