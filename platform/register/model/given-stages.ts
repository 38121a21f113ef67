import type { Json, Problem } from '@zhitongche/base';
import type { Answers, Field, Fields, Form, Section } from '@zhitongche/form';
import type { Move, RowContext, Stages } from './kind.ts';
import type { KeptRow } from './row.ts';

/** Reasons as a folder lists them; what does not hold is left out. */
export type Reasons = readonly (Problem | false | undefined)[];

/** A move as a folder says it; what follows from the rest is left out. */
export interface GivenMove extends Omit<Move, 'from' | 'needs' | 'fits'> {
  readonly from: string | readonly string[];
  /**
   * Asked with it, under its label: fields, or keys of fields of `set`. What is called as a field of `set` stands in the row
   * afterwards, empty where nothing was said.
   */
  readonly asks?: Fields | readonly string[];
  /** Table of `set` that grows by the line asked with it. */
  readonly adds?: string;
  /** Answers of the row that are empty afterwards. */
  readonly clears?: readonly string[];
  readonly needs?: (row: KeptRow, context: RowContext) => Reasons;
  readonly fits?: (row: KeptRow, data: Answers, context: RowContext) => Reasons;
}

/** A move in one line: its key, what it is called, from where and to where, and whatever else is to be said. */
export const move = (
  key: string,
  label: string,
  from: string | readonly string[],
  to: string,
  more: Omit<GivenMove, 'key' | 'label' | 'from' | 'to'> = {},
): GivenMove => ({ ...more, key, label, from, to });

/** Stages as a folder says them: a label stands for a stage nothing else is said of. */
export interface GivenStages extends Omit<Stages, 'first' | 'list' | 'moves'> {
  /** Absent = the first of the list. */
  readonly first?: string;
  readonly list: Readonly<Record<string, string | Stages['list'][string]>>;
  readonly moves: readonly GivenMove[];
}

/** The stages with everything that follows from what a folder says of them. */
export const wholeStages = (given: GivenStages, set: Fields = {}): Stages => {
  const list = Object.fromEntries(
    Object.entries(given.list).map(([key, said]) => [key, typeof said === 'string' ? { label: said } : said]),
  );
  return {
    ...given,
    first: given.first ?? Object.keys(list)[0] ?? '',
    list,
    moves: given.moves.map((one) => wholeMove(one, set)),
  };
};

const wholeMove = (given: GivenMove, set: Fields): Move => {
  const { asks, adds, clears = [], from, needs, fits, ...rest } = given;
  const form = formOf(given, set);
  const kept = adds === undefined && asks ? Object.keys(asked(asks, set)).filter((key) => key in set) : [];
  const changes = kept.length > 0 || clears.length > 0 || adds !== undefined;
  return {
    ...rest,
    from: typeof from === 'string' ? [from] : from,
    ...(form && { form }),
    ...(needs && { needs: (row, context) => found(needs(row, context)) }),
    ...(fits && { fits: (row, data, context) => found(fits(row, data, context)) }),
    ...(changes && {
      sets: (row, data, context) => ({
        ...Object.fromEntries(clears.map((key) => [key, null])),
        ...Object.fromEntries(kept.map((key) => [key, data[key] ?? null])),
        ...(adds !== undefined && { [adds]: [...linesOf(row, adds), { ...data }] }),
        ...rest.sets?.(row, data, context),
      }),
    }),
  };
};

/** Lines of a table of the row. */
export const linesOf = ({ answers }: Pick<KeptRow, 'answers'>, key: string): readonly Json[] => {
  const lines = answers[key];
  return Array.isArray(lines) ? lines : [];
};

const found = (reasons: Reasons): readonly Problem[] =>
  reasons.filter((one) => one !== undefined && one !== false);

const formOf = ({ form, asks, adds, label }: GivenMove, set: Fields): Form | undefined => {
  if (form) return form;
  const table = adds === undefined ? undefined : set[adds];
  const fields = table?.kind === 'table' ? table.columns : asks && asked(asks, set);
  return fields && { asked: { title: label, fields } satisfies Section };
};

const asked = (asks: NonNullable<GivenMove['asks']>, set: Fields): Fields =>
  isKeys(asks) ? Object.fromEntries(asks.map((key) => [key, fieldOf(set, key)])) : asks;

const isKeys = (asks: NonNullable<GivenMove['asks']>): asks is readonly string[] => Array.isArray(asks);

const fieldOf = (set: Fields, key: string): Field => {
  const field = set[key];
  if (!field) throw new Error(`no field ${key} in set`);
  return field;
};
