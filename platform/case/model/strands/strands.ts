import type { CaseState } from '../state.ts';
import type { Strand } from './case-strand.ts';

/** A state a strand may be in. */
export interface StrandState {
  readonly label: string;
  readonly tone?: 'wait' | 'good' | 'bad' | 'idle';
  /** Policy key with the working days a strand may stay in it. */
  readonly days?: string;
}

/** Several things one case is about, each with a state, date, note and clock of its own: 文书, 经济体, 各人签证. */
export interface StrandsDef {
  /** Heading, and what one of them is counted by: 各经济体审批, 个经济体. */
  readonly label: string;
  readonly one: string;
  /**
   * What they are, by the case as it stands. `id` is stored and stands in papers' names: it never changes with the answers
   * and tells nothing private; `label` is read from the answers as their reader may see them.
   */
  of(
    state: Pick<CaseState, 'answers' | 'records'>,
  ): readonly { readonly id: string; readonly label: string }[];
  readonly states: Readonly<Record<string, StrandState>>;
  /** State they begin in. */
  readonly first: string;
  /** Only the offices read them, not whoever filed. */
  readonly inward?: true;
}

/** What an act does to strands: those chosen, of the ones it may move. */
export interface ActStrands {
  /** Key of the service's `strands`. */
  readonly of: string;
  /** States it moves them from; absent = any other than `to`. */
  readonly from?: readonly string[];
  readonly to: string;
  /** The day it happened is asked for: of an answer from outside, say. */
  readonly dated?: true;
}

/** Strands of a kind the case is about now. */
export const strandsOf = (
  { strands = {} }: Pick<CaseState, 'strands'>,
  kind: string,
): readonly (Strand & { readonly id: string })[] =>
  Object.entries(strands[kind] ?? {}).flatMap(([id, strand]) => (strand.gone ? [] : [{ id, ...strand }]));

/** Whether every strand stands in one of these states; never while there is none. */
export const allStrands = (state: CaseState, kind: string, ...states: readonly string[]): boolean => {
  const all = strandsOf(state, kind);
  return all.length > 0 && all.every((strand) => states.includes(strand.state));
};

/** Whether one of the strands stands in one of these states. */
export const anyStrand = (state: CaseState, kind: string, ...states: readonly string[]): boolean =>
  strandsOf(state, kind).some((strand) => states.includes(strand.state));

/** Ids of the strands an act may move now. */
export const movable = (state: CaseState, { of, from, to }: ActStrands): readonly string[] =>
  strandsOf(state, of)
    .filter((strand) => (from ? from.includes(strand.state) : strand.state !== to))
    .map(({ id }) => id);
