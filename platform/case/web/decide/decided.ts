import type { CaseView, OpenActShape } from '@zhitongche/contract';

/** What one has just decided: what it was, in which words, and the act that takes it back while nobody has built on it. */
export interface Decided {
  readonly after: CaseView;
  readonly verb: string;
  readonly words: string;
  readonly at: string;
  readonly undo: OpenActShape | undefined;
  /** Where the case stood in the inbox, from 0. */
  readonly place: number;
}

/** Reads it off the case afterwards; nothing where the last word was not this person's decision, or the case waits for the same person again. */
export const decidedOf = (after: CaseView, person: string, place: number): Decided | null => {
  const last = after.timeline.findLast(({ body }) => body.type === 'decided');
  if (last?.body.type !== 'decided' || last.doer.id !== person) return null;
  if (after.row.seat !== null || after.acts.some(({ primary }) => primary)) return null;
  return {
    after,
    verb: last.body.label,
    words: last.body.opinion ?? '',
    at: last.at,
    undo: after.acts.find(({ kind, step }) => kind === 'withdraw' && step !== ''),
    place,
  };
};
