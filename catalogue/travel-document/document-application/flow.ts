import type { ActDef, CaseTimer, Flow, FlowContext, SetOff, Step, Who } from '@zhitongche/case';
import {
  accept,
  acceptance,
  agree,
  correctFormally,
  giveBack,
  notAccept,
  passOn,
  pause,
  refuseFormally,
} from '../../shared/desk-acts.ts';
import { onceTold } from '../../shared/told-once.ts';
import { entitledTo, KINDS } from './choices.ts';
import { readApplication } from './form.ts';
import { key } from './policy.ts';

/** Notices an applicant is sent: by the window alone, once. */
export const { noticesTold, tellOnce } = onceTold({ window: ['correct', 'correct-again'] });

const DESK: Who = { role: 'passport-officer', at: 'office' };
const WINDOW: Who = { role: 'window', at: 'office' };
const FILER: Who = { applicant: true };

const of = ({ state }: Pick<FlowContext, 'state'>) => readApplication(state.answers);
const cancels = (context: FlowContext): boolean => of(context).matter === 'cancel';
const captures = (context: FlowContext): boolean => {
  const { matter, kind = '' } = of(context);
  return matter === 'first' && context.policy.list(key('capture')).includes(kind);
};
const toRegister: SetOff = { do: 'register', register: 'document-applications' };

const kindNotes = (context: FlowContext): readonly string[] => {
  const { kind, rank, kindReason } = of(context);
  const due = entitledTo(rank);
  return kind === undefined || kind === 'permit' || due === undefined || due === kind
    ? []
    : [`按职级应为${KINDS[due]}，申请${KINDS[kind]}：${kindReason ?? ''}`];
};

const handOut: ActDef = {
  kind: 'advance',
  key: 'hand-out',
  label: '扫码发证',
  en: 'Hand it out',
  form: 'hand',
  opinion: 'none',
  effects: [{ do: 'keep', keep: 'lend' }, { do: 'issue', paper: 'receipt' }, toRegister],
};

const steps: Readonly<Record<string, Step>> = {
  window: {
    kind: 'work',
    title: '受理',
    en: 'Acceptance',
    phase: '受理',
    who: WINDOW,
    days: key('days.window'),
    next: (context) => (cancels(context) ? 'cancelling' : 'capture'),
    acts: [
      {
        ...accept,
        effects: [
          ...acceptance,
          { do: 'issue', papers: (context) => (cancels(context) ? [] : ['application', 'matters']) },
          toRegister,
        ],
      },
      ...tellOnce(correctFormally),
      notAccept,
      ...passOn,
    ],
  },
  capture: {
    kind: 'work',
    title: '现场采集',
    en: 'Capture',
    phase: '采集',
    when: captures,
    who: DESK,
    days: key('days.capture'),
    // Whoever is to come has the time.
    standsStill: () => true,
    onEnter: [{ do: 'notify', to: FILER, text: '首次申领须现场采集照片、签名、指纹，请在办件中预约时间' }],
    next: 'review',
    acts: [
      {
        kind: 'advance',
        key: 'book-slot',
        label: '预约采集时间',
        who: FILER,
        form: 'slot',
        to: 'capture',
        opinion: 'none',
        effects: [{ do: 'keep', keep: 'slot' }],
      },
      {
        kind: 'advance',
        key: 'captured',
        label: '登记采集',
        form: 'capture',
        opinion: 'none',
        effects: [toRegister],
      },
      ...passOn,
    ],
  },
  review: {
    kind: 'work',
    title: '审核',
    en: 'Review',
    phase: '办理',
    who: DESK,
    days: key('days.review'),
    note: kindNotes,
    next: 'decide',
    acts: [
      { ...agree, key: 'confirm', label: '确认拼写，同意', form: 'spelling' },
      refuseFormally,
      ...passOn,
      pause,
    ],
  },
  decide: {
    kind: 'work',
    decides: (context) => of(context).kind !== 'diplomatic',
    title: '审批',
    en: 'Decision',
    phase: '办理',
    who: { role: 'division-head', at: 'division:outbound' },
    days: key('days.decide'),
    note: kindNotes,
    next: (context) => (of(context).kind === 'diplomatic' ? 'ministry' : 'make'),
    acts: [agree, giveBack, refuseFormally, ...passOn],
  },
  ministry: {
    kind: 'outside',
    title: '报外交部',
    en: 'Waiting for the ministry',
    phase: '上报',
    who: DESK,
    next: 'make',
    onRefuse: 'refused',
    acts: [{ kind: 'report', label: '登记批复', en: 'Record the reply' }],
  },
  make: {
    kind: 'work',
    title: '制证',
    en: 'Making',
    phase: '制证',
    who: DESK,
    days: key('days.make'),
    next: 'collect',
    acts: [
      {
        kind: 'advance',
        key: 'made',
        label: '制证登记',
        en: 'It is made',
        form: 'book',
        opinion: 'none',
        effects: [
          { do: 'stop-clock' },
          { do: 'keep', keep: 'piece' },
          toRegister,
          { do: 'notify', to: FILER, text: '证照已制好，请携带领证人证件领取' },
        ],
      },
      ...passOn,
      pause,
    ],
  },
  collect: {
    kind: 'work',
    title: '待领取',
    en: 'To be collected',
    phase: '发证',
    who: DESK,
    next: 'done',
    acts: [handOut, ...passOn],
  },
  cancelling: {
    kind: 'work',
    decides: true,
    title: '收回注销',
    en: 'Taking it back',
    phase: '办理',
    who: DESK,
    days: key('days.make'),
    note: () => ['在“证照保管”台账由两人办理注销后，再办结本办件'],
    next: 'done',
    acts: [
      {
        ...agree,
        key: 'cancelled',
        label: '已在台账注销，办结',
        effects: [{ do: 'stop-clock' }, toRegister],
      },
      refuseFormally,
      ...passOn,
    ],
  },
};

/** From acceptance to the document in its holder's hand. */
export const flow: Flow = {
  start: 'window',
  promise: key('promise'),
  flags: { uncollected: '制好后超过期限无人领取' },
  steps: {
    ...steps,
    refused: {
      kind: 'end',
      title: '不予办理',
      en: 'Refused',
      phase: '办结',
      outcome: 'refused',
      onEnter: [{ do: 'issue', paper: 'refusal' }],
    },
    done: { kind: 'end', title: '办结', en: 'Done', phase: '办结', outcome: 'completed' },
  },
};

/** A document nobody collects is told of, before its days are over and after. */
export const timers: Readonly<Record<string, CaseTimer>> = {
  collect: {
    label: '领取证照',
    runs: ({ state }) => state.step === 'collect',
    limit: { days: key('uncollected-days') },
    tell: key('uncollected-tell'),
    over: [{ do: 'flag', flag: 'uncollected', on: true }, toRegister],
  },
};
