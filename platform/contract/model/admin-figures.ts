import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { AnyJson, Day, Id, Instant, PolicyValueShape } from './shapes.ts';

const system = ['system-admin'] as const;
const security = ['security-admin'] as const;
const audit = ['audit-admin'] as const;
const IdParams = Type.Object({ id: Id });

/** What an office sets for itself: figures with their day and source, the calendar, letterheads, reference tables. */
export const figureEndpoints = endpoints({
  allPolicies: {
    method: 'GET',
    path: '/api/admin/policies',
    tag: '管理',
    summary: '政策数值（含历史与来源）',
    caller: [...system, ...security, ...audit],
    reply: Type.Array(
      Type.Object({
        key: Type.String(),
        label: Type.String(),
        service: Type.String(),
        type: Type.String(),
        unit: Type.String(),
        default: PolicyValueShape,
        basis: Type.String(),
        /** Words a list takes, with what screens call them. */
        among: Type.Optional(Type.Record(Type.String(), Type.String())),
        unconfirmed: Type.Boolean(),
        rows: Type.Array(
          Type.Object({
            id: Id,
            org: Type.Union([Id, Type.Null()]),
            value: PolicyValueShape,
            validFrom: Day,
            validTo: Type.Union([Day, Type.Null()]),
            source: Type.String(),
            by: Type.String(),
            at: Instant,
          }),
        ),
      }),
    ),
  },
  addPolicy: {
    method: 'POST',
    path: '/api/admin/policies',
    tag: '管理',
    summary: '设定政策数值（新的一行，不改旧行）',
    caller: security,
    writes: true,
    body: Type.Object(
      {
        key: Type.String({ maxLength: 100 }),
        org: Type.Optional(Id),
        value: PolicyValueShape,
        validFrom: Day,
        validTo: Type.Optional(Day),
        source: Type.String({ minLength: 2, maxLength: 200 }),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({ id: Id, waits: Type.Boolean() }),
  },
  confirmPolicies: {
    method: 'POST',
    path: '/api/admin/policies/confirmation',
    tag: '管理',
    summary: '确认若干项政策数值：按产品预设值，自某日起施行',
    caller: security,
    writes: true,
    body: Type.Object(
      {
        /** As they were shown: a figure that is another one by now is not confirmed unseen. */
        figures: Type.Array(
          Type.Object(
            { key: Type.String({ maxLength: 100 }), value: PolicyValueShape },
            { additionalProperties: false },
          ),
          { minItems: 1, maxItems: 200 },
        ),
        validFrom: Day,
        source: Type.String({ minLength: 2, maxLength: 200 }),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({ confirmed: Type.Integer(), waits: Type.Integer() }),
  },
  setCalendar: {
    method: 'PUT',
    path: '/api/admin/calendar',
    tag: '管理',
    summary: '更新节假日安排',
    caller: system,
    writes: true,
    body: Type.Object(
      {
        coversTo: Day,
        exceptions: Type.Array(
          Type.Object(
            {
              date: Day,
              kind: Type.Union([Type.Literal('off'), Type.Literal('work')]),
              notice: Type.String({ maxLength: 200 }),
            },
            { additionalProperties: false },
          ),
          { maxItems: 400 },
        ),
      },
      { additionalProperties: false },
    ),
  },
  letterheads: {
    method: 'GET',
    path: '/api/admin/letterheads',
    tag: '管理',
    summary: '文头',
    caller: [...system, ...security],
    reply: Type.Array(
      Type.Object({
        org: Id,
        orgName: Type.String(),
        name: Type.String(),
        signature: Type.String(),
        mark: Type.String(),
        address: Type.String(),
        phone: Type.String(),
      }),
    ),
  },
  numberedPapers: {
    method: 'GET',
    path: '/api/admin/numbered-papers',
    tag: '管理',
    summary: '带文号的文书及其文号格式',
    caller: [...system, ...security],
    reply: Type.Array(Type.Object({ title: Type.String(), pattern: Type.String() })),
  },
  saveLetterhead: {
    method: 'PUT',
    path: '/api/admin/letterheads/:id',
    tag: '管理',
    summary: '修改文头',
    caller: system,
    writes: true,
    params: IdParams,
    body: Type.Object(
      {
        name: Type.String({ minLength: 2, maxLength: 60 }),
        signature: Type.String({ minLength: 2, maxLength: 60 }),
        mark: Type.String({ minLength: 1, maxLength: 20 }),
        address: Type.Optional(Type.String({ maxLength: 100 })),
        phone: Type.Optional(Type.String({ maxLength: 40 })),
      },
      { additionalProperties: false },
    ),
  },
  tables: {
    method: 'GET',
    path: '/api/admin/tables',
    tag: '管理',
    summary: '参考表清单',
    caller: [...system, ...security],
    reply: Type.Array(
      Type.Object({
        table: Type.String(),
        title: Type.String(),
        rows: Type.Integer(),
        validFrom: Day,
        source: Type.String(),
        ends: Type.Union([Type.Object({ text: Type.String(), over: Type.Boolean() }), Type.Null()], {
          description: '名单中即将到期或已到期的行；没有时为 null',
        }),
      }),
    ),
  },
  putTable: {
    method: 'PUT',
    path: '/api/admin/tables/:table',
    tag: '管理',
    summary: '载入参考表新版本',
    caller: system,
    writes: true,
    params: Type.Object({ table: Type.String({ maxLength: 64 }) }),
    body: Type.Object(
      {
        validFrom: Day,
        source: Type.String({ minLength: 2, maxLength: 200 }),
        rows: Type.Array(Type.Record(Type.String(), AnyJson), { maxItems: 20000 }),
      },
      { additionalProperties: false },
    ),
  },
});
