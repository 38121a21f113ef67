import type { Fact } from '@zhitongche/case';
import {
  type Answers,
  type AnswersOf,
  type Field,
  type Form,
  type Section,
  showAnswer,
} from '@zhitongche/form';
import type { PolicyDef } from '@zhitongche/office';
import { type GivenStages, wholeStages } from './given-stages.ts';
import type { KeptColumn, KeptDate, RegisterKind, SampleRow } from './kind.ts';

/** Parts that read the register's own form, and those a thin register leaves to what its form says. */
type Typed = 'kind' | 'form' | 'whole' | 'samples' | 'unique' | 'near' | 'day' | 'dates' | 'stages';
type Spared = 'title' | 'cardFacts' | 'columns' | 'checks' | 'facts' | 'policies' | 'relations' | 'measure';

/** A day nobody must miss; without `warn` an office is given the days before it as a figure of its own. */
export interface GivenDate extends Omit<KeptDate, 'warn'> {
  readonly warn?: string;
  /** Days before it on which keepers are told, until the office sets others. */
  readonly days?: readonly number[];
  /** The one stage at which it matters. */
  readonly at?: string;
}

type Given<F extends Form> = Omit<RegisterKind, Typed | Spared> &
  Partial<Pick<RegisterKind, Exclude<Spared, 'title' | 'cardFacts' | 'columns'>>> & {
    readonly form: F;
    /** Fields that only moves set, and how they are headed. */
    readonly set?: Section;
    /** A key alone is a field that is shown, and a filter where its kind can be one. */
    readonly columns?: readonly (string | KeptColumn)[];
    /** Keys of fields that are columns nobody sees until asked for, after the others. */
    readonly later?: readonly string[];
    readonly stages?: GivenStages;
    /** Absent = the first text of the form. */
    title?(answers: AnswersOf<F>): string;
    /** Absent = what the next columns say. */
    cardFacts?(answers: AnswersOf<F>): readonly Fact[];
    samples(today: string): readonly SampleRow<AnswersOf<F>>[];
    readonly unique?: readonly (keyof AnswersOf<F> & string)[];
    readonly near?: readonly (keyof AnswersOf<F> & string)[];
    readonly day?: keyof AnswersOf<F> & string;
    readonly dates?: readonly GivenDate[];
  };

const MONTHS_BEFORE = [90, 30, 0];
const SHOWN = 6;
const FILTERS: readonly Field['kind'][] = ['choice', 'choices', 'country', 'yes-no'];
const LONG = 200;

type Named = readonly [key: string, field: Field];

const fieldsOf = (form: Form): readonly Named[] =>
  Object.values(form).flatMap(({ fields }) => Object.entries(fields));

const isOpen = ({ sensitivity = 'open' }: Field): boolean => sensitivity === 'open';

/** What a list shows of a form that does not say: short and open, the first ones at once. */
const columnsOf = (form: Form, named: string): readonly KeptColumn[] =>
  fieldsOf(form)
    .filter(
      ([, field]) =>
        isOpen(field) &&
        field.kind !== 'files' &&
        field.kind !== 'table' &&
        !(field.kind === 'text' && field.max > LONG),
    )
    .map(([key, field], at) => ({
      key,
      ...(FILTERS.includes(field.kind) && { filter: true as const }),
      // The name stands before every row already.
      ...((key === named || at > SHOWN) && { later: true as const }),
    }));

/** Columns as a folder lists them, each with what its field says. */
const columnsGiven = (
  form: Form,
  given: readonly (string | KeptColumn)[],
  later: readonly string[],
): readonly KeptColumn[] => {
  const kinds = new Map(fieldsOf(form).map(([key, { kind }]) => [key, kind]));
  const named = (key: string): KeptColumn => {
    const kind = kinds.get(key);
    return { key, ...(kind && FILTERS.includes(kind) && { filter: true as const }) };
  };
  return [
    ...given.map((one) => (typeof one === 'string' ? named(one) : one)),
    ...later.map((key) => ({ ...named(key), later: true as const })),
  ];
};

const nameFieldOf = (form: Form): string =>
  fieldsOf(form).find(([, field]) => field.kind === 'text' && isOpen(field))?.[0] ?? '';

const factsOf = (form: Form, columns: readonly KeptColumn[], named: string) => (answers: Answers) => {
  const known = new Map(fieldsOf(form));
  return columns
    .filter(({ key, later, of, on }) => key !== named && !later && !of && !on)
    .slice(0, 2)
    .flatMap(({ key }): readonly Fact[] => {
      const field = known.get(key);
      const value = answers[key];
      return field && value !== undefined && value !== null
        ? [{ label: field.label, value: showAnswer(field, value) }]
        : [];
    });
};

const warnOf = (code: string, { field, warn }: GivenDate): string => warn ?? `${code}.${field}-warn`;

const wholeDate = (code: string, given: GivenDate): KeptDate => {
  const { days: _days, at, ...date } = given;
  return {
    ...date,
    warn: warnOf(code, given),
    ...(at !== undefined && { when: (row) => row.stage === at && (date.when?.(row) ?? true) }),
  };
};

const daysBefore = (code: string, date: GivenDate): readonly PolicyDef[] =>
  date.warn === undefined
    ? [
        {
          key: warnOf(code, date),
          label: `${date.label}前几天提醒`,
          type: 'list',
          default: (date.days ?? MONTHS_BEFORE).map(String),
          unconfirmed: true,
        },
      ]
    : [];

/** Checks the shape at compile time and keeps it; what is not said follows from the form. What reads answers sees them as the form types them. */
export const defineRegister = <const F extends Form>(kind: Given<F>): RegisterKind => {
  const { code, form, set, name, dates = [], policies = [], later = [], stages, ...given } = kind;
  const named = nameFieldOf(form);
  const whole = set ? { ...form, $set: set } : form;
  const columns = given.columns ? columnsGiven(whole, given.columns, later) : columnsOf(form, named);
  const { title, cardFacts } = kind;
  return {
    measure: '条',
    checks: [],
    facts: { tables: [], lookups: {} },
    relations: [],
    ...given,
    code,
    name,
    form,
    kind: 'register',
    whole,
    columns,
    ...(stages && { stages: wholeStages(stages, set?.fields) }),
    dates: dates.map((date) => wholeDate(code, date)),
    policies: [...policies, ...dates.flatMap((date) => daysBefore(code, date))],
    title: title
      ? (answers) => title(answers as AnswersOf<F>)
      : (answers) => {
          const said = answers[named];
          return typeof said === 'string' && said !== '' ? said : (kind.noun ?? name);
        },
    cardFacts: cardFacts ? (answers) => cardFacts(answers as AnswersOf<F>) : factsOf(form, columns, named),
    samples: (today) => kind.samples(today),
  };
};
