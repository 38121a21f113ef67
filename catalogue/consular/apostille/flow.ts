import {
  type CaseState,
  allStrands,
  anyStrand,
  flowFor,
  paperFor,
  paymentSteps,
  stands,
  strandsOf,
  type Who,
} from '@zhitongche/case';
import {
  acceptance,
  accept,
  agree,
  correctFormally,
  giveBack,
  notAccept,
  passOn,
  pause,
} from '../../shared/desk-acts.ts';
import { figuresOf, wayOf } from './derive.ts';
import { fees } from './fees.ts';
import type { applicationForm } from './form.ts';
import { certificateKey } from './keeps.ts';
import { key } from './policy.ts';
import { WAY_WORDS } from './route.ts';

const window: Who = { role: 'window', at: 'office' };
const reviewer: Who = { role: 'handler', at: 'division:consular' };
const KIND = 'document';

/** Papers of a kind for the strands in a state that have none yet. */
const papersFor =
  (paper: string, state: string) =>
  ({ state: now }: { readonly state: CaseState }): readonly string[] =>
    strandsOf(now, KIND)
      .filter((strand) => strand.state === state)
      .map(({ id }) => paperFor(paper, id))
      .filter((name) => !now.papers.some((entry) => entry.paper === name && stands(entry)));

/** From the window through the review of each paper and the signature to the sticker and the counter. */
export const flow = flowFor<typeof applicationForm>()({
  start: 'accept',
  promise: key('promise'),
  urgentPromise: key('urgent-promise'),
  remindAt: key('remind-at'),
  steps: {
    accept: {
      kind: 'work',
      title: '窗口受理',
      en: 'Acceptance',
      phase: '窗口',
      who: window,
      note({ state }) {
        const figures = figuresOf(state);
        if (!figures) return [];
        const { way, why, asOf } = figures;
        return [`${WAY_WORDS[way]}：${why}（参考表${asOf === '' ? '没有记载' : `截至${asOf}`}）`];
      },
      next: 'pay',
      acts: [
        {
          ...accept,
          form: 'accepted',
          effects: [...acceptance, { do: 'strands', strands: KIND }, { do: 'issue', paper: 'registration' }],
        },
        correctFormally,
        notAccept,
        ...passOn,
      ],
    },
    ...paymentSteps(fees, { next: 'review' }),
    review: {
      kind: 'work',
      title: '逐份审查',
      en: 'Review of each paper',
      phase: '审查',
      who: reviewer,
      // What is asked of whoever issued the paper is not the office's time.
      standsStill: ({ state }) => anyStrand(state, KIND, 'inquiry'),
      next: 'sign',
      acts: [
        {
          ...agree,
          key: 'send',
          label: '送签',
          en: 'To be signed',
          when: ({ state }) => allStrands(state, KIND, 'sound', 'refused') && anyStrand(state, KIND, 'sound'),
        },
        {
          kind: 'advance',
          key: 'sound',
          label: '审查通过',
          en: 'In order',
          to: 'review',
          strands: { of: KIND, from: ['pending', 'inquiry'], to: 'sound' },
        },
        {
          kind: 'advance',
          key: 'inquire',
          label: '发函核询',
          en: 'Ask the issuer',
          to: 'review',
          strands: { of: KIND, from: ['pending'], to: 'inquiry' },
          effects: [{ do: 'issue', papers: papersFor('inquiry', 'inquiry') }],
        },
        {
          kind: 'advance',
          key: 'turn-down',
          label: '不予办理',
          en: 'Turn down',
          to: 'review',
          form: 'reason',
          strands: { of: KIND, from: ['pending', 'inquiry', 'sound'], to: 'refused' },
          effects: [{ do: 'issue', papers: papersFor('refusal', 'refused') }],
        },
        {
          kind: 'refuse',
          key: 'close',
          label: '全部不予办理，办结',
          en: 'All turned down: close',
          opinion: 'optional',
          when: ({ state }) => allStrands(state, KIND, 'refused'),
        },
        pause,
        ...passOn,
      ],
    },
    sign: {
      kind: 'work',
      decides: true,
      title: '签发',
      en: 'Signature',
      phase: '签发',
      who: { role: 'division-head', at: 'division:consular' },
      next: 'issuing',
      acts: [{ ...agree, key: 'sign', label: '签发', en: 'Sign', form: 'signature' }, giveBack, ...passOn],
    },
    issuing: {
      kind: 'issuing',
      title: '出具证书',
      en: 'Issuing',
      phase: '制证',
      papers: ({ state }) => papersFor(certificateKey(state), 'sound')({ state }),
      who: window,
      next: 'making',
    },
    making: {
      kind: 'work',
      title: '制证',
      en: 'Printing',
      phase: '制证',
      who: window,
      onEnter: [{ do: 'keep', keep: 'book' }],
      until: ({ state }) => allStrands(state, KIND, 'made', 'refused'),
      next: ({ state }) => (wayOf(state) === 'double' ? 'mission' : 'handing'),
      acts: [
        {
          kind: 'advance',
          key: 'make',
          label: '打印制证',
          en: 'Print',
          to: 'making',
          strands: { of: KIND, from: ['sound'], to: 'made' },
          effects: [{ do: 'keep', keep: 'draw' }],
        },
        misprint('making'),
        ...passOn,
      ],
    },
    mission: {
      kind: 'outside',
      title: '使用国驻华使领馆认证',
      en: 'Legalisation by the mission',
      phase: '使领馆',
      who: reviewer,
      next: 'handing',
      onRefuse: 'handing',
      acts: [],
    },
    handing: {
      kind: 'work',
      title: '待取件',
      en: 'Collection',
      phase: '取件',
      who: window,
      onEnter: [
        { do: 'stop-clock' },
        { do: 'notify', to: { applicant: true }, text: '证书已制好，请按所选方式取件' },
      ],
      until: ({ state }) => allStrands(state, KIND, 'handed', 'refused'),
      next: 'done',
      acts: [
        {
          kind: 'advance',
          key: 'hand',
          label: '发件',
          en: 'Hand over',
          to: 'handing',
          form: 'handed',
          strands: { of: KIND, from: ['made'], to: 'handed' },
        },
        misprint('handing'),
        ...passOn,
      ],
    },
    done: { kind: 'end', title: '办结', en: 'Done', phase: '办结', outcome: 'completed' },
  },
});

/** A sticker that came out wrong is void, and the next one takes its place. */
function misprint<K extends 'making' | 'handing'>(to: K) {
  return {
    kind: 'advance',
    key: 'misprint',
    label: '误印重打',
    en: 'Misprint',
    to,
    form: 'spoiled',
    strands: { of: KIND, from: ['made'], to: 'made' },
    effects: [{ do: 'keep', keep: 'redraw' }],
  } as const;
}
