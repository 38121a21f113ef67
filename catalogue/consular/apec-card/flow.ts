import {
  allStrands,
  anyStrand,
  currentSeats,
  type FlowContext,
  flowFor,
  paymentSteps,
  type ServiceFees,
  type SetOff,
  strandsOf,
  type Who,
} from '@zhitongche/case';
import {
  accept,
  agree,
  correct,
  correctFormally,
  giveBack,
  notAccept,
  passOn,
  refuseFormally,
} from '../../shared/desk-acts.ts';
import { ECONOMIES, strands } from './economies.ts';
import { standingIn } from './eligible.ts';
import { asksEconomies, type cardForm, readCard } from './form.ts';
import { goesOut } from './keeps.ts';
import { key } from './policy.ts';

const OFFICER: Who = { role: 'handler', at: 'division:consular' };
const kindOf = ({ answers }: Pick<FlowContext, 'answers'>) => readCard(answers).kind;

/** What is charged: the ministry's fee and the office's own, for the kinds a figure lists. */
export const fees: ServiceFees = {
  counter: OFFICER,
  lines(_answers, derived) {
    const quantity = standingIn(derived)?.charged ? 1 : 0;
    return [
      { fee: key('fee.card'), quantity },
      { fee: key('fee.service'), quantity },
    ];
  },
};
const paying = paymentSteps(fees, { next: 'ministry' });

const newest = ({ state }: FlowContext): string => {
  const all = strandsOf(state, 'economy');
  const last = all
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return all
    .filter(({ at }) => at === last)
    .map(
      (one) =>
        `${ECONOMIES[one.id as keyof typeof ECONOMIES]}${strands.economy.states[one.state as 'pending'].label}`,
    )
    .join('、');
};
/** Whoever filed and their colleagues learn of each change; the office's own clerks are nobody's of the public. */
const told = (text: (context: FlowContext) => string): readonly SetOff[] => [
  { do: 'notify', to: { applicant: true }, text },
  {
    do: 'notify',
    to: { role: 'filer', at: 'unit' },
    text: (context) => {
      const { unit, office } = context.state.orgs ?? {};
      return unit === office ? undefined : text(context);
    },
  },
];
const answered = (to: 'approved' | 'denied', label: string, opinion: 'optional' | 'required') =>
  ({
    kind: 'advance',
    key: to,
    label,
    to: 'economies',
    opinion,
    strands: { of: 'economy', to, dated: true },
    effects: told((context) => `APEC商务旅行卡预批：${newest(context)}`),
  }) as const;
const accepted = ({ state }: FlowContext): boolean =>
  currentSeats(state).some(({ verdict }) => verdict === 'agree');
const fresh = (context: FlowContext): boolean => !accepted(context);

/** From the city to the ministry, sixteen economies and the card in custody. */
export const flow = flowFor<typeof cardForm>()({
  start: ({ underCity }) => (underCity ? 'city' : 'city-letter'),
  promise: key('promise'),
  steps: {
    city: {
      kind: 'work',
      title: '市外办初审',
      en: 'Review by the city office',
      phase: '市外办',
      who: { role: 'city-reviewer', at: 'city' },
      days: key('days.city'),
      next: 'accept',
      acts: [
        {
          ...agree,
          label: '同意上报',
          opinion: 'required',
          effects: [{ do: 'issue', paper: 'city-opinion' }],
        },
        correct,
        { ...notAccept, effects: [], to: 'refused' },
        ...passOn,
      ],
    },
    // Enterprises of a city that file with the province themselves: the letter comes from outside.
    'city-letter': {
      kind: 'outside',
      title: '等候市外办初审意见',
      en: 'Waiting for the city office',
      phase: '市外办',
      when: ({ underCity, answers }) => !underCity && readCard(answers).place === 'city',
      who: OFFICER,
      next: 'accept',
      onRefuse: 'refused',
      acts: [],
    },
    accept: {
      kind: 'panel',
      title: '受理、审核（两人分办）',
      en: 'Acceptance and check by two officers',
      phase: '省外办',
      rule: 'in-order',
      members: () => [OFFICER, OFFICER],
      note: ({ state }) => {
        const first = currentSeats(state).find(({ verdict }) => verdict === 'agree');
        return first ? [`${first.doer?.name ?? ''}已受理，审核须由另一人办理`] : [];
      },
      next: 'sign',
      onFail: 'turned-down',
      acts: [
        {
          ...accept,
          when: fresh,
          effects: [...(accept.effects ?? []), { do: 'keep', keep: 'enterprise' }],
        },
        {
          ...agree,
          key: 'check',
          label: '审核，提出拟办意见',
          en: 'Checked',
          opinion: 'required',
          when: accepted,
          effects: [{ do: 'issue', paper: 'slip' }],
        },
        correctFormally,
        { ...notAccept, when: fresh },
        { ...refuseFormally, key: 'turn-down', label: '不予上报', when: accepted },
        ...passOn,
      ],
    },
    sign: {
      kind: 'work',
      decides: true,
      title: '处长审定',
      en: 'Decision',
      phase: '省外办',
      who: { role: 'division-head', at: 'division:consular' },
      days: key('days.sign'),
      next: 'issuing',
      acts: [{ ...agree, label: '同意上报' }, giveBack, refuseFormally, ...passOn],
    },
    issuing: {
      kind: 'issuing',
      title: '出具公函、上报材料',
      en: 'Issuing',
      phase: '上报',
      onEnter: [{ do: 'stop-clock' }],
      papers: (context) => [kindOf(context) === 'cancel' ? 'cancel-letter' : 'report-letter', 'pack'],
      who: OFFICER,
      next: 'pay',
    },
    pay: { ...paying.pay, onEnter: [...(paying.pay.onEnter ?? []), { do: 'issue', paper: 'payment' }] },
    'pay-check': paying['pay-check'],
    ministry: {
      kind: 'outside',
      title: '外交部审核',
      en: 'Review by the ministry',
      phase: '上报',
      who: OFFICER,
      next: (context) => {
        const kind = kindOf(context);
        if (kind === 'cancel') return 'take-back';
        return kind === 'passport' ? 'done' : asksEconomies(readCard(context.answers)) ? 'economies' : 'card';
      },
      onRefuse: 'turned-down-above',
      acts: [
        {
          kind: 'advance',
          key: 'export',
          label: '重新生成上报材料包',
          en: 'Make the pack anew',
          to: 'ministry',
          opinion: 'optional',
          effects: [{ do: 'issue', paper: 'pack' }],
        },
      ],
    },
    economies: {
      kind: 'work',
      title: '各经济体预批',
      en: 'Pre-clearance by the economies',
      phase: '预批',
      who: OFFICER,
      onEnter: [
        { do: 'strands', strands: 'economy' },
        { do: 'strands', strands: 'outside' },
        ...told(() => '外交部已审核，十六个经济体开始预批；每有答复即告知'),
      ],
      until: ({ state }) => allStrands(state, 'economy', 'approved', 'denied'),
      next: ({ state }) => (anyStrand(state, 'economy', 'approved') ? 'card' : 'turned-down-above'),
      acts: [
        answered('approved', '登记已批', 'optional'),
        answered('denied', '登记未批', 'required'),
        ...passOn,
      ],
    },
    card: {
      kind: 'work',
      title: '制卡、入库登记',
      en: 'The card',
      phase: '制卡',
      who: OFFICER,
      next: ({ state }) => (goesOut(state) ? 'handing' : 'done'),
      acts: [
        {
          kind: 'advance',
          key: 'made',
          label: '登记卡片',
          en: 'Register the card',
          form: 'card',
          opinion: 'none',
          effects: [
            { do: 'keep', keep: 'old' },
            { do: 'keep', keep: 'piece' },
            { do: 'notify', to: { applicant: true }, text: 'APEC商务旅行卡已制好入库' },
          ],
        },
        {
          kind: 'advance',
          key: 'made-early',
          label: '已提前制卡，办结',
          en: 'It was made early',
          to: 'done',
          opinion: 'required',
          when: (context) => asksEconomies(readCard(context.answers)),
        },
        ...passOn,
      ],
    },
    handing: {
      kind: 'work',
      title: '待领卡',
      en: 'Collection',
      phase: '发卡',
      who: OFFICER,
      next: 'done',
      acts: [
        {
          kind: 'advance',
          key: 'hand',
          label: '发卡',
          en: 'Hand it over',
          form: 'hand',
          opinion: 'none',
          effects: [{ do: 'keep', keep: 'hand-out' }],
        },
        ...passOn,
      ],
    },
    'take-back': {
      kind: 'work',
      title: '收回原卡、注销',
      en: 'Taking it back',
      phase: '注销',
      who: OFFICER,
      next: 'done',
      acts: [
        {
          kind: 'advance',
          key: 'cancelled',
          label: '注销',
          en: 'Cancel it',
          form: 'back',
          opinion: 'none',
          effects: [{ do: 'keep', keep: 'old' }],
        },
        ...passOn,
      ],
    },
    refused: {
      kind: 'end',
      title: '不予受理',
      en: 'Not accepted',
      phase: '办结',
      outcome: 'refused',
      onEnter: [{ do: 'issue', paper: 'non-acceptance' }],
    },
    'turned-down': { kind: 'end', title: '不予上报', en: 'Refused', phase: '办结', outcome: 'refused' },
    'turned-down-above': {
      kind: 'end',
      title: '未获批准',
      en: 'Not approved',
      phase: '办结',
      outcome: 'refused',
      onEnter: [{ do: 'issue', paper: 'refusal' }],
    },
    done: { kind: 'end', title: '办结', en: 'Done', phase: '办结', outcome: 'completed' },
  },
});
