import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day, Id, Key } from './shapes.ts';

/** What recurs and opens by itself, and what was planned for a year. */
export const dutyEndpoints = endpoints({
  duties: {
    method: 'GET',
    path: '/api/duties',
    tag: '资源台账',
    summary: '定期要办的事：何时办、下一次哪一天、任务在哪个台账',
    caller: 'signed-in',
    reply: Type.Array(
      Type.Object({
        code: Key,
        name: Type.String(),
        what: Type.String(),
        basis: Type.Array(Type.String()),
        rule: Type.String(),
        stopped: Type.Boolean(),
        /** The register each row of which has it; empty = the office has it once. */
        of: Type.String(),
        register: Key,
        registerName: Type.String(),
        next: Type.Union([Type.Object({ name: Type.String(), day: Day, said: Type.String() }), Type.Null()]),
      }),
    ),
  },
  plan: {
    method: 'GET',
    path: '/api/kept/:register/plan',
    tag: '资源台账',
    summary: '一年的计划与执行：每一项由哪些办件完成，计划外另列',
    caller: 'signed-in',
    params: Type.Object({ register: Key }),
    query: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })) }),
    reply: Type.Object({
      year: Type.Integer(),
      /** What one of its matters is called where no case does its items. */
      matter: Type.Union([Type.String(), Type.Null()]),
      underWay: Type.String(),
      ended: Type.String(),
      items: Type.Array(
        Type.Object({
          id: Id,
          title: Type.String(),
          org: Id,
          orgName: Type.String(),
          stage: Type.String(),
          planned: Day,
          count: Type.Integer(),
          matters: Type.Array(
            Type.Object({
              number: Type.String(),
              case: Type.Optional(Type.String()),
              from: Type.Optional(Day),
              until: Type.Optional(Day),
              backOn: Type.Optional(Day),
            }),
          ),
        }),
      ),
      /** What was done outside of it, by organisation, and the measure that counts it. */
      outside: Type.Array(Type.Object({ org: Id, orgName: Type.String(), n: Type.Number() })),
      outsideMeasure: Type.Union([Type.String(), Type.Null()]),
      rate: Type.Union([Type.Object({ code: Type.String(), words: Type.String() }), Type.Null()]),
    }),
    problems: ['register.unknown'],
  },
});
