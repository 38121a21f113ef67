import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Id, Instant } from './shapes.ts';

const system = ['system-admin'] as const;
const security = ['security-admin'] as const;
const audit = ['audit-admin'] as const;
const IdParams = Type.Object({ id: Id });
const EventShape = Type.Union([
  Type.Literal('case.received'),
  Type.Literal('case.returned'),
  Type.Literal('case.closed'),
]);

/** Other programs that are told what happened. */
export const webhookEndpoints = endpoints({
  webhooks: {
    method: 'GET',
    path: '/api/admin/webhooks',
    tag: '管理',
    summary: '推送地址：把办件进展告诉其他系统（不含密钥）',
    caller: [...system, ...security, ...audit],
    reply: Type.Array(
      Type.Object({
        id: Id,
        label: Type.String(),
        url: Type.String(),
        events: Type.Array(EventShape),
        by: Type.String(),
        at: Instant,
        endedAt: Type.Union([Instant, Type.Null()]),
        queued: Type.Integer(),
        stuck: Type.Integer(),
      }),
    ),
  },
  addWebhook: {
    method: 'POST',
    path: '/api/admin/webhooks',
    tag: '管理',
    summary: '新增推送地址；签名密钥只显示这一次',
    caller: security,
    writes: true,
    body: Type.Object(
      {
        label: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S' }),
        url: Type.String({ minLength: 8, maxLength: 500 }),
        events: Type.Array(EventShape, { minItems: 1, maxItems: 3 }),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({ id: Id, secret: Type.String() }),
    problems: ['webhook.url'],
  },
  endWebhook: {
    method: 'DELETE',
    path: '/api/admin/webhooks/:id',
    tag: '管理',
    summary: '停用推送地址，未推送的不再推送',
    caller: security,
    writes: true,
    params: IdParams,
    problems: ['webhook.not-found'],
  },
  webhookCalls: {
    method: 'GET',
    path: '/api/admin/webhooks/:id/calls',
    tag: '管理',
    summary: '一个推送地址最近的推送',
    caller: [...system, ...security, ...audit],
    params: IdParams,
    reply: Type.Array(
      Type.Object({
        id: Id,
        event: EventShape,
        body: Type.String(),
        state: Type.Union([
          Type.Literal('queued'),
          Type.Literal('handed-over'),
          Type.Literal('stuck'),
          Type.Literal('expired'),
        ]),
        tries: Type.Integer(),
        said: Type.String(),
        at: Instant,
        endedAt: Type.Union([Instant, Type.Null()]),
      }),
    ),
  },
  replayCall: {
    method: 'POST',
    path: '/api/admin/webhooks/calls/:id/replay',
    tag: '管理',
    summary: '手工重放一次推送（编号和内容不变，重新签名）',
    caller: system,
    writes: true,
    params: IdParams,
    problems: ['webhook.call'],
  },
});
