import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Cursor, Id, Instant, page } from './shapes.ts';

const system = ['system-admin'] as const;
const audit = ['audit-admin'] as const;
const ChannelShape = Type.Union([Type.Literal('mail'), Type.Literal('sms'), Type.Literal('wechat')]);
const StateShape = Type.Union([
  Type.Literal('queued'),
  Type.Literal('handed-over'),
  Type.Literal('refused'),
  Type.Literal('stuck'),
  Type.Literal('expired'),
]);

/** A message as administrators see it: what became of it, to a masked address, never its text. */
const MessageShape = Type.Object({
  id: Id,
  channel: ChannelShape,
  subject: Type.String(),
  address: Type.String(),
  state: StateShape,
  tries: Type.Integer(),
  /** Why it has not left. */
  problem: Type.String(),
  /** What whoever took it answered. */
  proof: Type.String(),
  dueAt: Instant,
  /** When it is tried next, while it waits. */
  nextAt: Type.Union([Instant, Type.Null()]),
  endedAt: Type.Union([Instant, Type.Null()]),
});

/** What leaves for addresses outside: the queue everybody in charge can see. */
export const channelEndpoints = endpoints({
  messageOverview: {
    method: 'GET',
    path: '/api/admin/messages/overview',
    tag: '管理',
    summary: '外发消息概况：各渠道是否接通、近一天的交付',
    caller: [...system, ...audit],
    reply: Type.Object({
      /** `via`: where messages are handed over; null = 未接通. */
      channels: Type.Array(
        Type.Object({ channel: ChannelShape, via: Type.Union([Type.String(), Type.Null()]) }),
      ),
      counts: Type.Object({
        queued: Type.Integer(),
        refused: Type.Integer(),
        stuck: Type.Integer(),
      }),
      /** Of what was due within a day: how many, and how many of them were handed over within ten seconds. */
      day: Type.Object({ due: Type.Integer(), handedOver: Type.Integer(), inTime: Type.Integer() }),
    }),
  },
  messages: {
    method: 'GET',
    path: '/api/admin/messages',
    tag: '管理',
    summary: '外发消息（地址打码，不含正文）',
    caller: [...system, ...audit],
    query: Type.Object({ state: Type.Optional(StateShape), cursor: Type.Optional(Cursor) }),
    reply: page(MessageShape),
  },
  settleMessages: {
    method: 'POST',
    path: '/api/admin/messages/settle',
    tag: '管理',
    summary: '重发或放弃没有发出去的消息',
    caller: system,
    writes: true,
    body: Type.Object(
      {
        ids: Type.Array(Id, { minItems: 1, maxItems: 200 }),
        act: Type.Union([Type.Literal('retry'), Type.Literal('give-up')]),
      },
      { additionalProperties: false },
    ),
    reply: Type.Object({ settled: Type.Integer() }),
  },
  deliveries: {
    method: 'GET',
    path: '/api/demo/deliveries',
    tag: '演示',
    summary: '演示信箱：演示环境里本应发出的消息',
    caller: 'public',
    reply: Type.Array(
      Type.Object({
        id: Type.String(),
        channel: ChannelShape,
        to: Type.String(),
        subject: Type.String(),
        text: Type.String(),
        at: Instant,
      }),
    ),
    problems: ['demo.only'],
  },
});
