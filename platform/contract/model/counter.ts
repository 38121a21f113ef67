import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { Day, Id, Instant, VisitorPerson, VisitorSubject } from './shapes.ts';

const closed = { additionalProperties: false } as const;

/** What the staff does for the public. */
export const counterEndpoints = endpoints({
  counterVisitor: {
    method: 'POST',
    path: '/api/counter/visitors',
    tag: '公众账户',
    summary: '按窗口码找到账户',
    caller: ['window', 'handler'],
    body: Type.Object({ code: Type.String({ minLength: 4, maxLength: 20 }) }, closed),
    reply: Type.Object({ name: Type.String(), kind: VisitorPerson, level: Type.Integer() }),
    problems: ['visitor.no-counter-code'],
  },
  counterRaise: {
    method: 'POST',
    path: '/api/counter/visitors/real-name',
    tag: '公众账户',
    summary: '当面核验证件，登记实名',
    caller: ['window', 'handler'],
    writes: true,
    body: Type.Object(
      {
        code: Type.String({ minLength: 4, maxLength: 20 }),
        name: Type.String({ minLength: 1, maxLength: 100 }),
        document: Type.String({ minLength: 4, maxLength: 40 }),
        documentKind: Type.Union([
          Type.Literal('citizen-id'),
          Type.Literal('passport'),
          Type.Literal('permit'),
        ]),
      },
      closed,
    ),
    reply: Type.Object({ name: Type.String(), level: Type.Integer(), merged: Type.Boolean() }),
    problems: ['visitor.no-counter-code', 'visitor.document', 'visitor.document-held'],
  },
  counterEnterprises: {
    method: 'GET',
    path: '/api/counter/enterprises',
    tag: '公众账户',
    summary: '待确认的企业登记',
    caller: ['window', 'handler'],
    reply: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        uscc: Type.String(),
        by: Type.String(),
        until: Day,
        at: Instant,
      }),
    ),
  },
  counterSettle: {
    method: 'POST',
    path: '/api/counter/enterprises/:id',
    tag: '公众账户',
    summary: '确认或退回企业登记',
    caller: ['window', 'handler'],
    writes: true,
    params: Type.Object({ id: Id }),
    body: Type.Object({ agree: Type.Boolean(), reason: Type.String({ maxLength: 200 }) }, closed),
    problems: ['visitor.no-party', 'visitor.reason'],
  },
  counterIntake: {
    method: 'POST',
    path: '/api/counter/intakes',
    tag: '公众账户',
    summary: '窗口代办：登记当事人',
    caller: ['window'],
    writes: true,
    body: Type.Object(
      {
        name: Type.String({ minLength: 1, maxLength: 100 }),
        kind: VisitorSubject,
        document: Type.String({ minLength: 4, maxLength: 40 }),
        phone: Type.String({ minLength: 5, maxLength: 30 }),
      },
      closed,
    ),
    reply: Type.Object({ id: Id }),
    problems: ['visitor.document', 'visitor.phone'],
  },
  counterUpload: {
    method: 'POST',
    path: '/api/counter/intakes/:id/scan',
    tag: '公众账户',
    summary: '窗口代办：上传当事人签字的申请表扫描件',
    caller: ['window'],
    params: Type.Object({ id: Id }),
    upload: { maxBytes: 20 * 1024 * 1024 },
    problems: ['visitor.no-party', 'file.type', 'file.too-large'],
  },
  counterIntakes: {
    method: 'GET',
    path: '/api/counter/intakes',
    tag: '公众账户',
    summary: '我代办的当事人',
    caller: ['window'],
    reply: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        at: Instant,
        scan: Type.Boolean(),
        claimed: Type.Boolean(),
      }),
    ),
  },
  counterScan: {
    method: 'GET',
    path: '/api/counter/intakes/:id/scan',
    tag: '公众账户',
    summary: '查看当事人签字的申请表',
    caller: ['window', 'handler'],
    params: Type.Object({ id: Id }),
    file: ['application/octet-stream'],
    problems: ['visitor.no-party'],
  },
  counterFill: {
    method: 'POST',
    path: '/api/counter/intakes/:id/filling',
    tag: '公众账户',
    summary: '代当事人填写：打开公众门一次',
    caller: ['window'],
    writes: true,
    params: Type.Object({ id: Id }),
    problems: ['visitor.no-party', 'visitor.no-scan'],
  },
});
