import type { Flow, Service } from '@zhitongche/case';
import { type Answers, form, integer, text, yesNo } from '@zhitongche/form';
import { allLinkedEnded } from '../../../platform/case/model/linked/link.ts';
import { toyService } from './toy-service.ts';

const subjectOf = ({ subject }: Answers): string => (typeof subject === 'string' ? subject : '');

const signed = (next: string, more: Flow['steps'] = {}): Flow => ({
  start: 'sign',
  steps: {
    sign: {
      kind: 'work',
      title: '单位签批',
      phase: '单位',
      who: { role: 'signer', at: 'unit' },
      next,
      acts: [{ kind: 'agree' }, { kind: 'refuse' }, { kind: 'correct' }],
    },
    done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
    ...more,
  },
});

const plain: Service = {
  ...toyService,
  forms: {},
  papers: [],
  registers: [],
  policies: toyService.policies.filter(({ key }) => key.startsWith('toy.keep')),
};

const renamed = (code: string, name: string): Service => ({
  ...plain,
  code,
  name,
  policies: plain.policies.map((def) => ({ ...def, key: def.key.replace('toy.', `${code}.`) })),
});

/** What is opened, or filed, by others: signed by the unit's leader, and over. */
export const errand: Service = {
  ...renamed('errand', '证照申办'),
  flow: signed('done'),
};

/** A matter that opens errands: by a click while it runs, by the signature of the unit's leader; and is linked by hand. */
export const journey: Service = {
  ...renamed('journey', '出访任务'),
  links: [
    { key: 'errand', to: ['errand'], label: '随办证照', back: '所属任务' },
    { key: 'next', to: ['journey'], label: '后续任务', back: '前次任务', byHand: true, ordered: true },
  ],
  opens: [
    {
      key: 'errand',
      label: '办理证照',
      en: 'Apply for documents',
      service: 'errand',
      link: 'errand',
      when: ({ state }) => state.status === 'running',
      answers: ({ answers }) => [
        { subject: answers.subject, copies: 2, holder: answers.holder, secret: '不在表上' },
      ],
    },
    {
      key: 'drafts',
      label: '办理证照',
      en: 'Apply for documents',
      service: 'errand',
      link: 'errand',
      answers: ({ answers }) => [
        { subject: `${subjectOf(answers)}（甲）`, copies: 1 },
        { subject: `${subjectOf(answers)}（乙）`, copies: 1 },
      ],
    },
  ],
  flow: {
    start: 'sign',
    steps: {
      sign: {
        kind: 'work',
        title: '单位签批',
        phase: '单位',
        who: { role: 'signer', at: 'unit' },
        next: 'review',
        acts: [
          { kind: 'agree', effects: [{ do: 'open', open: 'drafts' }] },
          { kind: 'agree', key: 'only', label: '只同意' },
        ],
      },
      review: {
        kind: 'work',
        title: '审核',
        phase: '省外办',
        who: { role: 'handler', at: 'division:outbound' },
        next: 'done',
        acts: [{ kind: 'agree' }, { kind: 'refuse' }],
      },
      done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
    },
  },
};

const bundleForm = form({
  basics: {
    title: '一件事',
    fields: {
      subject: text('事由', { max: 50, required: true }),
      copies: integer('份数', { min: 1, max: 99, required: true }),
      second: yesNo('是否同时办第二项', { required: true }),
    },
  },
});

/** 一件事: files its parts with itself, and is over when they are. */
export const bundle: Service = {
  ...renamed('bundle', '出国一件事'),
  form: bundleForm,
  links: [{ key: 'part', to: ['errand'], label: '分项', back: '所属一件事', awaited: true }],
  opens: [
    {
      key: 'parts',
      label: '分项',
      en: 'Parts',
      service: 'errand',
      link: 'part',
      filed: true,
      answers: ({ answers }) => [
        { subject: answers.subject, copies: answers.copies },
        ...(answers.second === true ? [{ subject: `${subjectOf(answers)}二`, copies: answers.copies }] : []),
      ],
    },
  ],
  derive: () => ({}),
  summary: (answers) => ({ title: `${subjectOf(answers)}一件事`, facts: [], words: [] }),
  sample: () => ({ subject: '海南考察', copies: 1, second: true }),
  flow: {
    start: 'parts',
    steps: {
      parts: {
        kind: 'work',
        title: '各分项办理中',
        phase: '办理',
        who: { applicant: true },
        onEnter: [{ do: 'open', open: 'parts' }],
        until: ({ state }) => allLinkedEnded(state, 'part'),
        next: 'done',
        acts: [{ kind: 'cancel' }],
      },
      done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
    },
  },
};
