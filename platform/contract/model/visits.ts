import Type from 'typebox';
import { Me } from './account.ts';
import { endpoints } from './endpoint.ts';
import { Day, Id, Instant, Key, VisitorPerson } from './shapes.ts';

const Target = Type.String({ minLength: 3, maxLength: 320 });
const Password = Type.String({ minLength: 1, maxLength: 200 });
const Language = Type.Union([Type.Literal('zh'), Type.Literal('en')]);
const Proof = { code: Id, digits: Type.String({ pattern: '^[0-9]{6}$' }) };
const closed = { additionalProperties: false } as const;

const Party = Type.Object({
  id: Id,
  name: Type.String(),
  kind: Type.Union([Type.Literal('enterprise'), Type.Literal('entrusted')]),
  status: Type.Union([Type.Literal('asked'), Type.Literal('confirmed'), Type.Literal('refused')]),
  /** Why it was refused. */
  reason: Type.String(),
  leads: Type.Boolean(),
  from: Day,
  until: Day,
  only: Type.Union([Type.Array(Key), Type.Null()]),
  /** Whether it may be acted for today. */
  open: Type.Boolean(),
});

const Link = Type.Object({
  id: Id,
  role: Type.Union([Type.Literal('handler'), Type.Literal('agent')]),
  /** Who took it; empty while nobody has. */
  name: Type.String(),
  from: Day,
  until: Day,
  only: Type.Union([Type.Array(Key), Type.Null()]),
  status: Type.Union([Type.Literal('offered'), Type.Literal('active'), Type.Literal('ended')]),
  leads: Type.Boolean(),
});

const Asked = Type.Object({ code: Id, minutes: Type.Integer() });

/** The public door: accounts of people who belong to no unit, with sessions and paths of their own. */
export const visitEndpoints = endpoints({
  visitTerms: {
    method: 'GET',
    path: '/api/visit/terms',
    tag: '公众账户',
    summary: '注册时告知的个人信息用途',
    caller: 'public',
    reply: Type.Object({
      version: Type.String(),
      purposes: Type.Array(Type.Object({ what: Type.String(), why: Type.String(), en: Type.String() })),
      rules: Type.Object({ zh: Type.String(), en: Type.String() }),
    }),
  },
  visitCode: {
    method: 'POST',
    path: '/api/visit/codes',
    tag: '公众账户',
    summary: '发送验证码（注册、找回密码）',
    caller: 'public',
    body: Type.Object(
      { purpose: Type.Union([Type.Literal('register'), Type.Literal('reset')]), to: Target },
      closed,
    ),
    reply: Asked,
    problems: ['visitor.address', 'visitor.too-soon', 'visitor.too-many'],
  },
  visitRegister: {
    method: 'POST',
    path: '/api/visit/register',
    tag: '公众账户',
    summary: '注册',
    caller: 'public',
    body: Type.Object(
      {
        ...Proof,
        kind: VisitorPerson,
        name: Type.String({ minLength: 1, maxLength: 100 }),
        password: Password,
        language: Language,
        consent: Type.String({ maxLength: 20 }),
      },
      closed,
    ),
    reply: Me,
    problems: ['visitor.code-wrong', 'visitor.consent', 'visitor.name', 'password.weak'],
  },
  visitLogin: {
    method: 'POST',
    path: '/api/visit/login',
    tag: '公众账户',
    summary: '公众登录',
    caller: 'public',
    body: Type.Object(
      { to: Target, password: Password, totp: Type.Optional(Type.String({ maxLength: 8 })) },
      closed,
    ),
    reply: Me,
    problems: ['login.refused', 'login.locked', 'login.totp-needed'],
  },
  visitReset: {
    method: 'POST',
    path: '/api/visit/password',
    tag: '公众账户',
    summary: '凭验证码重设密码',
    caller: 'public',
    body: Type.Object(
      { ...Proof, password: Password, totp: Type.Optional(Type.String({ maxLength: 8 })) },
      closed,
    ),
    reply: Me,
    problems: ['visitor.code-wrong', 'password.weak', 'login.totp-needed', 'login.refused'],
  },
  visitStatus: {
    method: 'POST',
    path: '/api/visit/status',
    tag: '公众账户',
    summary: '不登录查进度（办件编号加查询码）',
    caller: 'public',
    body: Type.Object(
      {
        number: Type.String({ minLength: 1, maxLength: 40 }),
        secret: Type.String({ minLength: 1, maxLength: 20 }),
      },
      closed,
    ),
    reply: Type.Object({
      service: Type.String(),
      serviceEn: Type.String(),
      status: Type.String(),
      step: Type.String(),
      /** Days of work left until the promised day; null while no clock runs. */
      daysLeft: Type.Union([Type.Integer(), Type.Null()]),
      due: Type.Union([Day, Type.Null()]),
      /** Whether the applicant is waited for. */
      yours: Type.Boolean(),
    }),
    problems: ['visitor.no-status'],
  },
  visitMe: {
    method: 'GET',
    path: '/api/visit/me',
    tag: '公众账户',
    summary: '当前公众账户',
    caller: 'visitor',
    reply: Me,
  },
  visitLogout: {
    method: 'POST',
    path: '/api/visit/logout',
    tag: '公众账户',
    summary: '退出',
    caller: 'visitor',
    writes: true,
  },
  visitAccount: {
    method: 'GET',
    path: '/api/visit/account',
    tag: '公众账户',
    summary: '我的公众账户',
    caller: 'visitor',
    reply: Type.Object({
      name: Type.String(),
      kind: VisitorPerson,
      level: Type.Integer({ minimum: 0, maximum: 3 }),
      mail: Type.String(),
      phone: Type.String(),
      document: Type.String(),
      language: Language,
      consent: Type.Object({ version: Type.String(), at: Instant }),
      totp: Type.Boolean(),
      parties: Type.Array(Party),
      /** Links given for whoever is acted for now. */
      links: Type.Array(Link),
      /** What was filed at the counter under the document of this account and nobody has claimed. */
      claimable: Type.Array(Type.Object({ id: Id, name: Type.String(), at: Instant })),
    }),
    problems: ['visitor.at-counter'],
  },
  visitAct: {
    method: 'PUT',
    path: '/api/visit/party',
    tag: '公众账户',
    summary: '切换办理身份',
    caller: 'visitor',
    writes: true,
    body: Type.Object({ party: Type.Union([Id, Type.Null()]) }, closed),
    reply: Me,
    problems: ['visitor.no-party'],
  },
  visitAddressCode: {
    method: 'POST',
    path: '/api/visit/account/codes',
    tag: '公众账户',
    summary: '向新的邮箱或手机号发送验证码',
    caller: 'visitor',
    writes: true,
    body: Type.Object({ to: Target }, closed),
    reply: Asked,
    problems: ['visitor.address', 'visitor.too-soon', 'visitor.too-many'],
  },
  visitAddress: {
    method: 'PUT',
    path: '/api/visit/account/address',
    tag: '公众账户',
    summary: '换用已验证的邮箱或手机号',
    caller: 'visitor',
    writes: true,
    body: Type.Object({ ...Proof, password: Password }, closed),
    problems: ['visitor.code-wrong', 'password.wrong'],
  },
  visitCounterCode: {
    method: 'POST',
    path: '/api/visit/account/counter-code',
    tag: '公众账户',
    summary: '取窗口码',
    caller: 'visitor',
    writes: true,
    reply: Type.Object({ code: Type.String(), until: Instant }),
  },
  visitExport: {
    method: 'GET',
    path: '/api/visit/account/export',
    tag: '公众账户',
    summary: '导出本人资料',
    caller: 'visitor',
    file: ['application/json'],
  },
  visitClose: {
    method: 'POST',
    path: '/api/visit/account/closing',
    tag: '公众账户',
    summary: '注销账户',
    caller: 'visitor',
    writes: true,
    body: Type.Object({ password: Password }, closed),
    problems: ['password.wrong'],
  },
  visitTotp: {
    method: 'POST',
    path: '/api/visit/account/totp',
    tag: '公众账户',
    summary: '开始绑定动态口令',
    caller: 'visitor',
    writes: true,
    body: Type.Object({ password: Password }, closed),
    reply: Type.Object({ uri: Type.String(), secret: Type.String(), qr: Type.String() }),
    problems: ['password.wrong', 'totp.confirmed'],
  },
  visitTotpConfirm: {
    method: 'POST',
    path: '/api/visit/account/totp/confirm',
    tag: '公众账户',
    summary: '确认绑定动态口令',
    caller: 'visitor',
    writes: true,
    body: Type.Object({ code: Type.String({ maxLength: 8 }) }, closed),
    reply: Me,
    problems: ['totp.wrong'],
  },
  visitEnterprise: {
    method: 'POST',
    path: '/api/visit/parties',
    tag: '公众账户',
    summary: '登记企业（首位经办人由外办确认）',
    caller: 'visitor',
    writes: true,
    body: Type.Object(
      {
        name: Type.String({ minLength: 2, maxLength: 100 }),
        uscc: Type.String({ minLength: 1, maxLength: 40 }),
        until: Day,
      },
      closed,
    ),
    reply: Type.Object({ id: Id }),
    problems: ['visitor.level', 'visitor.uscc', 'visitor.party-known', 'visitor.dates'],
  },
  visitOffer: {
    method: 'POST',
    path: '/api/visit/links',
    tag: '公众账户',
    summary: '邀请经办人，或委托他人代办',
    caller: 'visitor',
    writes: true,
    body: Type.Object(
      {
        role: Type.Union([Type.Literal('handler'), Type.Literal('agent')]),
        from: Day,
        until: Day,
        only: Type.Union([Type.Array(Key, { minItems: 1, maxItems: 50 }), Type.Null()]),
      },
      closed,
    ),
    reply: Type.Object({ id: Id, secret: Type.String(), until: Instant }),
    problems: [
      'visitor.dates',
      'visitor.not-lead',
      'visitor.handler-whole',
      'visitor.level',
      'service.unknown',
    ],
  },
  visitTake: {
    method: 'POST',
    path: '/api/visit/links/taking',
    tag: '公众账户',
    summary: '接受邀请或委托',
    caller: 'visitor',
    writes: true,
    body: Type.Object({ secret: Type.String({ minLength: 10, maxLength: 60 }) }, closed),
    reply: Type.Object({ party: Id, name: Type.String() }),
    problems: ['visitor.no-link', 'visitor.level'],
  },
  visitEnd: {
    method: 'DELETE',
    path: '/api/visit/links/:id',
    tag: '公众账户',
    summary: '结束授权或委托',
    caller: 'visitor',
    writes: true,
    params: Type.Object({ id: Id }),
    problems: ['visitor.no-link'],
  },
  visitCaseCode: {
    method: 'GET',
    path: '/api/visit/status-codes/:case',
    tag: '公众账户',
    summary: '本人办件的查询码',
    caller: 'visitor',
    params: Type.Object({ case: Id }),
    reply: Type.Object({ number: Type.String(), secret: Type.String() }),
    problems: ['case.not-found'],
  },
  visitClaim: {
    method: 'POST',
    path: '/api/visit/claims/:id',
    tag: '公众账户',
    summary: '认领窗口代办的事项',
    caller: 'visitor',
    writes: true,
    params: Type.Object({ id: Id }),
    problems: ['visitor.no-claim'],
  },
});

/**
 * What the hall needs of the endpoints of the staff: served a second time below the public door, by the same use cases, to
 * sessions of the public and to nobody else.
 */
export const MIRRORED = [
  'services',
  'policies',
  'table',
  'calendar',
  'glyphs',
  'lookups',
  'createCase',
  'case',
  'saveDraft',
  'deleteDraft',
  'act',
  'rate',
  'caseTicket',
  'copyAnswers',
  'openFrom',
  'linkCases',
  'unlinkCases',
  'payOrder',
  'appointments',
  'bookAppointment',
  'cancelAppointment',
  'appointmentFile',
  'myCases',
  'inboxCounts',
  'notices',
  'readNotices',
  'uploadFile',
  'fileScans',
  'file',
  'paper',
  'preparedPaper',
  'applicationSheet',
  'importRows',
  'importTemplate',
] as const;

/** Where the public door is. */
export const VISIT = '/api/visit';

/** An address of the staff's as it is at the public door. */
export const visitPath = (path: string): string => path.replace(/^\/api/, VISIT);
