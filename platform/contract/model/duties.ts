import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day, Key } from './shapes.ts';

/** What recurs and opens by itself. */
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
});
