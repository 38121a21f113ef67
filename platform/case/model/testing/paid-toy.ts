import { form, integer, text, yesNo } from '@zhitongche/form';
import type { Flow } from '../flow.ts';
import { paymentSteps } from '../money/payment-steps.ts';
import type { ServiceFees } from '../money/service-fees.ts';
import { withFees } from '../money/with-fees.ts';
import type { Service } from '../service.ts';

/** Form of the toy service that is paid for. */
export const paidForm = form({
  all: {
    title: '申请',
    fields: {
      title: text('文书', { max: 40, required: true }),
      copies: integer('份数', { min: 0, max: 50, required: true }),
      urgent: yesNo('加急', { required: true }),
      poor: yesNo('低保对象', { required: true }),
    },
  },
});

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Fees of the toy service: by the copy, more when it is urgent, nothing for whoever is poor. */
export const paidFees: ServiceFees = {
  lines: (answers) => [
    { fee: 'paid-toy.fee.copy', quantity: count(answers['copies']) },
    { fee: 'paid-toy.fee.urgent', quantity: answers['urgent'] === true ? count(answers['copies']) : 0 },
  ],
  exempt: (answers) =>
    answers['poor'] === true ? { reason: '最低生活保障对象', basis: '示例收费减免办法第三条' } : undefined,
};

const flow: Flow = {
  start: 'accept',
  promise: 'paid-toy.promise',
  steps: {
    accept: {
      kind: 'work',
      title: '受理',
      phase: '受理',
      who: { role: 'window', at: 'office' },
      next: 'pay',
      acts: [
        { kind: 'agree', label: '受理', effects: [{ do: 'start-clock' }] },
        { kind: 'correct' },
        { kind: 'refuse' },
      ],
    },
    ...paymentSteps(paidFees, {
      next: 'check',
      acts: [{ kind: 'correct', who: { role: 'window', at: 'office' } }],
    }),
    check: {
      kind: 'work',
      decides: true,
      title: '核验',
      phase: '办理',
      who: { role: 'handler', at: 'office' },
      next: 'done',
      acts: [{ kind: 'agree' }, { kind: 'refuse', to: 'refused' }, { kind: 'correct' }],
    },
    done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
    refused: { kind: 'end', title: '不予办理', phase: '办结', outcome: 'refused' },
  },
};

const policy = (key: string, label: string, unit: string): Service['policies'][number] => ({
  key: `paid-toy.fee.${key}`,
  label,
  type: 'money',
  unit,
  default: '',
});

/** A small service that is paid for: the laws of money are tested on it. */
export const paidToy: Service = withFees({
  code: 'paid-toy',
  name: '文书认证',
  en: 'Documents',
  version: 1,
  audience: ['unit'],
  category: '示例',
  guide: {
    what: '示例',
    conditions: [],
    materials: [],
    timeLimits: [],
    basis: [],
    fee: '按份收费',
    questions: [],
  },
  form: paidForm,
  forms: {},
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [
    policy('copy', '认证费', '份'),
    policy('urgent', '加急费', '份'),
    { key: 'paid-toy.promise', label: '办结时限', type: 'number', default: 5, unit: '工作日' },
    { key: 'paid-toy.keep.draft', label: '草稿', type: 'number', default: 180, unit: '天' },
  ],
  fees: paidFees,
  flow,
  papers: [],
  registers: [],
  computed: [],
  derive: () => null,
  summary: ({ title }) => ({ title: typeof title === 'string' ? title : '', facts: [], words: [] }),
  sample: () => ({ title: '学历证明', copies: 3, urgent: false, poor: false }),
});

/** The fees as an office sets them. */
export const PAID_FEES = { 'paid-toy.fee.copy': '50.00', 'paid-toy.fee.urgent': '25.5' } as const;
