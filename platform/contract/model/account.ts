import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day, Id, Instant } from './shapes.ts';

/** Who is signed in, at either door. */
export const Me = Type.Object({
  id: Id,
  name: Type.String(),
  username: Type.String(),
  org: Type.Object({ id: Id, name: Type.String(), kind: Type.String() }),
  office: Type.Object({
    id: Type.String(),
    name: Type.String(),
    /** Where one asks for help, as the office's letterhead has it. */
    phone: Type.Optional(Type.String()),
    address: Type.Optional(Type.String()),
  }),
  grants: Type.Array(
    Type.Object({ role: Type.String(), roleName: Type.String(), org: Id, orgName: Type.String() }),
  ),
  /** Which shells to offer: hall for filers and applicants, desk for reviewers, admin for the three administrators. */
  shells: Type.Array(Type.Union([Type.Literal('hall'), Type.Literal('desk'), Type.Literal('admin')])),
  standsInFor: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  csrf: Type.String(),
  /** What must happen before anything else: change the password, set up the second factor. */
  must: Type.Array(
    Type.Union([
      Type.Literal('change-password'),
      Type.Literal('set-up-totp'),
      /** At the public door: whom the session acted for is not to be acted for any more. */
      Type.Literal('choose-party'),
    ]),
  ),
  totp: Type.Boolean(),
  /** Set at the public door. */
  visitor: Type.Optional(
    Type.Object({
      /** The account's own name, whoever it acts for. */
      account: Type.String(),
      kind: Type.Union([Type.Literal('citizen'), Type.Literal('foreigner'), Type.Literal('enterprise')]),
      level: Type.Integer({ minimum: 0, maximum: 3 }),
      language: Type.Union([Type.Literal('zh'), Type.Literal('en')]),
      /** True where an officer types in what somebody brought to the counter. */
      counter: Type.Boolean(),
      /** Whom it may act for, itself first. */
      parties: Type.Array(Type.Object({ id: Id, name: Type.String(), on: Type.Boolean() })),
    }),
  ),
});

/** Log-in, own account, absence. */
export const accountEndpoints = endpoints({
  login: {
    method: 'POST',
    path: '/api/login',
    tag: '账户',
    summary: '登录',
    caller: 'public',
    body: Type.Object(
      {
        username: Type.String({ minLength: 1, maxLength: 64 }),
        password: Type.String({ minLength: 1, maxLength: 200 }),
        totp: Type.Optional(Type.String({ maxLength: 8 })),
      },
      { additionalProperties: false },
    ),
    reply: Me,
    problems: ['login.refused', 'login.locked', 'login.totp-needed'],
  },
  logout: {
    method: 'POST',
    path: '/api/logout',
    tag: '账户',
    summary: '退出',
    caller: 'signed-in',
    writes: true,
  },
  me: { method: 'GET', path: '/api/me', tag: '账户', summary: '当前账户', caller: 'signed-in', reply: Me },
  changePassword: {
    method: 'POST',
    path: '/api/me/password',
    tag: '账户',
    summary: '修改密码',
    caller: 'signed-in',
    writes: true,
    body: Type.Object(
      { current: Type.String({ maxLength: 200 }), next: Type.String({ maxLength: 200 }) },
      { additionalProperties: false },
    ),
    reply: Me,
    problems: ['password.wrong', 'password.weak', 'password.reused'],
  },
  beginTotp: {
    method: 'POST',
    path: '/api/me/totp',
    tag: '账户',
    summary: '开始绑定动态口令',
    caller: 'signed-in',
    writes: true,
    body: Type.Object({ password: Type.String({ maxLength: 200 }) }, { additionalProperties: false }),
    reply: Type.Object({ uri: Type.String(), secret: Type.String(), qr: Type.String() }),
    problems: ['password.wrong', 'totp.confirmed'],
  },
  confirmTotp: {
    method: 'POST',
    path: '/api/me/totp/confirm',
    tag: '账户',
    summary: '确认绑定动态口令',
    caller: 'signed-in',
    writes: true,
    body: Type.Object({ code: Type.String({ maxLength: 8 }) }, { additionalProperties: false }),
    reply: Me,
  },
  phrases: {
    method: 'GET',
    path: '/api/me/phrases',
    tag: '账户',
    summary: '常用意见',
    caller: 'signed-in',
    reply: Type.Array(Type.String()),
  },
  savePhrases: {
    method: 'PUT',
    path: '/api/me/phrases',
    tag: '账户',
    summary: '保存常用意见',
    caller: 'signed-in',
    writes: true,
    body: Type.Array(Type.String({ maxLength: 200 }), { maxItems: 50 }),
    reply: Type.Array(Type.String()),
  },
  delegations: {
    method: 'GET',
    path: '/api/me/delegations',
    tag: '账户',
    summary: '外出委托',
    caller: 'signed-in',
    reply: Type.Array(
      Type.Object({
        id: Id,
        to: Type.Object({ id: Id, name: Type.String() }),
        from: Day,
        until: Day,
        reason: Type.String(),
        active: Type.Boolean(),
        createdAt: Instant,
      }),
    ),
  },
  addDelegation: {
    method: 'POST',
    path: '/api/me/delegations',
    tag: '账户',
    summary: '设置外出委托',
    caller: 'signed-in',
    writes: true,
    body: Type.Object(
      { to: Id, from: Day, until: Day, reason: Type.String({ maxLength: 200 }) },
      { additionalProperties: false },
    ),
    reply: Type.Object({ id: Id }),
  },
  endDelegation: {
    method: 'DELETE',
    path: '/api/me/delegations/:id',
    tag: '账户',
    summary: '结束外出委托',
    caller: 'signed-in',
    writes: true,
    params: Type.Object({ id: Id }),
  },
});
