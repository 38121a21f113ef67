import type { Json } from '@zhitongche/base';
import { countIn, rowsAt, textIn, textsIn } from '../../shared/lookup-rows.ts';

/** `budget-draft`: the newest fixed version of the budget this case prepares, proved and held against control and approved figures. */
export type BudgetDraftAnswer = {
  /** Number and SM3 digest of the newest fixed version; null while there is none. */
  readonly version: number | null;
  readonly digest: string | null;
  /** Number of the version that is public, null when none is. */
  readonly published: number | null;
  /** Sums by category in 万元. */
  readonly totals: Readonly<Record<string, string | null>>;
  /** Cells that are no numbers. */
  readonly unsound: number;
  /** Checks that do not hold, and the first of them in words. */
  readonly unequal: number;
  readonly unequalAt: readonly string[];
  readonly over: readonly BudgetGap[];
  readonly under: readonly BudgetGap[];
  /** Categories that differ from the approved figures. */
  readonly off: readonly BudgetGap[];
};
/** A category that is not the figure it is held to. */
export type BudgetGap = {
  readonly key: string;
  readonly label: string;
  readonly limit: string;
  readonly now: string;
  readonly by: string;
  /** Cells behind the sum, in words. */
  readonly cells: readonly string[];
};

const orNull = <T>(value: T | undefined): T | null => value ?? null;
const numberIn = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;
const gapsAt = (answer: Json | undefined, list: string): readonly BudgetGap[] =>
  rowsAt(answer, list).map((row) => ({
    key: textIn(row.key),
    label: textIn(row.label),
    limit: textIn(row.limit),
    now: textIn(row.now),
    by: textIn(row.by),
    cells: textsIn(row.cells),
  }));

/** Reads an answer of `budget-draft`; undefined while the server has not answered. */
export const budgetDraft = (answer: Json | undefined): BudgetDraftAnswer | undefined => {
  if (!(answer instanceof Object) || Array.isArray(answer)) return undefined;
  const at = (key: string): Json | undefined => Reflect.get(answer, key);
  const digest = at('digest');
  const totals = at('totals');
  return {
    version: orNull(numberIn(at('version'))),
    digest: typeof digest === 'string' ? digest : null,
    published: orNull(numberIn(at('published'))),
    totals:
      totals instanceof Object && !Array.isArray(totals)
        ? Object.fromEntries(
            Object.entries(totals).map(([key, value]) => [key, typeof value === 'string' ? value : null]),
          )
        : {},
    unsound: countIn(at('unsound')),
    unequal: countIn(at('unequal')),
    unequalAt: textsIn(at('unequalAt')),
    over: gapsAt(answer, 'over'),
    under: gapsAt(answer, 'under'),
    off: gapsAt(answer, 'off'),
  };
};
