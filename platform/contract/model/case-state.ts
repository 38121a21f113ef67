import type { Role } from '@zhitongche/access';
import Type from 'typebox';
import type { Static } from 'typebox';
import { exact, words } from './case-exact.ts';
import { AccountView } from './case-money.ts';
import { AnswersShape, AnyJson, Day, FileShape, Instant } from './shapes.ts';

/** A value as whoever reads it may not change it. */
export type Frozen<T> = T extends string
  ? T
  : T extends readonly (infer I)[]
    ? readonly Frozen<I>[]
    : T extends object
      ? { readonly [K in keyof T]: Frozen<T[K]> }
      : T;

const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const Texts = Type.Array(Type.String());
const TextByKey = Type.Record(Type.String(), Type.String());
const RoleShape = Type.Unsafe<Role>({ type: 'string' });

/** Who did something, as printed on the record for good; `behalf`: the absent person whose seat was taken. */
export const DoerView = exact({
  id: Type.String(),
  name: Type.String(),
  org: Type.String(),
  behalf: Type.Optional(exact({ id: Type.String(), name: Type.String() })),
});

/** A person as named in a seat. */
export const PersonView = exact({ id: Type.String(), name: Type.String(), org: Type.String() });

/** One thing to be corrected, and where. */
export const FaultView = exact({
  at: Type.String(),
  message: Type.String(),
  basis: Type.Optional(Type.String()),
});

/** What an authority outside answered (回填). */
export const ReplyView = exact({
  result: words('approved', 'refused'),
  number: Type.String(),
  date: Day,
  authority: Type.String(),
  file: Type.Optional(FileShape),
});

/** Organisations a case belongs to, fixed at submission. */
export const OrgsView = exact({
  office: Type.String(),
  unit: Type.String(),
  city: Type.Optional(Type.String()),
  superior: Type.Optional(Type.String()),
  divisions: TextByKey,
});

/** Few facts for lists and search. */
export const SummaryView = exact({
  title: Type.String(),
  facts: Type.Array(
    exact({ label: Type.String(), value: Type.String(), note: Type.Optional(Type.String()) }),
  ),
  words: Texts,
  urgent: Type.Optional(Type.Literal(true)),
});

/** What kinds of stops there are on the road of a case. */
export const StepKindView = words('work', 'panel', 'outside', 'issuing', 'end');

/** How a panel passes: 会签 all, 或签 any, 比例 n of m, 顺签 in order. */
export const RuleView = Type.Union([
  words('all', 'any', 'in-order'),
  exact({ atLeast: Type.Number() }),
  exact({ share: Type.Number() }),
]);

const seat = {
  id: Type.String(),
  role: Type.Optional(RoleShape),
  org: Type.Optional(Type.String()),
  person: Type.Optional(PersonView),
  ready: Type.Boolean(),
  applicant: Type.Optional(Type.Literal(true)),
  beside: Type.Optional(Type.Literal(true)),
};

/** A seat as it was opened. */
export const SeatOpenedView = exact(seat);

/** A seat and what became of it. */
export const SeatView = exact({
  ...seat,
  step: Type.String(),
  entry: Type.Integer(),
  status: words('open', 'done', 'released'),
  verdict: Type.Optional(words('agree', 'refuse')),
  act: Type.Optional(Type.String()),
  opinion: Type.Optional(Type.String()),
  doer: Type.Optional(DoerView),
  at: Type.Optional(Instant),
  trail: Type.Array(exact({ how: words('transferred', 'entrusted'), from: DoerView, to: Type.String() })),
  addedBy: Type.Optional(Type.String()),
  where: Type.Optional(words('before', 'after')),
});

/** A deadline: a date from the office calendar plus pauses. */
export const ClockView = exact({
  startedOn: Day,
  days: Type.Number(),
  due: Day,
  pauses: Type.Array(exact({ from: Day, to: Type.Optional(Day) })),
  stoppedOn: Type.Optional(Day),
  late: Type.Optional(Type.Boolean()),
  provisional: Type.Boolean(),
  reminded: Type.Boolean(),
  overdue: Type.Boolean(),
});

/** Stored files of an issued paper, by format. */
export const PaperFilesView = exact({
  pdf: Type.String(),
  docx: Type.Optional(Type.String()),
  whole: Type.Optional(Type.String()),
});

/** A paper of the case as its events tell it. */
export const PaperStateView = exact({
  paper: Type.String(),
  step: Type.String(),
  superseded: Type.Optional(Type.Literal(true)),
  revoked: Type.Optional(Type.Literal(true)),
  alone: Type.Optional(Type.Literal(true)),
  status: words('asked', 'issued', 'failed'),
  attempts: Type.Integer(),
  problem: Type.Optional(Type.String()),
  undrawn: Type.Optional(Texts),
  spelling: Type.Optional(TextByKey),
  number: Type.Optional(Type.String()),
  digest: Type.Optional(Type.String()),
  file: Type.Optional(PaperFilesView),
  code: Type.Optional(Type.String()),
  issuedAt: Type.Optional(Instant),
});

/** An act that may still be taken back, and what taking it back restores. */
export const LastActView = exact({
  doer: DoerView,
  seat: Nullable(Type.String()),
  step: Nullable(Type.String()),
  released: Texts,
  readied: Texts,
  flags: Texts,
  skipped: Texts,
  stepClock: Nullable(ClockView),
  rule: Nullable(RuleView),
  stepKind: Nullable(StepKindView),
  depth: Type.Integer(),
  resumeAt: Nullable(Type.String()),
  form: Type.Optional(Type.String()),
});

/** What is to be recorded anew after the end, why, and who asks. */
export const AmendingView = exact({
  form: Type.String(),
  label: Type.String(),
  reason: Type.String(),
  at: Instant,
  doer: DoerView,
  data: AnswersShape,
  derived: Type.Optional(AnyJson),
});

/** What was recorded by an act's form. */
export const RecordView = exact({
  at: Instant,
  doer: DoerView,
  data: AnswersShape,
  derived: Type.Optional(AnyJson),
  chosen: Type.Optional(Texts),
});

/** Where a case stands as people say it. */
export const CaseStatusView = words(
  'draft',
  'running',
  'correcting',
  'outside',
  'suspended',
  'issuing',
  'stuck',
  'completed',
  'refused',
  'cancelled',
);

/** A case as it stands, folded from its events; personal values masked for readers without the right. */
export const StateView = exact({
  status: CaseStatusView,
  step: Nullable(Type.String()),
  round: Type.Integer(),
  answers: AnswersShape,
  previous: Nullable(AnswersShape),
  derived: AnyJson,
  explanations: TextByKey,
  summary: Nullable(SummaryView),
  orgs: Nullable(OrgsView),
  applicant: Nullable(DoerView),
  handedInBy: Type.Optional(DoerView),
  faults: Type.Array(FaultView),
  seats: Type.Array(SeatView),
  path: Type.Array(exact({ step: Type.String(), at: Instant })),
  skipped: Texts,
  resumeAt: Nullable(Type.String()),
  rule: Nullable(RuleView),
  promise: Nullable(ClockView),
  stepClock: Nullable(ClockView),
  stepKind: Nullable(StepKindView),
  urgedOn: Nullable(Day),
  flags: Texts,
  records: Type.Record(Type.String(), Type.Array(RecordView)),
  amending: Type.Optional(AmendingView),
  outside: Type.Array(ReplyView),
  papers: Type.Array(PaperStateView),
  copies: Texts,
  money: Type.Optional(AccountView),
  rating: Nullable(exact({ score: Type.Integer(), comment: Type.Optional(Type.String()) })),
  lastAct: Nullable(LastActView),
  revision: Type.Integer(),
});
export type StateView = Frozen<Static<typeof StateView>>;
