import type { Disclosure } from '../model/disclosure.ts';
import type { Sheet } from './sheet.ts';
import { sheetsOf } from './sheets.ts';

type Row = readonly (string | null)[];

/** One difference between two versions: a cell, or a row or sheet that came or went (column null). */
export interface Change {
  readonly sheet: string;
  readonly title: string;
  /** What the row is called: its words, or its position. */
  readonly row: string;
  readonly column: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed between two versions of a disclosure, in reading order. */
export function changesBetween(before: Disclosure, after: Disclosure): readonly Change[] {
  const old = new Map(sheetsMatched(before, after).map((sheet) => [sheet.id, sheet]));
  const now = sheetsOf(after);
  const gone = [...old.values()].filter((sheet) => !now.some((own) => own.id === sheet.id));
  return [
    ...now.flatMap((sheet) => {
      const was = old.get(sheet.id);
      return was === undefined ? [whole(sheet, 'after')] : sheetChanges(was, sheet);
    }),
    ...gone.map((sheet) => whole(sheet, 'before')),
  ];
}

const whole = (sheet: Sheet, side: 'before' | 'after'): Change => ({
  sheet: sheet.id,
  title: sheet.title,
  row: `${sheet.rows.length}行`,
  column: null,
  before: side === 'before' ? sheet.title : null,
  after: side === 'after' ? sheet.title : null,
});

/** The sheets of an earlier version under the ids they have in a later one: goal forms are told apart by code, then by name, not by position. */
export function sheetsMatched(before: Disclosure, after: Disclosure): readonly Sheet[] {
  const partner = matchedProjects(before, after);
  const id = (own: string): string =>
    own.replace(/^project:(\d+)/, (_, at: string) => {
      const to = partner.get(Number(at) - 1);
      return to === undefined ? `project:gone-${at}` : `project:${to + 1}`;
    });
  return sheetsOf(before).map((sheet) => ({ ...sheet, id: id(sheet.id) }));
}

/** Position of each earlier goal form's successor; forms without one have gone. */
export function matchedProjects(before: Disclosure, after: Disclosure): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const codeOf = (form: Disclosure['projects'][number]): string | null =>
    form.layout === 'payment-plan'
      ? form.code
      : form.unitName && form.name
        ? `${form.unitName} ${form.name}`
        : null;
  for (const same of [
    (a: Disclosure['projects'][number], b: typeof a) => codeOf(a) !== null && codeOf(a) === codeOf(b),
    (a: Disclosure['projects'][number], b: typeof a) => a.name !== null && a.name === b.name,
    (a: Disclosure['projects'][number], b: typeof a) => a.name === null && b.name === null,
  ])
    for (const [at, form] of before.projects.entries()) {
      if (found.has(at)) continue;
      const to = after.projects.findIndex((own, index) => !taken.has(index) && same(form, own));
      if (to < 0) continue;
      found.set(at, to);
      taken.add(to);
    }
  // A form that was only renamed still stands where it stood.
  for (const at of before.projects.keys())
    if (!found.has(at) && at < after.projects.length && !taken.has(at)) {
      found.set(at, at);
      taken.add(at);
    }
  return found;
}

/** For each row of a sheet the row it was before, undefined where there was none. */
export function rowsBefore(was: Sheet, is: Sheet): readonly (Row | undefined)[] {
  if (!is.growable) return is.rows.map((_, at) => was.rows[at]);
  return aligned(was, is).flatMap(([before, after]) => (after === undefined ? [] : [before]));
}

function sheetChanges(was: Sheet, is: Sheet): readonly Change[] {
  const pairs = is.growable ? aligned(was, is) : is.rows.map((row, at): Pair => [was.rows[at], row]);
  return pairs.flatMap(([before, after], at): readonly Change[] => {
    const row = rowName(is, after ?? before ?? [], at);
    const own = { sheet: is.id, title: is.title, row };
    if (before === undefined || after === undefined)
      return [{ ...own, column: null, before: printed(before), after: printed(after) }];
    return is.columns.flatMap((column, index) => {
      const [from, to] = [before[index] ?? null, after[index] ?? null];
      // A running number that moved because a row came in above is no change anybody made.
      return from === to || column.fixed !== undefined || column.key === 'seq'
        ? []
        : [{ ...own, column: column.label, before: from, after: to }];
    });
  });
}

const printed = (row: Row | undefined): string | null =>
  row === undefined ? null : row.flatMap((cell) => cell ?? []).join(' | ');

/** The words that tell a row apart: its first two cells of words, else its position. */
function rowName(sheet: Sheet, row: Row, at: number): string {
  const named = sheet.columns.flatMap(({ kind, key }, index) =>
    kind === 'figure' || key === 'seq' ? [] : (row[index] ?? []),
  );
  return named.slice(0, 2).join(' ').slice(0, 40) || `第${at + 1}行`;
}

type Pair = readonly [before: Row | undefined, after: Row | undefined];

/** Rows paired by a longest common subsequence of their names; what stands between two pairs is paired in order, the rest came or went. */
function aligned(was: Sheet, is: Sheet): readonly Pair[] {
  const key = (sheet: Sheet, row: Row): string => rowName(sheet, row, -1);
  const [a, b] = [was.rows.map((row) => key(was, row)), is.rows.map((row) => key(is, row))];
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  const between = (untilI: number, untilJ: number): void => {
    while (i < untilI && j < untilJ) pairs.push([was.rows[i++], is.rows[j++]]);
    while (i < untilI) pairs.push([was.rows[i++], undefined]);
    while (j < untilJ) pairs.push([undefined, is.rows[j++]]);
  };
  for (const [x, y] of common(a, b)) {
    between(x, y);
    pairs.push([was.rows[i++], is.rows[j++]]);
  }
  between(a.length, b.length);
  return pairs;
}

/** Positions of a longest common subsequence; beginnings and ends that agree cost nothing. */
function common(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1;
  const [n, m] = [a.length - head - tail, b.length - head - tail];
  const width = m + 1;
  const longest = new Uint32Array((n + 1) * width);
  const at = (x: number, y: number): number => longest[x * width + y] ?? 0;
  for (let x = n - 1; x >= 0; x -= 1)
    for (let y = m - 1; y >= 0; y -= 1)
      longest[x * width + y] =
        a[head + x] === b[head + y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  const pairs: (readonly [number, number])[] = Array.from({ length: head }, (_, k) => [k, k]);
  let [x, y] = [0, 0];
  while (x < n && y < m)
    if (a[head + x] === b[head + y]) pairs.push([head + x++, head + y++]);
    else if (at(x + 1, y) >= at(x, y + 1)) x += 1;
    else y += 1;
  for (let k = tail; k > 0; k -= 1) pairs.push([a.length - k, b.length - k]);
  return pairs;
}
