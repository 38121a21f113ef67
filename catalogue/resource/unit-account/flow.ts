import type { ActDef, CaseState, Flow, FlowContext, Who } from '@zhitongche/case';
import { agree, correct, disagree, passOn, refuseFormally, superiorReview } from '../../shared/desk-acts.ts';
import { figuresIn } from './derive.ts';
import { readAccount } from './form.ts';
import { key } from './policy.ts';

const window: Who = { role: 'window', at: 'office' };

/** What is being asked for. */
export const matterOf = ({ answers }: Pick<CaseState, 'answers'>): string =>
  readAccount(answers).matter ?? '';

/** Whether the city office confirms, as the case stands on its road. */
export const byCity = ({ path }: Pick<CaseState, 'path'>): boolean =>
  path.some(({ step }) => step.startsWith('city')) && !path.some(({ step }) => step === 'check');

const cityConfirms = ({ underCity, policy }: FlowContext): boolean =>
  underCity && policy.flag(key('city-confirms'));

/** Both parties of a hand-over but whoever filed it, whose submission is the signature; who has left cannot sign. */
const signing = ({ state }: FlowContext): readonly Who[] => {
  const { handover } = figuresIn(state);
  if (!handover || matterOf(state) !== 'handover') return [];
  const { from, to, absent } = handover;
  return [...(absent ? [] : [from]), to]
    .filter(({ id }) => id !== state.applicant?.id)
    .map(({ id, name, org }) => ({ person: { id, name, org } }));
};

const papersOf = ({ state }: FlowContext): readonly string[] =>
  ({
    open: ['receipt'],
    renew: ['receipt'],
    change: ['change'],
    handover: ['list', 'change'],
    close: ['closing'],
  })[matterOf(state)] ?? [];

const sign: ActDef = { ...agree, label: '签字', en: 'Sign' };
const goesBack: ActDef = { ...correct, opinion: 'required' };

/** From the unit's own signatures to the paper in hand; what was confirmed is in force with the confirmation. */
export const flow: Flow = {
  start: 'both',
  afterCorrection: 'start',
  steps: {
    both: {
      kind: 'panel',
      title: '移交双方签字',
      en: 'Both parties sign',
      phase: '单位',
      when: (context) => signing(context).length > 0,
      rule: 'all',
      members: signing,
      days: key('days.both'),
      next: 'unit',
      onFail: 'both',
      note: ({ state }) => {
        const { cases = [] } = figuresIn(state).handover ?? {};
        return [
          `移交清单共${cases.length}件：${cases.map(({ number, title }) => number || title || '未命名的草稿').join('、') || '没有未办结的办件'}`,
        ];
      },
      acts: [sign, { ...goesBack, key: 'disagree', label: disagree.label ?? '不同意' }],
    },
    unit: {
      kind: 'work',
      title: '单位签批',
      en: 'Sign-off by the unit',
      phase: '单位',
      who: { role: 'signer', at: 'unit' },
      days: key('days.unit'),
      next: 'superior',
      acts: [agree, goesBack, ...passOn],
    },
    superior: {
      ...superiorReview,
      days: key('days.superior'),
      next: (context) => (context.underCity ? 'city' : 'check'),
      acts: [agree, goesBack, ...passOn],
    },
    city: {
      kind: 'work',
      title: '市外办核对',
      en: 'Check by the city office',
      phase: '市外办',
      who: { role: 'city-reviewer', at: 'city' },
      days: key('days.check'),
      next: (context) => (cityConfirms(context) ? 'city-confirm' : 'check'),
      acts: [agree, goesBack, refuseFormally, ...passOn],
    },
    'city-confirm': {
      kind: 'work',
      decides: true,
      title: '市外办确认',
      en: 'Confirmation by the city office',
      phase: '市外办',
      who: { role: 'city-leader', at: 'city' },
      days: key('days.confirm'),
      next: 'issuing',
      acts: [{ ...agree, label: '确认', en: 'Confirm' }, goesBack, refuseFormally, ...passOn],
    },
    check: {
      kind: 'work',
      title: '核对',
      en: 'Check',
      phase: '省外办',
      who: window,
      days: key('days.check'),
      next: 'confirm',
      acts: [agree, goesBack, refuseFormally, ...passOn],
    },
    confirm: {
      kind: 'work',
      decides: true,
      title: '确认',
      en: 'Confirmation',
      phase: '省外办',
      who: { role: 'division-head', at: 'division:outbound' },
      days: key('days.confirm'),
      next: 'issuing',
      acts: [{ ...agree, label: '确认', en: 'Confirm' }, goesBack, refuseFormally, ...passOn],
    },
    issuing: {
      kind: 'issuing',
      title: '出具回执、通知',
      en: 'Issuing',
      phase: '出证',
      onEnter: [
        { do: 'keep', keep: 'book' },
        { do: 'keep', keep: 'clerks' },
        { do: 'settle', settle: 'account' },
      ],
      papers: papersOf,
      who: window,
      next: 'done',
    },
    done: { kind: 'end', title: '办结', en: 'Done', phase: '办结', outcome: 'completed' },
  },
};
