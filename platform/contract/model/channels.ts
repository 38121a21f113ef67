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

const RhythmShape = Type.Union([Type.Literal('off'), Type.Literal('each'), Type.Literal('daily')]);
const QuietShape = Type.Union([
  Type.Object(
    {
      from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', maxLength: 5 }),
      until: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', maxLength: 5 }),
    },
    { additionalProperties: false },
  ),
  Type.Null(),
]);
const RhythmsShape = Type.Object(
  { mail: RhythmShape, sms: RhythmShape, wechat: RhythmShape },
  { additionalProperties: false },
);

/** Where I am reached outside of the program, and what I wish to be told. */
const myChannelEndpoints = endpoints({
  myChannels: {
    method: 'GET',
    path: '/api/me/channels',
    tag: '账户',
    summary: '我的接收地址和消息设置',
    caller: 'signed-in',
    reply: Type.Object({
      channels: Type.Array(
        Type.Object({
          channel: ChannelShape,
          connected: Type.Boolean(),
          /** Proven address, masked; null = none. */
          address: Type.Union([Type.String(), Type.Null()]),
          /** One that waits for its code. */
          waits: Type.Union([Type.String(), Type.Null()]),
        }),
      ),
      rhythms: RhythmsShape,
      quiet: QuietShape,
      digestAt: Type.String(),
      /** What nobody is spared, in words. */
      urgent: Type.Array(Type.String()),
    }),
  },
  saveWishes: {
    method: 'PUT',
    path: '/api/me/channels',
    tag: '账户',
    summary: '设置各渠道何时收消息、免打扰时段',
    caller: 'signed-in',
    writes: true,
    body: Type.Object({ rhythms: RhythmsShape, quiet: QuietShape }, { additionalProperties: false }),
  },
  askAddress: {
    method: 'POST',
    path: '/api/me/addresses',
    tag: '账户',
    summary: '登记接收地址：向它发送验证码',
    caller: 'signed-in',
    writes: true,
    body: Type.Object(
      { channel: ChannelShape, address: Type.String({ maxLength: 320 }) },
      { additionalProperties: false },
    ),
    problems: ['address.shape', 'address.unconnected', 'address.often'],
  },
  proveAddress: {
    method: 'POST',
    path: '/api/me/addresses/prove',
    tag: '账户',
    summary: '填回验证码，地址生效',
    caller: 'signed-in',
    writes: true,
    body: Type.Object(
      { channel: ChannelShape, code: Type.String({ maxLength: 20 }) },
      { additionalProperties: false },
    ),
    problems: ['address.code'],
  },
  copyAnswers: {
    method: 'POST',
    path: '/api/cases/:case/copy',
    tag: '办件',
    summary: '把填报内容的副本发到本人确认过的邮箱（证件号码打码，同一轮只发一次）',
    caller: 'signed-in',
    writes: true,
    params: Type.Object({ case: Id }),
    reply: Type.Object({ sent: Type.Boolean() }),
    problems: ['copy.not-yours', 'copy.draft', 'copy.no-address'],
  },
  dropAddress: {
    method: 'DELETE',
    path: '/api/me/addresses/:channel',
    tag: '账户',
    summary: '删除接收地址',
    caller: 'signed-in',
    writes: true,
    params: Type.Object({ channel: ChannelShape }),
  },
});

/** What leaves for addresses outside: the queue everybody in charge can see. */
const queueEndpoints = endpoints({
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

/** Everything about channels: mine, the office's queue, the stand-in of a demo office. */
export const channelEndpoints = { ...myChannelEndpoints, ...queueEndpoints };
