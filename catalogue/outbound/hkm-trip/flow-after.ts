import type { ActDef, CaseTimer, FlowContext, SetOff, Step, Who } from '@zhitongche/case';
import { agree, giveBack } from '../../shared/desk-acts.ts';
import { permitsNeeded } from './documents.ts';
import { allBack, daysOut, permitsDue } from './permit-strands.ts';
import { key } from './policy.ts';

interface People {
  readonly handler: Who;
  readonly head: Who;
}

/** What the flags of a case are called in its story. */
export const FLAGS: Readonly<Record<string, string>> = {
  revoked: '任务已撤销',
  'report-filed': '报告已提交',
  'permits-late': '通行证逾期未交回',
};

const PASSPORT_DESK: Who = { role: 'passport-officer', at: 'office' };
const FILER: Who = { applicant: true };
const PHASE = '行后';

/** The case's own register and whoever keeps the permits learn of every change. */
const told: readonly SetOff[] = [
  { do: 'register', register: 'hkm-permits' },
  { do: 'keep', keep: 'custody' },
];
const allTold: readonly SetOff[] = [{ do: 'register', register: 'hkm-trips' }, ...told];

const out = ({ state }: FlowContext): boolean => !allBack(state);
const filed = ({ flags }: FlowContext): boolean => flags.includes('report-filed');

/** What the desk records of permits, one or many at a time, where the case stands. */
const desk = (here: string): readonly ActDef[] =>
  (
    [
      ['returned', '核对出入境记录，登记交回'],
      ['damaged', '登记损毁'],
      ['lost', '登记遗失'],
      ['unused', '登记未领取'],
    ] as const
  ).map(
    ([to, label]): ActDef => ({
      kind: 'advance',
      key: `permit-${to}`,
      label,
      who: PASSPORT_DESK,
      to: here,
      opinion: to === 'returned' || to === 'unused' ? 'optional' : 'required',
      strands: { of: 'permit', from: to === 'returned' ? ['out'] : ['out', 'returned'], to, dated: true },
      effects: told,
    }),
  );

const permitNotes = ({ state }: FlowContext): readonly string[] =>
  allBack(state) ? [] : [`通行证应于${permitsDue(state)}前交回`];

/** Permits due back: told before the day and on it, and once it is past to the desk, whatever step the case is at. */
export const timers: Readonly<Record<string, CaseTimer>> = {
  permits: {
    label: '交回通行证',
    runs: ({ state }) => state.strands?.['permit'] !== undefined && !allBack(state),
    limit: { last: ({ state }) => permitsDue(state) },
    tell: key('return-tell'),
    over: [
      { do: 'flag', flag: 'permits-late', on: true },
      { do: 'register', register: 'hkm-permits' },
    ],
  },
};

const revocation = ({ head }: People): Readonly<Record<string, Step>> => {
  const decline: ActDef = {
    kind: 'advance',
    key: 'decline',
    label: '不同意撤销',
    to: 'abroad',
    opinion: 'required',
  };
  return {
    'revocation-sign': {
      kind: 'work',
      title: '撤销任务：单位签批',
      phase: '变更',
      who: { role: 'signer', at: 'unit' },
      days: key('days.revocation'),
      next: 'revocation-decide',
      acts: [agree, decline],
    },
    'revocation-decide': {
      kind: 'work',
      title: '撤销任务：处长审批',
      phase: '变更',
      who: head,
      days: key('days.revocation'),
      next: 'hand-in',
      acts: [agree, giveBack, decline],
    },
    'hand-in': {
      kind: 'work',
      title: '撤销后收回通行证',
      en: 'Permits back after revocation',
      phase: '变更',
      who: PASSPORT_DESK,
      onEnter: [
        { do: 'flag', flag: 'revoked', on: true },
        { do: 'revoke' },
        ...allTold,
        { do: 'notify', to: FILER, text: '任务已同意撤销，已领取的通行证请按期交回' },
      ],
      note: permitNotes,
      until: ({ state }) => allBack(state),
      next: 'revoked',
      acts: desk('hand-in').map(({ who: _own, ...act }) => act),
    },
  };
};

/** Steps after the approval: the trip, its revocation, the return, permits and report. */
export const afterTrip = (people: People): Readonly<Record<string, Step>> => ({
  abroad: {
    kind: 'work',
    title: '办理签注和出访',
    en: 'Endorsements and the trip',
    phase: '出访',
    who: FILER,
    also: { who: PASSPORT_DESK, while: out },
    onEnter: [{ do: 'strands', strands: 'permit' }, ...allTold, { do: 'keep', keep: 'people' }],
    note: permitNotes,
    next: 'after-trip',
    acts: [
      {
        kind: 'advance',
        key: 'register-return',
        label: '返回登记',
        en: 'Register the return',
        form: 'return',
        opinion: 'none',
        effects: allTold,
      },
      permitsNeeded.act('abroad'),
      {
        kind: 'advance',
        key: 'ask-revocation',
        label: '申请撤销任务',
        form: 'revocation',
        to: 'revocation-sign',
        opinion: 'none',
      },
      ...desk('abroad'),
    ],
  },
  ...revocation(people),
  'after-trip': {
    kind: 'work',
    title: '交回通行证和提交报告',
    en: 'Permits and report',
    phase: PHASE,
    who: FILER,
    also: { who: PASSPORT_DESK, while: out },
    days: key('report-days'),
    onEnter: [
      {
        do: 'notify',
        to: people.handler,
        text: ({ state }) => {
          const { days, over } = daysOut(state);
          return over > 0 ? `在外${days}天，超出批准天数${over}天，请核查说明` : undefined;
        },
      },
    ],
    note: (context) => [...permitNotes(context), ...(filed(context) ? [] : ['报告还没有提交'])],
    until: (context) => filed(context) && allBack(context.state),
    next: 'done',
    acts: [
      {
        kind: 'advance',
        key: 'file-report',
        label: '提交报告',
        en: 'File the report',
        form: 'report',
        to: 'after-trip',
        opinion: 'none',
        effects: [{ do: 'flag', flag: 'report-filed', on: true }, ...allTold],
        when: (context) => !filed(context),
      },
      ...desk('after-trip'),
      { kind: 'urge', who: people.handler },
    ],
  },
});
