import type { KeptRow } from './row.ts';

/** A line of what was spent. */
export interface SpendingLine {
  /** Calendar day it was paid on. */
  readonly day: string;
  /** Yuan, decimal; below nothing where money came back. */
  readonly amount: string;
  /** Code of the class by function; empty = not known yet. */
  readonly function: string;
  /** Code of the class by economic nature. */
  readonly economic: string;
  /** Project code; empty for what keeps the office running. */
  readonly project: string;
  /** Purpose a ceiling of its own may name. */
  readonly purpose: string;
  /** Nobody has said yet where it belongs: told apart, it counts under no ceiling. */
  readonly waits: boolean;
}

/** Money kept back for something that was approved and is not paid yet. */
export interface Hold {
  /** Day it is expected to be spent on: it counts in that year. */
  readonly day: string;
  readonly amount: string;
  readonly economic: string;
  readonly project: string;
}

/** What may be spent in a year on something, and how it is to be paid out over the year. */
export interface Ceiling {
  readonly name: string;
  /** Four-digit budget year. */
  readonly year: number;
  readonly amount: string;
  /** Project code it is for; empty = of every project. */
  readonly project: string;
  /** Codes by economic nature it is for, each with what lies below it; none = all. */
  readonly economic: readonly string[];
  readonly purpose: string;
  /** Set for one of the three public expenses (三公经费). */
  readonly publicExpense: 'abroad' | 'vehicle-purchase' | 'vehicle-running' | 'reception' | null;
  /** Cumulative percentages by the end of months, null where the plan says nothing. */
  readonly plan: readonly { readonly month: number; readonly percent: string | null }[];
}

/** How the rows of a register take part in the books of what is spent; null = a row does not, as it stands. */
export type Spending =
  | {
      readonly is: 'lines';
      /** Column by whose values, classes by economic nature, lines are found: a filter. */
      readonly economic: string;
      of(row: Pick<KeptRow, 'answers' | 'stage'>): SpendingLine | null;
    }
  | { readonly is: 'holds'; of(row: Pick<KeptRow, 'answers' | 'stage'>): Hold | null }
  | { readonly is: 'ceilings'; of(row: Pick<KeptRow, 'answers' | 'stage'>): Ceiling | null };
