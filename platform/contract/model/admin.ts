import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { figureEndpoints } from './admin-figures.ts';
import { roleEndpoints } from './admin-roles.ts';
import { retentionEndpoints } from './admin-retention.ts';
import { AnyJson, Cursor, Day, Id, Instant, SeatTroubleKind, page } from './shapes.ts';

const system = ['system-admin'] as const;
const security = ['security-admin'] as const;
const audit = ['audit-admin'] as const;
const IdParams = Type.Object({ id: Id });
const Person = Type.Object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  org: Id,
  orgName: Type.String(),
  phone: Type.Optional(Type.String()),
  status: Type.Union([Type.Literal('active'), Type.Literal('disabled'), Type.Literal('locked')]),
  expires: Type.Union([Day, Type.Null()]),
  totp: Type.Boolean(),
  lastLogin: Type.Union([Instant, Type.Null()]),
  grants: Type.Array(
    Type.Object({
      id: Id,
      role: Type.String(),
      roleName: Type.String(),
      org: Id,
      orgName: Type.String(),
      status: Type.Union([Type.Literal('active'), Type.Literal('pending'), Type.Literal('revoking')]),
    }),
  ),
});

/** The three administrators: 系统 makes accounts and organisations, 安全 grants rights and sets policy, 审计 reads the audit. */
export const adminEndpoints = {
  ...retentionEndpoints,
  ...figureEndpoints,
  ...roleEndpoints,
  ...endpoints({
    orgs: {
      method: 'GET',
      path: '/api/admin/orgs',
      tag: '管理',
      summary: '机构树',
      caller: [...system, ...security, ...audit],
      reply: Type.Array(
        Type.Object({
          id: Id,
          parent: Type.Union([Id, Type.Null()]),
          kind: Type.String(),
          name: Type.String(),
          code: Type.Union([Type.String(), Type.Null()]),
          uscc: Type.Union([Type.String(), Type.Null()]),
          active: Type.Boolean(),
          people: Type.Integer(),
        }),
      ),
    },
    saveOrg: {
      method: 'PUT',
      path: '/api/admin/orgs/:id',
      tag: '管理',
      summary: '新建或修改机构',
      caller: system,
      writes: true,
      params: IdParams,
      body: Type.Object(
        {
          parent: Id,
          kind: Type.String({ maxLength: 20 }),
          name: Type.String({ minLength: 2, maxLength: 100 }),
          code: Type.Optional(Type.String({ maxLength: 32 })),
          uscc: Type.Optional(Type.String({ maxLength: 18 })),
          active: Type.Boolean(),
        },
        { additionalProperties: false },
      ),
    },
    accounts: {
      method: 'GET',
      path: '/api/admin/people',
      tag: '管理',
      summary: '人员账户',
      caller: [...system, ...security],
      query: Type.Object({
        q: Type.Optional(Type.String({ maxLength: 50 })),
        org: Type.Optional(Id),
        cursor: Type.Optional(Cursor),
      }),
      reply: page(Person),
    },
    createAccount: {
      method: 'POST',
      path: '/api/admin/people',
      tag: '管理',
      summary: '新建账户（不含权限）',
      caller: system,
      writes: true,
      body: Type.Object(
        {
          username: Type.String({ minLength: 2, maxLength: 64 }),
          name: Type.String({ minLength: 1, maxLength: 50 }),
          org: Id,
          phone: Type.Optional(Type.String({ maxLength: 20 })),
          expires: Type.Optional(Day),
        },
        { additionalProperties: false },
      ),
      reply: Type.Object({ id: Id, initialPassword: Type.String() }),
    },
    changeAccount: {
      method: 'PUT',
      path: '/api/admin/people/:id',
      tag: '管理',
      summary: '停用、启用、解锁、调动、重置密码',
      caller: system,
      writes: true,
      params: IdParams,
      body: Type.Object(
        {
          name: Type.Optional(Type.String({ maxLength: 50 })),
          org: Type.Optional(Id),
          active: Type.Optional(Type.Boolean()),
          unlock: Type.Optional(Type.Boolean()),
          resetPassword: Type.Optional(Type.Boolean()),
          resetTotp: Type.Optional(Type.Boolean()),
          expires: Type.Optional(Type.Union([Day, Type.Null()])),
        },
        { additionalProperties: false },
      ),
      reply: Type.Object({
        initialPassword: Type.Optional(Type.String()),
        /** True when a reset waits for a second administrator. */
        waits: Type.Optional(Type.Boolean()),
      }),
    },
    twoPersonRequests: {
      method: 'GET',
      path: '/api/admin/requests',
      tag: '管理',
      summary: '待两人办理的请求（重置、登录数值、自设角色、到期删除清单）',
      caller: [...system, ...security, ...audit],
      reply: Type.Array(
        Type.Object({
          id: Id,
          kind: Type.Union([
            Type.Literal('reset'),
            Type.Literal('policy'),
            Type.Literal('role'),
            Type.Literal('erasure'),
          ]),
          title: Type.String(),
          detail: Type.String(),
          askedBy: Type.String(),
          at: Instant,
          waitsFor: Type.String(),
          may: Type.Union([Type.Literal('confirm'), Type.Literal('carry-out'), Type.Literal('wait')]),
        }),
      ),
    },
    settleRequest: {
      method: 'POST',
      path: '/api/admin/requests/:id/confirm',
      tag: '管理',
      summary: '确认或退回请求',
      caller: [...system, ...security, ...audit],
      writes: true,
      params: IdParams,
      body: Type.Object({ agree: Type.Boolean() }, { additionalProperties: false }),
      problems: ['request.not-found'],
    },
    carryOutReset: {
      method: 'POST',
      path: '/api/admin/requests/:id/carry-out',
      tag: '管理',
      summary: '执行已确认的重置（一次性密码只显示一次）',
      caller: system,
      writes: true,
      params: IdParams,
      reply: Type.Object({ initialPassword: Type.Optional(Type.String()) }),
      problems: ['request.not-found'],
    },
    askGrant: {
      method: 'POST',
      path: '/api/admin/grants',
      tag: '管理',
      summary: '授予角色（须系统管理员确认）',
      caller: security,
      writes: true,
      body: Type.Object(
        { person: Id, role: Type.String({ maxLength: 32 }), org: Id },
        { additionalProperties: false },
      ),
      reply: Type.Object({ id: Id }),
      problems: ['grant.exclusive', 'grant.self'],
    },
    revokeGrant: {
      method: 'DELETE',
      path: '/api/admin/grants/:id',
      tag: '管理',
      summary: '收回角色',
      caller: security,
      writes: true,
      params: IdParams,
    },
    pendingGrants: {
      method: 'GET',
      path: '/api/admin/grants/pending',
      tag: '管理',
      summary: '待确认授权',
      caller: [...system, ...security],
      reply: Type.Array(
        Type.Object({
          id: Id,
          person: Type.String(),
          role: Type.String(),
          roleName: Type.String(),
          org: Type.String(),
          askedBy: Type.String(),
          at: Instant,
        }),
      ),
    },
    confirmGrant: {
      method: 'POST',
      path: '/api/admin/grants/:id/confirm',
      tag: '管理',
      summary: '确认授权',
      caller: system,
      writes: true,
      params: IdParams,
      body: Type.Object({ agree: Type.Boolean() }, { additionalProperties: false }),
    },
    seatsAhead: {
      method: 'GET',
      path: '/api/admin/seats',
      tag: '管理',
      summary: '席位预警：将会空缺、只有申请人本人、由一人签两次或无人在岗的席位',
      caller: [...system, ...security, ...audit],
      reply: Type.Object({
        today: Day,
        /** Last day looked at. */
        until: Day,
        lines: Type.Array(
          Type.Object({
            kind: SeatTroubleKind,
            service: Type.String(),
            steps: Type.Array(Type.String()),
            role: Type.String(),
            org: Type.Union([Type.String(), Type.Null()]),
            persons: Type.Array(Type.String()),
            message: Type.String(),
            todo: Type.String(),
            /** First day it would be so. */
            from: Day,
            /** Whose applications it would meet. */
            units: Type.Object({ count: Type.Integer(), some: Type.Array(Type.String()) }),
          }),
        ),
      }),
    },
    auditLog: {
      method: 'GET',
      path: '/api/admin/audit',
      tag: '审计',
      summary: '审计日志',
      caller: audit,
      query: Type.Object({
        q: Type.Optional(Type.String({ maxLength: 100 })),
        actor: Type.Optional(Id),
        action: Type.Optional(Type.String({ maxLength: 64 })),
        from: Type.Optional(Day),
        until: Type.Optional(Day),
        cursor: Type.Optional(Cursor),
      }),
      reply: page(
        Type.Object({
          seq: Type.Integer(),
          at: Instant,
          actor: Type.String(),
          behalf: Type.Union([Type.String(), Type.Null()]),
          action: Type.String(),
          /** What services call the act; absent for what the kernel or the program does. */
          verb: Type.Union([Type.String(), Type.Null()]),
          object: Type.String(),
          /** What the object is called, where it is something with a name or number; else its id says all there is. */
          name: Type.Union([Type.String(), Type.Null()]),
          result: Type.String(),
          source: Type.String(),
          detail: AnyJson,
          digest: Type.String(),
        }),
      ),
    },
    verifyAudit: {
      method: 'POST',
      path: '/api/admin/audit/verify',
      tag: '审计',
      summary: '核对审计链与办件链',
      caller: audit,
      writes: true,
      reply: Type.Object({
        auditRows: Type.Integer(),
        caseEvents: Type.Integer(),
        waiting: Type.Integer(),
        ok: Type.Boolean(),
        firstBroken: Type.Union([Type.String(), Type.Null()]),
      }),
    },
    configCheck: {
      method: 'GET',
      path: '/api/admin/config',
      tag: '管理',
      summary: '运行配置检查',
      caller: system,
      reply: Type.Array(
        Type.Object({ item: Type.String(), ok: Type.Boolean(), text: Type.String(), todo: Type.String() }),
      ),
    },
    runtime: {
      method: 'GET',
      path: '/api/admin/runtime',
      tag: '管理',
      summary: '本进程此刻的运行状况与慢语句',
      caller: system,
      reply: Type.Object({
        version: Type.String(),
        since: Instant,
        parts: Type.Array(
          Type.Object({
            part: Type.String(),
            ok: Type.Boolean(),
            value: Type.String(),
            text: Type.String(),
            todo: Type.String(),
          }),
        ),
        slow: Type.Object({
          thresholdMs: Type.Integer(),
          statements: Type.Array(
            Type.Object({
              statement: Type.String(),
              digest: Type.String(),
              count: Type.Integer(),
              maxMs: Type.Integer(),
              p95Ms: Type.Integer(),
              newest: Instant,
            }),
          ),
        }),
      }),
    },
  }),
};
