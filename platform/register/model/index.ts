export { bookingChecks, pickedFact, tooLateToCancel } from './booking-checks.ts';
export {
  type Booking,
  type Resource,
  type Slot,
  bookedId,
  capacityOf,
  openingOn,
  slotOf,
} from './booking.ts';
export type { CheckIn } from './check-in.ts';
export type { CommandSent, Likeness, RowCommand } from './command.ts';
export { decideRow, unchangeable } from './decide-row.ts';
export type { RowDeciding, RowDecision } from './deciding-row.ts';
export { type PlanForm, definePlan } from './define-plan.ts';
export { defineRegister } from './define-register.ts';
export { defineSupply } from './define-supply.ts';
export { DOOR_PERIOD, DOOR_TAG, codeOf, readCode } from './door-code.ts';
export {
  type Duty,
  type Occasion,
  STOPPED,
  defineDuty,
  dutyPolicy,
  isDutyRule,
  nextOccasion,
  occasionsDue,
} from './duty.ts';
export { applyToRow, foldRow } from './fold-row.ts';
export { type GivenMove, type GivenStages, type Reasons, linesOf, move } from './given-stages.ts';
export {
  type Along,
  type BegunFrom,
  type Copies,
  type Hearing,
  type Imported,
  KEEPERS,
  type KeptColumn,
  type Move,
  type Reader,
  type RegisterKind,
  type RowContext,
  STAYS,
  type SampleMove,
  type SampleRow,
  endOf,
  nounOf,
  orderedBy,
} from './kind.ts';
export { movedByClock, movesFrom, needsNoWords } from './moving.ts';
export { type Behind, FIGURES, type Figure, behind, figureOf } from './plan-figures.ts';
export { itemOf, plannedOf } from './plan-matters.ts';
export { asProposed } from './proposing.ts';
export {
  type RegisterReach,
  isTurnOf,
  keepsRow,
  mayOpenRegister,
  registerReach,
  rowClearance,
  seesRow,
  takesMove,
} from './register-access.ts';
export { minuteSaid, rosterChecks, rosterSet, rosterStages, swapFacts, turnTitle } from './roster-stages.ts';
export { type Gap, type Roster, type Turn, accountOf, demandsOf, rosterGaps, turnSlot } from './roster.ts';
export { askedPart, beginsAt, orgOf, setByMoves } from './row-answers.ts';
export { nextTick, remindersDue, rowDues } from './row-dates.ts';
export type { PaperRow, RowPaper, RowPaperFacts } from './row-paper.ts';
export { rowNotOpen, takenProblem } from './row-problems.ts';
export { ROW_TERM, TERM_FROM, holdsPersonal, rowTermKey } from './row-term.ts';
export {
  type RowTimer,
  type TimerSetting,
  type TimerStand,
  nextTimer,
  rowTimers,
  timersDue,
} from './row-timers.ts';
export {
  type CaseRef,
  type KeptRow,
  type RowEvent,
  type RowHappened,
  type RowRef,
  type SharedList,
  farOf,
} from './row.ts';
export type { Ceiling, Hold, Spending, SpendingLine } from './spending.ts';
export type { TargetBinding, TargetJudgement, Targets } from './targets.ts';
export { frozen, mayBring } from './two-persons.ts';
export { ZONES, abroadTime } from './zone.ts';
