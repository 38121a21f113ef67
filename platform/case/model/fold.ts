import { dayInShanghai } from '@zhitongche/base';
import { closedAccount, foldMoney } from '@zhitongche/money';
import type { CaseEvent, Doer, StoredEvent } from './event.ts';
import { pausedClock, resumedClock, startedClock, withClock } from './fold-clock.ts';
import {
  askPaper,
  failPaper,
  issuePaper,
  issuingStatus,
  retryPaper,
  revokePapers,
  withPapers,
} from './fold-papers.ts';
import { addSeats, changeSeats, decideSeat, handOnSeats, openSeat, passSeat, unseat } from './fold-seats.ts';
import { pausedTimer, resumedTimer, timersBefore, withTimer } from './timers/fold-timers.ts';
import { lateStrands, moveStrands, openStrands } from './strands/fold-strands.ts';
import type { CaseLink } from './linked/case-link.ts';
import type { CaseState, CaseStatus, LastAct } from './state.ts';

/** What folding needs of a stored event. */
export type Happened = Pick<StoredEvent, 'at' | 'doer' | 'body'>;

/** A case nobody has submitted yet. */
export const emptyState: CaseState = {
  status: 'draft',
  step: null,
  round: 0,
  answers: {},
  previous: null,
  derived: null,
  explanations: {},
  summary: null,
  orgs: null,
  applicant: null,
  faults: [],
  seats: [],
  path: [],
  skipped: [],
  resumeAt: null,
  rule: null,
  promise: null,
  stepClock: null,
  stepKind: null,
  urgedOn: null,
  flags: [],
  records: {},
  outside: [],
  papers: [],
  copies: [],
  rating: null,
  lastAct: null,
  revision: 0,
};

type Body<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;
type Fold<T extends CaseEvent['type']> = (
  state: CaseState,
  body: Body<T>,
  at: string,
  doer: Doer,
) => CaseState;

const union = (list: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...list, ...more]),
];

const statusAt = (state: CaseState): CaseStatus => {
  if (state.stepKind === 'outside') return 'outside';
  return state.stepKind === 'issuing' ? issuingStatus(state) : 'running';
};

const sealed = (state: CaseState): CaseState => ({ ...state, lastAct: null });

const lastActOf = (state: CaseState, doer: Doer, more: Partial<LastAct>): LastAct => ({
  doer,
  seat: null,
  step: state.step,
  released: [],
  readied: [],
  flags: state.flags,
  skipped: state.skipped,
  stepClock: state.stepClock,
  rule: state.rule,
  stepKind: state.stepKind,
  depth: state.path.length,
  resumeAt: null,
  ...(state.timers ? { timers: state.timers } : {}),
  ...more,
});

const withApplicant = (state: CaseState, status: CaseStatus, resumeAt: string | null): CaseState => ({
  ...state,
  status,
  resumeAt,
  step: null,
  stepKind: null,
  stepClock: null,
  rule: null,
  lastAct: null,
});

const takenBack = ({ timers, ...state }: CaseState, to: string | null): CaseState => {
  const { lastAct } = state;
  if (!lastAct) return timers ? { ...state, timers } : state;
  const { form } = lastAct;
  const before = {
    ...state,
    step: to,
    seats: unseat(state),
    path: state.path.slice(0, lastAct.depth),
    flags: lastAct.flags,
    skipped: lastAct.skipped,
    stepClock: lastAct.stepClock,
    rule: lastAct.rule,
    stepKind: lastAct.stepKind,
    records:
      form === undefined
        ? state.records
        : { ...state.records, [form]: (state.records[form] ?? []).slice(0, -1) },
    lastAct: null,
    ...timersBefore(lastAct.timers, timers),
  };
  return { ...before, status: statusAt(before) };
};

const recordsAfter = (
  { records }: CaseState,
  { form, data, derived, asked, chosen }: Body<'decided'>,
  at: string,
  doer: Doer,
): CaseState['records'] =>
  form === undefined || data === undefined || asked
    ? records
    : {
        ...records,
        [form]: [
          ...(records[form] ?? []),
          {
            at,
            doer,
            data,
            ...(derived === undefined ? {} : { derived }),
            ...(chosen === undefined ? {} : { chosen }),
          },
        ],
      };

const timed = (state: CaseState, of: string, change: Parameters<typeof withTimer>[2]): CaseState => ({
  ...state,
  timers: withTimer(state.timers, of, change),
});

const withLink = (state: CaseState, of: string, change: (link: CaseLink) => CaseLink): CaseState => ({
  ...state,
  links: (state.links ?? []).map((link) => (link.link === of ? change(link) : link)),
});

/** A correction waits from when it is asked for until a second person has said either way. */
const amendingAfter = (
  before: CaseState['amending'],
  { kind, form = '', label, opinion = '', data = {}, derived, asked }: Body<'decided'>,
  at: string,
  doer: Doer,
): Pick<CaseState, 'amending'> => {
  if (asked) {
    const figures = derived === undefined ? {} : { derived };
    return { amending: { form, label, reason: opinion, at, doer, data, ...figures } };
  }
  return before === undefined || kind === 'endorse' || kind === 'overrule' ? {} : { amending: before };
};

const FOLDS: { readonly [T in CaseEvent['type']]: Fold<T> } = {
  submitted: ({ handedInBy: _before, ...state }, body, _at, doer) => ({
    ...state,
    ...(body.colleague ? { handedInBy: doer } : {}),
    status: 'running',
    round: body.round,
    previous: state.round > 0 ? state.answers : null,
    answers: body.answers,
    derived: body.derived,
    explanations: body.explanations,
    summary: body.summary,
    orgs: body.orgs,
    applicant: state.applicant ?? doer,
    lastAct: lastActOf(state, doer, { step: null, resumeAt: state.resumeAt }),
  }),
  'step-entered': (state, body, at) => {
    const path = [...state.path, { step: body.step, at }];
    const next = {
      ...state,
      step: body.step,
      stepKind: body.kind,
      path,
      seats: [...state.seats, ...body.seats.map((seat) => openSeat(seat, body.step, path.length))],
      rule: body.rule ?? null,
      resumeAt: null,
      stepClock:
        body.due === undefined
          ? null
          : startedClock(dayInShanghai(at), body.days ?? 0, body.due, body.provisional ?? false),
    };
    return { ...next, status: statusAt(next) };
  },
  'steps-skipped': (state, body) => ({ ...state, skipped: union(state.skipped, body.steps) }),
  decided: ({ amending, ...state }, body, at, doer) => ({
    ...state,
    ...amendingAfter(amending, body, at, doer),
    seats: decideSeat(state, body, doer, at),
    records: recordsAfter(state, body, at, doer),
    lastAct: body.stays
      ? null
      : lastActOf(state, doer, {
          seat: body.seat,
          ...(body.form === undefined ? {} : { form: body.form }),
        }),
  }),
  'seats-released': (state, body) => ({
    ...state,
    seats: changeSeats(state.seats, body.seats, (seat) => ({ ...seat, status: 'released' })),
    lastAct: state.lastAct && {
      ...state.lastAct,
      released: [...state.lastAct.released, ...body.seats],
    },
  }),
  'seat-ready': (state, body) => ({
    ...state,
    seats: changeSeats(state.seats, body.seats, (seat) => ({ ...seat, ready: true })),
    lastAct: state.lastAct && { ...state.lastAct, readied: [...state.lastAct.readied, ...body.seats] },
  }),
  returned: (state) => state,
  'correction-asked': (state, body) => ({
    ...withApplicant(state, 'correcting', body.from),
    faults: body.faults,
  }),
  withdrawn: (state, body) =>
    body.by === 'applicant'
      ? { ...withApplicant(state, 'correcting', body.to), faults: body.answered ? [] : state.faults }
      : takenBack(state, body.to),
  cancelled: sealed,
  transferred: (state, body, _at, doer) => sealed({ ...state, seats: passSeat(state, body, doer) }),
  entrusted: (state, body, _at, doer) => sealed({ ...state, seats: passSeat(state, body, doer) }),
  'handed-on': (state, body) =>
    sealed({
      ...state,
      applicant: state.applicant && { id: body.to.id, name: body.to.name, org: body.to.org },
      seats: handOnSeats(state, body),
    }),
  'seats-added': (state, body) => sealed({ ...state, seats: addSeats(state, body) }),
  escalated: sealed,
  reported: (state, body) => sealed({ ...state, outside: [...state.outside, body.reply] }),
  urged: (state, body) => ({ ...state, urgedOn: body.on }),
  copied: (state, body) => ({
    ...state,
    copies: union(
      state.copies,
      body.to.map((person) => person.id),
    ),
  }),
  suspended: (state, body) =>
    sealed({ ...withClock(state, 'step', (clock) => pausedClock(clock, body.on)), status: 'suspended' }),
  resumed: (state, body) =>
    sealed({
      ...withClock(state, 'step', (clock) =>
        resumedClock(clock, body.on, body.due ?? clock.due, body.provisional ?? clock.provisional),
      ),
      status: statusAt(state),
    }),
  'clock-started': (state, body) =>
    sealed({ ...state, promise: startedClock(body.on, body.days, body.due, body.provisional) }),
  'clock-extended': (state, body) =>
    sealed(
      withClock(state, 'promise', (clock) => ({
        ...clock,
        days: clock.days + body.days,
        due: body.due,
        provisional: body.provisional,
        reminded: false,
      })),
    ),
  'clock-paused': (state, body) => withClock(state, 'promise', (clock) => pausedClock(clock, body.on)),
  'clock-resumed': (state, body) =>
    withClock(state, 'promise', (clock) => resumedClock(clock, body.on, body.due, body.provisional)),
  'clock-stopped': (state, body) =>
    sealed(withClock(state, 'promise', (clock) => ({ ...clock, stoppedOn: body.on, late: body.late }))),
  'clock-revised': (state, body) =>
    withClock(state, body.clock, (clock) => ({ ...clock, due: body.due, provisional: body.provisional })),
  reminded: (state, body) => withClock(state, body.clock, (clock) => ({ ...clock, reminded: true })),
  overdue: (state, body) => withClock(state, body.clock, (clock) => ({ ...clock, overdue: true })),
  flagged: (state, body) => ({
    ...state,
    flags: body.on ? union(state.flags, [body.flag]) : state.flags.filter((flag) => flag !== body.flag),
  }),
  effect: (state, body) => {
    if (body.effect.do === 'revoke')
      return sealed(withPapers(state, revokePapers(state, body.effect.papers)));
    return body.effect.do === 'register' ||
      body.effect.do === 'keep' ||
      body.effect.do === 'settle' ||
      body.effect.do === 'open'
      ? sealed(state)
      : state;
  },
  'issue-asked': (state, body) => sealed(withPapers(state, askPaper(state, body.paper))),
  issued: (state, body, at) =>
    withPapers(
      state,
      issuePaper(state, body.paper, {
        digest: body.digest,
        file: body.file,
        code: body.code,
        issuedAt: at,
        ...(body.number === undefined ? {} : { number: body.number }),
      }),
    ),
  'issue-failed': (state, body) => withPapers(state, failPaper(state, body)),
  'issue-retried': (state, body) => withPapers(state, retryPaper(state, body)),
  revealed: (state) => state,
  erased: (state) => state,
  rated: (state, body) => ({
    ...state,
    rating: { score: body.score, ...(body.comment === undefined ? {} : { comment: body.comment }) },
  }),
  'timer-started': (state, { type: _type, timer, ...began }) => ({
    ...state,
    timers: { ...state.timers, [timer]: { ...began, pauses: [], told: [] } },
  }),
  'timer-paused': (state, body) => timed(state, body.timer, (timer) => pausedTimer(timer, body.at)),
  'timer-resumed': (state, body) => timed(state, body.timer, (timer) => resumedTimer(timer, body.at)),
  'timer-stopped': (state, { timer: of, until, late }) =>
    timed(state, of, (timer) => ({ ...resumedTimer(timer, until), until, ...(late ? { late } : {}) })),
  'timer-told': (state, { timer: of, parts }) =>
    timed(state, of, (timer) => ({ ...timer, told: [...timer.told, ...parts] })),
  'strands-opened': (state, body, at, doer) =>
    sealed({ ...state, strands: openStrands(state.strands, body, at, doer.name) }),
  'strands-moved': (state, body, at, doer) =>
    sealed({ ...state, strands: moveStrands(state.strands, body, at, doer.name) }),
  money: (state, body, _at, doer) => sealed({ ...state, money: foldMoney(state.money, body.told, doer.id) }),
  'strands-late': (state, body) => ({
    ...state,
    strands: lateStrands(state.strands, body.strands, body.ids),
  }),
  linked: (state, { type: _type, ...link }) => ({ ...state, links: [...(state.links ?? []), link] }),
  unlinked: (state, body) => withLink(state, body.link, (link) => ({ ...link, ended: true })),
  'link-closed': (state, { link: of, outcome }) => withLink(state, of, (link) => ({ ...link, outcome })),
  closed: (state, body) =>
    sealed({
      ...state,
      status: body.outcome,
      stepClock: null,
      ...(state.money ? { money: closedAccount(state.money) } : {}),
    }),
};

const foldBody = <T extends CaseEvent['type']>(state: CaseState, type: T, happened: Happened): CaseState => {
  // The record above pairs every type with the fold of its own body.
  const foldOne = FOLDS[type] as (state: CaseState, body: CaseEvent, at: string, doer: Doer) => CaseState;
  return foldOne(state, happened.body, happened.at, happened.doer);
};

/** The state after one more event; pure, so that replaying a log always yields the stored state. */
export const apply = (state: CaseState, happened: Happened): CaseState => ({
  ...foldBody(state, happened.body.type, happened),
  revision: state.revision + 1,
});

/** The state after these events, from nothing or from a state they continue. */
export const fold = (events: readonly Happened[], from: CaseState = emptyState): CaseState =>
  events.reduce(apply, from);
