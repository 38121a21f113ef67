export {
  type Scope,
  canSeeCase,
  caseOrgsOf,
  clearanceOf,
  conflicts,
  isAdmin,
  isApplicant,
  isAuthority,
  mayHold,
  orgTree,
  recordClearance,
  scopeOf,
} from './access-rules.ts';
export { isApproved } from './approved.ts';
export { bindsForGood } from './binding.ts';
export { type BriefFigure, type BriefStop, type Briefing, briefingOf } from './briefing.ts';
export { CHAIN_START, type WrittenEvent, canonicalJson, verifyChain, writeEvent } from './chain.ts';
export {
  type ActData,
  type Check,
  type CheckContext,
  type FactNeeds,
  type Finding,
  type Lookup,
  checksFor,
} from './check.ts';
export { clockDue, pausedSince } from './clock.ts';
export type { Command, CorrectionItem, OutsideReply, PersonRef } from './command.ts';
export { decideRating, decideReveal } from './decide-notes.ts';
export { decideErased, decideIssueFailed, decideIssued, decideTick } from './decide-system.ts';
export { decide } from './decide.ts';
export { awaitsDecision } from './deciding.ts';
export { type DecideContext, type Decision, SYSTEM_DOER, flowContext } from './decision-builder.ts';
export type { CaseEvent, CaseSummary, Doer, Fact, StoredEvent } from './event.ts';
export { type Filed, type OwnAt, filedByPerson, filerRoles, ownAt, ownServices } from './filer-role.ts';
export { type FilingRule, withFilingRules } from './filing-rule.ts';
export { filesFor, filingUnits } from './filing.ts';
export { type Fills, filledAt, refilled } from './fills.ts';
export { type ActAnywhere, type StepTo, flowFor } from './flow-for.ts';
export { ACTS, type ActKind, type Effect, type Who } from './flow-words.ts';
export type { ActDef, Flow, FlowContext, SetOff, Step, Transition, WorkStep } from './flow.ts';
export { isAwaited, stands } from './fold-papers.ts';
export { apply, emptyState, fold } from './fold.ts';
export { foreseeFor, foreseeSeats } from './foresee.ts';
export { undrawableIn } from './glyphs.ts';
export { englishOf, inEnglish } from './in-english.ts';
export { type KeepDef, type RowOrder, proposing } from './keeping.ts';
export type { CaseLink } from './linked/case-link.ts';
export {
  decideLinkClosed,
  decideLinked,
  decideUnlinked,
  linkedEvent,
  opensOf,
  otherEnd,
  toldOfEnd,
} from './linked/decide-linked.ts';
export { type LinkDef, type OpenDef, linksOf } from './linked/link.ts';
export { type LookedUp, lookupArgs } from './lookups.ts';
export { decidePaid } from './money/decide-paid.ts';
export { billToday } from './money/fees.ts';
export { paymentSteps } from './money/payment-steps.ts';
export type { ServiceFees } from './money/service-fees.ts';
export { withFees } from './money/with-fees.ts';
export { type NamedPaper, addressed, paperFor, paperNamed, paperTitle, paperWords } from './named-paper.ts';
export { openActs } from './open-acts.ts';
export { paperEditions } from './paper-edition.ts';
export { applicationSheet } from './prepared/application-sheet.ts';
export {
  type PreparedFacts,
  type PreparedPaper,
  type PreparedPapers,
  type PreparedTo,
  factsIn,
  preparedAt,
} from './prepared/prepared-paper.ts';
export { DRAWN, type DrawnAsked, type DrawnKnown, type DrawnVersion } from './prepared/version-check.ts';
export { type PromiseGap, promiseGapsInParts } from './promise-gaps.ts';
export { remindKeyOf } from './promise.ts';
export { columnField, numberColumns, soughtNumbers, visibleRow } from './register-row.ts';
export { namesRepository } from './repository.ts';
export { requestDecided } from './request.ts';
export { KEPT, KEPT_FROM, type Kept, keepPolicies, keptKey, untold } from './retention.ts';
export { decideRevocation } from './revoking.ts';
export { inFormOrder, problemsOf, review } from './run-checks.ts';
export { agreesNeeded, barredFrom, currentSeats, orgAt, standingIn } from './seats.ts';
export { type ServiceCard, cardOf } from './service-card.ts';
export {
  type AmendmentDef,
  type Beginner,
  type Computed,
  type ExtraForm,
  type Guide,
  type Letterhead,
  type PaperDef,
  type PaperFacts,
  type RegisterDef,
  type Service,
  type Shown,
  type SummedBy,
  defineService,
  draftTitle,
} from './service.ts';
export { respell, spellingOf, undrawnIn } from './spelling.ts';
export { type SeatTrouble, type Staff, troublesOf } from './staffing.ts';
export type { CaseState, CaseStatus, ClockState, LastAct, PaperState, Seat } from './state.ts';
export { STATUS_WORDS, isClosed, isWithdrawn, rowStatusWords, standingWords } from './status-words.ts';
export { stepNotes } from './step-notes.ts';
export { type ActStrands, type StrandsDef, allStrands, anyStrand, strandsOf } from './strands/strands.ts';
export type { SweepOptions } from './sweep/sweep.ts';
export { type CaseTimer, caseTimers, partsToTell, timerDays } from './timers/case-timer.ts';
export { type Todo, todoOf } from './todo.ts';
export { TURNINGS, type Turning } from './turning.ts';
export { verbsOf } from './verbs-of.ts';
export { visitProblem } from './visiting.ts';
