import type { Role } from '@zhitongche/access';
import Type from 'typebox';
import type { Static } from 'typebox';
import { exact, words } from './case-exact.ts';
import { MoneyToldView } from './case-money.ts';
import {
  FaultView,
  type Frozen,
  OrgsView,
  PaperFilesView,
  PersonView,
  ReplyView,
  RuleView,
  SeatOpenedView,
  StepKindView,
  SummaryView,
} from './case-state.ts';
import { AnswersShape, AnyJson, Day, Instant } from './shapes.ts';

const Text = Type.String();
const MaybeText = Type.Optional(Text);
const Texts = Type.Array(Text);

const ActKindView = words(
  'submit',
  'agree',
  'refuse',
  'return',
  'correct',
  'withdraw',
  'transfer',
  'entrust',
  'add-before',
  'add-after',
  'escalate',
  'report',
  'urge',
  'copy',
  'suspend',
  'resume',
  'advance',
  'cancel',
  'retry',
  'amend',
  'endorse',
  'overrule',
  'refund',
  'repay',
  'decline',
  'fiscal',
);

const event = <const T extends string, P extends Type.TProperties>(type: T, properties: P) =>
  exact({ type: Type.Literal(type), ...properties });
const effect = <const T extends string, P extends Type.TProperties>(does: T, properties: P) =>
  exact({ do: Type.Literal(does), ...properties });

const WhoView = Type.Union([
  exact({
    role: Type.Unsafe<Role>({ type: 'string' }),
    at: Type.Unsafe<'unit' | 'superior' | 'city' | 'office' | `division:${string}`>({ type: 'string' }),
  }),
  exact({ person: PersonView }),
  exact({ applicant: Type.Literal(true) }),
]);

const EffectView = Type.Union([
  effect('issue', { paper: Text }),
  effect('notify', { to: WhoView, text: Text }),
  effect('start-clock', {}),
  effect('stop-clock', {}),
  effect('extend-clock', { days: Text }),
  effect('flag', { flag: Text, on: Type.Boolean() }),
  effect('register', { register: Text }),
  effect('keep', { keep: Text }),
  effect('settle', { settle: Text }),
  effect('strands', { strands: Text }),
  effect('bill', { anew: Type.Optional(Type.Literal(true)) }),
  effect('open', { open: Text }),
  effect('revoke', { papers: Type.Optional(Texts) }),
]);

const moved = {
  strands: Text,
  ids: Texts,
  to: Text,
  on: Day,
  note: MaybeText,
  due: Type.Optional(Day),
  provisional: Type.Optional(Type.Literal(true)),
};
const due = { due: Day, provisional: Type.Boolean() };
const warned = { clock: words('promise', 'step'), step: Text, due: Day };

/** What happened to a case: facts only, personal values masked; applicants get no internal opinions. */
export const EventView = Type.Union([
  event('submitted', {
    round: Type.Integer(),
    answers: AnswersShape,
    derived: AnyJson,
    explanations: Type.Record(Text, Text),
    orgs: OrgsView,
    summary: SummaryView,
    colleague: Type.Optional(Type.Literal(true)),
  }),
  event('step-entered', {
    step: Text,
    kind: StepKindView,
    seats: Type.Array(SeatOpenedView),
    days: Type.Optional(Type.Number()),
    due: Type.Optional(Day),
    provisional: Type.Optional(Type.Boolean()),
    rule: Type.Optional(RuleView),
  }),
  event('steps-skipped', { steps: Texts }),
  event('decided', {
    step: Text,
    seat: Type.Union([Text, Type.Null()]),
    act: Text,
    kind: ActKindView,
    label: Text,
    opinion: MaybeText,
    form: MaybeText,
    data: Type.Optional(AnswersShape),
    derived: Type.Optional(AnyJson),
    chosen: Type.Optional(Texts),
    stays: Type.Optional(Type.Literal(true)),
    asked: Type.Optional(Type.Literal(true)),
  }),
  event('seats-released', { seats: Texts, why: words('rule-met', 'cannot-pass', 'left', 'done') }),
  event('seat-ready', { seats: Texts }),
  event('returned', { from: Text, to: Text, opinion: Text }),
  event('correction-asked', { from: Text, faults: Type.Array(FaultView), opinion: Text }),
  event('withdrawn', {
    from: Text,
    to: Type.Union([Text, Type.Null()]),
    by: words('applicant', 'decider'),
    answered: Type.Optional(Type.Literal(true)),
  }),
  event('cancelled', { from: Text, reason: Text }),
  event('transferred', { seat: Text, to: PersonView, opinion: MaybeText }),
  event('handed-on', { from: PersonView, to: PersonView, by: Text }),
  event('entrusted', { seat: Text, to: PersonView, opinion: MaybeText }),
  event('seats-added', {
    by: Text,
    where: words('before', 'after'),
    seats: Type.Array(SeatOpenedView),
    opinion: MaybeText,
  }),
  event('escalated', { step: Text, opinion: MaybeText }),
  event('reported', { step: Text, reply: ReplyView }),
  event('urged', { on: Day, seats: Texts, message: MaybeText }),
  event('copied', { to: Type.Array(PersonView), message: MaybeText }),
  event('suspended', { on: Day, reason: Text }),
  event('resumed', { on: Day, due: Type.Optional(Day), provisional: Type.Optional(Type.Boolean()) }),
  event('clock-started', { on: Day, days: Type.Number(), ...due }),
  event('clock-extended', { on: Day, days: Type.Number(), ...due }),
  event('clock-paused', { on: Day, why: words('correction', 'suspended', 'outside', 'signing', 'payment') }),
  event('clock-resumed', { on: Day, ...due }),
  event('clock-stopped', { on: Day, late: Type.Boolean() }),
  event('clock-revised', { clock: words('promise', 'step'), ...due }),
  event('reminded', warned),
  event('overdue', warned),
  event('flagged', { flag: Text, on: Type.Boolean() }),
  event('effect', { effect: EffectView, id: Text }),
  event('issue-asked', { paper: Text, series: MaybeText, year: Type.Optional(Type.Integer()) }),
  event('issued', { paper: Text, number: MaybeText, digest: Text, file: PaperFilesView, code: Text }),
  event('issue-failed', {
    paper: Text,
    problem: Text,
    attempt: Type.Integer(),
    undrawn: Type.Optional(Texts),
  }),
  event('issue-retried', { paper: Text, spelling: Type.Optional(Type.Record(Text, Text)) }),
  event('revealed', { fields: Texts, purpose: Text }),
  event('erased', {
    parts: Type.Array(words('files', 'personal')),
    list: Text,
    askedBy: Text,
    confirmedBy: Text,
  }),
  event('rated', { score: Type.Integer(), comment: MaybeText }),
  event('timer-started', {
    timer: Text,
    from: Instant,
    minutes: Type.Number(),
    hours: Type.Union([Texts, Type.Null()]),
  }),
  event('timer-paused', { timer: Text, at: Instant }),
  event('timer-resumed', { timer: Text, at: Instant }),
  event('timer-stopped', {
    timer: Text,
    until: Instant,
    ms: Type.Number(),
    late: Type.Optional(Type.Literal(true)),
  }),
  event('timer-told', { timer: Text, percent: Type.Number(), parts: Type.Array(Type.Number()) }),
  event('strands-opened', moved),
  event('strands-moved', moved),
  event('money', { told: MoneyToldView }),
  event('strands-late', { strands: Text, ids: Texts }),
  event('linked', {
    link: Text,
    kind: Text,
    side: words('from', 'to'),
    case: Text,
    awaited: Type.Optional(Type.Literal(true)),
  }),
  event('unlinked', { link: Text, reason: Text }),
  event('link-closed', { link: Text, outcome: words('completed', 'refused', 'cancelled') }),
  event('closed', { outcome: words('completed', 'refused', 'cancelled') }),
]);
export type EventView = Frozen<Static<typeof EventView>>;
