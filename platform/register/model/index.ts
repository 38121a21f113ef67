export { bookingChecks, pickedFact } from './booking-checks.ts';
export { type Booking, type Slot, bookedId, capacityOf, slotOf } from './booking.ts';
export type { CommandSent, Likeness, RowCommand } from './command.ts';
export { decideRow } from './decide-row.ts';
export type { RowDeciding, RowDecision } from './deciding-row.ts';
export { defineRegister } from './define-register.ts';
export { applyToRow, foldRow } from './fold-row.ts';
export {
  type Hearing,
  type KeptColumn,
  type Move,
  type Reader,
  type RegisterKind,
  type RowContext,
  type SampleMove,
  type SampleRow,
  type Stages,
  nounOf,
  orderedBy,
} from './kind.ts';
export { movedByClock, movesFrom, needsNoWords } from './moving.ts';
export { asProposed } from './proposing.ts';
export {
  type RegisterReach,
  keepsRow,
  mayOpenRegister,
  registerReach,
  rowClearance,
  seesRow,
  takesMove,
} from './register-access.ts';
export { askedPart, orgOf, setByMoves } from './row-answers.ts';
export { nextTick, remindersDue, rowDues } from './row-dates.ts';
export { rowNotOpen, takenProblem } from './row-problems.ts';
export {
  type RowTimer,
  type TimerSetting,
  type TimerStand,
  nextTimer,
  rowTimers,
  timersDue,
} from './row-timers.ts';
export { type CaseRef, type KeptRow, type RowEvent, type RowHappened, type RowRef, farOf } from './row.ts';
