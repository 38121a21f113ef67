import { addDays, type WorkCalendar, searchedBy } from '@zhitongche/base';
import {
  type CaseState,
  type ClockState,
  clockDue,
  isAwaited,
  isClosed,
  isWithdrawn,
  pausedSince,
  partsToTell,
  remindKeyOf,
  type Seat,
  type Service,
  timerDays,
  strandsOf,
} from '@zhitongche/case';
import { openBill } from '@zhitongche/money';
import type { PolicyReader } from '@zhitongche/office';
import { roleLabel } from '@zhitongche/access';
import type { OfficeConfig } from '@zhitongche/core/server';
import type { CaseColumns } from '../store/case-write.ts';

/** What the columns of a case are computed from besides its state. */
export interface ColumnContext {
  readonly book: OfficeConfig;
  readonly service: Pick<Service, 'timers' | 'flow'>;
  readonly policy: PolicyReader;
  /** Calendar day in Asia/Shanghai. */
  readonly today: string;
  /** ISO instant of the act. */
  readonly now: string;
  /** Owner of the draft; after submission the case knows its applicant itself. */
  readonly owner: { readonly id: string; readonly name: string };
  readonly by: string;
  readonly submittedAt: string | null;
  /** What it is about as it now stands. */
  readonly facts: CaseColumns['facts'];
  readonly contentSeqs: readonly number[];
  readonly head: string;
  /** Whether titles, words or numbers by which the case is found may have changed. */
  readonly renamed: boolean;
}

/** Marks a row whose applicant asks for haste, among the flags of its case. */
const URGENT = 'urgent';

/** The case as lists show it: everything a row needs without opening the state. */
export function columnsOf(state: CaseState, context: ColumnContext): CaseColumns {
  const clocks = runningClocks(state);
  const { book, today } = context;
  const timing = state.timers ? { calendar: book.calendar, policy: context.policy } : null;
  const remindAt = context.policy.number(remindKeyOf(context.service));
  const summary = state.summary;
  const texts = summary ? [summary.title, ...summary.words, ...summary.facts.map((fact) => fact.value)] : [];
  const unit = state.orgs?.unit;
  const applicant = state.applicant ?? context.owner;
  return {
    status: state.status,
    step: state.step,
    title: summary?.title ?? '',
    city: state.orgs?.city ?? null,
    facts: context.facts,
    turn: turnOf(state, book, applicant.name),
    flags: summary?.urgent ? [...state.flags, URGENT] : state.flags,
    grams: context.renamed
      ? searchedBy([...texts, ...numbersOf(state), applicant.name, ...(unit ? [book.orgName(unit)] : [])])
      : null,
    round: state.round,
    contentSeqs: context.contentSeqs,
    revision: state.revision,
    head: context.head,
    due: earliest([...clocks.map((clock) => clock.due), ...strandDays(state), ...limitDays(state, book)]),
    remindOn: earliest(clocks.map((clock) => remindDay(clock, remindAt, book.calendar))),
    tickOn: earliest([
      ...clocks.flatMap((clock) => tickDays(clock, remindAt, book.calendar, today)),
      ...strandDays(state, false).map((day) => addDays(day, 1)),
    ]),
    timerAt: timing ? (partsToTell(context.service, state, timing)[0]?.at ?? null) : null,
    paused: pauseReason(state),
    waiting: state.papers.some(isAwaited),
    submittedAt: context.submittedAt,
    closedAt: isClosed(state.status) ? context.now : null,
    updatedBy: context.by,
    applicant: applicant.id,
    applicantName: applicant.name,
    applicantBefore: context.owner.id,
  };
}

/** Numbers people look for: of the papers issued and of replies from outside. */
const numbersOf = (state: CaseState): readonly string[] => [
  ...state.papers.flatMap((paper) => paper.number ?? []),
  ...state.outside.map((reply) => reply.number),
];

/** Names of the people or pools whose turn it is, as rows and notices say it. */
export function turnOf(state: CaseState, book: OfficeConfig, applicantName: string): readonly string[] {
  if (isClosed(state.status)) return [];
  if (state.status === 'correcting' || state.status === 'draft') return [applicantName];
  return [
    ...new Set(
      state.seats.filter((seat) => seat.status === 'open' && seat.ready).map((seat) => seatName(seat, book)),
    ),
  ];
}

function seatName(seat: Seat, book: OfficeConfig): string {
  if (seat.person) return seat.person.name;
  const role = seat.role ? roleLabel(seat.role) : '';
  return seat.org ? `${book.orgName(seat.org)}${role}` : role;
}

const runningClocks = (state: CaseState): readonly ClockState[] =>
  isClosed(state.status)
    ? []
    : [state.promise, state.stepClock].filter(
        (clock): clock is ClockState =>
          clock !== null && clock.stoppedOn === undefined && pausedSince(clock) === undefined,
      );

/** Days the limits of a case under way are up. */
const limitDays = (state: CaseState, { calendar }: OfficeConfig): readonly string[] =>
  isClosed(state.status) ? [] : timerDays(state, calendar);

/** Days the strands of a case under way are due; without those it was said of that they are past. */
const strandDays = (state: CaseState, told = true): readonly string[] =>
  isClosed(state.status)
    ? []
    : Object.keys(state.strands ?? {}).flatMap((kind) =>
        strandsOf(state, kind).flatMap(({ due, late }) =>
          due === undefined || (late && !told) ? [] : [due],
        ),
      );

/** The first day on which a share of the promised working days is used up. */
const remindDay = (clock: ClockState, percent: number, calendar: WorkCalendar): string =>
  clockDue({ ...clock, days: Math.ceil((clock.days * percent) / 100) }, calendar).due;

function tickDays(
  clock: ClockState,
  percent: number,
  calendar: WorkCalendar,
  today: string,
): readonly string[] {
  return [
    ...(clock.reminded ? [] : [remindDay(clock, percent, calendar)]),
    ...(clock.overdue ? [] : [addDays(clock.due, 1)]),
    // A provisional deadline is looked at daily until the yearly notice is loaded.
    ...(clock.provisional ? [addDays(today, 1)] : []),
  ];
}

function pauseReason(state: CaseState): string {
  if (isWithdrawn(state)) return '申报人已撤回，待重新提交';
  if (state.status === 'correcting') return '等待申报单位补正';
  if (state.status === 'suspended') return '已挂起';
  if (state.status === 'outside') return '已上报，等待批复';
  if (
    openBill(state.money) &&
    state.promise &&
    state.promise.stoppedOn === undefined &&
    pausedSince(state.promise)
  )
    return '等待缴费';
  // Neither corrected, suspended nor outside, and yet it stands still: a step says that its wait is not counted.
  if (state.promise && state.promise.stoppedOn === undefined && pausedSince(state.promise))
    return '该环节不计时';
  return '';
}

const earliest = (days: readonly string[]): string | null =>
  days.reduce<string | null>((first, day) => (first === null || day < first ? day : first), null);
