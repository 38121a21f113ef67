import type { PolicyValue } from '@zhitongche/office';
import type { Reply } from '@zhitongche/contract/web';

/** A figure with its definition and everything that was ever set. */
export type PolicyLine = Reply<'allPolicies'>[number];
/** One dated row of a figure. */
export type PolicyRowLine = PolicyLine['rows'][number];

/** A value in words with its unit. */
export const valueWords = (value: PolicyValue, unit: string, among: PolicyLine['among'] = {}): string => {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return unit === '' ? String(value) : `${value} ${unit}`;
  if (typeof value === 'string') return value === '' ? '（空）' : (among[value] ?? value);
  return value.length === 0 ? '（无）' : value.map((word) => among[word] ?? word).join('、');
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

const UNSOURCED = '尚无依据的预设值';

/** The document a figure comes from, without its article: figures of one document are confirmed together. */
export const sourceOf = ({ basis }: Pick<PolicyLine, 'basis'>): string =>
  basis.split(/ (?=第[〇零一二三四五六七八九十百\d]+条|§)/)[0]?.trim() || UNSOURCED;

/** What the source of a confirmed group begins with; where there is none the office names its own. */
export const confirmedBy = (source: string): string => (source === UNSOURCED ? '' : source);
