import { FlowDefinitionError, write } from '../decision-builder.ts';
import { currentSeats } from '../seats.ts';
import { settleUntil } from '../transitions.ts';
import { type Act, DONE } from './act.ts';

/**
 * 撤回: the last act is undone as if it had not been, while nobody after has acted; the record keeps both.
 * @throws FlowDefinitionError.
 */
export const withdraw: Act = (journal) => {
  const { lastAct, step } = journal.state;
  if (!lastAct) throw new FlowDefinitionError('没有可撤回的办理', 'nothing to take back');
  const entered = currentSeats(journal.state).filter(
    (seat) => seat.status === 'open' && seat.entry > lastAct.depth,
  );
  const applicant = lastAct.step === null;
  write(journal, {
    type: 'withdrawn',
    from: step ?? '',
    to: applicant ? lastAct.resumeAt : lastAct.step,
    by: applicant ? 'applicant' : 'decider',
    ...(applicant ? { answered: true as const } : {}),
  });
  const seats = entered.map((seat) => seat.id);
  if (seats.length > 0) write(journal, { type: 'seats-released', seats, why: 'left' });
  // What the step waits for may have come since it was left.
  settleUntil(journal);
  return DONE;
};
