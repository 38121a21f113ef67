import type { ActDef, AmendmentDef, FlowContext, SetOff, Step, Who } from '@zhitongche/case';
import { budgetAmended } from './effective.ts';
import { custodyNotes, outstanding } from './custody.ts';
import { passportsNeeded, servesAsIs } from './documents.ts';
import { documentsTold } from './hand-over.ts';
import { cityDecided, type Request, requestSteps } from './flow-requests.ts';
import { outcomeNotes, overstayNews } from './outcome.ts';
import { lapseNotices } from './papers/lapse.ts';
import { noticesTouched, OPINION_FORM } from './papers/dispatch.ts';
import { key } from './policy.ts';

interface People {
  readonly handler: Who;
  readonly head: Who;
  readonly filer: Who;
}

/** What the flags of a trip are called in its story. */
export const FLAGS: Readonly<Record<string, string>> = {
  amended: '任务已变更',
  revoked: '任务已撤销',
  'none-out': '没有领取护照',
  'report-filed': '出访报告已提交',
  'passports-returned': '护照已交回',
};

const has = (flag: string) => (context: FlowContext) => context.flags.includes(flag);
const lacks = (flag: string) => (context: FlowContext) => !context.flags.includes(flag);
const raise = (flag: string) => ({ do: 'flag', flag, on: true }) as const;
const lower = (flag: string) => ({ do: 'flag', flag, on: false }) as const;
const request = (kind: Request, label: string, to: string): ActDef => ({
  kind: 'advance',
  key: `ask-${kind}`,
  label,
  form: kind,
  to: `${kind}-${to}`,
  opinion: 'none',
});

const CITY: Who = { role: 'city-reviewer', at: 'city' };
const PASSPORT_DESK: Who = { role: 'passport-officer', at: 'office' };

/** Leads on once nothing is outstanding, and stays while something is. */
const allBack =
  (onward: (context: FlowContext) => string, here: string) =>
  (context: FlowContext): string =>
    outstanding(context.state).length === 0 ? onward(context) : here;

/** Documents come back one by one: the act is taken as often as somebody brings some. */
const recordDocuments = (to: (context: FlowContext) => string): ActDef => ({
  kind: 'advance',
  key: 'return-passports',
  label: '登记护照交回',
  en: 'Documents handed in',
  form: 'documents',
  opinion: 'none',
  to,
  effects: documentsTold,
});

/** What the desk recorded is put right after the end, by two persons: a passport noted wrongly locks somebody, or nobody. */
export const custodyAmends = (form: string): AmendmentDef => ({
  form,
  label: '更正护照交回登记',
  en: 'Ask to correct the record of documents',
  who: PASSPORT_DESK,
  second: [PASSPORT_DESK, { role: 'deputy-director', at: 'office' }],
  // A trip that was never approved sent nothing out.
  when: ({ state }) => state.path.some(({ step }) => step === 'issuing'),
  effects: [{ do: 'register', register: 'passport-custody' }],
});

/** An overstay is told to whoever reviewed the trip: the province's handler, or the city office that decided it. */
const overstayTold = (handler: Who): readonly SetOff[] => [
  {
    do: 'notify',
    to: handler,
    text: (context) => (cityDecided(context) ? undefined : overstayNews(context)),
  },
  {
    do: 'notify',
    to: CITY,
    text: (context) => (cityDecided(context) ? overstayNews(context) : undefined),
  },
];

/** Where a trip is judged that is back with everything handed in. */
const toEvaluation = (context: FlowContext): string =>
  cityDecided(context) ? 'city-evaluation' : 'evaluation';

const evaluation = (here: string, who: Who): Step => ({
  kind: 'work',
  title: '出访评估',
  en: 'Evaluation',
  phase: '行后',
  who,
  days: key('days.evaluation'),
  next: 'done',
  note: (context) => [...outcomeNotes(context), ...custodyNotes(context)],
  onEnter: [{ do: 'register', register: 'trip-reports' }],
  acts: [
    {
      kind: 'agree',
      key: 'close',
      label: '评估归档',
      form: 'evaluation',
      opinion: 'optional',
      effects: [{ do: 'register', register: 'trip-reports' }],
    },
    {
      kind: 'advance',
      key: 'report-again',
      label: '退回重写报告',
      to: 'after-trip',
      opinion: 'required',
      effects: [lower('report-filed')],
    },
    {
      ...recordDocuments(allBack(() => here, 'after-trip')),
      label: '更正护照交回登记',
      who: PASSPORT_DESK,
    },
    { kind: 'transfer' },
    { kind: 'copy' },
  ],
});

/** The item of the plan it names follows what becomes of it. */
const DOES_PLANNED: readonly SetOff[] = [{ do: 'keep', keep: 'plan' }];
/** Money is kept back while it stands, as the books of the office tell. */
const KEEPS_MONEY: readonly SetOff[] = [{ do: 'keep', keep: 'money' }];

/** From the approval until the group is back: what may be asked for meanwhile, and the return. */
const abroad = (people: People): Step => ({
  kind: 'work',
  title: '行前准备和出访',
  en: 'Approved, before and during the trip',
  phase: '出访',
  who: people.filer,
  next: 'after-trip',
  note: (context) => {
    const served = servesAsIs(context);
    return served.length > 0 ? [`用现有护照：${served.join('、')}`] : [];
  },
  onEnter: [
    { do: 'register', register: 'trips' },
    ...documentsTold,
    ...DOES_PLANNED,
    ...KEEPS_MONEY,
    { do: 'keep', keep: 'people' },
    { do: 'keep', keep: 'hosts' },
  ],
  acts: [
    {
      kind: 'advance',
      key: 'register-return',
      label: '回国登记',
      en: 'Register the return',
      form: 'return',
      opinion: 'none',
      effects: [{ do: 'register', register: 'trips' }, ...DOES_PLANNED, { do: 'keep', keep: 'settlement' }],
    },
    // Some come to the desk before the clerk registers the return, and some are never collected.
    { ...recordDocuments(() => 'abroad'), who: PASSPORT_DESK },
    passportsNeeded.act('abroad'),
    request('change', '申请变更', 'finance'),
    request('extension', '申请延期', 'finance'),
    request('revocation', '申请撤销任务', 'sign'),
  ],
});

/** Passports of a mission that was revoked come back. */
const handIn = (people: People): Step => ({
  kind: 'work',
  title: '撤销后收回护照',
  en: 'Passports back after revocation',
  phase: '变更',
  who: PASSPORT_DESK,
  next: 'revoked',
  onEnter: [
    raise('revoked'),
    { do: 'revoke' },
    { do: 'issue', papers: ({ state }) => lapseNotices(state) },
    { do: 'register', register: 'trips' },
    ...documentsTold,
    ...DOES_PLANNED,
    ...KEEPS_MONEY,
    { do: 'notify', to: people.filer, text: '任务已同意撤销，已领取的因公护照请按期交回' },
  ],
  note: custodyNotes,
  acts: [
    recordDocuments(allBack(() => 'revoked', 'hand-in')),
    {
      kind: 'advance',
      key: 'none-out',
      label: '没有领取护照',
      opinion: 'none',
      effects: [raise('none-out'), { do: 'register', register: 'passport-custody' }],
      when: ({ state }) => state.records.documents === undefined,
    },
  ],
});

/** Passports handed in and the report filed. */
const afterReturn = (people: People): Step => ({
  kind: 'work',
  title: '交回护照和提交出访报告',
  en: 'Passports and report',
  phase: '行后',
  who: people.filer,
  also: { who: PASSPORT_DESK, while: ({ state }) => outstanding(state).length > 0 },
  days: key('report-days'),
  next: toEvaluation,
  note: (context) => [...outcomeNotes(context), ...custodyNotes(context)],
  onEnter: [
    { do: 'register', register: 'passport-custody' },
    { do: 'register', register: 'trip-reports' },
    { do: 'notify', to: people.filer, text: '请按期交回因公护照并提交出访报告' },
    ...overstayTold(people.handler),
  ],
  acts: [
    {
      kind: 'advance',
      key: 'file-report',
      label: '提交出访报告',
      en: 'File the report',
      form: 'report',
      opinion: 'none',
      to: allBack(toEvaluation, 'after-trip'),
      effects: [raise('report-filed'), { do: 'register', register: 'trip-reports' }],
      when: lacks('report-filed'),
    },
    {
      ...recordDocuments((context) =>
        has('report-filed')(context) ? allBack(toEvaluation, 'after-trip')(context) : 'after-trip',
      ),
      who: PASSPORT_DESK,
    },
    { kind: 'urge', who: people.handler, when: (context) => !cityDecided(context) },
    { kind: 'urge', key: 'urge-city', who: CITY, when: cityDecided },
  ],
});

/** Steps after the approval: changes, the trip, handing in passports, report and evaluation. */
export const afterTrip = (people: People): Readonly<Record<string, Step>> => ({
  abroad: abroad(people),
  ...requestSteps('change', people),
  ...requestSteps('extension', people),
  ...requestSteps('revocation', people),
  'hand-in': handIn(people),
  amending: {
    kind: 'issuing',
    title: '出具变更批件',
    en: 'Issuing the amendment',
    phase: '变更',
    onEnter: [raise('amended')],
    papers: ({ state }) => [
      state.papers.some(({ paper }) => paper === 'confirmation') ? 'amended-confirmation' : 'amendment',
      'roster',
      ...noticesTouched(state),
      ...(budgetAmended(state) ? [OPINION_FORM] : []),
    ],
    who: people.handler,
    next: 'abroad',
  },
  'after-trip': afterReturn(people),
  // Whoever decided the trip judges it (谁审批、谁负责).
  evaluation: evaluation('evaluation', people.handler),
  'city-evaluation': evaluation('city-evaluation', CITY),
});
