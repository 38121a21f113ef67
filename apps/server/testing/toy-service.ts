import { type Answers, form, identifier, integer, table, text } from '@zhitongche/form';
import { defineService, keepPolicies, type Service, type Who } from '@zhitongche/case';

const signer: Who = { role: 'signer', at: 'unit' };
const handler: Who = { role: 'handler', at: 'division:outbound' };

const toyForm = form({
  basics: {
    title: '基本情况',
    fields: {
      subject: text('事由', { max: 50, required: true }),
      copies: integer('份数', { min: 1, max: 9, required: true }),
      holder: text('持有人', { max: 30, sensitivity: 'personal' }),
      citizenId: identifier('citizen-id', '身份证号', { sensitivity: 'sensitive' }),
      people: table(
        '人员',
        { name: text('姓名', { max: 20 }), phone: identifier('phone', '电话', { sensitivity: 'personal' }) },
        { maxRows: 5, rowName: '人' },
      ),
    },
  },
});

const subjectOf = (answers: Answers): string => (typeof answers.subject === 'string' ? answers.subject : '');

/** A small service of two approvals and one numbered paper, so that tests of the engine read easily. */
export const toyService: Service = defineService({
  code: 'toy',
  name: '测试证明',
  en: 'Test certificate',
  version: 1,
  audience: ['unit'],
  category: '测试',
  guide: {
    what: '测试',
    conditions: [],
    materials: [],
    timeLimits: [],
    basis: [],
    fee: '不收费',
    questions: [],
  },
  form: toyForm,
  forms: {},
  checks: [],
  facts: { tables: [], lookups: {} },
  policies: [
    ...keepPolicies('toy', { draftDays: 30, fileYears: 5, personalYears: 3 }),
    { key: 'toy.days', label: '办理时限', type: 'number', unit: '工作日', default: 3 },
    { key: 'toy.promise', label: '承诺时限', type: 'number', unit: '工作日', default: 5 },
  ],
  flow: {
    start: 'sign',
    promise: 'toy.promise',
    steps: {
      sign: {
        kind: 'work',
        title: '单位签批',
        phase: '单位',
        who: signer,
        days: 'toy.days',
        next: 'review',
        acts: [
          { kind: 'agree', opinion: 'optional', effects: [{ do: 'start-clock' }] },
          { kind: 'correct' },
          { kind: 'refuse' },
          { kind: 'withdraw' },
          { kind: 'copy' },
        ],
      },
      review: {
        kind: 'work',
        decides: true,
        title: '审核',
        phase: '省外办',
        who: handler,
        days: 'toy.days',
        next: 'issuing',
        acts: [
          { kind: 'agree', opinion: 'optional' },
          { kind: 'return', opinion: 'required' },
          { kind: 'transfer' },
          { kind: 'add-after' },
          { kind: 'suspend' },
          { kind: 'resume' },
          { kind: 'withdraw' },
        ],
      },
      issuing: {
        kind: 'issuing',
        title: '出证',
        phase: '出证',
        onEnter: [{ do: 'stop-clock' }],
        papers: () => ['certificate'],
        next: 'done',
        who: handler,
      },
      done: {
        kind: 'end',
        title: '办结',
        phase: '办结',
        outcome: 'completed',
        onEnter: [
          { do: 'register', register: 'certificates' },
          { do: 'notify', to: signer, text: '证明已出具' },
        ],
      },
    },
  },
  papers: [
    {
      key: 'certificate',
      title: '测试证明',
      issuer: 'office',
      series: { key: 'toy', pattern: '{mark}测字〔{year}〕{seq}号' },
      signed: true,
      docx: true,
      publicFacts: ({ state }) => [{ label: '事由', en: 'Subject', value: subjectOf(state.answers) }],
      build: ({ state, number, date, letterhead, verify }) => ({
        kind: 'certificate',
        name: '测试证明',
        issuer: letterhead.name,
        issuedOn: date,
        blocks: [
          { kind: 'title', lines: ['测试证明'] },
          { kind: 'paragraph', text: `编号：${number ?? ''}` },
          { kind: 'paragraph', text: `事由：${subjectOf(state.answers)}。查验码 ${verify.code}。` },
        ],
      }),
    },
  ],
  registers: [
    {
      key: 'certificates',
      title: '证明台账',
      columns: [
        { key: 'caseNumber', label: '办件编号' },
        { key: 'subject', label: '事由' },
        { key: 'holder', label: '持有人', field: 'holder' },
        { key: 'citizenId', label: '身份证号', field: 'citizenId' },
      ],
      rows: (state, { caseId, caseNumber }) => [
        {
          id: caseId,
          caseNumber,
          subject: subjectOf(state.answers),
          holder: typeof state.answers.holder === 'string' ? state.answers.holder : '',
          citizenId: typeof state.answers.citizenId === 'string' ? state.answers.citizenId : '',
        },
      ],
    },
  ],
  computed: [],
  derive: (answers) => ({ letters: subjectOf(answers).length }),
  summary: (answers) => ({
    title: `${subjectOf(answers)}证明`,
    facts: [{ label: '份数', value: typeof answers.copies === 'number' ? String(answers.copies) : '' }],
    words: [subjectOf(answers)],
  }),
  sample: () => ({ subject: '海南考察', copies: 2 }),
});
