import type { ActDef, Flow, FlowContext, Step, Who } from '@zhitongche/case';
import {
  accept,
  agree,
  correct,
  correctFormally,
  desk,
  giveBack,
  notAccept,
  passOn,
  pause,
  refuse,
  refuseFormally,
  superiorReview,
} from '../../shared/desk-acts.ts';
import { RANKS } from '../../shared/travel-words.ts';
import { tripOf, upReasons } from './derive.ts';
import { afterTrip, FLAGS } from './flow-after.ts';
import { approvalPapers } from './papers.ts';
import { key } from './policy.ts';
import { tellOnce } from './told.ts';

const handler: Who = { role: 'handler', at: 'division:outbound' };
const head: Who = { role: 'division-head', at: 'division:outbound' };
const window: Who = { role: 'window', at: 'office' };

const goesUp = ({ state, policy }: FlowContext): boolean => upReasons(tripOf(state), policy).length > 0;

const ranked = ({ state, policy }: FlowContext, list: string): boolean => {
  const ranks = new Set((tripOf(state).members ?? []).map(({ rank }) => rank as string | undefined));
  const highest = Object.keys(RANKS).find((rank) => ranks.has(rank));
  return highest !== undefined && policy.list(key(list)).includes(highest);
};
const needsDeputy = (context: FlowContext): boolean => ranked(context, 'route.deputy');
const needsDirector = (context: FlowContext): boolean =>
  ranked(context, 'route.director') || (goesUp(context) && context.policy.flag(key('route.director-up')));

const afterDirector = (context: FlowContext): string => (goesUp(context) ? 'report-up' : 'issuing');
const afterDeputy = (context: FlowContext): string =>
  needsDirector(context) ? 'director' : afterDirector(context);
const afterHead = (context: FlowContext): string => (needsDeputy(context) ? 'deputy' : afterDeputy(context));

const upNotes = ({ state, policy }: FlowContext): readonly string[] =>
  upReasons(tripOf(state), policy).map((reason) => `${reason}，须上报国务院港澳办`);

const leader = (
  title: string,
  en: string,
  role: 'deputy-director' | 'director',
  next: (context: FlowContext) => string,
): Step => ({
  kind: 'work',
  decides: true,
  title,
  en,
  phase: '省外办',
  who: { role, at: 'office' },
  days: key('days.leader'),
  standsStill: ({ policy }) => policy.flag(key('promise-stands-for-leader')),
  note: upNotes,
  next,
  acts: [agree, giveBack, refuseFormally, ...desk],
});

const unitSteps: Readonly<Record<string, Step>> = {
  'unit-sign': {
    kind: 'work',
    title: '单位签批',
    en: 'Sign-off by the unit',
    phase: '单位',
    who: { role: 'signer', at: 'unit' },
    days: key('days.unit'),
    next: 'superior',
    acts: [agree, correct, refuse, ...passOn],
  },
  superior: {
    ...superiorReview,
    days: key('days.superior'),
    next: ({ underCity }) => (underCity ? 'city-review' : 'window'),
    acts: [agree, correct, refuse, ...passOn],
  },
  'city-review': {
    kind: 'work',
    title: '市外办审核',
    en: 'Review by the city office',
    phase: '市外办',
    who: { role: 'city-reviewer', at: 'city' },
    days: key('days.city'),
    next: 'window',
    acts: [agree, correct, giveBack, refuse, ...desk, pause],
  },
};

const hurry: ActDef = { kind: 'urge', who: head };

/** From the unit's signature to the approval in hand, and on until the permits are back and the report is filed. */
export const flow: Flow = {
  start: 'unit-sign',
  afterCorrection: 'asker',
  promise: key('promise'),
  urgentPromise: key('promise-urgent'),
  flags: FLAGS,
  steps: {
    ...unitSteps,
    window: {
      kind: 'work',
      title: '窗口受理',
      en: 'Acceptance at the window',
      phase: '省外办',
      who: window,
      days: key('days.window'),
      next: 'handler',
      acts: [
        accept,
        ...tellOnce(correctFormally),
        giveBack,
        notAccept,
        { kind: 'transfer' },
        { kind: 'copy' },
      ],
    },
    handler: {
      kind: 'work',
      title: '经办审核',
      en: 'Review',
      phase: '省外办',
      who: handler,
      days: key('days.handler'),
      note: upNotes,
      next: 'division-head',
      acts: [{ ...agree, opinion: 'required' }, giveBack, refuseFormally, ...desk, pause, hurry],
    },
    'division-head': {
      kind: 'work',
      // Above the head somebody else decides: then the head's signature only prepares it.
      decides: (context) => !needsDeputy(context) && !needsDirector(context) && !goesUp(context),
      title: '处长审核',
      en: 'Head of division',
      phase: '省外办',
      who: head,
      days: key('days.head'),
      note: upNotes,
      next: afterHead,
      acts: [agree, giveBack, refuseFormally, ...desk, pause],
    },
    deputy: leader('分管副主任签批', 'Deputy director', 'deputy-director', afterDeputy),
    director: leader('主任签批', 'Director', 'director', afterDirector),
    'report-up': {
      kind: 'outside',
      title: '上报国务院港澳办',
      en: 'Waiting for the Hong Kong and Macao office of the State Council',
      phase: '上报',
      who: handler,
      note: upNotes,
      next: 'issuing',
      onRefuse: 'refused',
      acts: [{ kind: 'report', label: '登记批复', en: 'Record the reply' }],
    },
    issuing: {
      kind: 'issuing',
      title: '出具批件',
      en: 'Issuing',
      phase: '出证',
      onEnter: [{ do: 'stop-clock' }],
      papers: ({ state }) => approvalPapers(state),
      who: handler,
      next: 'abroad',
    },
    ...afterTrip({ handler, head }),
    refused: {
      kind: 'end',
      title: '不予批准',
      en: 'Refused',
      phase: '办结',
      outcome: 'refused',
      onEnter: [{ do: 'issue', paper: 'refusal' }],
    },
    done: { kind: 'end', title: '办结', en: 'Done', phase: '办结', outcome: 'completed' },
    revoked: { kind: 'end', title: '任务已撤销', en: 'Revoked', phase: '办结', outcome: 'cancelled' },
  },
};
