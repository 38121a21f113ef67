import {
  allStrands,
  type FlowContext,
  flowFor,
  paperFor,
  type StrandsDef,
  strandsOf,
  type Who,
} from '@zhitongche/case';
import { textIn } from '../../shared/lookup-rows.ts';
import { agree, correctFormally, giveBack, passOn } from '../../shared/desk-acts.ts';
import type { requestForm } from './form.ts';
import { PARTIES, partiesOf, recordOf } from './forms.ts';
import { outcomeOf } from './outcomes.ts';
import { key } from './policy.ts';

const window: Who = { role: 'window', at: 'office' };
/** The division that is the office's openness office (政府信息公开工作机构), whose head agrees to extensions. */
const opening: Who = { role: 'division-head', at: 'division:general' };

/** Third parties and other organs that are asked for their opinion, each with its fifteen days. */
export const strands: Readonly<Record<string, StrandsDef>> = {
  party: {
    label: '征求意见',
    one: '个',
    inward: true,
    first: 'asked',
    states: {
      asked: { label: '待答复', tone: 'wait', days: key('consult') },
      agreed: { label: '同意公开', tone: 'good' },
      objected: { label: '不同意公开', tone: 'bad' },
      silent: { label: '逾期未答复', tone: 'idle' },
    },
    of: (state) =>
      partiesOf(state).map(({ id, kind, name }) => ({ id, label: `${PARTIES[kind] ?? ''}：${name}` })),
  },
};

const asked = ({ state }: FlowContext) => strandsOf(state, 'party').filter((one) => one.state === 'asked');
const answered = (label: string, to: 'agreed' | 'objected' | 'silent') =>
  ({
    kind: 'advance',
    key: to,
    label,
    to: 'consult',
    opinion: 'optional',
    strands: { of: 'party', from: ['asked'], to, dated: true },
  }) as const;

/** From the day of receipt to one of the signed answers. */
export const flow = flowFor<typeof requestForm>()({
  start: 'receive',
  // What was corrected arrives anew: its days begin with the day it came back (art. 30).
  afterCorrection: () => ({ step: 'receive' }),
  promise: key('answer'),
  flags: { corrected: '已一次性告知补正', extended: '已延长答复期限' },
  onCancel: [{ do: 'keep', keep: 'ledger' }],
  steps: {
    receive: {
      kind: 'work',
      title: '收件登记',
      en: 'Registration',
      phase: '收件',
      who: window,
      days: key('days.receive'),
      next: 'examine',
      acts: [
        {
          kind: 'advance',
          key: 'receive',
          label: '登记',
          en: 'Register',
          form: 'receipt',
          effects: [
            { do: 'start-clock', on: ({ state }) => textIn(recordOf(state, 'receipt')['receivedOn']) },
            { do: 'keep', keep: 'ledger' },
            { do: 'issue', paper: 'acknowledgement' },
          ],
        },
        ...passOn,
      ],
    },
    examine: {
      kind: 'work',
      title: '审查申请',
      en: 'Examination',
      phase: '办理',
      who: opening,
      days: key('days.examine'),
      next: 'handle',
      acts: [
        { ...agree, label: '申请明确，进入办理', en: 'Clear, go on' },
        {
          ...correctFormally,
          when: ({ flags }) => !flags.includes('corrected'),
          effects: [...(correctFormally.effects ?? []), { do: 'flag', flag: 'corrected', on: true }],
        },
        ...passOn,
      ],
    },
    handle: {
      kind: 'work',
      title: '检索、拟定答复',
      en: 'Search and draft answer',
      phase: '办理',
      who: opening,
      days: key('days.handle'),
      next: 'decide',
      note: ({ state }) =>
        strandsOf(state, 'party').map(
          ({ id, state: stands }) =>
            `${partiesOf(state).find((one) => one.id === id)?.name ?? ''}：${strands['party']?.states[stands]?.label ?? ''}`,
        ),
      acts: [
        { kind: 'advance', key: 'answer', label: '拟定答复', en: 'Draft answer', form: 'answer' },
        {
          kind: 'advance',
          key: 'consult',
          label: '征求意见',
          en: 'Consult',
          form: 'consult',
          to: 'consult',
          // All who are concerned are asked at once: the clock stands still one time.
          when: ({ state }) => strandsOf(state, 'party').length === 0,
        },
        {
          kind: 'advance',
          key: 'extend',
          label: '延长答复期限',
          en: 'Extend',
          form: 'extend',
          to: 'handle',
          when: ({ flags }) => !flags.includes('extended'),
          effects: [
            { do: 'extend-clock', days: key('extension') },
            { do: 'flag', flag: 'extended', on: true },
            { do: 'keep', keep: 'ledger' },
            { do: 'issue', paper: 'extension' },
          ],
        },
        ...passOn,
      ],
    },
    consult: {
      kind: 'work',
      title: '等待征求的意见',
      en: 'Waiting for opinions',
      phase: '办理',
      who: opening,
      standsStill: () => true,
      onEnter: [
        { do: 'strands', strands: 'party' },
        {
          do: 'issue',
          papers: (context) => asked(context).map(({ id }) => paperFor('consultation', id)),
        },
      ],
      until: ({ state }) => allStrands(state, 'party', 'agreed', 'objected', 'silent'),
      next: 'handle',
      acts: [
        answered('登记：同意公开', 'agreed'),
        answered('登记：不同意公开', 'objected'),
        answered('登记：逾期未答复', 'silent'),
        ...passOn,
      ],
    },
    decide: {
      kind: 'work',
      decides: true,
      title: '审定答复',
      en: 'Decision',
      phase: '审定',
      who: { role: 'deputy-director', at: 'office' },
      days: key('days.decide'),
      next: 'issuing',
      acts: [agree, giveBack, ...passOn],
    },
    issuing: {
      kind: 'issuing',
      title: '出具答复',
      en: 'Issuing',
      phase: '答复',
      onEnter: [
        { do: 'stop-clock' },
        { do: 'keep', keep: 'ledger' },
        { do: 'notify', to: { applicant: true }, text: '您的政府信息公开申请已有答复，请查看答复文书' },
      ],
      papers: ({ state }) => {
        const reply = outcomeOf(recordOf(state, 'answer')['outcome'])?.reply;
        return reply ? [reply] : [];
      },
      who: window,
      next: 'done',
    },
    done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
  },
});
