import Type from 'typebox';
import { BUSINESS_ROLES } from '@zhitongche/access';
import { endpoints } from './endpoint.ts';
import { AnswersShape, CaseRow, Cursor, Day, Id, Instant, Key, Light, page, Turning } from './shapes.ts';

const ListQuery = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  service: Type.Optional(Key),
  status: Type.Optional(Type.String({ maxLength: 30 })),
  cursor: Type.Optional(Cursor),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
};
/** What the inbox may be narrowed and ordered by; its export takes the very same. */
const InboxQuery = {
  ...ListQuery,
  tab: Type.Optional(
    Type.Union([
      Type.Literal('todo'),
      Type.Literal('done'),
      Type.Literal('copied'),
      Type.Literal('watch'),
      Type.Literal('all'),
    ]),
  ),
  step: Type.Optional(Type.String({ maxLength: 64 })),
  light: Type.Optional(Light),
  clock: Type.Optional(Turning),
  /** Organisation whose turn it is; `none` = nobody's. */
  at: Type.Optional(Type.Union([Id, Type.Literal('none')])),
  unit: Type.Optional(Id),
  /** First day counted: of filing, on the tab `done` of one's own decision. */
  from: Type.Optional(Day),
  /** Last day counted. */
  until: Type.Optional(Day),
  sort: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('newest'), Type.Literal('oldest')])),
};

/** What stands in front of a person: cases, messages, and whom to hand one to. */
export const inboxEndpoints = endpoints({
  myCases: {
    method: 'GET',
    path: '/api/my/cases',
    tag: '办件',
    summary: '我的申报',
    caller: BUSINESS_ROLES,
    query: Type.Object(ListQuery),
    reply: page(CaseRow),
  },
  inbox: {
    method: 'GET',
    path: '/api/inbox',
    tag: '办件',
    summary: '收件箱',
    caller: 'signed-in',
    query: Type.Object(InboxQuery),
    reply: page(CaseRow),
  },
  inboxCounts: {
    method: 'GET',
    path: '/api/inbox/counts',
    tag: '办件',
    summary: '各栏数量',
    caller: 'signed-in',
    reply: Type.Object({
      todo: Type.Integer(),
      red: Type.Integer(),
      amber: Type.Integer(),
      copied: Type.Integer(),
      stuck: Type.Integer(),
      unread: Type.Integer(),
    }),
  },
  exportCases: {
    method: 'GET',
    path: '/api/inbox/export',
    tag: '办件',
    summary: '导出列表（XLSX）',
    caller: 'signed-in',
    query: Type.Object(InboxQuery),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  },
  live: {
    method: 'GET',
    path: '/api/live',
    tag: '办件',
    summary: '收件箱变动（SSE）',
    caller: 'signed-in',
    file: ['text/event-stream'],
    background: true,
    problems: ['live.too-many'],
  },
  notices: {
    method: 'GET',
    path: '/api/notices',
    tag: '办件',
    summary: '消息',
    caller: 'signed-in',
    query: Type.Object({ cursor: Type.Optional(Cursor) }),
    reply: page(
      Type.Object({
        id: Id,
        at: Instant,
        text: Type.String(),
        case: Type.Union([Id, Type.Null()]),
        /** The case in one line: who, where, when, what for; empty where there is none to tell of. */
        about: Type.String(),
        /** Row of a kept register it is about. */
        row: Type.Union([Type.Object({ register: Key, id: Id }), Type.Null()]),
        read: Type.Boolean(),
      }),
    ),
  },
  readNotices: {
    method: 'POST',
    path: '/api/notices/read',
    tag: '办件',
    summary: '标为已读',
    caller: 'signed-in',
    writes: true,
    body: Type.Object({ ids: Type.Array(Id, { maxItems: 200 }) }, { additionalProperties: false }),
  },
  people: {
    method: 'GET',
    path: '/api/people',
    tag: '办件',
    summary: '找人（转办、加签、委托）',
    caller: 'signed-in',
    query: Type.Object({
      q: Type.Optional(Type.String({ maxLength: 50 })),
      case: Type.Optional(Id),
      /** Kind of the act on that case they are sought for, e.g. `copy`; decides who is offered. */
      act: Type.Optional(Type.String({ maxLength: 20 })),
    }),
    reply: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        org: Type.String(),
        roles: Type.Array(Type.String()),
        absentUntil: Type.Union([Type.String(), Type.Null()]),
      }),
    ),
  },
  travellers: {
    method: 'GET',
    path: '/api/travellers',
    tag: '办件',
    summary: '本单位常用人员（预填）',
    caller: ['filer', 'applicant'],
    query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 50 })) }),
    reply: Type.Array(AnswersShape),
  },
});
