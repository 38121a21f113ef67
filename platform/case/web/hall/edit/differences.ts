import type { Answers, Field, Form } from '@zhitongche/form';
import type { Json } from '@zhitongche/base';
import { same } from '@zhitongche/form';

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
