import type { PolicyValue } from '@zhitongche/kernel';
import type { Reply } from '../../api/types.ts';

/** A figure with its definition and everything that was ever set. */
export type PolicyLine = Reply<'allPolicies'>[number];
/** One dated row of a figure. */
export type PolicyRowLine = PolicyLine['rows'][number];

/** The words of values that are kept as codes; empty where a value is its own word. */
export type Names = Readonly<Record<string, string>>;

const wordOf = (names: Names, value: string): string =>
  Object.hasOwn(names, value) ? (names[value] ?? value) : value;

/** The code of a word; undefined when there are names and this is none of them. */
const codeOf = (names: Names, word: string): string | undefined =>
  Object.keys(names).length === 0 ? word : Object.keys(names).find((code) => names[code] === word.trim());

/** A value in words with its unit. */
export const valueWords = (value: PolicyValue, unit: string, names: Names = {}): string => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return unit === '' ? String(value) : `${value} ${unit}`;
  if (typeof value === 'string') return value === '' ? '（空）' : wordOf(names, value);
  return value.length === 0 ? '（无）' : value.map((one) => wordOf(names, one)).join('、');
};

/** Where a row stands on a day. */
export type RowTime = 'ahead' | 'in-force' | 'past';

/** Whether a row is in force, still to come, or over on a day; of several the latest start wins. */
export const rowTimes = (rows: readonly PolicyRowLine[], today: string): ReadonlyMap<string, RowTime> => {
  const times = new Map<string, RowTime>();
  const won = new Set<string | null>();
  for (const row of rows.toSorted(
    (a, b) => b.validFrom.localeCompare(a.validFrom) || b.at.localeCompare(a.at),
  )) {
    if (row.validFrom > today) times.set(row.id, 'ahead');
    else if ((row.validTo !== null && row.validTo < today) || won.has(row.org)) times.set(row.id, 'past');
    else {
      won.add(row.org);
      times.set(row.id, 'in-force');
    }
  }
  return times;
};

/** The office-wide row in force on a day; undefined = the product's default holds. */
export const rowInForce = (line: PolicyLine, today: string): PolicyRowLine | undefined => {
  const times = rowTimes(line.rows, today);
  return line.rows.find((row) => row.org === null && times.get(row.id) === 'in-force');
};

/** What was typed as a value of the figure's type; undefined while it is none. */
export const readValue = (type: string, typed: string, names: Names = {}): PolicyValue | undefined => {
  const text = typed.trim();
  switch (type) {
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'list':
      return allOf(
        text
          .split(/[\s,，、;；]+/u)
          .filter((item) => item !== '')
          .map((item) => codeOf(names, item)),
      );
    default:
      return codeOf(names, typed);
  }
};

const allOf = (items: readonly (string | undefined)[]): readonly string[] | undefined => {
  const known = items.filter((item) => item !== undefined);
  return known.length === items.length ? known : undefined;
};

/** A value as the input starts with it. */
export const typedValue = (value: PolicyValue, names: Names = {}): string =>
  typeof value === 'boolean'
    ? value
      ? 'yes'
      : 'no'
    : typeof value === 'object'
      ? value.map((one) => wordOf(names, one)).join('、')
      : wordOf(names, String(value));
