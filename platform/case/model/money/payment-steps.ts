import { settled } from '@zhitongche/money';
import type { WorkStep } from '../flow.ts';
import type { ActAnywhere, StepTo } from '../flow-for.ts';
import type { Who } from '../flow-words.ts';
import { counterOf, financeOf, type ServiceFees } from './service-fees.ts';

/** What a service says of its payment step. */
export interface PaymentRoad<K extends string> {
  /** Where the case goes on once it is paid for or exempted. */
  readonly next: K;
  /** Heading of the applicant's timeline; 缴费 when absent. */
  readonly phase?: string;
  /** Further acts of the payment step: asking for correction, say. */
  readonly acts?: readonly ActAnywhere[];
}

/** Money taken at the counter. */
const beside = (who: Who): readonly ActAnywhere[] => [
  {
    kind: 'advance',
    key: 'pay-counter',
    label: '窗口收款',
    en: 'Paid at the counter',
    form: 'money-counter',
    money: 'counter',
    opinion: 'none',
    who,
  },
];

type Paying = 'pay' | 'pay-check';

/**
 * The two steps of paying, spread into a flow's steps: `pay`, where the case waits for its applicant with its promise standing
 * still, and `pay-check`, where the office compares a voucher with the bank in its own time. Both are left as soon as the bill
 * is settled, however it was paid; what nothing is charged for is passed over.
 */
export const paymentSteps = <const K extends string>(
  fees: ServiceFees,
  { next, phase = '缴费', acts = [] }: PaymentRoad<K>,
): {
  readonly pay: StepTo<K | Paying, WorkStep>;
  readonly 'pay-check': StepTo<K | Paying, WorkStep>;
} => {
  const finance = financeOf(fees);
  const paid: WorkStep['until'] = ({ state }) => settled(state.money);
  const exempt: ActAnywhere = {
    kind: 'advance',
    key: 'pay-exempt',
    label: '免缴',
    en: 'Exempt',
    form: 'money-exempt',
    money: 'exempt',
    opinion: 'required',
    who: finance,
  };
  return {
    pay: {
      kind: 'work',
      title: '缴费',
      en: 'Payment',
      phase,
      who: { applicant: true },
      pays: finance,
      when: ({ state }) =>
        fees.lines(state.answers, state.derived, state).some(({ quantity }) => quantity > 0),
      standsStill: () => true,
      onEnter: [{ do: 'bill' }],
      until: paid,
      next,
      acts: [
        {
          kind: 'advance',
          key: 'pay-voucher',
          label: '上传缴费凭证',
          en: 'Hand in a voucher',
          form: 'money-voucher',
          money: 'claim',
          opinion: 'none',
          to: 'pay-check',
        },
        ...beside(counterOf(fees)),
        exempt,
        {
          kind: 'advance',
          key: 'pay-anew',
          label: '作废账单，重新计费',
          en: 'Void the bill and draw it up anew',
          opinion: 'required',
          to: 'pay',
          effects: [{ do: 'bill', anew: true }],
          who: finance,
        },
        ...acts,
      ],
    },
    'pay-check': {
      kind: 'work',
      title: '核对缴费凭证',
      en: 'Checking the voucher',
      phase,
      who: finance,
      // Entered only by a voucher that waits to be compared.
      until: paid,
      next,
      acts: [
        {
          kind: 'advance',
          key: 'pay-confirm',
          label: '确认到账',
          en: 'It has arrived',
          form: 'money-transfer',
          money: 'confirm',
          opinion: 'none',
        },
        {
          kind: 'advance',
          key: 'pay-turn-down',
          label: '未到账或不符',
          en: 'It has not arrived',
          money: 'turn-down',
          opinion: 'required',
          to: 'pay',
        },
        { ...exempt, who: finance },
      ],
    },
  };
};
