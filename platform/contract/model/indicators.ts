import { BUDGET_READERS, BUDGET_WRITERS } from '@zhitongche/access';
import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day, Id, Key } from './shapes.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OrNull = Type.Union([Type.String(), Type.Null()]);
const Way = Type.Union([
  Type.Literal('computed'),
  Type.Literal('review'),
  Type.Literal('survey'),
  Type.Literal('evidence'),
]);
const LineOf = { project: Type.String(), code: Type.String(), name: Type.String() };

const Indicator = Type.Object({
  ...LineOf,
  level2: Type.String(),
  description: Type.String(),
  basis: Type.String(),
  /** As printed: of the year, of the term, or both. */
  targets: Type.Array(
    Type.Object({
      scope: Type.Union([Type.Literal('年度'), Type.Literal('实施期')]),
      raw: Type.String(),
      shown: Type.String(),
    }),
  ),
  state: Type.Union([Type.Literal('bound'), Type.Literal('proposed'), Type.Literal('unbound')]),
  way: Way,
  reason: Type.String(),
  waits: Type.String(),
  /** What keeps it from being answered, and what to do. */
  finding: Type.Union([Type.Object({ message: Type.String(), todo: Type.String() }), Type.Null()]),
  measure: Type.Union([Type.Object({ code: Type.String(), name: Type.String() }), Type.Null()]),
  ceiling: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  /** Null = not counted here, or nothing the reader may see. */
  value: OrNull,
  /** Its figure counts everything on record; else that is still being counted. */
  whole: Type.Boolean(),
  light: Type.Union([
    Type.Object({
      light: Type.Union([Type.Literal('green'), Type.Literal('yellow'), Type.Literal('red')]),
      words: Type.String(),
    }),
    Type.Null(),
  ]),
  forecast: OrNull,
  /** The proposal may be taken as it is. */
  takes: Type.Boolean(),
  binding: Type.Union([Id, Type.Null()]),
  judgement: Type.Union([
    Type.Object({
      id: Id,
      day: Day,
      judge: Type.String(),
      list: Type.String(),
      verdict: Type.String(),
      found: Type.String(),
      lastYear: Type.String(),
      evidence: Type.String(),
    }),
    Type.Null(),
  ]),
});

/** What an office promised in its budget, line by line, and how each promise stands. */
export const indicatorEndpoints = endpoints({
  indicators: {
    method: 'GET',
    path: '/api/indicators',
    tag: '预算',
    summary: '绩效指标：公开预算的每条指标怎样作答、今天是多少、预计年底多少',
    caller: BUDGET_READERS,
    query: Type.Object({ budget: Type.Optional(Id) }),
    reply: Type.Object({
      /** Budgets one may look at. */
      budgets: Type.Array(Type.Object({ id: Id, department: Type.String(), year: Type.String() })),
      /** Null = there is none. */
      budget: Type.Union([
        Type.Object({
          id: Id,
          department: Type.String(),
          year: Type.Integer(),
          revision: Type.Integer(),
          published: Type.Boolean(),
          /** The office's own; of another's nothing is counted here. */
          own: Type.Boolean(),
          /** Day up to which is counted. */
          day: Day,
        }),
        Type.Null(),
      ]),
      counts: Type.Object({
        lines: Type.Integer(),
        computed: Type.Integer(),
        review: Type.Integer(),
        survey: Type.Integer(),
        evidence: Type.Integer(),
        proposed: Type.Integer(),
        unbound: Type.Integer(),
      }),
      lines: Type.Array(Indicator),
      /** Registers in which lines are bound and judged; null = nobody keeps one. */
      bindingsIn: Type.Union([Key, Type.Null()]),
      judgementsIn: Type.Union([Key, Type.Null()]),
    }),
    problems: ['budget.not-found', 'export.too-many'],
  },
  bindIndicators: {
    method: 'POST',
    path: '/api/indicators/:id/bindings',
    tag: '预算',
    summary: '按建议绑定，全部绑定或一条也不绑定',
    caller: BUDGET_WRITERS,
    writes: true,
    params: Type.Object({ id: Id }),
    body: Type.Object({ lines: Type.Array(Type.Object(LineOf), { minItems: 1, maxItems: 500 }) }),
    reply: Type.Object({ bound: Type.Integer() }),
    problems: ['budget.not-found', 'indicator.not-proposed', 'export.too-many'],
  },
  indicatorSheet: {
    method: 'GET',
    path: '/api/indicators/:id/sheets/:format',
    tag: '预算',
    summary: '绩效指标表（PDF、XLSX）',
    caller: BUDGET_READERS,
    params: Type.Object({ id: Id, format: Type.Union([Type.Literal('pdf'), Type.Literal('xlsx')]) }),
    file: ['application/pdf', XLSX],
    problems: ['budget.not-found', 'export.too-many'],
  },
});
