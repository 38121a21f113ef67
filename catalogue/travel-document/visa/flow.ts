import {
  type ActDef,
  type ActStrands,
  allStrands,
  anyStrand,
  type CaseState,
  type FlowContext,
  flowFor,
  paperFor,
  paymentSteps,
  stands,
  strandsOf,
  type Who,
} from '@zhitongche/case';
import {
  accept,
  acceptance,
  agree,
  correctFormally,
  giveBack,
  notAccept,
  passOn,
  pause,
} from '../../shared/desk-acts.ts';
import { onceTold } from '../../shared/told-once.ts';
import type { STATES } from './choices.ts';
import { DONE } from './choices.ts';
import { entriesOf, labelOfEntry } from './entries.ts';
import { fees } from './fees.ts';
import type { visaForm } from './form.ts';
import { key } from './policy.ts';

/** Notices an applicant is sent: by the window alone, once. */
export const { noticesTold, tellOnce } = onceTold({ window: ['correct', 'correct-again'] });

const DESK: Who = { role: 'passport-officer', at: 'office' };
const FILER: Who = { applicant: true };
/** Kind of the strands: one traveller into one country. */
export const KIND = 'entry';
const OUT = ['sent', 'interview', 'processing', 'granted'] as const;

const entry = (
  from: readonly (keyof typeof STATES)[],
  to: keyof typeof STATES,
  dated?: true,
): ActStrands => ({
  of: KIND,
  from,
  to,
  ...(dated ? { dated } : {}),
});
const has = (state: CaseState, paper: string): boolean =>
  state.papers.some((one) => one.paper === paper && stands(one));

/** Certificates of those who need one and have none. */
const certificates = ({ state }: FlowContext): readonly string[] =>
  strandsOf(state, KIND)
    .filter((one) => one.state === 'certified')
    .map(({ id }) => paperFor('exit', id))
    .filter((paper) => !has(state, paper));

/** Certificates of days nobody travels on any more. */
const lapsed = ({ state }: FlowContext): readonly string[] => {
  const valid = entriesOf(state).map(({ id }) => paperFor('exit', id));
  return state.papers
    .map(({ paper }) => paper)
    .filter((paper) => paper.startsWith('exit:') && !valid.includes(paper));
};

/** The country of the note that was drafted last. */
export const countryNoted = (state: CaseState): string | undefined => {
  const chosen = state.records['note']?.at(-1)?.chosen ?? [];
  return entriesOf(state).find(({ id }) => chosen.includes(id))?.countryKey;
};

const notes = ({ state }: FlowContext): readonly string[] => {
  const country = countryNoted(state);
  return country === undefined ? [] : [paperFor('note', country)];
};
/** Somebody may be sent: the note of his country stands on paper. */
const noteSigned = ({ state }: FlowContext): boolean =>
  entriesOf(state).some(
    ({ id, countryKey }) =>
      state.strands?.[KIND]?.[id]?.state === 'noted' &&
      state.papers.some(
        (one) => one.paper === paperFor('note', countryKey) && one.status === 'issued' && stands(one),
      ),
  );

const lists = ({ state }: FlowContext): readonly string[] => [
  paperFor('list', `b${state.records['out']?.length ?? 0}`),
];

const missing = ({ state }: FlowContext): readonly string[] => {
  const gone = strandsOf(state, KIND).filter(
    (one) => one.state === 'missing' || (one.late && one.state === 'sent'),
  );
  const names = entriesOf(state).filter(({ id }) => gone.some((one) => one.id === id));
  return names.length > 0 ? [`护照没有取回：${names.map(labelOfEntry).join('、')}`] : [];
};

const register = { do: 'register', register: 'visas' } as const;

/** One of the ways an officer settles an answer. */
const settles = (
  key: 'as-exempt' | 'as-visa' | 'as-evisa' | 'as-held',
  label: string,
  en: string,
  to: keyof typeof STATES,
) =>
  ({
    kind: 'advance',
    key,
    label,
    en,
    to: 'confirm',
    form: key,
    opinion: 'none',
    strands: entry(['pending'], to),
  }) as const;

const changed = {
  kind: 'advance',
  key: 'itinerary',
  label: '登记行程变更',
  en: 'The itinerary was changed',
  to: 'confirm',
  form: 'itinerary',
  opinion: 'none',
  who: FILER,
  effects: [
    { do: 'revoke', papers: lapsed },
    { do: 'strands', strands: KIND },
    { do: 'notify', to: DESK, text: '行程已变更，请重新核对；原出境证明已作废' },
    register,
  ],
} as const;

const moves = (
  key: string,
  label: string,
  en: string,
  strands: ActStrands,
  more: Partial<ActDef> = {},
): ActDef => ({
  kind: 'advance',
  key,
  label,
  en,
  to: 'handle',
  opinion: 'optional',
  strands,
  ...more,
  effects: [...(more.effects ?? []), register],
});

/** From acceptance through the answer of each, note and batches, to the passport in its holder's hand. */
export const flow = flowFor<typeof visaForm>()({
  start: 'window',
  promise: key('promise'),
  flags: { 'note-signed': '照会已签发' },
  steps: {
    window: {
      kind: 'work',
      title: '受理',
      en: 'Acceptance',
      phase: '受理',
      who: { role: 'window', at: 'office' },
      days: key('days.accept'),
      next: 'confirm',
      acts: [
        { ...accept, effects: [...acceptance, { do: 'strands', strands: KIND }, register] },
        ...tellOnce(correctFormally),
        notAccept,
        ...passOn,
      ],
    },
    confirm: {
      kind: 'work',
      title: '免签核对',
      en: 'Who needs a visa',
      phase: '核对',
      who: DESK,
      days: key('days.confirm'),
      until: ({ state }) => !anyStrand(state, KIND, 'pending'),
      next: 'pay',
      acts: [
        settles('as-exempt', '按免签办理', 'Exempt', 'exempt'),
        settles('as-visa', '按须办签证办理', 'A visa', 'collecting'),
        settles('as-evisa', '按电子签证办理', 'An electronic visa', 'evisa'),
        settles('as-held', '不需办理', 'Nothing needed', 'held'),
        changed,
        pause,
        ...passOn,
      ],
    },
    ...paymentSteps(fees, { next: 'handle' }),
    handle: {
      kind: 'work',
      title: '办理',
      en: 'Visas and certificates',
      phase: '办理',
      who: DESK,
      note: missing,
      standsStill: ({ state }) =>
        !anyStrand(state, KIND, 'exempt', 'collecting', 'reviewing', 'ready', 'noted', 'evisa'),
      until: ({ state }) => allStrands(state, KIND, ...DONE),
      next: 'done',
      acts: [
        moves('certify', '出具出境证明', 'Certificate of exit', entry(['exempt', 'evisa-ok'], 'certified'), {
          effects: [{ do: 'issue', papers: certificates }, { do: 'stop-clock' }],
        }),
        moves('receive', '收件', 'Papers received', entry(['collecting', 'returned'], 'reviewing', true)),
        moves('send-back', '退补', 'Papers incomplete', entry(['reviewing'], 'returned'), {
          opinion: 'required',
          effects: [{ do: 'notify', to: FILER, text: '签证材料须补齐，见各人情况' }],
        }),
        moves('review', '审核通过', 'Papers in order', entry(['reviewing'], 'ready')),
        moves('draft-note', '起草照会', 'Draft the note', entry(['ready', 'noted'], 'noted'), {
          to: 'sign',
          form: 'note',
        }),
        moves('send', '扫描送签', 'Send out by scanning', entry(['noted'], 'sent', true), {
          form: 'out',
          when: noteSigned,
          effects: [{ do: 'keep', keep: 'out' }, { do: 'issue', papers: lists }, { do: 'stop-clock' }],
        }),
        moves('interview', '面谈、采指纹', 'Interview', entry(['sent'], 'interview', true)),
        moves('processing', '使馆审理', 'With the mission', entry(['sent', 'interview'], 'processing', true)),
        moves('granted', '出签', 'Granted', entry(['sent', 'interview', 'processing'], 'granted', true)),
        moves('refused', '拒签', 'Refused', entry(OUT, 'refused', true), {
          form: 'refusal',
          opinion: 'none',
          effects: [{ do: 'keep', keep: 'refusal' }],
        }),
        moves('withdraw', '撤回', 'Withdrawn', entry(OUT, 'withdrawn', true), { opinion: 'required' }),
        moves('collect', '扫描取回', 'Back by scanning', entry([...OUT, 'missing'], 'back', true), {
          form: 'in',
          effects: [{ do: 'keep', keep: 'in' }],
        }),
        moves(
          'take-back',
          '扫描取回（未出签）',
          'Back without a visa',
          entry(['refused', 'withdrawn'], 'closed', true),
          {
            form: 'in',
            effects: [{ do: 'keep', keep: 'in' }],
          },
        ),
        moves(
          'missing',
          '登记缺件',
          'A passport is missing',
          entry([...OUT, 'refused', 'withdrawn'], 'missing'),
          {
            opinion: 'required',
          },
        ),
        moves('check', '核对签证', 'Check the visa', entry(['back'], 'checked'), { form: 'received' }),
        moves('check-evisa', '核对电子签证', 'Check the electronic visa', entry(['evisa'], 'evisa-ok'), {
          form: 'received',
        }),
        moves('send-again', '不符，退使馆更正', 'Wrong: back to the mission', entry(['back'], 'noted'), {
          opinion: 'required',
        }),
        moves('refused-here', '取回时已拒签', 'Came back refused', entry(['back', 'evisa'], 'closed', true), {
          form: 'refusal',
          opinion: 'none',
          effects: [{ do: 'keep', keep: 'refusal' }],
        }),
        moves('hand', '扫描发放', 'Hand out by scanning', entry(['certified', 'checked'], 'handed'), {
          form: 'hand',
          effects: [{ do: 'keep', keep: 'lend' }],
        }),
        changed,
        pause,
        ...passOn,
      ],
    },
    sign: {
      kind: 'work',
      decides: true,
      title: '照会签发',
      en: 'Signing the note',
      phase: '办理',
      who: { role: 'division-head', at: 'division:outbound' },
      days: key('days.sign'),
      next: 'issuing',
      acts: [
        {
          ...agree,
          key: 'sign',
          label: '签发',
          en: 'Sign',
          effects: [{ do: 'flag', flag: 'note-signed', on: true }],
        },
        { ...giveBack },
        ...passOn,
      ],
    },
    issuing: {
      kind: 'issuing',
      title: '出具照会',
      en: 'The note is made',
      phase: '办理',
      papers: notes,
      who: DESK,
      next: 'handle',
    },
    done: { kind: 'end', title: '办结', en: 'Done', phase: '办结', outcome: 'completed' },
  },
});
