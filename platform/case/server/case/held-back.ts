import type { CaseEvent, CaseState, LastAct } from '@zhitongche/case';
import type { PolicyReader } from '@zhitongche/office';

/** What of an act waits, and until when: whom it would tell has not been told while it can be taken back. */
export interface Held {
  /** Names the act among those of its case whose notices still wait. */
  readonly act: string;
  /** ISO instant, UTC. */
  readonly until: string;
}

const nameOf = ({ doer, seat, depth }: LastAct): string => `${doer.id}/${seat ?? ''}/${depth}`;

/** Acts that can be taken back hold their notices for the seconds an office allows; all others tell at once. */
export const heldBack = (
  after: CaseState,
  events: readonly CaseEvent[],
  { policy, now }: { readonly policy: PolicyReader; readonly now: Date },
): Held | null => {
  const own = events.some(({ type }) => type === 'decided' || type === 'submitted');
  if (!own || after.lastAct === null) return null;
  const seconds = policy.number('case.undo-seconds');
  if (seconds <= 0) return null;
  return { act: nameOf(after.lastAct), until: new Date(now.getTime() + seconds * 1000).toISOString() };
};

/** The act these events take back; null where they take none back. */
export const recalledBy = (before: CaseState, events: readonly CaseEvent[]): string | null =>
  before.lastAct !== null && events.some(({ type }) => type === 'withdrawn') ? nameOf(before.lastAct) : null;
