import { dayInShanghai, isJsonObject, type Json, plainText, searchedBy } from '@zhitongche/base';
import { pinyinInitials, pinyinOrder } from '@zhitongche/formats';
import { type Answers, clears, type Facts, type Field, fieldAt, showAnswer } from '@zhitongche/form';
import { type Keys, lookupDigest, lookupDigests } from '@zhitongche/core/server';
import { type KeptRow, nextTick, type RegisterKind, rowDues } from '@zhitongche/register';
import type { PolicyReader } from '@zhitongche/office';
import { openPart } from './sealed-kept.ts';

/** What the columns of a row are computed with besides it. */
export interface RowKnowledge {
  readonly policy: PolicyReader;
  readonly facts: Pick<Facts, 'table'>;
}

/** Columns of a kept row by which it is found and listed. */
export interface RowColumns {
  readonly org: string;
  readonly stage: string;
  readonly title: string;
  /** By what it stands in a list ordered by names. */
  readonly nameKey: string;
  readonly uniqueKey: string | null;
  readonly nearKey: string | null;
  readonly publicKey: string | null;
  readonly day: string;
  readonly due: string | null;
  readonly tickOn: string | null;
  readonly grams: readonly string[];
  readonly facets: readonly string[];
  readonly keys: readonly string[];
  readonly retiredAt: string | null;
}

const fieldOf = (kind: RegisterKind, key: string): Field | undefined => fieldAt(kind.whole, key)?.field;

const textOf = (value: Json | undefined): string =>
  typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : isJsonObject(value) && typeof value.id === 'string'
        ? value.id
        : JSON.stringify(value);

/** A text in one width and case without blanks: what names a thing exactly. */
const exact = (text: string): string => plainText(text).replaceAll(/\s/g, '');
/** Letters and digits only: what differs in blanks and signs may be the same name. */
const bare = (text: string): string => plainText(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

const TAKEN = '\u0001';

/** The values of some fields as one text; null while one of them is missing. */
const joined = (
  fields: readonly string[] | undefined,
  answers: Answers,
  plain: (text: string) => string = exact,
): string | null => {
  if (!fields) return null;
  const texts = fields.map((key) => plain(textOf(answers[key])));
  return texts.includes('') ? null : texts.join(TAKEN);
};

const isOpen = (kind: RegisterKind, fields: readonly string[] = []): boolean =>
  fields.every((key) => clears('open', fieldOf(kind, key)?.sensitivity));

/** Whether things of a register are named by what is private. */
export const namesPrivately = (kind: RegisterKind): boolean => !isOpen(kind, kind.unique);

/** What names a thing, as it is stored: in clear where every field is open, else as a digest. */
export const uniqueKey = (kind: RegisterKind, answers: Answers, keys: Keys): string | null => {
  const text = joined(kind.unique, answers);
  if (text === null || isOpen(kind, kind.unique)) return text;
  return lookupDigest(text, keys);
};

/** Every form in which the same thing may be stored while the master secret changes. */
export const uniqueKeys = (kind: RegisterKind, answers: Answers, keys: Keys): readonly string[] => {
  const text = joined(kind.unique, answers);
  if (text === null) return [];
  return isOpen(kind, kind.unique) ? [text] : lookupDigests(text, keys);
};

/** By what a thing may be known under another name, in every form it may be stored. */
export const nearKeys = (kind: RegisterKind, answers: Answers, keys: Keys): readonly string[] => {
  const text = joined(kind.near, answers, bare);
  if (text === null) return [];
  return isOpen(kind, kind.near) ? [text] : lookupDigests(text, keys);
};

/** What a stranger must know in full, as one text; null while one of it is missing. */
export const publicText = (kind: RegisterKind, answers: Answers): string | null => {
  const text = joined(kind.public?.by, answers);
  return text === null ? null : `public${TAKEN}${kind.code}${TAKEN}${text}`;
};

/** Kinds that name one person, body or document. */
const NUMBERS = ['citizen-id', 'passport', 'uscc'];

/** Numbers a row is found by whole, whatever becomes of it. */
export const numbersOf = (kind: RegisterKind, answers: Answers): readonly string[] =>
  Object.values(kind.whole).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([key, field]) => {
      const value = answers[key];
      return NUMBERS.includes(field.kind) && typeof value === 'string' && value !== '' ? [value] : [];
    }),
  );

/** By what lists of a register are filtered, of one row. */
export const facetsOf = (
  kind: Pick<RegisterKind, 'code' | 'columns'>,
  answers: Answers,
  facts: Pick<Facts, 'table'>,
): readonly string[] =>
  kind.columns.flatMap(({ key, filter, of }) => {
    const value = of ? of(answers, facts) : answers[key];
    if (!filter || value === undefined || value === null || value === '') return [];
    return (Array.isArray(value) ? value : [value]).map((one) => facet(kind.code, key, textOf(one)));
  });

/** A value of a column as lists are filtered by it. */
export const facet = (register: string, key: string, value: string): string => `${register}:${key}=${value}`;

/** A name a rule is cited by, among the values a row is found by. */
export const citedAs = ({ code }: RegisterKind, title: string): string => facet(code, '$cited', exact(title));

/** Filter by which the rows of one shared list are found. */
export const LIST = '$list';

const listedBy = ({ code }: RegisterKind, { asked, list }: KeptRow): readonly string[] =>
  [asked?.list ?? list].flatMap((one) => (one ? [facet(code, LIST, one.id)] : []));

const citedIn = (kind: RegisterKind, answers: Answers): readonly string[] => {
  if (!kind.cited) return [];
  const [table, column] = kind.cited.names;
  const lines = answers[table];
  return (Array.isArray(lines) ? lines : []).flatMap((line: Json) => {
    const name = isJsonObject(line) ? line[column] : undefined;
    return typeof name === 'string' && name !== '' ? [citedAs(kind, name)] : [];
  });
};

const wordsOf = (kind: RegisterKind, answers: Answers): readonly string[] => [
  kind.title(answers),
  ...Object.values(kind.whole).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([key, field]) => {
      const value = answers[key];
      if (value === undefined || value === null || field.kind === 'files') return [];
      return field.kind === 'table' ? textsIn(value) : [showAnswer(field, value)];
    }),
  ),
];

/** Beginnings of the initials of a name, as they are typed: `m`, `mm`, `mmy`. */
const initialsOf = (title: string): readonly string[] =>
  Array.from(pinyinInitials(title), (_, index) => typedInitials(pinyinInitials(title).slice(0, index + 1)));

/** What stands among the grams of a row for initials typed. */
export const typedInitials = (typed: string): string => `py:${typed}`;

const textsIn = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap((one) => (one === undefined ? [] : textsIn(one)))
    : [];
};

/** Everything a row is found by. `sealed` are its answers as stored, whose open part alone is searched and shown. */
export const columnsOf = (
  kind: RegisterKind,
  row: KeptRow,
  sealed: Answers,
  { keys, policy, facts }: RowKnowledge & { readonly keys: Keys },
): RowColumns => {
  const open = openPart(sealed);
  const day = kind.day === undefined ? undefined : row.answers[kind.day];
  const live = row.retired === null;
  const known = live ? publicText(kind, row.answers) : null;
  const near = joined(kind.near, row.answers, bare);
  const title = kind.title(open);
  return {
    org: row.org,
    stage: row.stage,
    title,
    nameKey: pinyinOrder(title) || ' ',
    uniqueKey: live ? uniqueKey(kind, row.answers, keys) : null,
    nearKey: near === null || isOpen(kind, kind.near) ? near : lookupDigest(near, keys),
    publicKey: known === null ? null : lookupDigest(known, keys),
    day: typeof day === 'string' ? day : dayInShanghai(row.enteredAt),
    due: rowDues(kind, row)[0]?.day ?? null,
    tickOn: nextTick(kind, row, policy),
    grams: [...searchedBy(wordsOf(kind, open)), ...initialsOf(title)],
    facets: [...facetsOf(kind, open, facts), ...citedIn(kind, open), ...listedBy(kind, row)],
    keys: numbersOf(kind, row.answers).map((number) => lookupDigest(number, keys)),
    retiredAt: row.retired?.at ?? null,
  };
};
