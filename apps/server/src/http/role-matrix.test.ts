import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API, type Endpoint, type EndpointName, MIRRORED, visitPath } from '@zhitongche/contract';
import { SESSION_COOKIE } from '../../../../platform/account/server/cookie.ts';
import { VISITOR_COOKIE } from '../../../../platform/visitor/server/visitor-cookie.ts';
import { registered } from '../../testing/public-door.ts';
import { ROLES, type Role, UNIT_OPINIONS } from '@zhitongche/access';
import { newId } from '@zhitongche/host';
import { type Door, openDoor, type Sent } from '../../testing/door.ts';
import { testOffice, type TestOffice } from '../../testing/office.ts';
import { submitted } from '../../testing/story.ts';
import { toyService } from '../../testing/toy-service.ts';
import { toyKeys } from '../../../../platform/register/testing/toy-register.ts';

/** Who may call, written down a second time on purpose: the contract must agree with this table, role by role. */
interface Row {
  readonly who: 'public' | 'signed-in' | 'visitor' | readonly Role[];
  /** Status for those who may. */
  readonly status: number;
  /** Where some who may call get another answer, because scope narrows what they find. */
  readonly except?: Partial<Readonly<Record<Role, number>>>;
  readonly sent?: () => Sent;
}

const NOWHERE = newId();
let caseId = '';
const here = () => ({ params: { case: caseId } });
const body = (value: unknown) => () => ({ body: value });
/** Who may file is the service's to say; the toy's clerk files, whoever else asks is told so. */
const business: readonly Role[] = [
  'filer',
  'signer',
  ...UNIT_OPINIONS,
  'applicant',
  'city-reviewer',
  'city-leader',
  'window',
  'handler',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
  'passport-officer',
  'finance-officer',
];
const system = ['system-admin'] as const;
const security = ['security-admin'] as const;
const audit = ['audit-admin'] as const;
const finance = ['finance-officer'] as const;
const budgetReaders = [
  'finance-officer',
  'countersigner',
  'division-head',
  'deputy-director',
  'director',
] as const;
const preparationReaders = [
  'finance-officer',
  'countersigner',
  'division-head',
  'city-leader',
  'deputy-director',
  'director',
] as const;
const NO_BUDGET = {
  layout: 'hebei',
  department: { code: null, name: null },
  year: null,
  tables: [],
  projects: [],
  departmentForm: null,
  narrative: [],
};
/** Who opens surveys, and who else of the office reads what they came to. */
const surveyOpeners = (status: number) => ({
  window: status,
  handler: status,
  'division-head': status,
  'passport-officer': status,
  'deputy-director': status,
  director: status,
});
const voiceReaders = (status: number) => ({
  ...surveyOpeners(status),
  countersigner: status,
  'finance-officer': status,
});
const nowhere = () => ({ params: { id: NOWHERE } });
const nowhereFile = () => ({ params: { id: NOWHERE, file: 'budget.pdf' } });
/** Roles that do not see a case that has only reached the signer of its unit: nobody above it, nor other posts in it. */
const blind = {
  'unit-affairs': 404,
  'unit-finance': 404,
  'unit-personnel': 404,
  applicant: 404,
  'city-reviewer': 404,
  'city-leader': 404,
  window: 404,
  'deputy-director': 404,
  director: 404,
  handler: 404,
  countersigner: 404,
  'division-head': 404,
  'passport-officer': 404,
  'finance-officer': 404,
  'system-admin': 404,
  'security-admin': 404,
  'audit-admin': 404,
} as const;
/** Roles that read or keep the register of the test. */
const keyReaders = { window: 200, filer: 200, director: 200, handler: 200, 'city-reviewer': 200 } as const;
const toyKeyRegister = () => ({ params: { register: 'toy-keys' } });
const admins = { 'system-admin': 404, 'security-admin': 404, 'audit-admin': 404 } as const;

/** Endpoints of the public door, and what somebody signed in there gets; nobody of the staff gets in. */
const forGuests = (status: number, sent?: () => Sent): Row => ({
  who: 'visitor',
  status,
  ...(sent ? { sent } : {}),
});
const counter = ['window', 'handler'] as const;
const callers = ['window', 'handler', 'passport-officer'] as const;

const TABLE: { readonly [N in EndpointName]: Row } = {
  health: { who: 'public', status: 200 },
  alive: { who: 'public', status: 200 },
  ready: { who: 'public', status: 200 },
  branding: { who: 'public', status: 200 },
  verify: { who: 'public', status: 200, sent: () => ({ params: { code: '7K3D-Q9FM-2XTH' } }) },
  verifyFile: {
    who: 'public',
    status: 200,
    sent: () => ({ file: { name: 'a.pdf', bytes: 'nothing of ours' } }),
  },
  verifyNumber: {
    who: 'public',
    status: 200,
    sent: () => ({ body: { number: '云外出字〔2026〕1号', issuedOn: '2026-11-05' } }),
  },
  trustList: { who: 'public', status: 200 },
  login: { who: 'public', status: 401, sent: () => ({ body: { username: newId(), password: 'wrong' } }) },
  logout: { who: 'signed-in', status: 204 },
  me: { who: 'signed-in', status: 200 },
  changePassword: { who: 'signed-in', status: 422, sent: body({ current: 'x', next: 'y' }) },
  beginTotp: { who: 'signed-in', status: 422, sent: body({ password: 'x' }) },
  confirmTotp: { who: 'signed-in', status: 422, sent: body({ code: '000000' }) },
  phrases: { who: 'signed-in', status: 200 },
  savePhrases: { who: 'signed-in', status: 200, sent: body(['同意']) },
  delegations: { who: 'signed-in', status: 200 },
  addDelegation: {
    who: 'signed-in',
    status: 422,
    sent: body({ to: NOWHERE, from: '2026-03-03', until: '2026-03-04', reason: '出差' }),
  },
  endDelegation: { who: 'signed-in', status: 404, sent: () => ({ params: { id: NOWHERE } }) },
  services: { who: 'signed-in', status: 200 },
  policies: { who: 'signed-in', status: 200, sent: () => ({ params: { service: 'toy' } }) },
  table: { who: 'signed-in', status: 200, sent: () => ({ params: { table: 'countries' } }) },
  calendar: { who: 'signed-in', status: 200 },
  glyphs: { who: 'signed-in', status: 200 },
  lookups: {
    who: 'signed-in',
    status: 200,
    sent: () => ({ params: { service: 'toy' }, body: { answers: {} } }),
  },
  importRows: {
    who: 'signed-in',
    status: 404,
    sent: () => ({
      params: { service: 'toy', field: 'nothing' },
      file: { name: 'a.csv', bytes: '姓名\n张三' },
    }),
  },
  importTemplate: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { service: 'toy', field: 'nothing' } }),
  },
  createCase: { who: business, status: 403, except: { filer: 200 }, sent: body({ service: 'toy' }) },
  case: { who: 'signed-in', status: 200, except: blind, sent: here },
  caseSeats: { who: 'signed-in', status: 200, except: blind, sent: here },
  saveDraft: {
    who: business,
    status: 403,
    except: { ...blind, filer: 409 },
    sent: () => ({ ...here(), body: { answers: {}, revision: 0 } }),
  },
  deleteDraft: { who: business, status: 403, except: { ...blind, filer: 409 }, sent: here },
  act: {
    who: 'signed-in',
    status: 409,
    except: blind,
    sent: () => ({ ...here(), body: { revision: 999, command: { act: 'agree' } } }),
  },
  openFrom: {
    who: business,
    status: 409,
    except: blind,
    sent: () => ({ ...here(), body: { open: 'nothing' } }),
  },
  linkCases: {
    who: 'signed-in',
    status: 403,
    except: blind,
    sent: () => ({ ...here(), body: { kind: 'nothing', number: '2026-000001' } }),
  },
  unlinkCases: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { ...here().params, link: NOWHERE }, body: { reason: '关联错了' } }),
  },
  actMany: {
    who: 'signed-in',
    status: 200,
    sent: () => ({
      body: { items: [{ case: NOWHERE, revision: 0, key: 'key-of-item', command: { act: 'agree' } }] },
    }),
  },
  reveal: {
    who: 'signed-in',
    status: 403,
    except: { ...blind, signer: 422 },
    sent: () => ({ ...here(), body: { fields: ['nothing'], purpose: '核对' } }),
  },
  rate: {
    who: business,
    status: 409,
    except: blind,
    sent: () => ({ ...here(), body: { score: 5 } }),
  },
  myCases: { who: business, status: 200 },
  inbox: { who: 'signed-in', status: 200 },
  inboxCounts: { who: 'signed-in', status: 200 },
  exportCases: { who: 'signed-in', status: 200 },
  live: { who: 'signed-in', status: 200 },
  notices: { who: 'signed-in', status: 200 },
  readNotices: { who: 'signed-in', status: 204, sent: body({ ids: [] }) },
  people: { who: 'signed-in', status: 200 },
  travellers: { who: ['filer', 'applicant'], status: 200 },
  uploadFile: {
    who: 'signed-in',
    status: 403,
    // The applicant and whoever has the seat may add files; this one is no whole PDF.
    except: { ...blind, filer: 422, signer: 422 },
    sent: () => ({ ...here(), file: { name: 'a.pdf', bytes: '%PDF-1.4' } }),
  },
  specimens: { who: 'signed-in', status: 200, except: blind, sent: here },
  specimen: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { ...here().params, file: NOWHERE } }),
  },
  fileScans: { who: 'signed-in', status: 200, except: blind, sent: here },
  file: { who: 'signed-in', status: 404, sent: () => ({ params: { case: caseId, file: NOWHERE } }) },
  paper: { who: 'signed-in', status: 404, sent: () => ({ params: { case: caseId, paper: 'certificate' } }) },
  applicationSheet: { who: 'signed-in', status: 200, except: blind, sent: here },
  preparedPaper: {
    who: 'signed-in',
    status: 403,
    // Submitted: whoever filed it draws nothing from it any more.
    except: { ...blind, filer: 409 },
    sent: () => ({ params: { case: caseId, paper: 'none' } }),
  },
  stuckPapers: {
    who: [
      'window',
      'handler',
      'division-head',
      'deputy-director',
      'director',
      'passport-officer',
      'city-reviewer',
      'city-leader',
    ],
    status: 200,
  },
  stats: { who: 'signed-in', status: 200 },
  deadlines: { who: 'signed-in', status: 200 },
  registers: { who: 'signed-in', status: 200 },
  duties: { who: 'signed-in', status: 200 },
  plan: { who: 'signed-in', status: 404, sent: () => ({ params: { register: 'no-such' } }) },
  measures: { who: 'signed-in', status: 200 },
  measure: { who: 'signed-in', status: 404, sent: () => ({ params: { code: 'no.such' } }) },
  measureLines: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { code: 'no.such' }, query: { from: '2026-01-01', until: '2026-12-31' } }),
  },
  payOrder: { who: 'signed-in', status: 409, except: blind, sent: here },
  payCallback: { who: 'public', status: 404, sent: body('{}') },
  localPay: {
    who: 'public',
    status: 404,
    sent: body({
      merchant: 'm',
      order: 'o',
      amount: '1.00',
      currency: 'CNY',
      subject: 's',
      back: '/',
      sign: 's',
      how: 'paid',
    }),
  },
  localSheet: { who: finance, status: 404, sent: () => ({ query: { day: '2026-03-02' } }) },
  moneyLines: { who: 'signed-in', status: 200 },
  moneyExport: { who: finance, status: 200 },
  moneyFindings: { who: finance, status: 200 },
  settleFinding: {
    who: finance,
    status: 404,
    sent: body({ day: '2026-03-02', kind: 'forged', about: '', note: '已核' }),
  },
  moneyDays: { who: finance, status: 200 },
  moneyDay: { who: finance, status: 200, sent: () => ({ params: { day: '2026-03-02' } }) },
  importDaySheet: {
    who: finance,
    status: 422,
    sent: () => ({ params: { source: 'bank' }, file: { name: 'a.csv', bytes: 'a,b\n1,2\n' } }),
  },
  closeMoneyDay: {
    who: finance,
    status: 409,
    sent: () => ({ params: { day: '2026-03-02' }, body: { note: '', seen: '0'.repeat(64) } }),
  },
  register: {
    who: 'signed-in',
    status: 200,
    except: admins,
    sent: () => ({ params: { register: 'certificates' } }),
  },
  orgs: { who: [...system, ...security, ...audit], status: 200 },
  saveOrg: {
    who: system,
    status: 422,
    sent: () => ({
      params: { id: newId() },
      body: { parent: NOWHERE, kind: 'unit', name: '新单位', active: true },
    }),
  },
  accounts: { who: [...system, ...security], status: 200 },
  createAccount: {
    who: system,
    status: 422,
    sent: body({ username: 'newcomer', name: '新人', org: NOWHERE }),
  },
  changeAccount: {
    who: system,
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, body: { unlock: true } }),
  },
  twoPersonRequests: { who: [...system, ...security, ...audit], status: 200 },
  settleRequest: {
    who: [...system, ...security, ...audit],
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, body: { agree: true } }),
  },
  retention: { who: [...system, ...security, ...audit], status: 200 },
  askErasure: { who: system, status: 422, sent: () => ({}) },
  placeHold: { who: audit, status: 422, sent: body({ number: 'no such', reason: '争议' }) },
  endHold: { who: audit, status: 404, sent: () => ({ params: { id: NOWHERE }, body: { reason: '已结' } }) },
  carryOutReset: { who: system, status: 404, sent: () => ({ params: { id: NOWHERE } }) },
  askGrant: { who: security, status: 422, sent: body({ person: NOWHERE, role: 'filer', org: NOWHERE }) },
  revokeGrant: { who: security, status: 404, sent: () => ({ params: { id: NOWHERE } }) },
  pendingGrants: { who: [...system, ...security], status: 200 },
  confirmGrant: {
    who: system,
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, body: { agree: true } }),
  },
  roleMatrix: { who: [...system, ...security, ...audit], status: 200 },
  askRole: {
    who: security,
    status: 422,
    sent: body({ label: '审计兼经办', codes: ['audit-admin', 'handler'] }),
  },
  retireRole: { who: security, status: 404, sent: () => ({ params: { role: 'own-none' } }) },
  seatsAhead: { who: [...system, ...security, ...audit], status: 200 },
  allPolicies: { who: [...system, ...security, ...audit], status: 200 },
  addPolicy: {
    who: security,
    status: 422,
    sent: body({ key: 'no.such', value: 1, validFrom: '2026-04-01', source: '测试' }),
  },
  confirmPolicies: {
    who: security,
    status: 422,
    sent: body({ figures: [{ key: 'no.such', value: 1 }], validFrom: '2026-04-01', source: '测试' }),
  },
  setCalendar: { who: system, status: 422, sent: body({ coversTo: '2026-02-31', exceptions: [] }) },
  letterheads: { who: [...system, ...security], status: 200 },
  numberedPapers: { who: [...system, ...security], status: 200 },
  saveLetterhead: {
    who: system,
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, body: { name: '某机关', signature: '某机关', mark: '某' } }),
  },
  tables: { who: [...system, ...security], status: 200 },
  putTable: {
    who: system,
    status: 422,
    sent: () => ({
      params: { table: 'no-such' },
      body: { validFrom: '2026-01-01', source: '测试', rows: [] },
    }),
  },
  myChannels: { who: 'signed-in', status: 200 },
  saveWishes: {
    who: 'signed-in',
    status: 204,
    sent: body({ rhythms: { mail: 'each', sms: 'off', wechat: 'off' }, quiet: null }),
  },
  // Nothing is connected in the office of the test.
  askAddress: { who: 'signed-in', status: 409, sent: body({ channel: 'mail', address: 'li@unit.example' }) },
  proveAddress: { who: 'signed-in', status: 422, sent: body({ channel: 'mail', code: '000000' }) },
  copyAnswers: { who: 'signed-in', status: 403, except: { ...blind, filer: 409 }, sent: here },
  dropAddress: { who: 'signed-in', status: 204, sent: () => ({ params: { channel: 'mail' } }) },
  webhooks: { who: [...system, ...security, ...audit], status: 200 },
  addWebhook: {
    who: security,
    status: 422,
    sent: body({ label: '数据平台', url: 'https://127.0.0.1/', events: ['case.closed'] }),
  },
  endWebhook: { who: security, status: 404, sent: nowhere },
  webhookCalls: { who: [...system, ...security, ...audit], status: 200, sent: nowhere },
  replayCall: { who: system, status: 404, sent: nowhere },
  messageOverview: { who: [...system, ...audit], status: 200 },
  messages: { who: [...system, ...audit], status: 200 },
  settleMessages: { who: system, status: 200, sent: body({ ids: [NOWHERE], act: 'retry' }) },
  // The stand-in is there in a demo office only; this one is real.
  deliveries: { who: 'public', status: 404 },
  auditLog: { who: audit, status: 200 },
  verifyAudit: { who: audit, status: 200 },
  configCheck: { who: system, status: 200 },
  runtime: { who: system, status: 200 },
  readBudget: {
    who: finance,
    status: 422,
    sent: () => ({ file: { name: 'a.pdf', bytes: '%PDF-1.4' } }),
  },
  budgetReadings: { who: finance, status: 200 },
  budgetReading: { who: finance, status: 404, sent: nowhere },
  budgetSource: { who: budgetReaders, status: 404, sent: nowhere },
  budgetOriginal: { who: budgetReaders, status: 404, sent: nowhere },
  execution: { who: budgetReaders, status: 200 },
  executionLines: { who: budgetReaders, status: 404, sent: nowhere },
  executionPaper: { who: budgetReaders, status: 200, sent: () => ({ params: { paper: 'progress' } }) },
  indicators: { who: budgetReaders, status: 200 },
  bindIndicators: {
    who: finance,
    status: 404,
    sent: () => ({ ...nowhere(), body: { lines: [{ project: '项目', code: '', name: '指标' }] } }),
  },
  indicatorSheet: {
    who: budgetReaders,
    status: 404,
    sent: () => ({ params: { ...nowhere().params, format: 'pdf' } }),
  },
  disclosures: { who: budgetReaders, status: 200 },
  disclosure: { who: budgetReaders, status: 404, sent: nowhere },
  saveDisclosure: {
    who: finance,
    status: 404,
    sent: () => ({
      ...nowhere(),
      body: {
        revision: 0,
        status: 'draft',
        settled: [],
        model: NO_BUDGET,
      },
    }),
  },
  disclosureVersion: {
    who: budgetReaders,
    status: 404,
    sent: () => ({ params: { id: NOWHERE, no: '1' } }),
  },
  disclosureFile: { who: budgetReaders, status: 404, sent: nowhereFile },
  beginPreparation: {
    who: finance,
    // The office of this test has no such service, and an empty start needs nothing else.
    status: 404,
    sent: body({
      year: '2027',
      department: '某某省外办',
      code: null,
      from: { kind: 'empty', layout: 'hebei' },
      figures: 'blank',
    }),
  },
  preparations: { who: preparationReaders, status: 200 },
  preparation: { who: preparationReaders, status: 404, sent: nowhere },
  savePreparation: {
    who: finance,
    status: 404,
    sent: () => ({ ...nowhere(), body: { revision: 1, model: NO_BUDGET } }),
  },
  keepPreparation: { who: finance, status: 404, sent: () => ({ ...nowhere(), body: { revision: 1 } }) },
  preparationVersion: {
    who: preparationReaders,
    status: 404,
    sent: () => ({ params: { id: NOWHERE, no: '1' } }),
  },
  preparationFile: {
    who: preparationReaders,
    status: 404,
    sent: () => ({ params: { id: NOWHERE, no: '1', file: 'budget.pdf' } }),
  },
  publishPreparation: { who: finance, status: 404, sent: nowhere },
  openBudgets: { who: 'public', status: 200 },
  openBudget: { who: 'public', status: 404, sent: nowhere },
  openBudgetFile: { who: 'public', status: 404, sent: nowhereFile },
  openComparison: { who: 'public', status: 200 },
  keptRegisters: { who: 'signed-in', status: 200 },
  keptRows: { who: 'signed-in', status: 404, except: keyReaders, sent: toyKeyRegister },
  keptStages: { who: 'signed-in', status: 404, except: keyReaders, sent: toyKeyRegister },
  keptCounts: {
    who: 'signed-in',
    status: 404,
    except: keyReaders,
    sent: () => ({ params: { register: 'toy-keys' }, query: { by: 'kind' } }),
  },
  keptRow: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { register: 'toy-keys', id: NOWHERE } }),
  },
  keptImport: {
    who: 'signed-in',
    status: 404,
    except: { window: 403, filer: 403, director: 403, handler: 200, 'city-reviewer': 200 },
    sent: () => ({ ...toyKeyRegister(), file: { name: '钥匙.csv', bytes: '编号,房间,种类\nX1,甲,门\n' } }),
  },
  keptTemplate: { who: 'signed-in', status: 404, except: keyReaders, sent: toyKeyRegister },
  keptExport: { who: 'signed-in', status: 404, except: keyReaders, sent: toyKeyRegister },
  keptPaper: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { register: 'toy-keys', paper: 'none' } }),
  },
  publicRegisters: { who: 'public', status: 200 },
  keptCount: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ ...toyKeyRegister(), body: { names: ['X1'] } }),
  },
  keptUpload: {
    who: 'signed-in',
    status: 404,
    except: { window: 403, filer: 403, director: 403, handler: 422, 'city-reviewer': 422 },
    sent: () => ({ ...toyKeyRegister(), file: { name: 'a.pdf', bytes: '%PDF-1.4' } }),
  },
  keptFile: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { register: 'toy-keys', id: NOWHERE, file: NOWHERE } }),
  },
  showTicket: { who: 'public', status: 404, sent: body({ code: '00000-00000-00000-00000' }) },
  answerTicket: {
    who: 'public',
    status: 404,
    sent: body({ code: '00000-00000-00000-00000', retry: 'r'.repeat(16), answer: { mark: 5 } }),
  },
  setUpKiosk: { who: 'public', status: 403, sent: body({ code: '0000-0000-0000' }) },
  sendKiosk: {
    who: 'public',
    status: 403,
    sent: body({ kiosk: NOWHERE, secret: 's'.repeat(32), ratings: [] }),
  },
  caseTicket: { who: 'signed-in', status: 200, except: blind, sent: here },
  surveys: { who: 'signed-in', status: 404, except: voiceReaders(200) },
  survey: { who: 'signed-in', status: 404, sent: nowhere },
  openSurvey: {
    who: 'signed-in',
    status: 404,
    except: surveyOpeners(422),
    sent: body({
      questionnaire: 'nobody',
      judges: 'year',
      title: '全年工作',
      period: '2026',
      closes: '2026-12-31',
    }),
  },
  printTickets: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, body: { count: 1 } }),
  },
  surveyPaper: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { id: NOWHERE, lang: 'zh' } }),
  },
  enterSheets: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, body: { answers: [{ mark: 5 }] } }),
  },
  voices: {
    who: 'signed-in',
    status: 404,
    except: voiceReaders(200),
    sent: () => ({ params: { year: '2026' } }),
  },
  voicesFile: {
    who: 'signed-in',
    status: 404,
    except: voiceReaders(200),
    sent: () => ({ params: { year: '2026' } }),
  },
  kiosks: { who: 'signed-in', status: 404, except: voiceReaders(200) },
  addKiosk: {
    who: 'signed-in',
    status: 404,
    sent: body({ window: '3号窗口', survey: NOWHERE }),
  },
  endKiosk: { who: 'signed-in', status: 404, sent: nowhere },
  calendarFeed: { who: 'signed-in', status: 200 },
  renewCalendarFeed: { who: 'signed-in', status: 200 },
  endCalendarFeed: { who: 'signed-in', status: 204 },
  readCalendarFeed: { who: 'public', status: 404, sent: () => ({ params: { secret: 'none.ics' } }) },
  doorCodes: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { register: 'toy-keys', id: NOWHERE } }),
  },
  checkIn: { who: 'signed-in', status: 422, sent: () => ({ body: { code: '00000-00000', late: false } }) },
  keptRoster: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ ...toyKeyRegister(), query: { from: '2026-03-02', until: '2026-03-08' } }),
  },
  keptSlots: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ ...toyKeyRegister(), query: { from: '2026-03-02', until: '2026-03-08' } }),
  },
  keptCalendar: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { register: 'toy-keys', id: NOWHERE } }),
  },
  picks: {
    who: 'signed-in',
    status: 404,
    except: keyReaders,
    sent: () => ({ params: { from: 'toy-keys' } }),
  },
  namedCases: {
    who: 'signed-in',
    status: 200,
    sent: () => ({ body: { numbers: ['2026-999999'] } }),
  },
  citedRows: {
    who: 'signed-in',
    status: 200,
    sent: () => ({ body: { titles: ['某规定'] } }),
  },
  picked: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { from: 'toy-keys', id: NOWHERE } }),
  },
  askRegister: {
    who: 'public',
    status: 200,
    sent: () => ({ ...toyKeyRegister(), body: { given: { tag: 'X1', until: '2026-06-30' } } }),
  },
  keptEnter: {
    who: 'signed-in',
    status: 404,
    except: { window: 409, filer: 409, director: 409, handler: 422, 'city-reviewer': 422 },
    sent: () => ({ ...toyKeyRegister(), body: { command: { act: 'enter', answers: {} } } }),
  },
  keptMany: {
    who: 'signed-in',
    status: 404,
    except: { window: 422, filer: 422, director: 422, handler: 422, 'city-reviewer': 422 },
    sent: () => ({
      params: { register: 'toy-keys' },
      body: { rows: [{ id: NOWHERE, revision: 1 }], act: { act: 'move', move: 'take' } },
    }),
  },
  keptAct: {
    who: 'signed-in',
    status: 404,
    sent: () => ({
      params: { register: 'toy-keys', id: NOWHERE },
      body: { revision: 1, command: { act: 'retire', reason: '不再使用' } },
    }),
  },
  visitTerms: { who: 'public', status: 200 },
  visitCode: { who: 'public', status: 422, sent: body({ purpose: 'register', to: 'nobody' }) },
  visitRegister: {
    who: 'public',
    status: 422,
    sent: body({
      code: NOWHERE,
      digits: '000000',
      kind: 'citizen',
      name: '某某',
      password: 'x',
      language: 'zh',
      consent: '',
    }),
  },
  visitLogin: { who: 'public', status: 401, sent: () => ({ body: { to: newId(), password: 'wrong' } }) },
  visitReset: {
    who: 'public',
    status: 422,
    sent: body({ code: NOWHERE, digits: '000000', password: 'x' }),
  },
  visitStatus: { who: 'public', status: 404, sent: body({ number: '2026-0', secret: 'ABCD' }) },
  visitMe: forGuests(200),
  visitLogout: forGuests(204),
  visitAccount: forGuests(200),
  visitAct: forGuests(404, body({ party: NOWHERE })),
  visitAddressCode: forGuests(422, body({ to: 'nobody' })),
  visitAddress: forGuests(422, body({ code: NOWHERE, digits: '000000', password: 'x' })),
  visitCounterCode: forGuests(200),
  visitExport: forGuests(200),
  visitClose: forGuests(422, body({ password: 'x' })),
  visitTotp: forGuests(422, body({ password: 'x' })),
  visitTotpConfirm: forGuests(422, body({ code: '000000' })),
  visitEnterprise: forGuests(403, body({ name: '某公司', uscc: 'x', until: '2026-12-31' })),
  visitOffer: forGuests(403, body({ role: 'agent', from: '2026-03-02', until: '2026-03-09', only: null })),
  visitTake: forGuests(403, body({ secret: 'nothing-at-all' })),
  visitEnd: forGuests(404, nowhere),
  visitCaseCode: forGuests(404, () => ({ params: { case: NOWHERE } })),
  visitClaim: forGuests(404, nowhere),
  counterVisitor: { who: counter, status: 404, sent: body({ code: 'ABCD2345' }) },
  counterRaise: {
    who: counter,
    status: 404,
    sent: body({ code: 'ABCD2345', name: '某某', document: 'E12345678', documentKind: 'passport' }),
  },
  counterEnterprises: { who: counter, status: 200 },
  counterSettle: {
    who: counter,
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, body: { agree: true, reason: '' } }),
  },
  counterIntake: {
    who: ['window'],
    status: 422,
    sent: body({ name: '某某', kind: 'citizen', document: '----', phone: '13912345678' }),
  },
  counterUpload: {
    who: ['window'],
    status: 404,
    sent: () => ({ params: { id: NOWHERE }, file: { name: 'a.pdf', bytes: '%PDF-1.4' } }),
  },
  counterIntakes: { who: ['window'], status: 200 },
  counterScan: { who: counter, status: 404, sent: nowhere },
  counterFill: { who: ['window'], status: 404, sent: nowhere },
  appointments: { who: 'signed-in', status: 200, except: blind, sent: here },
  // Nothing of the toy is done at the counter: its clerk is told so, nobody else books for him.
  bookAppointment: {
    who: 'signed-in',
    status: 404,
    except: { filer: 409 },
    sent: () => ({ ...here(), body: { place: NOWHERE, from: '2026-03-03T01:00:00.000Z' } }),
  },
  cancelAppointment: {
    who: 'signed-in',
    status: 404,
    sent: () => ({ params: { case: caseId, id: NOWHERE } }),
  },
  appointmentFile: { who: 'signed-in', status: 404, sent: () => ({ params: { case: caseId, id: NOWHERE } }) },
  queue: { who: callers, status: 200 },
  drawNumber: {
    who: callers,
    status: 404,
    sent: () => ({ params: { place: NOWHERE }, body: { booking: null, matter: '咨询' } }),
  },
  callNext: {
    who: callers,
    status: 404,
    sent: () => ({ params: { place: NOWHERE }, body: { desk: '1号窗口' } }),
  },
  moveNumber: { who: callers, status: 404, sent: () => ({ ...nowhere(), body: { move: 'serve' } }) },
  queueScreen: { who: 'public', status: 404, sent: () => ({ params: { place: NOWHERE } }) },
};

let t: TestOffice;
let door: Door;
/** Whoever belongs to the office or a unit; the public has a door of its own. */
const roles = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'visitor');

beforeAll(async () => {
  t = await testOffice({ services: [toyService], registers: [toyKeys] });
  // Sixteen wrong log-ins from one address are the test's doing, not an attack.
  await t.base.owner.query(
    `insert into policy_row (office, id, key, value, valid_from, source) values ($1, $2, 'login.source-tries', '1000', '2026-01-01', '测试')`,
    [t.office, newId()],
  );
  door = await openDoor(t);
  caseId = await submitted(t, 'toy', { subject: '海南考察', copies: 1 });
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

/** The stream never ends by itself: its guard is asked with a wrong method of reading instead. */
const streams: readonly EndpointName[] = ['live'];

describe('every role at every door gets exactly its answer', () => {
  for (const [name, row] of Object.entries(TABLE) as [EndpointName, Row][]) {
    if (streams.includes(name)) continue;
    it(`${API[name].method} ${API[name].path}`, async () => {
      const expected: Record<string, number> = { nobody: row.who === 'public' ? row.status : 401 };
      const outside = row.who === 'visitor';
      const got: Record<string, number> = { nobody: (await door.call(null, name, row.sent?.())).status };
      for (const role of roles) {
        const may =
          row.who === 'public' ||
          row.who === 'signed-in' ||
          (row.who !== 'visitor' && row.who.includes(role));
        // `applicant` is asked at another unit, so that its own scope shows.
        const cast = role === 'applicant' ? 'applicant@other' : role;
        expected[role] = may ? (row.except?.[role] ?? row.status) : outside ? 401 : 403;
        got[role] = (await door.call(cast, name, row.sent?.())).status;
      }
      expect(got).toEqual(expected);
    });
  }
  it('GET /api/live is closed to strangers', async () => {
    expect((await door.call(null, 'live')).status).toBe(401);
  });
});

describe('the two doors know nothing of each other', () => {
  const asked = Object.entries(TABLE) as [EndpointName, Row][];

  it('a session of the public opens nothing of the staff’s, whichever cookie it is sent in', async () => {
    const { token } = (await registered(t, door, 'two.doors@example.com', '程门立')).session();
    const let_in: string[] = [];
    for (const [name, row] of asked) {
      if (row.who === 'public' || row.who === 'visitor' || streams.includes(name)) continue;
      for (const cookie of [SESSION_COOKIE, VISITOR_COOKIE]) {
        const got = await door.send(API[name], row.sent?.() ?? {}, { cookie: `${cookie}=${token}` });
        if (got.status !== 401) let_in.push(`${name} ${got.status}`);
      }
    }
    expect(let_in).toEqual([]);
  });

  it('a session of the staff opens nothing of the public’s, neither its own endpoints nor those both have', async () => {
    const { token } = await t.session('handler');
    const let_in: string[] = [];
    const mirrored = MIRRORED.map((name): [EndpointName, Endpoint] => [
      name,
      { ...API[name], path: visitPath(API[name].path) },
    ]);
    const own = asked
      .filter(([, row]) => row.who === 'visitor')
      .map(([name]): [EndpointName, Endpoint] => [name, API[name]]);
    for (const [name, endpoint] of [...mirrored, ...own])
      for (const cookie of [SESSION_COOKIE, VISITOR_COOKIE]) {
        const got = await door.send(endpoint, TABLE[name].sent?.() ?? {}, { cookie: `${cookie}=${token}` });
        if (got.status !== 401) let_in.push(`${name} ${got.status}`);
      }
    expect(let_in).toEqual([]);
  });

  it('whoever is signed in at the public door gets exactly the answers that are the public’s', async () => {
    const got: Record<string, number> = {};
    const expected: Record<string, number> = {};
    const browser = await registered(t, door, 'all.doors@example.com', '程门雪');
    for (const [name, row] of asked) {
      // Who leaves or changes the session is asked last, by the stories.
      if (row.who !== 'visitor' || name === 'visitLogout') continue;
      expected[name] = row.status;
      got[name] = (await browser.call(name, row.sent?.())).status;
    }
    expect(got).toEqual(expected);
  });
});
