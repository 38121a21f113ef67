import { checksFor } from '../check.ts';
import {
  choice,
  country,
  date,
  files,
  identifier,
  integer,
  options,
  table,
  text,
  yesNo,
  yuan,
  form,
} from '@zhitongche/form';
import type { Flow } from '../flow.ts';
import type { PanelRule, Who } from '../flow-words.ts';
import type { Service } from '../service.ts';

/** Form of the toy service: an event with foreign guests, every field kind the kernel's laws care about. */
export const toyForm = form({
  basics: {
    title: '活动',
    fields: {
      title: text('活动名称', { max: 40, required: true }),
      size: choice('规模', options({ small: '小型', large: { zh: '大型', en: 'Large' } }), {
        required: true,
      }),
      guests: integer('人数', { min: 1, max: 500, unit: '人', required: true }),
      on: date('日期', { required: true }),
      cost: yuan('预算', { required: true }),
      foreign: yesNo('是否有外宾', { required: true }),
      from: country('来自', { required: true, shown: (a) => a['foreign'] === true }),
    },
  },
  people: {
    title: '人员',
    fields: {
      contact: identifier('phone', '联系电话', { sensitivity: 'personal' }),
      members: table(
        '随员',
        {
          name: text('姓名', { max: 30, required: true, sensitivity: 'personal' }),
          idNumber: identifier('citizen-id', '身份证号', { required: true, sensitivity: 'sensitive' }),
          passport: identifier('passport', '护照号', {
            required: true,
            shown: (_row, whole) => whole['foreign'] === true,
          }),
        },
        { maxRows: 5, rowName: '人' },
      ),
      letter: files('邀请函', { accept: ['pdf'], maxBytes: 1_048_576, maxFiles: 2 }),
    },
  },
});

const check = checksFor<typeof toyForm>();

const checks = [
  check({
    code: 'T-01',
    title: '人数不超过上限',
    level: 'block',
    basis: { title: '示例规定' },
    reads: ['guests'],
    run: ({ guests }, { policy }) =>
      guests > policy.number('toy.max-guests')
        ? [{ at: ['guests'], message: `人数${guests}超过上限`, en: 'Too many guests' }]
        : [],
  }),
  check({
    code: 'T-02',
    title: '预算偏高应说明',
    level: 'warn',
    basis: { title: '示例规定' },
    reads: ['cost'],
    run: ({ cost }) =>
      cost.length > '99999.99'.length ? [{ at: ['cost'], message: '预算偏高', en: 'Costly' }] : [],
  }),
  check({
    code: 'T-03',
    title: '大型活动提前申报',
    level: 'block',
    basis: { title: '示例规定' },
    reads: ['size', 'on'],
    run: ({ size, on }, { today }) =>
      size === 'large' && on <= today ? [{ at: ['on'], message: '应提前申报', en: 'File earlier' }] : [],
  }),
];

const seat = (role: 'countersigner', division: string): Who => ({ role, at: `division:${division}` });

const RULES: Readonly<Record<string, PanelRule>> = {
  all: 'all',
  any: 'any',
  'in-order': 'in-order',
  'two-of': { atLeast: 2 },
  'two-thirds': { share: 2 / 3 },
};

const flow: Flow = {
  start: ({ underCity }) => (underCity ? 'city' : 'accept'),
  promise: 'toy.promise',
  flags: { reviewed: '已审核' },
  steps: {
    city: {
      kind: 'work',
      title: '市外办初审',
      phase: '市外办',
      who: { role: 'city-reviewer', at: 'city' },
      next: 'accept',
      acts: [{ kind: 'agree' }, { kind: 'correct' }],
    },
    accept: {
      kind: 'work',
      title: '受理',
      phase: '省外办',
      who: { role: 'window', at: 'office' },
      days: 'toy.step-days',
      next: 'review',
      acts: [
        { kind: 'agree', label: '受理', effects: [{ do: 'start-clock' }, { do: 'issue', paper: 'receipt' }] },
        { kind: 'agree', key: 'agree-quietly', label: '转审核' },
        { kind: 'correct' },
        { kind: 'refuse', to: 'refused' },
      ],
    },
    review: {
      kind: 'work',
      title: '审核',
      phase: '省外办',
      who: { role: 'handler', at: 'division:outbound' },
      days: 'toy.step-days',
      next: 'panel',
      acts: [
        { kind: 'agree', effects: [{ do: 'flag', flag: 'reviewed', on: true }] },
        { kind: 'refuse' },
        { kind: 'return' },
        { kind: 'correct' },
        { kind: 'transfer' },
        { kind: 'entrust' },
        { kind: 'add-before' },
        { kind: 'add-after' },
        { kind: 'escalate', to: 'ministry' },
        { kind: 'suspend' },
        { kind: 'copy' },
        {
          kind: 'transfer',
          key: 'reassign',
          label: '改派',
          who: { role: 'division-head', at: 'division:outbound' },
        },
      ],
    },
    panel: {
      kind: 'panel',
      decides: true,
      title: '会签',
      phase: '省外办',
      when: ({ answers }) => answers['size'] === 'large',
      members: () => [
        seat('countersigner', 'security'),
        seat('countersigner', 'finance'),
        seat('countersigner', 'protocol'),
      ],
      rule: ({ policy }) => RULES[policy.text('toy.rule')] ?? 'all',
      next: 'head',
      onFail: 'review',
      acts: [
        { kind: 'agree' },
        { kind: 'refuse' },
        { kind: 'transfer' },
        { kind: 'add-after' },
        { kind: 'add-before' },
        { kind: 'correct' },
        { kind: 'return' },
      ],
    },
    head: {
      kind: 'work',
      decides: true,
      title: '处长签发',
      phase: '省外办',
      who: { role: 'division-head', at: 'division:outbound' },
      next: ({ flags }) => (flags.includes('reviewed') ? 'issuing' : 'review'),
      acts: [{ kind: 'agree' }, { kind: 'refuse', to: 'refused' }, { kind: 'return' }],
    },
    ministry: {
      kind: 'outside',
      title: '上报待批',
      phase: '省外办',
      who: { role: 'handler', at: 'division:outbound' },
      next: 'panel',
      onRefuse: 'refused',
      acts: [],
    },
    issuing: {
      kind: 'issuing',
      title: '出证',
      phase: '出证',
      who: { role: 'window', at: 'office' },
      papers: ({ answers }) => (answers['foreign'] === true ? ['approval', 'list'] : ['approval']),
      next: 'after',
      onEnter: [{ do: 'stop-clock' }],
    },
    after: {
      kind: 'work',
      title: '活动后登记',
      phase: '事后',
      who: { applicant: true },
      next: 'done',
      acts: [
        { kind: 'advance', key: 'register', label: '登记', form: 'result' },
        { kind: 'advance', key: 'note', label: '补充情况', form: 'result', to: 'after' },
        { kind: 'advance', key: 'change', label: '申请变更', to: 'review', opinion: 'required' },
      ],
    },
    done: {
      kind: 'end',
      title: '办结',
      phase: '事后',
      outcome: 'completed',
      onEnter: [{ do: 'register', register: 'events' }],
    },
    refused: { kind: 'end', title: '不予同意', phase: '省外办', outcome: 'refused' },
  },
};

const paper = (key: string, title: string): Service['papers'][number] => ({
  key,
  title,
  issuer: 'office',
  signed: true,
  docx: false,
  ...(key === 'approval' ? { series: { key: 'toy', pattern: '{mark}活字〔{year}〕{seq}号' } } : {}),
  publicFacts: () => [],
  build: ({ date: day }) => ({ kind: key, name: title, issuer: '外事办公室', issuedOn: day, blocks: [] }),
});

/** A small but complete service: the laws of the kernel are tested on it. */
export const toy: Service = {
  code: 'toy',
  name: '涉外活动备案',
  en: 'Event with foreign guests',
  version: 1,
  audience: ['unit'],
  category: '示例',
  guide: {
    what: '示例',
    conditions: [],
    materials: [],
    timeLimits: [],
    basis: [],
    fee: '不收费',
    questions: [],
  },
  form: toyForm,
  forms: {
    result: {
      title: '活动情况',
      form: form({
        all: { title: '情况', fields: { attended: integer('到场人数', { min: 0, required: true }) } },
      }),
    },
  },
  checks,
  facts: { tables: ['countries'], lookups: {} },
  policies: [
    { key: 'toy.max-guests', label: '人数上限', type: 'number', default: 300, unit: '人' },
    { key: 'toy.promise', label: '办结时限', type: 'number', default: 5, unit: '工作日' },
    { key: 'toy.step-days', label: '环节时限', type: 'number', default: 2, unit: '工作日' },
    { key: 'toy.rule', label: '会签规则', type: 'text', default: 'all' },
  ],
  flow,
  papers: [paper('receipt', '受理通知'), paper('approval', '批复'), paper('list', '名单')],
  registers: [
    {
      key: 'events',
      title: '活动台账',
      columns: [{ key: 'title', label: '名称' }],
      rows: (state, { caseId }) => [{ id: caseId, title: String(state.summary?.title) }],
    },
  ],
  computed: [],
  derive: (answers) => ({ perHead: typeof answers['guests'] === 'number' ? answers['guests'] * 2 : 0 }),
  summary: (answers) => ({
    title: typeof answers['title'] === 'string' ? answers['title'] : '',
    facts: [],
    words: [],
  }),
  sample: (today) => ({
    title: '友好城市座谈会',
    size: 'large',
    guests: 30,
    on: `${Number(today.slice(0, 4)) + 1}-06-01`,
    cost: '20000.00',
    foreign: false,
    contact: '0311-87801234',
    members: [{ name: '欧阳修', idNumber: '11010519491231002X' }],
  }),
};
