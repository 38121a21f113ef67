import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day, Id, Instant } from './shapes.ts';

const system = ['system-admin'] as const;
const security = ['security-admin'] as const;
const audit = ['audit-admin'] as const;
const IdParams = Type.Object({ id: Id });

/** How long things are kept: the stated terms, lists of what is due that two persons confirm, and holds. */
export const retentionEndpoints = endpoints({
  retention: {
    method: 'GET',
    path: '/api/admin/retention',
    tag: '管理',
    summary: '保存期限、到期的办件和保全（只有编号，没有内容）',
    caller: [...system, ...security, ...audit],
    reply: Type.Object({
      terms: Type.Array(
        Type.Object({
          what: Type.String(),
          term: Type.String(),
          from: Type.String(),
          basis: Type.String(),
          doneBy: Type.String(),
        }),
      ),
      due: Type.Array(
        Type.Object({
          id: Id,
          number: Type.String(),
          service: Type.String(),
          closedOn: Day,
          parts: Type.Array(Type.Union([Type.Literal('files'), Type.Literal('personal')])),
        }),
      ),
      held: Type.Array(
        Type.Object({ id: Id, number: Type.String(), reason: Type.String(), by: Type.String(), at: Instant }),
      ),
      /** Cases over their term that have no key of their own. */
      withoutKey: Type.Integer(),
    }),
  },
  askErasure: {
    method: 'POST',
    path: '/api/admin/retention/lists',
    tag: '管理',
    summary: '把到期的附件和个人信息列成清单，提请审计管理员确认后删除',
    caller: system,
    writes: true,
    reply: Type.Object({ id: Id }),
    problems: ['erase.nothing', 'erase.pending'],
  },
  placeHold: {
    method: 'POST',
    path: '/api/admin/retention/holds',
    tag: '管理',
    summary: '保全一件办件或一条台账：争议或调查期间什么也不删除',
    caller: audit,
    writes: true,
    body: Type.Object(
      { number: Type.String({ maxLength: 80 }), reason: Type.String({ maxLength: 500 }) },
      { additionalProperties: false },
    ),
    reply: Type.Object({ id: Id }),
    problems: ['hold.case', 'hold.twice', 'hold.reason'],
  },
  endHold: {
    method: 'POST',
    path: '/api/admin/retention/holds/:id/end',
    tag: '管理',
    summary: '解除保全',
    caller: audit,
    writes: true,
    params: IdParams,
    body: Type.Object(
      { reason: Type.String({ minLength: 2, maxLength: 500 }) },
      { additionalProperties: false },
    ),
    problems: ['hold.not-found'],
  },
});
