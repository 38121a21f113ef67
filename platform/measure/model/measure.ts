import type { Json } from '@zhitongche/base';
import type { CaseState } from '@zhitongche/case';
import type { KeptRow, TimerStand } from '@zhitongche/register';

/** What a measure adds up; things of different sorts are never added to one another. */
export type MeasureSort =
  | 'cases'
  | 'things'
  | 'groups'
  /** Each person once, however often. */
  | 'persons'
  | 'person-times'
  /** Yuan, decimal. */
  | 'money'
  /** Part of those that could: 0 to 1. */
  | 'rate'
  /** Mean of lines, in the unit of the measure: scores. */
  | 'mean'
  /** The line in the middle, in the unit of the measure: days, where a few long ones must not speak for all. */
  | 'median'
  /** Mean, milliseconds. */
  | 'duration';

/** What one case or row adds to a measure. */
export interface Line {
  /** Calendar day it counts on, Asia/Shanghai. */
  readonly day: string;
  /** How much, a decimal; of a rate 1 where it holds and 0 where not, of a duration its milliseconds. */
  readonly n: string;
  /** Whom it is about, where each person counts once: a number or name, kept as a digest only. */
  readonly who?: string;
}

/** Something an office counts. */
export interface Measure<S> {
  /** Unique in the product: `out.groups`. */
  readonly code: string;
  readonly name: string;
  /** What is counted, and what is left out, in one sentence. */
  readonly what: string;
  /** What stands behind the figure: 个、人次、元 …; empty of a rate and a duration. */
  readonly unit: string;
  readonly sort: MeasureSort;
  /** Places of a mean behind the point; absent = one. */
  readonly places?: number;
  /** Raised when the way of counting changes: everything is then counted anew. */
  readonly edition: number;
  /** What a subject adds as it stands; it says nothing that is private but `who`. */
  lines(subject: S): readonly Line[];
}

/** A row as a measure sees it. */
export interface RowSubject {
  readonly row: KeptRow;
  readonly timers: readonly TimerStand[];
}

/** A case as a measure sees it: one that came out of its unit. */
export interface CaseSubject {
  readonly state: CaseState;
  readonly unit: string;
  /** Rows the case has in a register of its service, as it stands. */
  rows(register: string): readonly Readonly<Record<string, Json | undefined>>[];
}

/** What the rows of one register come to. */
export interface RowMeasures {
  readonly kind: 'row-measures';
  readonly register: string;
  readonly measures: readonly Measure<RowSubject>[];
}

/** What the cases of one service come to. */
export interface CaseMeasures {
  readonly kind: 'case-measures';
  readonly service: string;
  readonly measures: readonly Measure<CaseSubject>[];
}

/** The measures of a folder, as the catalogue finds them. */
export type Measures = RowMeasures | CaseMeasures;

/** What the rows of a register come to. */
export const measureRows = (register: string, measures: readonly Measure<RowSubject>[]): RowMeasures => ({
  kind: 'row-measures',
  register,
  measures,
});

/** What the cases of a service come to, whatever the version they are filed under. */
export const measureCases = (service: string, measures: readonly Measure<CaseSubject>[]): CaseMeasures => ({
  kind: 'case-measures',
  service,
  measures,
});
