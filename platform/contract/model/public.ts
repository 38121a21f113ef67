import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day } from './shapes.ts';

/** What a verifier may see of a paper, and nothing more. */
export const Verification = Type.Object({
  result: Type.Union([
    Type.Literal('valid'),
    Type.Literal('replaced'),
    Type.Literal('revoked'),
    /** In force, but its term has not begun, or is over. */
    Type.Literal('early'),
    Type.Literal('expired'),
    Type.Literal('not-found'),
    Type.Literal('altered'),
  ]),
  title: Type.Optional(Type.String()),
  number: Type.Optional(Type.String()),
  issuer: Type.Optional(Type.String()),
  issuedOn: Type.Optional(Day),
  /** Days the paper counts in; absent = from its day, without end. */
  validFrom: Type.Optional(Day),
  validTo: Type.Optional(Day),
  facts: Type.Optional(
    Type.Array(Type.Object({ label: Type.String(), en: Type.String(), value: Type.String() })),
  ),
  digest: Type.Optional(Type.String()),
  signer: Type.Optional(Type.String()),
  /** The SM2 record beside the file holds for this file, number, code and issuer; when it was signed. */
  sm2: Type.Optional(Type.Object({ signedAt: Type.String() })),
  message: Type.String(),
  en: Type.String(),
});

/** Doors without log-in. */
export const publicEndpoints = endpoints({
  health: {
    method: 'GET',
    path: '/api/health',
    tag: '运行',
    summary: '健康检查',
    caller: 'public',
    reply: Type.Object({
      status: Type.Union([Type.Literal('ok'), Type.Literal('degraded')]),
      version: Type.String(),
      database: Type.Boolean(),
      jobs: Type.Boolean(),
      papers: Type.Boolean(),
      now: Type.String(),
    }),
  },
  alive: {
    method: 'GET',
    path: '/api/health/live',
    tag: '运行',
    summary: '存活探测：进程能够应答',
    caller: 'public',
    reply: Type.Object({ status: Type.Literal('alive') }),
  },
  ready: {
    method: 'GET',
    path: '/api/health/ready',
    tag: '运行',
    summary: '就绪探测：可以接收请求；不可以时回 503 并说明是哪一部分',
    caller: 'public',
    reply: Type.Object({
      status: Type.Literal('ready'),
      database: Type.Boolean(),
      schema: Type.Boolean(),
      office: Type.Boolean(),
    }),
    problems: ['system.not-ready'],
  },
  branding: {
    method: 'GET',
    path: '/api/branding',
    tag: '运行',
    summary: '登录页名称与演示账号',
    caller: 'public',
    reply: Type.Object({
      office: Type.String(),
      product: Type.String(),
      demo: Type.Array(
        Type.Object({
          username: Type.String(),
          password: Type.String(),
          name: Type.String(),
          role: Type.String(),
          /** True for one of the public door. */
          visitor: Type.Boolean(),
        }),
      ),
    }),
  },
  verify: {
    method: 'GET',
    path: '/api/verify/:code',
    tag: '核验',
    summary: '按查验码核验',
    caller: 'public',
    params: Type.Object({ code: Type.String({ maxLength: 64 }) }),
    reply: Verification,
  },
  verifyNumber: {
    method: 'POST',
    path: '/api/verify/number',
    tag: '核验',
    summary: '按文号和出具日期核验：只答是否出具、是否有效，不答内容；号与日期不符同查无此文书一样回答',
    caller: 'public',
    body: Type.Object({
      number: Type.String({ minLength: 1, maxLength: 100 }),
      issuedOn: Day,
    }),
    reply: Verification,
  },
  trustList: {
    method: 'GET',
    path: '/api/trust',
    tag: '核验',
    summary: '离线核验用的签名证书和已失效文书名单',
    caller: 'public',
    reply: Type.Object({
      asOf: Type.String(),
      signers: Type.Array(
        Type.Object({
          reference: Type.String(),
          name: Type.String(),
          key: Type.String(),
          from: Day,
          to: Day,
        }),
      ),
      ended: Type.Array(
        Type.Object({
          seal: Type.String(),
          how: Type.Union([Type.Literal('replaced'), Type.Literal('revoked')]),
        }),
      ),
    }),
  },
  verifyFile: {
    method: 'POST',
    path: '/api/verify',
    tag: '核验',
    summary: '上传文件核验',
    caller: 'public',
    upload: { maxBytes: 20 * 1024 * 1024 },
    reply: Verification,
  },
});
