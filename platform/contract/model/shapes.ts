import Type from 'typebox';
import type { Static } from 'typebox';
import type { Answers, FileRef } from '@zhitongche/form';
import { isDay, type Json, type Problem } from '@zhitongche/base';
import type { PolicyValue } from '@zhitongche/office';

/** Opaque id: UUID v7 in lower case. */
export const Id = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
  maxLength: 36,
});
/** Short stable key such as a service or table code. */
export const Key = Type.String({ pattern: '^[a-z0-9][a-z0-9.:_-]{0,63}$', maxLength: 64 });
/** Calendar day, one that exists. */
export const Day = Type.Refine(
  Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', maxLength: 10 }),
  isDay,
  () => 'No such day.',
);
/** UTC instant. */
export const Instant = Type.String({ maxLength: 40 });
/** Cursor of keyset pagination; opaque. */
export const Cursor = Type.String({ maxLength: 300 });
/** Answers as typed; the kernel checks every value, the envelope only bounds the size. */
export const AnswersShape = Type.Unsafe<Answers>({ type: 'object', additionalProperties: true });
/** Any JSON. */
export const AnyJson = Type.Unsafe<Json>({});
/** Upload as stored. */
export const FileShape = Type.Unsafe<FileRef>({
  type: 'object',
  required: ['id', 'name', 'size', 'type', 'digest'],
});
/** `photo=1`: what is sent is to be printed as a photograph, and judged as one. */
export const AsPhoto = Type.Object({ photo: Type.Optional(Type.Literal('1')) });
/** Kernel problem. */
export const ProblemShape = Type.Unsafe<Problem>({
  type: 'object',
  required: ['code', 'level', 'at', 'message', 'en'],
});
/** A policy value. */
export const PolicyValueShape = Type.Unsafe<PolicyValue>({});
/** RFC 9457 problem document; `problems` lists every fault at once. */
export const ProblemDocument = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.String(),
  en: Type.String(),
  instance: Type.Optional(Type.String()),
  problems: Type.Optional(Type.Array(ProblemShape)),
  /** On `case.stale-revision`: who changed it and when, and the revision now. */
  conflict: Type.Optional(Type.Object({ revision: Type.Integer(), by: Type.String(), at: Instant })),
});
export type ProblemDocument = Static<typeof ProblemDocument>;

/** How many rows a list has; `more` when it has more than lists count to, said as “1000+”. */
export const TotalShape = Type.Object({ n: Type.Integer(), more: Type.Boolean() });
export type TotalShape = Static<typeof TotalShape>;

/** A page of a keyset-paginated list; `total` comes with the first page of lists that count. */
export const page = <T extends Type.TSchema>(item: T) =>
  Type.Object({
    items: Type.Array(item),
    next: Type.Union([Cursor, Type.Null()]),
    total: Type.Optional(TotalShape),
  });

/** What a clock comes to within the week. */
export const Turning = Type.Union([
  Type.Literal('overdue'),
  Type.Literal('due-today'),
  Type.Literal('yellow-today'),
  Type.Literal('yellow-week'),
  Type.Literal('due-week'),
]);
/** Clock light: 绿 in time, 黄 from 80 % on, 红 overdue, 灰 paused or none. */
export const Light = Type.Union([
  Type.Literal('green'),
  Type.Literal('amber'),
  Type.Literal('red'),
  Type.Literal('grey'),
]);

/** One line of any list of cases. */
export const CaseRow = Type.Object({
  id: Id,
  /** Human case number (办件编号), null while a draft. */
  number: Type.Union([Type.String(), Type.Null()]),
  service: Key,
  serviceName: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  /** The filing unit's id, for narrowing a list to it. */
  unitId: Id,
  applicant: Type.String(),
  status: Type.String(),
  step: Type.Union([Type.String(), Type.Null()]),
  stepTitle: Type.String(),
  /** Names of people or roles whose turn it is. */
  turn: Type.Array(Type.String()),
  /** What the case is about as it stands; `note`: what it was before, or is asked to become. */
  facts: Type.Array(
    Type.Object({ label: Type.String(), value: Type.String(), note: Type.Optional(Type.String()) }),
  ),
  round: Type.Integer(),
  due: Type.Union([Day, Type.Null()]),
  /** Working days left until the earlier of step and promise deadline; negative = overdue; null = no clock. */
  daysLeft: Type.Union([Type.Integer(), Type.Null()]),
  light: Light,
  /** Why the clock stands still, empty when it runs. */
  paused: Type.String(),
  submittedAt: Type.Union([Instant, Type.Null()]),
  updatedAt: Instant,
  revision: Type.Integer(),
  /** My open seat, when it is my turn. */
  seat: Type.Union([Type.String(), Type.Null()]),
  flags: Type.Array(Type.String()),
});
export type CaseRow = Static<typeof CaseRow>;

/** An act offered now, exactly as the kernel computed it. */
export const OpenActShape = Type.Object({
  act: Type.String(),
  kind: Type.String(),
  label: Type.String(),
  en: Type.String(),
  step: Type.String(),
  seat: Type.Union([Type.String(), Type.Null()]),
  opinion: Type.Union([Type.Literal('required'), Type.Literal('optional'), Type.Literal('none')]),
  form: Type.Union([Type.String(), Type.Null()]),
  /** 退回补正: faults other desks have handed on, which it opens with. */
  faults: Type.Array(
    Type.Object({ at: Type.String(), message: Type.String(), basis: Type.Optional(Type.String()) }),
  ),
  /** Steps a 退回 may go to. */
  steps: Type.Array(Type.Object({ step: Type.String(), title: Type.String() })),
  /** Strands it may move, and whether it asks for the day. */
  strands: Type.Optional(
    Type.Object({ of: Type.String(), ids: Type.Array(Type.String()), dated: Type.Boolean() }),
  ),
  primary: Type.Boolean(),
  danger: Type.Boolean(),
  /** It draws a number, asks for a paper or leads outside: asked about before, and not taken back. */
  final: Type.Optional(Type.Literal(true)),
  /** Absent person the actor stands in for. */
  behalf: Type.Union([Type.String(), Type.Null()]),
});
export type OpenActShape = Static<typeof OpenActShape>;

/** A paper of a case: the key of its kind, with its addressee where every addressee gets one. */
export const PaperName = Type.String({ maxLength: 128 });

/** An act as sent; persons by id, the server resolves names. */
export const CommandShape = Type.Object(
  {
    act: Type.String({ maxLength: 64 }),
    seat: Type.Optional(Type.String({ maxLength: 64 })),
    opinion: Type.Optional(Type.String({ maxLength: 2000 })),
    answers: Type.Optional(AnswersShape),
    to: Type.Optional(Type.String({ maxLength: 64 })),
    persons: Type.Optional(Type.Array(Id, { maxItems: 20 })),
    faults: Type.Optional(
      Type.Array(
        Type.Object(
          {
            at: Type.String({ maxLength: 200 }),
            message: Type.String({ minLength: 1, maxLength: 500 }),
            basis: Type.Optional(Type.String({ maxLength: 300 })),
          },
          { additionalProperties: false },
        ),
        { maxItems: 50 },
      ),
    ),
    strands: Type.Optional(Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 })),
    on: Type.Optional(Day),
    data: Type.Optional(AnswersShape),
    reply: Type.Optional(
      Type.Object(
        {
          result: Type.Union([Type.Literal('approved'), Type.Literal('refused')]),
          number: Type.String({ maxLength: 100 }),
          date: Day,
          authority: Type.String({ maxLength: 200 }),
          file: Type.Optional(FileShape),
        },
        { additionalProperties: false },
      ),
    ),
    paper: Type.Optional(PaperName),
    spelling: Type.Optional(
      Type.Record(Type.String({ maxLength: 4 }), Type.String({ maxLength: 100 }), {
        description: '重试出证：字体所缺的字在文书上改写作什么',
      }),
    ),
    explanations: Type.Optional(Type.Record(Type.String(), Type.String({ maxLength: 1000 }))),
  },
  { additionalProperties: false },
);
export type CommandShape = Static<typeof CommandShape>;

/** Why a seat cannot be taken as it should. */
export const SeatTroubleKind = Type.Union([
  Type.Literal('empty'),
  Type.Literal('own'),
  Type.Literal('twice'),
  Type.Literal('away'),
]);

/** A person of the public. */
export const VisitorPerson = Type.Union([Type.Literal('citizen'), Type.Literal('foreigner')]);
/** Whoever may be filed for: a person or an enterprise. */
export const VisitorSubject = Type.Union([
  Type.Literal('citizen'),
  Type.Literal('foreigner'),
  Type.Literal('enterprise'),
]);
