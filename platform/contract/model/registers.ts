import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { AnyJson, Cursor, Day, Key, page } from './shapes.ts';

const Turnings = Type.Object({
  overdue: Type.Integer(),
  'due-today': Type.Integer(),
  'yellow-today': Type.Integer(),
  'yellow-week': Type.Integer(),
  'due-week': Type.Integer(),
});

/** What stays true after a case, and what was done. */
export const registerEndpoints = endpoints({
  stats: {
    method: 'GET',
    path: '/api/stats',
    tag: '统计',
    summary: '我的与本处室工作统计',
    caller: 'signed-in',
    query: Type.Object({
      from: Type.Optional(Day),
      until: Type.Optional(Day),
      of: Type.Optional(Type.Union([Type.Literal('me'), Type.Literal('office')])),
    }),
    reply: Type.Object({
      /** Cases filed within the span that the reader sees. */
      received: Type.Integer(),
      /** Acts taken. */
      handled: Type.Integer(),
      /** Of the reader's own acts, on how many cases. */
      cases: Type.Integer(),
      open: Type.Integer(),
      onTime: Type.Integer(),
      late: Type.Integer(),
      /** Still under way, their deadline passed. */
      overdue: Type.Integer(),
      returned: Type.Integer(),
      satisfied: Type.Integer(),
      rated: Type.Integer(),
      medianDays: Type.Union([Type.Number(), Type.Null()]),
      byDay: Type.Array(
        Type.Object({ day: Type.String(), received: Type.Integer(), handled: Type.Integer() }),
      ),
      byService: Type.Array(
        Type.Object({ service: Type.String(), name: Type.String(), count: Type.Integer() }),
      ),
      byStep: Type.Array(
        Type.Object({
          service: Type.String(),
          step: Type.String(),
          title: Type.String(),
          open: Type.Integer(),
          medianDays: Type.Union([Type.Number(), Type.Null()]),
        }),
      ),
      byCountry: Type.Array(
        Type.Object({ country: Type.String(), trips: Type.Integer(), persons: Type.Integer() }),
      ),
      /** Where the figures by country come from; absent when nothing is summed by country. */
      countriesOf: Type.Optional(
        Type.Object({
          register: Key,
          title: Type.String(),
          unit: Type.String(),
          none: Type.String(),
        }),
      ),
    }),
  },
  deadlines: {
    method: 'GET',
    path: '/api/deadlines',
    tag: '统计',
    summary: '时限看板：今天和本周到期、转黄的',
    caller: 'signed-in',
    reply: Type.Object({
      today: Day,
      /** Sunday of this week. */
      sunday: Day,
      /** Of all cases, each once. */
      all: Turnings,
      /** By whose turn it is; a case with seats of two stands under both, one with none under `none`. */
      places: Type.Array(Type.Object({ at: Type.String(), name: Type.String(), n: Turnings })),
      /** Rows of kept registers that have something due. */
      registers: Type.Array(
        Type.Object({
          register: Key,
          name: Type.String(),
          overdue: Type.Integer(),
          today: Type.Integer(),
          week: Type.Integer(),
        }),
      ),
    }),
  },
  registers: {
    method: 'GET',
    path: '/api/registers',
    tag: '台账',
    summary: '台账目录',
    caller: 'signed-in',
    reply: Type.Array(
      Type.Object({
        key: Key,
        title: Type.String(),
        service: Type.String(),
        serviceName: Type.String(),
        count: Type.Integer(),
      }),
    ),
  },
  register: {
    method: 'GET',
    path: '/api/registers/:register',
    tag: '台账',
    summary: '台账',
    caller: 'signed-in',
    params: Type.Object({ register: Key }),
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 100 })),
      /** First and last day of the row's own date. */
      from: Type.Optional(Day),
      until: Type.Optional(Day),
      cursor: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: Type.Object({
      ...page(Type.Record(Type.String(), AnyJson)).properties,
      title: Type.String(),
      columns: Type.Array(
        Type.Object({
          key: Type.String(),
          label: Type.String(),
          /** What stored codes are called. */
          words: Type.Optional(Type.Record(Type.String(), Type.String())),
        }),
      ),
    }),
  },
});
