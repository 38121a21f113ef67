import Type from 'typebox';
import type { Static } from 'typebox';
import { words } from './case-exact.ts';
import { endpoints } from './endpoint.ts';
import { Cursor, Day, Id, Instant, Key, page } from './shapes.ts';

const Amount = Type.String({ pattern: '^-?\\d{1,12}(\\.\\d{1,2})?$' });
const finance = ['finance-officer'] as const;
const MEGABYTE = 1024 * 1024;

const filter = {
  kind: Type.Optional(Type.Union([Type.Literal('bill'), Type.Literal('payment'), Type.Literal('refund')])),
  status: Type.Optional(Type.String({ pattern: '^[a-z]{2,12}$' })),
  service: Type.Optional(Key),
  from: Type.Optional(Day),
  until: Type.Optional(Day),
};

/** A bill, payment or refund of a case as the ledger shows it. */
export const MoneyLine = Type.Object({
  caseId: Id,
  id: Type.String(),
  kind: Type.String(),
  number: Type.String(),
  serviceName: Type.String(),
  title: Type.String(),
  unit: Type.String(),
  day: Type.Union([Day, Type.Null()]),
  status: Type.String(),
  amount: Amount,
  way: Type.Union([Type.String(), Type.Null()]),
  reference: Type.Union([Type.String(), Type.Null()]),
});
export type MoneyLine = Static<typeof MoneyLine>;

const Compared = Type.Object({
  channel: Type.Union([Type.Literal('bank'), Type.Literal('port'), Type.Literal('till')]),
  receipts: Amount,
  told: Amount,
  matched: Type.Integer(),
  differences: Type.Array(
    Type.Object({ kind: Type.String(), reference: Type.String(), amount: Amount, words: Type.String() }),
  ),
});

/** A day of the books: both sums and every difference between them; once closed as it was closed. */
export const MoneyDay = Type.Object({
  day: Day,
  channels: Type.Array(Compared),
  sheets: Type.Array(
    Type.Object({ source: Type.String(), name: Type.String(), lines: Type.Integer(), at: Instant }),
  ),
  /** Why it cannot be closed now. */
  holds: Type.Union([Type.String(), Type.Null()]),
  /** Digest of what is shown: sent back by whoever signs it. */
  digest: Type.String(),
  closed: Type.Union([Type.Object({ name: Type.String(), at: Instant, note: Type.String() }), Type.Null()]),
});
export type MoneyDay = Static<typeof MoneyDay>;

const LocalOrder = Type.Object({
  merchant: Type.String({ maxLength: 80 }),
  order: Type.String({ maxLength: 80 }),
  amount: Amount,
  currency: Type.String({ maxLength: 8 }),
  subject: Type.String({ maxLength: 200 }),
  back: Type.String({ maxLength: 400 }),
  sign: Type.String({ maxLength: 64 }),
});

/** Money of cases: paying online, the ledger, what did not simply pay, the day's books. */
export const moneyEndpoints = endpoints({
  payOrder: {
    method: 'POST',
    path: '/api/cases/:case/pay',
    tag: '收费',
    summary: '去在线支付：给出收银页地址',
    caller: 'signed-in',
    params: Type.Object({ case: Id }),
    reply: Type.Object({ url: Type.String() }),
    problems: ['case.not-found', 'money.no-bill', 'money.no-port'],
  },
  payCallback: {
    method: 'POST',
    path: '/api/pay/callback',
    tag: '收费',
    summary: '支付平台的通知，按原文验签',
    caller: 'public',
    body: Type.String({ minLength: 2, maxLength: 4096 }),
    reply: Type.Object({ ok: Type.Literal(true) }),
    problems: ['money.no-port', 'money.forged', 'money.message', 'money.mismatch'],
  },
  localPay: {
    method: 'POST',
    path: '/api/pay/local',
    tag: '收费',
    summary: '演示支付：按要求发出（或错发）支付通知',
    caller: 'public',
    body: Type.Object({
      ...LocalOrder.properties,
      how: words(
        'paid',
        'ten-times',
        'again',
        'late',
        'forged',
        'less',
        'dollars',
        'merchant',
        'closed-first',
      ),
    }),
    reply: Type.Object({ answers: Type.Array(Type.Integer()), back: Type.String() }),
    problems: ['money.no-port'],
  },
  localSheet: {
    method: 'GET',
    path: '/api/pay/local/sheet',
    tag: '收费',
    summary: '演示支付的日流水',
    caller: finance,
    query: Type.Object({ day: Day }),
    file: ['text/csv'],
    problems: ['money.no-port'],
  },
  moneyLines: {
    method: 'GET',
    path: '/api/money/lines',
    tag: '收费',
    summary: '账单、缴费和退款：财务看全部，其他人看自己和本单位的',
    caller: 'signed-in',
    query: Type.Object({
      ...filter,
      cursor: Type.Optional(Cursor),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: page(MoneyLine),
  },
  moneyExport: {
    method: 'GET',
    path: '/api/money/lines.xlsx',
    tag: '收费',
    summary: '导出收费台账',
    caller: finance,
    query: Type.Object(filter),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: ['export.too-many'],
  },
  moneyFindings: {
    method: 'GET',
    path: '/api/money/findings',
    tag: '收费',
    summary: '待核查：不符的支付通知、没有收费标准的日子',
    caller: finance,
    reply: Type.Object({
      findings: Type.Array(
        Type.Object({
          day: Day,
          kind: Type.String(),
          words: Type.String(),
          about: Type.String(),
          times: Type.Integer(),
          lastAt: Instant,
          detail: Type.String(),
          /** The case it names, where there is one. */
          caseId: Type.Union([Id, Type.Null()]),
          settled: Type.Union([Type.Object({ at: Instant, note: Type.String() }), Type.Null()]),
        }),
      ),
      gaps: Type.Array(Type.Object({ fee: Type.String(), service: Type.String(), words: Type.String() })),
    }),
  },
  settleFinding: {
    method: 'POST',
    path: '/api/money/findings/settle',
    tag: '收费',
    summary: '写明一项待核查是怎么处理的',
    caller: finance,
    writes: true,
    body: Type.Object({
      day: Day,
      kind: Type.String({ maxLength: 40 }),
      about: Type.String({ maxLength: 80 }),
      note: Type.String({ minLength: 1, maxLength: 500 }),
    }),
    problems: ['money.no-finding'],
  },
  moneyDays: {
    method: 'GET',
    path: '/api/money/days',
    tag: '收费',
    summary: '有收支的日子，及是否已经日结',
    caller: finance,
    reply: Type.Array(Type.Object({ day: Day, receipts: Amount, told: Amount, closed: Type.Boolean() })),
  },
  moneyDay: {
    method: 'GET',
    path: '/api/money/days/:day',
    tag: '收费',
    summary: '一天的对账',
    caller: finance,
    params: Type.Object({ day: Day }),
    query: Type.Object({ counted: Type.Optional(Amount) }),
    reply: MoneyDay,
  },
  importDaySheet: {
    method: 'POST',
    path: '/api/money/sheets/:source',
    tag: '收费',
    summary: '导入银行或支付平台的日流水（CSV、XLSX）；同一文件再次导入不改变什么',
    caller: finance,
    writes: true,
    params: Type.Object({ source: Type.Union([Type.Literal('bank'), Type.Literal('port')]) }),
    upload: { maxBytes: 5 * MEGABYTE },
    reply: Type.Object({
      fresh: Type.Integer(),
      known: Type.Integer(),
      days: Type.Array(Day),
    }),
    problems: ['money.sheet'],
  },
  closeMoneyDay: {
    method: 'POST',
    path: '/api/money/days/:day/close',
    tag: '收费',
    summary: '日结：签署后当日不再变动，过后的更正另起新行',
    caller: finance,
    writes: true,
    params: Type.Object({ day: Day }),
    body: Type.Object({
      /** Cash counted in the till. */
      counted: Type.Optional(Amount),
      /** What the differences come from. */
      note: Type.String({ maxLength: 500 }),
      /** Digest of what was seen: nobody signs what changed meanwhile. */
      seen: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    }),
    reply: Type.Object({ digest: Type.String() }),
    problems: ['money.day-closed', 'money.day-held', 'money.day-changed', 'money.day-note'],
  },
});
