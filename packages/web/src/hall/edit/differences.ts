import type { Answers, Field, Form, Json } from '@zhitongche/kernel';

/** One question answered differently. */
export interface Difference {
  readonly key: string;
  readonly field: Field;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

/** The top-level questions two sets of answers differ in, in the order of the form; key order inside a row does not count. */
export const differences = (form: Form, mine: Answers, theirs: Answers): readonly Difference[] =>
  Object.values(form)
    .flatMap((section) => Object.entries(section.fields))
    .filter(([key]) => !same(mine[key], theirs[key]))
    .map(([key, field]) => ({ key, field, mine: mine[key], theirs: theirs[key] }));

const same = (a: Json | undefined, b: Json | undefined): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Array.isArray(a) === Array.isArray(b) && [...keys].every((key) => same(own(a, key), own(b, key)));
};

const own = (whole: object, key: string): Json | undefined =>
  Object.hasOwn(whole, key) ? (Reflect.get(whole, key) as Json | undefined) : undefined;
