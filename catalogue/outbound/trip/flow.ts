import type { ActDef, Flow, FlowContext, Who } from '@zhitongche/case';
import type { Answers } from '@zhitongche/form';
import {
  accept,
  acceptance,
  agree,
  correct,
  correctFormally,
  desk,
  disagree,
  divisionsListed,
  giveBack,
  notAccept,
  pause,
  refuse,
  refuseFormally,
} from '../../shared/desk-acts.ts';
import { findFaults } from '../../shared/told-once.ts';
import { cityDecides, needsDeputy, needsDirector, needsReport } from './authority.ts';
import { afterTrip, FLAGS } from './flow-after.ts';
import { afterCorrection, againSteps } from './flow-again.ts';
import { beforeOffice } from './flow-unit.ts';
import { noticesOf, OPINION_FORM } from './papers/dispatch.ts';
import { key } from './policy.ts';
import { tellingStep, tellOnce } from './told-once.ts';

const handler: Who = { role: 'handler', at: 'division:outbound' };
const head: Who = { role: 'division-head', at: 'division:outbound' };
const window: Who = { role: 'window', at: 'office' };
const filer: Who = { applicant: true };

/** Waiting for the leader who signs is not counted towards the promise, unless the office has it otherwise. */
const awaitsLeader = (context: FlowContext): boolean => context.policy.flag(key('promise-stands-for-leader'));

const panelAsked = (context: FlowContext): boolean => context.policy.list(key('countersign')).length > 0;

/** Papers an approval issues, by the type of case; the form of the unit's opinions is there before it. */
export const approvalPapers = (answers: Answers): readonly string[] => {
  const joins = answers.caseType === 'span-join' || answers.caseType === 'join';
  const task = joins ? ['confirmation'] : ['approval'];
  return [...task, ...noticesOf(answers), 'roster'];
};

/** A city office that only reviews decides nothing: what it turns down gets no paper of a decision. */
const cityRefuses = (paper: string): ActDef => ({
  ...refuse,
  effects: [{ do: 'issue', papers: (context) => (cityDecides(context) ? [paper] : []) }],
});
/** The head of division sees to it that the division's own steps move on. */
const hurry: ActDef = { kind: 'urge', who: head };
/** What the unit's departments said, on paper for whoever decides: once the reviewer asks for nothing more. */
const opinionForm: NonNullable<ActDef['effects']> = [{ do: 'issue', paper: OPINION_FORM }];
const afterHead = (context: FlowContext): string => {
  if (needsDeputy(context)) return 'deputy';
  return afterDeputy(context);
};
const afterDeputy = (context: FlowContext): string => {
  if (needsDirector(context)) return 'director';
  return afterDirector(context);
};
const afterDirector = (context: FlowContext): string => (needsReport(context) ? 'report-up' : 'issuing');

/** From the opinions of the unit's departments to the approval in hand, and on until the report is filed. */
export const flow: Flow = {
  start: 'unit-opinions',
  afterCorrection,
  promise: key('promise'),
  urgentPromise: key('promise-urgent'),
  flags: FLAGS,
  steps: {
    ...beforeOffice,
    ...againSteps,
    'city-review': {
      kind: 'work',
      title: '市外办审核',
      en: 'Review by the city office',
      phase: '市外办',
      who: { role: 'city-reviewer', at: 'city' },
      days: key('days.city'),
      next: 'city-leader',
      acts: [
        { ...agree, when: (context) => !cityDecides(context) },
        {
          ...agree,
          key: 'accept',
          label: '受理并同意',
          effects: [...acceptance, ...opinionForm],
          when: cityDecides,
        },
        { ...correct, when: (context) => !cityDecides(context) },
        ...tellOnce({ ...correctFormally, when: cityDecides }, 'correct-formally'),
        giveBack,
        cityRefuses('non-acceptance'),
        ...desk,
        pause,
      ],
    },
    'city-leader': {
      kind: 'work',
      decides: cityDecides,
      title: '市外办签发',
      en: 'Decision of the city office',
      phase: '市外办',
      who: { role: 'city-leader', at: 'city' },
      days: key('days.city'),
      standsStill: awaitsLeader,
      next: (context) => (cityDecides(context) ? 'issuing' : 'window'),
      acts: [agree, giveBack, cityRefuses('refusal'), ...desk],
    },
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
      next: (context) => (panelAsked(context) ? 'countersign' : 'division-head'),
      acts: [
        { ...agree, opinion: 'required', effects: opinionForm },
        findFaults,
        giveBack,
        refuseFormally,
        ...desk,
        pause,
        hurry,
      ],
    },
    telling: tellingStep(window, correctFormally, { days: key('days.window'), otherwise: 'handler' }),
    countersign: {
      kind: 'panel',
      title: '处室会签',
      en: 'Countersigning',
      phase: '省外办',
      when: panelAsked,
      rule: 'all',
      members: divisionsListed(key('countersign'), 'countersigner'),
      days: key('days.countersign'),
      urgentDays: key('days.countersign-urgent'),
      next: 'division-head',
      onFail: 'handler',
      acts: [agree, disagree, ...desk, hurry],
    },
    'division-head': {
      kind: 'work',
      // Above the head somebody else decides: then the head's signature only prepares it.
      decides: (context) => !needsDeputy(context) && !needsDirector(context),
      title: '处长审核',
      en: 'Head of division',
      phase: '省外办',
      who: head,
      days: key('days.head'),
      next: afterHead,
      acts: [agree, giveBack, findFaults, refuseFormally, ...desk, pause],
    },
    deputy: {
      kind: 'work',
      decides: true,
      title: '分管副主任签批',
      en: 'Deputy director',
      phase: '省外办',
      who: { role: 'deputy-director', at: 'office' },
      days: key('days.leader'),
      standsStill: awaitsLeader,
      next: afterDeputy,
      acts: [
        agree,
        {
          kind: 'advance',
          key: 'to-director',
          label: '提请主任审定',
          to: 'director',
          opinion: 'required',
          when: (context) => !needsDirector(context),
        },
        giveBack,
        refuseFormally,
        ...desk,
      ],
    },
    director: {
      kind: 'work',
      decides: true,
      title: '主任签批',
      en: 'Director',
      phase: '省外办',
      who: { role: 'director', at: 'office' },
      days: key('days.leader'),
      standsStill: awaitsLeader,
      next: afterDirector,
      acts: [
        agree,
        {
          kind: 'escalate',
          label: '上报省领导',
          to: 'report-up',
          opinion: 'optional',
          when: (context) => !needsReport(context),
        },
        giveBack,
        refuseFormally,
        ...desk,
      ],
    },
    'report-up': {
      kind: 'outside',
      title: '上报待批',
      en: 'Waiting for the provincial leadership',
      phase: '上报',
      who: handler,
      next: 'issuing',
      onRefuse: 'refused',
      acts: [{ kind: 'report', label: '登记批复', en: 'Record the reply' }],
    },
    issuing: {
      kind: 'issuing',
      title: '出具批件',
      en: 'Issuing papers',
      phase: '出证',
      onEnter: [{ do: 'stop-clock' }],
      papers: (context) => approvalPapers(context.answers),
      who: handler,
      next: 'abroad',
    },
    ...afterTrip({ handler, head, filer }),
    refused: {
      kind: 'end',
      title: '不予批准',
      en: 'Refused',
      phase: '办结',
      outcome: 'refused',
      onEnter: [{ do: 'issue', paper: 'refusal' }],
    },
    revoked: { kind: 'end', title: '任务已撤销', en: 'Revoked', phase: '办结', outcome: 'cancelled' },
    done: { kind: 'end', title: '已归档', en: 'Closed', phase: '办结', outcome: 'completed' },
  },
};
