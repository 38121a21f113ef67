import type { Ask, Field, Fields, ValueOf } from './field.ts';

/** A page of a form. */
export interface Section<F extends Fields = Fields> {
  readonly title: string;
  readonly en?: string;
  readonly intro?: string;
  /** Whole section asked only when true. */
  readonly shown?: Ask;
  readonly fields: F;
}

/** Sections in order; field keys are unique over the whole form (the sweep test checks). */
export type Form = { readonly [section: string]: Section };

type UnionToIntersection<U> = (U extends unknown ? (u: U) => void : never) extends (i: infer I) => void
  ? I
  : never;

/** All fields of a form merged to one record type. */
export type FieldsOf<F extends Form> = UnionToIntersection<{ [S in keyof F]: F[S]['fields'] }[keyof F]>;

/** Sound answers to a form: each present value has its field's type. */
export type AnswersOf<F extends Form> = {
  readonly [K in keyof FieldsOf<F>]?: FieldsOf<F>[K] extends Field ? ValueOf<FieldsOf<F>[K]> : never;
};

/** Keeps the literal types of a form for {@link AnswersOf}. */
export const form = <const F extends Form>(f: F): F => f;

/** A page of a form. */
export const page = <const F extends Fields>(title: string, fields: F): Section<F> => ({ title, fields });

/** A form of one page. */
export const onePage = <const F extends Fields>(title: string, fields: F): { readonly main: Section<F> } => ({
  main: page(title, fields),
});

/** When a question is asked and when it must be answered, as far as the answers say. */
interface Conditions<A> {
  shown?(answers: A): boolean;
  required?(answers: A): boolean;
}

/** A form whose conditions see the answers as the form itself types them: `{ planNumber: { shown: (a) => a.inPlan === true } }`. */
export const conditional = <const F extends Form>(
  of: F,
  conditions: { readonly [K in keyof FieldsOf<F>]?: Conditions<AnswersOf<F>> },
): F => {
  const asked: Readonly<Record<string, Conditions<AnswersOf<F>> | undefined>> = conditions;
  const withConditions = ([key, field]: [string, Field]): [string, Field] => [
    key,
    { ...field, ...asked[key] } as Field,
  ];
  const sections = Object.entries(of).map(([key, section]) => [
    key,
    { ...section, fields: Object.fromEntries(Object.entries(section.fields).map(withConditions)) },
  ]);
  return Object.fromEntries(sections) as F;
};
