import type { KeptRow } from './row.ts';

/** The line of a published budget something is about. */
export interface TargetOf {
  /** Four-digit budget year. */
  readonly year: number;
  readonly department: string;
  readonly project: string;
  /** Project code; empty where none is printed. */
  readonly code: string;
  readonly name: string;
}

/** How one line is answered, as somebody decided it. */
export interface TargetBinding extends TargetOf {
  readonly way: 'computed' | 'review' | 'survey' | 'evidence';
  /** Code of the measure that answers it, or that a reviewer sees beside; empty = none. */
  readonly measure: string;
  /** Name of the ceiling whose money it is about. */
  readonly ceiling: string;
  /** By which list or standard a reviewer judges. */
  readonly list: string;
  /** Share in percent that must be in time, and when one is. */
  readonly share: string;
  readonly rule: string;
  /** How a unit that is not the measure's is read. */
  readonly reading: string;
  readonly reason: string;
}

/** What a person found of a line, or the evidence of it. */
export interface TargetJudgement extends TargetOf {
  readonly way: 'review' | 'evidence';
  readonly day: string;
  readonly judge: string;
  readonly list: string;
  readonly verdict: string;
  readonly found: string;
  readonly lastYear: string;
  /** What the evidence is called or where it lies. */
  readonly evidence: string;
}

/** How the rows of a register answer published targets; null = a row does not, as it stands. */
export type Targets =
  | { readonly is: 'bindings'; of(row: Pick<KeptRow, 'answers' | 'stage'>): TargetBinding | null }
  | { readonly is: 'judgements'; of(row: Pick<KeptRow, 'answers' | 'stage'>): TargetJudgement | null };
