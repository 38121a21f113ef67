import Type from 'typebox';
import { endpoints } from './endpoint.ts';
import { AnyJson, Day, Id, Key } from './shapes.ts';

const Both = Type.Object({ zh: Type.String(), en: Type.String() });
const Judges = Type.Union([
  Type.Literal('case'),
  Type.Literal('course'),
  Type.Literal('reception'),
  Type.Literal('order'),
  Type.Literal('visit'),
  Type.Literal('year'),
]);
const Ticket = Type.String({ minLength: 1, maxLength: 40 });
/** What a device drew by chance for one answer. */
const Retry = Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' });
const Secret = Type.String({ pattern: '^[A-Za-z0-9_-]{32}$' });

/** A questionnaire as whoever answers it sees it. */
const Sheet = Type.Object({
  name: Both,
  title: Type.String(),
  ask: Both,
  questions: Type.Array(
    Type.Object({
      kind: Type.Union([Type.Literal('scale'), Type.Literal('text')]),
      key: Type.String(),
      ask: Both,
    }),
  ),
  reasons: Type.Array(Type.Object({ key: Type.String(), text: Both })),
});

const Listed = Type.Object({
  id: Id,
  title: Type.String(),
  questionnaire: Key,
  name: Type.String(),
  judges: Judges,
  period: Type.String(),
  closes: Day,
  printed: Type.Integer(),
  /** Opened, and so counted. */
  answers: Type.Integer(),
  /** Lying sealed until there are enough of them and their day is over. */
  lying: Type.Integer(),
});

const Counted = Type.Object({
  n: Type.Integer(),
  satisfied: Type.Integer(),
  /** Satisfied ÷ valid; null = too few to show. */
  value: Type.Union([Type.Number(), Type.Null()]),
  marks: Type.Array(Type.Object({ mark: Type.Integer(), n: Type.Integer() })),
  channels: Type.Array(Type.Object({ channel: Type.String(), n: Type.Integer() })),
  reasons: Type.Array(Type.Object({ text: Type.String(), n: Type.Integer() })),
});

/** What people say of the office. */
export const surveyEndpoints = endpoints({
  showTicket: {
    method: 'POST',
    path: '/api/rate/open',
    tag: '评价',
    summary: '凭评价码打开问卷；码错、过期同样回答',
    caller: 'public',
    body: Type.Object({ code: Ticket }),
    reply: Sheet,
    problems: ['survey.unknown', 'survey.used', 'survey.closed'],
  },
  answerTicket: {
    method: 'POST',
    path: '/api/rate',
    tag: '评价',
    summary: '交答卷：一码一次，同一次重发只计一份',
    caller: 'public',
    body: Type.Object({
      code: Ticket,
      retry: Retry,
      answer: AnyJson,
      /** Asks to be called: not anonymous any more. */
      reach: Type.Optional(
        Type.Object({
          name: Type.String({ maxLength: 30 }),
          contact: Type.String({ minLength: 5, maxLength: 60 }),
        }),
      ),
    }),
    problems: ['survey.unknown', 'survey.used', 'survey.closed', 'survey.answer', 'survey.no-call'],
  },
  setUpKiosk: {
    method: 'POST',
    path: '/api/kiosk/set-up',
    tag: '评价',
    summary: '窗口评价器凭一次性启用码启用',
    caller: 'public',
    body: Type.Object({ code: Ticket }),
    reply: Type.Object({ kiosk: Id, secret: Secret, window: Type.String(), sheet: Sheet }),
    problems: ['survey.kiosk'],
  },
  sendKiosk: {
    method: 'POST',
    path: '/api/kiosk/ratings',
    tag: '评价',
    summary: '窗口评价器送出存着的评价，每条只计一次',
    caller: 'public',
    body: Type.Object({
      kiosk: Id,
      secret: Secret,
      ratings: Type.Array(Type.Object({ id: Retry, day: Day, answer: AnyJson }), { maxItems: 100 }),
    }),
    reply: Type.Object({ window: Type.String(), sheet: Sheet, taken: Type.Array(Retry) }),
    problems: ['survey.kiosk'],
  },
  caseTicket: {
    method: 'GET',
    path: '/api/cases/:case/ticket',
    tag: '评价',
    summary: '申请人为自己办结的办件取评价码',
    caller: 'signed-in',
    params: Type.Object({ case: Id }),
    reply: Type.Object({ code: Type.Union([Ticket, Type.Null()]), used: Type.Boolean() }),
    problems: ['case.not-found'],
  },
  surveys: {
    method: 'GET',
    path: '/api/surveys',
    tag: '评价',
    summary: '各期调查，最近的在前',
    caller: 'signed-in',
    query: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2200 })) }),
    reply: Type.Object({
      surveys: Type.Array(Listed),
      questionnaires: Type.Array(
        Type.Object({ code: Key, name: Type.String(), who: Type.String(), judges: Type.Array(Judges) }),
      ),
      least: Type.Integer(),
      opens: Type.Boolean(),
    }),
    problems: ['survey.none'],
  },
  survey: {
    method: 'GET',
    path: '/api/surveys/:id',
    tag: '评价',
    summary: '一期调查的问卷和结果',
    caller: 'signed-in',
    params: Type.Object({ id: Id }),
    reply: Type.Object({
      ...Listed.properties,
      opens: Type.Boolean(),
      least: Type.Integer(),
      sheet: Sheet,
      counted: Counted,
      /** What was written, in no order. */
      words: Type.Array(Type.String()),
    }),
    problems: ['survey.none'],
  },
  openSurvey: {
    method: 'POST',
    path: '/api/surveys',
    tag: '评价',
    summary: '就一期培训、一次接待、一年工作打开一期调查',
    caller: 'signed-in',
    writes: true,
    body: Type.Object({
      questionnaire: Key,
      judges: Judges,
      title: Type.String({ minLength: 2, maxLength: 80 }),
      period: Type.String({ pattern: '^20\\d{2}$' }),
      closes: Day,
    }),
    reply: Type.Object({ id: Id }),
    problems: ['survey.none', 'survey.questionnaire', 'survey.closes'],
  },
  printTickets: {
    method: 'POST',
    path: '/api/surveys/:id/tickets',
    tag: '评价',
    summary: '印发评价码',
    caller: 'signed-in',
    writes: true,
    params: Type.Object({ id: Id }),
    body: Type.Object({ count: Type.Integer({ minimum: 1, maximum: 300 }) }),
    reply: Type.Object({ codes: Type.Array(Ticket), last: Day }),
    problems: ['survey.none', 'survey.case', 'survey.closed'],
  },
  surveyPaper: {
    method: 'GET',
    path: '/api/surveys/:id/paper/:lang',
    tag: '评价',
    summary: '纸质问卷，中文或英文',
    caller: 'signed-in',
    params: Type.Object({ id: Id, lang: Type.Union([Type.Literal('zh'), Type.Literal('en')]) }),
    file: ['application/pdf'],
    problems: ['survey.none'],
  },
  enterSheets: {
    method: 'POST',
    path: '/api/surveys/:id/sheets',
    tag: '评价',
    summary: '录入纸质问卷，标明为工作人员录入',
    caller: 'signed-in',
    writes: true,
    params: Type.Object({ id: Id }),
    body: Type.Object({ answers: Type.Array(AnyJson, { minItems: 1, maxItems: 100 }) }),
    reply: Type.Object({ entered: Type.Integer() }),
    problems: ['survey.none', 'survey.closed', 'survey.answer'],
  },
  voices: {
    method: 'GET',
    path: '/api/voices/:year',
    tag: '评价',
    summary: '一年的满意度：各类人群的份数、渠道和原因',
    caller: 'signed-in',
    params: Type.Object({ year: Type.String({ pattern: '^20\\d{2}$' }) }),
    reply: Type.Object({
      least: Type.Integer(),
      from: Type.Integer(),
      groups: Type.Array(
        Type.Object({
          code: Key,
          who: Type.String(),
          surveys: Type.Integer(),
          lying: Type.Integer(),
          counted: Counted,
        }),
      ),
    }),
    problems: ['survey.none'],
  },
  voicesFile: {
    method: 'GET',
    path: '/api/voices/:year/file',
    tag: '评价',
    summary: '一年的满意度，电子表格',
    caller: 'signed-in',
    params: Type.Object({ year: Type.String({ pattern: '^20\\d{2}$' }) }),
    file: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    problems: ['survey.none'],
  },
  kiosks: {
    method: 'GET',
    path: '/api/kiosks',
    tag: '评价',
    summary: '各窗口的评价器',
    caller: 'signed-in',
    reply: Type.Array(
      Type.Object({
        id: Id,
        window: Type.String(),
        survey: Type.String(),
        waiting: Type.Boolean(),
        heardOn: Type.Union([Day, Type.Null()]),
      }),
    ),
    problems: ['survey.none'],
  },
  addKiosk: {
    method: 'POST',
    path: '/api/kiosks',
    tag: '评价',
    summary: '为一个窗口启用评价器，得一次性启用码',
    caller: 'signed-in',
    writes: true,
    body: Type.Object({ window: Type.String({ minLength: 1, maxLength: 40 }), survey: Id }),
    reply: Type.Object({ code: Ticket, minutes: Type.Integer() }),
    problems: ['survey.none', 'survey.case'],
  },
  endKiosk: {
    method: 'DELETE',
    path: '/api/kiosks/:id',
    tag: '评价',
    summary: '停用一台评价器',
    caller: 'signed-in',
    writes: true,
    params: Type.Object({ id: Id }),
    problems: ['survey.none'],
  },
});
