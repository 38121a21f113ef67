import type { Basis } from '@zhitongche/base';

/** What kinds of figures there are; `money` is a fee: an amount as text, whose rows may not overlap and whose gaps are none at all. */
export type PolicyKind = 'number' | 'yes-no' | 'text' | 'list' | 'money';

/** A figure or switch that offices set differently; every service declares the ones it reads. */
export interface PolicyDef {
  /** Dotted key, service first: `outbound-trip.max-days.1`. */
  readonly key: string;
  readonly label: string;
  readonly type: PolicyKind;
  /** Unit shown behind the number: 天, 工作日, 人, % … */
  readonly unit?: string;
  readonly default: PolicyValue;
  /** Least and greatest number that may be set; a row beyond counts as if it were not there. */
  readonly bounds?: readonly [least: number, most: number];
  /** Words a list or a text takes, each with what screens call it; absent = any. */
  readonly among?: Readonly<Record<string, string>>;
  /** Words of these that a list set by an office always has. */
  readonly always?: readonly string[];
  /** True when a row counts only after a second administrator confirmed it. */
  readonly seconded?: boolean;
  readonly basis?: Basis;
  /** Read by more than one service or register; its key begins with the first of them. */
  readonly shared?: true;
  /** True when the default is an assumption an office must confirm. */
  readonly unconfirmed?: boolean;
}

/** What a policy row may hold. */
export type PolicyValue = number | boolean | string | readonly string[];

/** One dated row set by an office (or one of its cities); the latest `validFrom` not after the day wins. */
export interface PolicyRow {
  readonly key: string;
  /** Organisation the row is for; absent = whole office. */
  readonly org?: string;
  readonly value: PolicyValue;
  readonly validFrom: string;
  /** Last day in force, inclusive; absent = open. */
  readonly validTo?: string;
  readonly source: string;
}

/** Reads the figures in force for one case on one day; asking for an undeclared key or a wrong type throws (a bug). */
export interface PolicyReader {
  number(key: string): number;
  flag(key: string): boolean;
  text(key: string): string;
  list(key: string): readonly string[];
  /**
   * The fee in force; undefined on a day no row covers, once the office has set one. The definition's default, where it has
   * an amount, holds only while the office has set none.
   */
  money(key: string): string | undefined;
  /** The basis to cite with the figure: the row's source when an office set it, else the definition's. */
  basis(key: string): Basis | undefined;
}

/** A figure an office sets itself; without the rule it comes from, its default waits to be confirmed. */
export const figure = (
  key: string,
  label: string,
  preset: number | readonly string[],
  more: Pick<PolicyDef, 'unit' | 'bounds' | 'basis' | 'among' | 'shared'> = {},
): PolicyDef => ({
  key,
  label,
  type: typeof preset === 'number' ? 'number' : 'list',
  default: preset,
  ...more,
  ...(more.basis ? {} : { unconfirmed: true }),
});
