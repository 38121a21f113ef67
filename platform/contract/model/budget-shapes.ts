import Type from 'typebox';
import type { Static, TSchema } from 'typebox';
import { Instant } from './shapes.ts';

const closed = { additionalProperties: false } as const;
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });
/** A value nobody changes once it is made, all the way down. */
type Frozen<T> = T extends readonly (infer E)[]
  ? readonly Frozen<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;
/** The same schema, its values read-only as the budget's own are. */
const frozen = <T extends TSchema>(schema: T) => Type.Unsafe<Frozen<Static<T>>>(schema);
const Short = Type.String({ maxLength: 300 });
const Long = Type.String({ maxLength: 20_000 });
/** A cell as printed: words, a code or decimal text; null is a blank, which is not zero. */
const Printed = orNull(Type.String({ maxLength: 4000 }));
/** Decimal text; whether it is one is told with its place instead of as a broken envelope. */
const Figure = orNull(Type.String({ maxLength: 60 }));
const Unit = oneOf(['万元', '元']);

const Target = Type.Object(
  {
    operator: oneOf(['≥', '≤', '=', '>', '<', 'qualitative']),
    value: orNull(Short),
    unit: orNull(Short),
    deadline: Type.Optional(Short),
    qualitative: Type.Optional(oneOf(['previous-year', 'standard', 'trend', 'state'])),
    bare: Type.Optional(Type.Literal(true)),
  },
  closed,
);
const Indicator = Type.Object(
  {
    no: Type.Integer({ minimum: 0, maximum: 10_000 }),
    scope: oneOf(['年度', '实施期']),
    level1: Printed,
    level1Printed: Printed,
    level2: Printed,
    name: Printed,
    description: Printed,
    raw: Printed,
    target: orNull(Target),
    basis: Printed,
  },
  closed,
);
const Indicators = Type.Array(Indicator, { maxItems: 2000 });

const PaymentPlanForm = Type.Object(
  {
    layout: Type.Literal('payment-plan'),
    no: Printed,
    code: Printed,
    name: Printed,
    unit: Unit,
    budget: Figure,
    fiscal: Figure,
    other: Figure,
    purpose: orNull(Long),
    plan: Type.Array(
      Type.Object({ month: Type.Integer({ minimum: 1, maximum: 12 }), percent: Figure }, closed),
      { maxItems: 12 },
    ),
    goals: Type.Array(Long, { maxItems: 100 }),
    indicators: Indicators,
  },
  closed,
);
const TermAndYearForm = Type.Object(
  {
    layout: Type.Literal('term-and-year'),
    name: Printed,
    authority: Printed,
    unitName: Printed,
    nature: Printed,
    period: Printed,
    unit: Unit,
    money: Type.Array(Type.Object({ source: Short, term: Figure, year: Figure }, closed), { maxItems: 50 }),
    texts: Type.Array(orNull(Long), { maxItems: 20 }),
    termGoal: orNull(Long),
    yearGoal: orNull(Long),
    indicators: Indicators,
    filledAt: Printed,
  },
  closed,
);
const DepartmentForm = Type.Object(
  {
    name: Printed,
    facts: Type.Array(Type.Object({ label: Short, value: Printed }, closed), { maxItems: 50 }),
    duties: orNull(Long),
    strategy: orNull(Long),
    money: Type.Array(
      Type.Object({ source: Short, amount: Figure, side: oneOf(['source', 'use']) }, closed),
      { maxItems: 50 },
    ),
    tasks: Type.Array(Type.Object({ duty: Long, task: Long }, closed), { maxItems: 500 }),
    goal: orNull(Long),
    indicators: Indicators,
  },
  closed,
);

/** A department's published budget: tables as printed, goal forms, narrative. */
export const DisclosureShape = frozen(
  Type.Object(
    {
      layout: oneOf(['hebei', 'shanxi']),
      department: Type.Object({ code: Printed, name: Printed }, closed),
      year: orNull(Type.String({ maxLength: 10 })),
      tables: Type.Array(
        Type.Object(
          {
            id: Type.String({ maxLength: 40 }),
            title: Short,
            unit: orNull(Unit),
            asOf: Type.Optional(Type.String({ maxLength: 10 })),
            note: orNull(Long),
            rows: Type.Array(Type.Array(Printed, { maxItems: 40 }), { maxItems: 5000 }),
          },
          closed,
        ),
        { maxItems: 60 },
      ),
      projects: Type.Array(Type.Union([PaymentPlanForm, TermAndYearForm]), { maxItems: 500 }),
      departmentForm: orNull(DepartmentForm),
      narrative: Type.Array(
        Type.Object(
          { no: Printed, title: Printed, paragraphs: Type.Array(Long, { maxItems: 2000 }) },
          closed,
        ),
        { maxItems: 2000 },
      ),
    },
    closed,
  ),
);

/** Where something stands in the file it was read from. */
const Place = Type.Object({
  line: Type.Optional(Type.Integer()),
  page: Type.Optional(Type.Integer()),
  sheet: Type.Optional(Type.String()),
  table: Type.Optional(Type.Integer()),
  row: Type.Optional(Type.Integer()),
  paragraph: Type.Optional(Type.Integer()),
  column: Type.Optional(Type.Integer()),
});

/** One spot a person should look at before accepting a reading. */
export const FindingShape = frozen(
  Type.Object({
    kind: oneOf(['unread', 'doubtful', 'cleaned', 'ignored', 'missing']),
    place: Place,
    at: Type.String(),
    subject: Type.String(),
    owner: orNull(Type.String()),
    field: Type.Optional(Type.String()),
    raw: Type.String(),
    message: Type.String(),
    en: Type.String(),
    advice: Type.String(),
  }),
);

/** One printed line of the source: its cells, and the lines they stand on where a text prints one cell per line. */
export const SourceLine = frozen(
  Type.Object({
    place: Place,
    cells: Type.Array(Type.String()),
    lines: Type.Optional(Type.Array(Type.Integer())),
  }),
);

const Side = Type.Object({
  label: Type.String(),
  cells: Type.Array(
    Type.Object({
      owner: Type.String(),
      where: Type.String(),
      spot: Type.Optional(Type.Object({ sheet: Type.String(), row: Type.Integer(), column: Type.Integer() })),
      figure: orNull(Type.String()),
    }),
  ),
  value: orNull(Type.String()),
});

/** How many checks came out each way. */
export const Counts = Type.Object({
  holds: Type.Integer(),
  rounding: Type.Integer(),
  'does-not-hold': Type.Integer(),
  'cannot-be-checked': Type.Integer(),
});

/** The proof of a disclosure's arithmetic: every check with its cells, both sides and the difference. */
export const ReconciliationShape = frozen(
  Type.Object({
    layout: oneOf(['hebei', 'shanxi']),
    counts: Counts,
    checks: Type.Array(
      Type.Object({
        rule: Type.String(),
        title: Type.String(),
        relation: oneOf(['=', '≤']),
        left: Side,
        right: Side,
        difference: orNull(Type.String()),
        tolerance: Type.String(),
        verdict: oneOf(['holds', 'rounding', 'does-not-hold', 'cannot-be-checked']),
        note: orNull(Type.String()),
      }),
    ),
  }),
);

const Amount = orNull(Type.String());

/** The figures of a department that can be set beside another's, 万元 as decimal text. */
export const ProfileShape = frozen(
  Type.Object({
    name: Amount,
    year: Amount,
    total: Amount,
    basic: Amount,
    project: Amount,
    personnel: Amount,
    publicUse: Amount,
    threePublic: Type.Object({
      total: Amount,
      abroad: Amount,
      vehicle: Amount,
      purchase: Amount,
      running: Amount,
      reception: Amount,
    }),
    staff: Amount,
    basicPerHead: Amount,
    projects: Type.Object({ count: Type.Integer(), average: Amount, largest: Amount }),
    functions: Type.Array(
      Type.Object({ code: Type.String(), name: Type.String(), amount: Amount, share: Amount }),
    ),
  }),
);

/** How a person dealt with a finding: typed what is printed, or looked and left it as it was read. */
export const Settled = frozen(
  Type.Object(
    {
      finding: Type.Integer({ minimum: 0, maximum: 100_000 }),
      how: oneOf(['corrected', 'as-read']),
    },
    closed,
  ),
);

/** Where a disclosure came from. */
export const SourceShape = Type.Object({
  name: Type.String(),
  size: Type.Integer(),
  /** SM3 of the file as received. */
  digest: Type.String(),
  at: Instant,
});

/** Kinds of file a budget may be handed out as. */
export const BUDGET_FILES = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/pdf',
  'application/json',
  'text/csv',
  'application/zip',
] as const;
