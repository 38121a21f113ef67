import type { Json } from '@zhitongche/base';
import { type Answers, same } from '@zhitongche/form';
import type { CheckContext } from './check.ts';

/** Where a row stands: the rows of its table, those before it as filled already, and the whole form. */
export interface RowPlace {
  readonly index: number;
  readonly rows: readonly Answers[];
  readonly whole: Answers;
}

/**
 * What follows from other answers, told so that nobody types it: a proposal that a person checks and may change. Pure and
 * cheap: asked at every key. An empty text takes back what followed before; undefined leaves it.
 */
export interface Fills {
  /** Answers that follow from others; a table is told whole. */
  answers?(answers: Answers, context: CheckContext): Answers;
  /** Cells that follow from their row and what stands around it, by table. */
  readonly rows?: Readonly<Record<string, (row: Answers, place: RowPlace, context: CheckContext) => Answers>>;
}

/** Answers, and what is known while they are typed. */
export interface Typed {
  readonly answers: Answers;
  readonly context: CheckContext;
}

const isBlank = (value: Json | undefined): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const rowsOf = (value: Json | undefined): readonly Answers[] | undefined =>
  Array.isArray(value)
    ? value.map((row: Json) => (row instanceof Object && !Array.isArray(row) ? (row as Answers) : {}))
    : undefined;

/** Times that what was filled in may lead to more. */
const ROUNDS = 3;

/** What has newly come to follow, where nobody said otherwise: blank, or as it followed before. */
const followed = (now: Answers, was: Answers, next: Answers): Answers => {
  const fresh = Object.entries(next).filter(
    ([key, value]) =>
      value !== undefined &&
      !(isBlank(value) && isBlank(now[key])) &&
      !same(value, was[key]) &&
      !same(value, now[key]) &&
      (isBlank(now[key]) || same(now[key], was[key])),
  );
  if (fresh.length === 0) return now;
  return {
    ...now,
    ...Object.fromEntries(fresh.map(([key, value]) => [key, value === '' ? undefined : value])),
  };
};

/** What follows for each row of a table as it stands. */
const rowFills = (fills: Fills, key: string, { answers, context }: Typed): readonly Answers[] => {
  const rows = rowsOf(answers[key]) ?? [];
  const fill = fills.rows?.[key];
  return rows.map((row, index) => fill?.(row, { index, rows, whole: answers }, context) ?? {});
};

const filledRows = (fills: Fills, key: string, before: Typed, after: Typed): Json | undefined => {
  const fill = fills.rows?.[key];
  const rows = rowsOf(after.answers[key]);
  if (!fill || !rows) return after.answers[key];
  const old = rowsOf(before.answers[key]) ?? [];
  const told = rowFills(fills, key, before);
  // A row that was there is known again by itself; one that was typed in, by its place.
  const place = new Map(old.map((row, index) => [row, index]));
  const done: Answers[] = [];
  rows.forEach((row, index) => {
    const at = place.get(row) ?? (old.length === rows.length ? index : undefined);
    const was = (at === undefined ? undefined : told[at]) ?? {};
    const around = { index, rows: [...done, ...rows.slice(index)], whole: after.answers };
    done.push(followed(row, was, fill(row, around, after.context)));
  });
  return done.every((row, index) => row === rows[index])
    ? after.answers[key]
    : done.map((row): Json => ({ ...row }));
};

/**
 * Answers with what follows from the change filled in. What a person typed stays, what stands as it followed before follows
 * further, and what was emptied stays empty until something else comes to follow.
 */
export const refilled = (fills: Fills, before: Typed, after: Typed): Answers => {
  let { answers } = after;
  const { context } = after;
  const rows = (): void => {
    for (const key of Object.keys(fills.rows ?? {})) {
      const done = filledRows(fills, key, before, { answers, context });
      if (done !== answers[key]) answers = { ...answers, [key]: done };
    }
  };
  rows();
  let was = fills.answers?.(before.answers, before.context) ?? {};
  // What was filled in may lead to more: the return to the days of the programme.
  for (let round = 0; round < ROUNDS && fills.answers; round += 1) {
    const told = fills.answers(answers, context);
    const next = followed(answers, was, told);
    if (next === answers) break;
    answers = next;
    was = { ...was, ...told };
  }
  return answers;
};

/** Places that stand as they follow from the rest, `members.2.sex`: what a person has only to check. */
export const filledAt = (fills: Fills, typed: Typed): ReadonlySet<string> => {
  const { answers, context } = typed;
  const found = new Set<string>();
  const add = (path: string, now: Answers, told: Answers): void => {
    for (const [key, value] of Object.entries(told))
      if (!isBlank(value) && same(value, now[key])) found.add(`${path}${key}`);
  };
  add('', answers, fills.answers?.(answers, context) ?? {});
  for (const key of Object.keys(fills.rows ?? {})) {
    const rows = rowsOf(answers[key]) ?? [];
    rowFills(fills, key, typed).forEach((told, index) => add(`${key}.${index}.`, rows[index] ?? {}, told));
  }
  return found;
};
