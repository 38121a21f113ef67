import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Cursor, Day, Id, Instant, Key, page } from './shapes.ts';

const MeasureCode = Type.String({ pattern: '^[a-z][a-z0-9._-]{1,63}$' });

const Figure = Type.Object({
  /** Decimal; of a rate between 0 and 1, of a duration milliseconds; null = nothing to count it from. */
  value: Type.Union([Type.String(), Type.Null()]),
  words: Type.String(),
  lines: Type.Integer(),
});

const Named = {
  code: MeasureCode,
  name: Type.String(),
  what: Type.String(),
  sort: Type.String(),
  /** The service or register it is counted from. */
  ofName: Type.String(),
  /** Still being counted over what was on record: not whole yet. */
  building: Type.Boolean(),
};

/** What the office's work comes to, computed from its cases and rows. */
export const measureEndpoints = endpoints({
  measures: {
    method: 'GET',
    path: '/api/measures',
    tag: '指标',
    summary: '可查看的指标，本月和本年',
    caller: 'signed-in',
    reply: Type.Array(Type.Object({ ...Named, month: Figure, year: Figure })),
  },
  measure: {
    method: 'GET',
    path: '/api/measures/:code',
    tag: '指标',
    summary: '一项指标逐月的数值，及过后的更正',
    caller: 'signed-in',
    params: Type.Object({ code: MeasureCode }),
    query: Type.Object({ from: Type.Optional(Day), until: Type.Optional(Day) }),
    reply: Type.Object({
      ...Named,
      /** Of the span asked for. */
      span: Type.Union([Figure, Type.Null()]),
      months: Type.Array(Type.Object({ month: Day, ...Figure.properties })),
      /** This year by organisation and quarter, the quarter by its first day. */
      places: Type.Array(
        Type.Object({ org: Id, orgName: Type.String(), quarter: Day, ...Figure.properties }),
      ),
      shifts: Type.Array(
        Type.Object({ month: Day, at: Instant, before: Type.String(), after: Type.String() }),
      ),
    }),
    problems: ['measure.unknown'],
  },
  measureLines: {
    method: 'GET',
    path: '/api/measures/:code/lines',
    tag: '指标',
    summary: '一个数值由哪些办件或条目相加而来',
    caller: 'signed-in',
    params: Type.Object({ code: MeasureCode }),
    query: Type.Object({
      from: Day,
      until: Day,
      /** Only what belongs to it. */
      org: Type.Optional(Id),
      cursor: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: page(
      Type.Object({
        id: Id,
        kind: Type.Union([Type.Literal('case'), Type.Literal('row'), Type.Literal('answer')]),
        register: Type.Optional(Key),
        title: Type.String(),
        orgName: Type.String(),
        day: Day,
        n: Type.String(),
        words: Type.String(),
      }),
    ),
    problems: ['measure.unknown'],
  },
});
