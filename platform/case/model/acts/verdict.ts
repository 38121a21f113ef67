import { type ActDef, actKey, type Step } from '../flow.ts';
import { type DecisionBuilder, write } from '../decision-builder.ts';
import { close, follow, move, releaseOpen, runEffects, stepOf } from '../transitions.ts';
import { awaitedAfter, awaitedBefore, currentSeats, ownSeats, panelOutcome, verdictOf } from '../seats.ts';
import type { Seat } from '../state.ts';
import { type Act, DONE, writeDecided } from './act.ts';

const defsOf = (step: Step): readonly ActDef[] => ('acts' in step ? step.acts : []);

const defBy = (step: Step, key: string | undefined): ActDef | undefined =>
  defsOf(step).find((def) => actKey(def) === key);

const readySeats = (journal: DecisionBuilder, seats: readonly Seat[]): void => {
  const waiting = seats.filter((seat) => seat.status === 'open' && !seat.ready).map((seat) => seat.id);
  if (waiting.length > 0) write(journal, { type: 'seat-ready', seats: waiting });
};

const seatNow = (journal: DecisionBuilder, id: string): Seat | undefined =>
  currentSeats(journal.state).find((seat) => seat.id === id);

/** The case leaves a one-seat step by the act its owner chose, or by the refusal of a signer added after. */
const leaveWork = (
  journal: DecisionBuilder,
  step: Step,
  def: ActDef | undefined,
  verdict: 'agree' | 'refuse',
): void => {
  const effects = def?.effects ?? [];
  const road = def?.to ?? (verdict === 'agree' && 'next' in step ? step.next : undefined);
  const to = road === undefined ? undefined : follow(journal, road, effects);
  runEffects(journal, effects);
  if (to !== undefined) return move(journal, to);
  releaseOpen(journal, 'left');
  close(journal, 'refused');
};

const settlePanel = (
  journal: DecisionBuilder,
  owner: Seat,
  def: ActDef | undefined,
  verdict: 'agree' | 'refuse',
): void => {
  const step = stepOf(journal, journal.state.step);
  if (step.kind !== 'panel') return;
  runEffects(journal, def?.effects ?? []);
  const outcome = panelOutcome(journal.state);
  if (outcome === 'passed') return move(journal, follow(journal, step.next), 'rule-met');
  if (outcome === 'failed') return move(journal, follow(journal, step.onFail), 'cannot-pass');
  if (journal.state.rule === 'in-order' && verdict === 'agree') {
    const seats = ownSeats(journal.state);
    const following = seats[seats.findIndex((seat) => seat.id === owner.id) + 1];
    if (following) readySeats(journal, [following]);
  }
};

/** Draws the consequences once a seat has given its verdict: waiting signers get ready, the step may be decided. */
const settle = (journal: DecisionBuilder, seatId: string): void => {
  const seat = seatNow(journal, seatId);
  const step = stepOf(journal, journal.state.step);
  const owner = seat?.addedBy === undefined ? seat : seatNow(journal, seat.addedBy);
  if (!seat || !owner) return;
  if (seat.where === 'before') {
    if (awaitedBefore(journal.state, owner).length === 0) readySeats(journal, [owner]);
    return;
  }
  const verdict = verdictOf(journal.state, owner);
  if (verdict === 'pending') return readySeats(journal, awaitedAfter(journal.state, owner));
  const decider = verdict === owner.verdict ? owner : seat;
  const def = defBy(step, decider.act);
  if (verdict === 'refuse') {
    const needless = awaitedAfter(journal.state, owner).map((waiting) => waiting.id);
    if (needless.length > 0) write(journal, { type: 'seats-released', seats: needless, why: 'cannot-pass' });
  }
  if (step.kind === 'panel') settlePanel(journal, owner, def, verdict);
  else leaveWork(journal, step, def, verdict);
};

/** 同意 and 不予同意: the seat's verdict, and whatever follows from it by the rule of the step. */
export const giveVerdict: Act = (journal, asked) => {
  const { seat, kind, def } = asked.opening;
  writeDecided(journal, asked);
  if (seat !== null) {
    settle(journal, seat);
    return DONE;
  }
  leaveWork(journal, stepOf(journal, journal.state.step), def, kind === 'refuse' ? 'refuse' : 'agree');
  return DONE;
};
