import type { At, Json } from '@zhitongche/base';
import { type Answers, type Field, type Form, headlineOf, same, type TableField } from '@zhitongche/form';
import { getAt, pathOf, rowsOf } from '../at.ts';

/** Whose version is taken. */
export type Side = 'mine' | 'theirs';

/** One place two people left differently: a question, a cell, a row one of them added, or a table whose rows do not pair. */
export interface Spot {
  /** Its path as one string. */
  readonly key: string;
  readonly at: At;
  readonly label: string;
  readonly field: Field;
  /** Absent where nobody knows what both began from. */
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
  /** Who changed it; `both` also where that is not known. */
  readonly by: Side | 'both';
}

/** What both began from, where it is known, and what became of it. */
export interface Versions {
  readonly base: Answers | undefined;
  readonly mine: Answers;
  readonly theirs: Answers;
}

const blank = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const alike = (a: Json | undefined, b: Json | undefined): boolean => (blank(a) ? blank(b) : same(a, b));

const spot = (at: At, label: string, field: Field, { base, mine, theirs }: Versions): readonly Spot[] => {
  const own = getAt(mine, at);
  const other = getAt(theirs, at);
  if (alike(own, other)) return [];
  const began = base && getAt(base, at);
  const by =
    base === undefined ? 'both' : alike(began, own) ? 'theirs' : alike(began, other) ? 'mine' : 'both';
  return [{ key: pathOf(at), at, label, field, base: began, mine: own, theirs: other, by }];
};

/** How many rows are paired by their place: those that stood there before, and what both added alike; none where one took a row out. */
const pairs = (key: string, { base, mine, theirs }: Versions): number | undefined => {
  const [own, other] = [rowsOf(mine[key]), rowsOf(theirs[key])];
  const began = base === undefined ? Math.max(own.length, other.length) : rowsOf(base[key]).length;
  if (own.length < began || other.length < began) return undefined;
  let paired = began;
  while (paired < Math.min(own.length, other.length) && same(own[paired], other[paired])) paired += 1;
  return paired;
};

const rowName = (field: TableField, index: number, row: Answers | undefined): string => {
  const { title } = row ? headlineOf(field, row) : { title: '' };
  return `第 ${index + 1} ${field.rowName}${title === '' ? '' : `（${title}）`}`;
};

const inTable = (key: string, field: TableField, versions: Versions): readonly Spot[] => {
  if (alike(versions.mine[key], versions.theirs[key])) return [];
  const paired = pairs(key, versions);
  if (paired === undefined) return spot([key], field.label, field, versions);
  const cells = rowsOf(versions.mine[key])
    .slice(0, paired)
    .flatMap((row, i) =>
      Object.entries(field.columns).flatMap(([name, column]) =>
        spot([key, i, name], `${rowName(field, i, row)}：${column.label}`, column, versions),
      ),
    );
  const added = (side: Side): readonly Spot[] =>
    rowsOf(versions[side][key])
      .slice(paired)
      .map((row, i) => ({
        key: `${pathOf([key, paired + i])} ${side}`,
        at: [key, paired + i],
        label: `新增的${rowName(field, paired + i, row)}`,
        field,
        base: undefined,
        mine: side === 'mine' ? [row] : undefined,
        theirs: side === 'theirs' ? [row] : undefined,
        by: side,
      }));
  return [...cells, ...added('mine'), ...added('theirs')];
};

/** Every place two people left differently, in the order of the form. */
export const spotsOf = (form: Form, versions: Versions): readonly Spot[] =>
  Object.values(form)
    .flatMap(({ fields }) => Object.entries(fields))
    .flatMap(([key, field]) =>
      field.kind === 'table' ? inTable(key, field, versions) : spot([key], field.label, field, versions),
    );

/** Whose version of a place is taken unless somebody chooses: of whoever changed it, and mine where both did. */
export const usualSide = ({ by }: Spot): Side => (by === 'theirs' ? 'theirs' : 'mine');

const tableOf = (key: string, versions: Versions, take: (key: string) => Side): Json | undefined => {
  const paired = pairs(key, versions);
  if (paired === undefined) return versions[take(key)][key];
  const rows = rowsOf(versions.theirs[key])
    .slice(0, paired)
    .map((row, i) => {
      const own = rowsOf(versions.mine[key])[i] ?? {};
      const names = [...new Set([...Object.keys(row), ...Object.keys(own)])];
      return Object.fromEntries(
        names.flatMap((name) => {
          const value = (take(pathOf([key, i, name])) === 'mine' ? own : row)[name];
          return value === undefined ? [] : [[name, value]];
        }),
      );
    });
  const added = (side: Side): readonly Answers[] =>
    rowsOf(versions[side][key])
      .slice(paired)
      .filter((_, i) => take(`${pathOf([key, paired + i])} ${side}`) === side);
  const all = [...rows, ...added('mine'), ...added('theirs')];
  return all.length === 0 ? undefined : all;
};

/** Both versions together: at every place the side that was chosen, elsewhere what both say. */
export const together = (form: Form, versions: Versions, chosen: ReadonlyMap<string, Side>): Answers => {
  const spots = new Map(spotsOf(form, versions).map((one) => [one.key, one]));
  const fields = new Map(Object.values(form).flatMap(({ fields: own }) => Object.entries(own)));
  const take = (key: string): Side => {
    const one = spots.get(key);
    return chosen.get(key) ?? (one ? usualSide(one) : 'mine');
  };
  const { base, mine, theirs } = versions;
  const keys = [...new Set([base ?? {}, mine, theirs].flatMap((one) => Object.keys(one)))];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const field = fields.get(key);
      const asked = field !== undefined;
      // What the form does not ask is nobody's to choose: whoever changed it has it.
      const side = asked ? take(key) : base && alike(base[key], mine[key]) ? 'theirs' : 'mine';
      const value = field?.kind === 'table' ? tableOf(key, versions, take) : versions[side][key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
};
