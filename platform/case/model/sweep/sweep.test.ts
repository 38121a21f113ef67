import { describe, expect, it } from 'vitest';
import { table, text, form } from '@zhitongche/form';
import type { Flow, Step } from '../flow.ts';
import type { Service } from '../service.ts';
import { toy } from '../testing/toy-service.ts';
import { sweep } from './sweep.ts';

const variants = {
  city: { underCity: true },
  abroad: { answers: { foreign: true, from: '法国', members: [] } },
};
const steps = toy.flow.steps;
const withFlow = (flow: Partial<Flow>): Service => ({ ...toy, flow: { ...toy.flow, ...flow } });
const withStep = (key: string, step: Step): Service => withFlow({ steps: { ...steps, [key]: step } });
const work = (key: string): Extract<Step, { kind: 'work' }> => {
  const step = steps[key];
  if (step?.kind !== 'work') throw new Error(`${key} is no work step`);
  return step;
};

describe('the sweep', () => {
  it('finds nothing to say about a sound service', () => {
    expect(sweep(toy, { variants })).toEqual([]);
  });

  it('names steps and papers the given variants never reach', () => {
    expect(sweep(toy)).toEqual([
      'step city is never entered; name a variant that leads there',
      'paper list is never made',
    ]);
  });

  const { acts: reviewActs } = work('review');
  const broken: Readonly<Record<string, readonly [Service, string]>> = {
    'a road to nowhere': [
      withStep('head', { ...work('head'), next: 'nowhere' }),
      'leads to unknown step nowhere',
    ],
    'an opening by a link nobody declared': [
      {
        ...toy,
        opens: [
          { key: 'next', label: '下一件', en: 'Next', service: 'toy', link: 'after', answers: () => [] },
        ],
      },
      'links by "after", which is not declared',
    ],
    'an opening where its link does not lead': [
      {
        ...toy,
        links: [{ key: 'after', to: ['other'], label: '后', back: '前' }],
        opens: [
          { key: 'next', label: '下一件', en: 'Next', service: 'toy', link: 'after', answers: () => [] },
        ],
      },
      'where link after does not lead',
    ],
    'strands that begin in no state of theirs': [
      { ...toy, strands: { one: { label: '项', one: '项', of: () => [], states: {}, first: 'new' } } },
      'names "new", which is no state of one',
    ],
    'an act on strands nobody declared': [
      withStep('head', {
        ...work('head'),
        acts: [...work('head').acts, { kind: 'advance', strands: { of: 'none', to: 'done' } }],
      }),
      'names strands "none", which are not declared',
    ],
    'a limit counted with a figure nobody declared': [
      {
        ...toy,
        timers: {
          t: { label: '响应', runs: () => false, limit: { minutes: 'toy.minutes' }, tell: 'toy.rule' },
        },
      },
      'counts with toy.minutes, which is no declared number',
    ],
    'a start that is not there': [withFlow({ start: 'nowhere' }), 'starts at unknown step'],
    'a rule that rests on a software repository': [
      {
        ...toy,
        checks: toy.checks.map((check) => ({ ...check, basis: { title: '汇编本（GitHub someone/list）' } })),
      },
      'cites a software repository',
    ],
    'a register that repeats what the form masks': [
      {
        ...toy,
        registers: [
          {
            key: 'events',
            title: '台账',
            columns: [{ key: 'who', label: '证件' }],
            rows: ({ answers }) => [{ id: '1', who: JSON.stringify(answers['members'] ?? '') }],
          },
        ],
      },
      'column who repeats what the form masks',
    ],
    'a register column of no field': [
      {
        ...toy,
        registers: [
          {
            key: 'events',
            title: '台账',
            columns: [{ key: 'who', label: '证件', field: 'members.ghost' }],
            rows: () => [],
          },
        ],
      },
      'names no field: members.ghost',
    ],
    'a road chosen to nowhere': [withFlow({ start: () => 'nowhere' }), 'flow.no-step'],
    'an unknown role': [
      withStep('head', { ...work('head'), who: { role: 'king' as 'window', at: 'office' } }),
      'unknown role king',
    ],
    'a paper nobody defined': [
      withStep('head', { ...work('head'), onEnter: [{ do: 'issue', paper: 'x' }] }),
      'issues unknown paper x',
    ],
    'a form nobody defined': [
      withStep('after', { ...work('after'), acts: [{ kind: 'advance', label: '登记', form: 'x' }] }),
      'asks unknown form x',
    ],
    'a form nobody asks': [withStep('after', { ...work('after'), acts: [] }), 'no act asks form result'],
    'a dead end': [withStep('head', { ...work('head'), acts: [{ kind: 'copy' }] }), 'no way on from head'],
    'papers nobody decided on': [
      withFlow({
        steps: Object.fromEntries(
          Object.entries(toy.flow.steps).map(([key, step]) => [
            key,
            'decides' in step ? { ...step, decides: () => false } : step,
          ]),
        ),
      }),
      'leads to papers, but nobody there `decides`',
    ],
    'a flag without words': [
      withStep('head', { ...work('head'), onEnter: [{ do: 'flag', flag: 'sealed', on: true }] }),
      'flag sealed has no words',
    ],
    'two acts of one key': [
      withStep('review', { ...work('review'), acts: [...reviewActs, { kind: 'agree' }] }),
      'act agree is there twice',
    ],
    'an act the kernel offers itself': [
      withStep('head', { ...work('head'), acts: [{ kind: 'agree' }, { kind: 'withdraw' }] }),
      'the kernel offers withdraw by itself',
    ],
    'an escalation to an inner step': [
      withStep('review', { ...work('review'), acts: [{ kind: 'escalate', to: 'head' }] }),
      'which is no outside step',
    ],
    'signers with nothing to agree to': [
      withStep('head', { ...work('head'), acts: [{ kind: 'refuse' }, { kind: 'add-after' }] }),
      'nothing to agree to',
    ],
    'a step without words': [withStep('head', { ...work('head'), title: ' ' }), 'has no title'],
    'days counted by an undeclared policy': [
      withStep('head', { ...work('head'), days: 'toy.nothing' }),
      'no declared number',
    ],
    'a check that reads what is not asked': [
      { ...toy, checks: toy.checks.map((c) => ({ ...c, reads: ['nothing'] })) },
      'reads "nothing"',
    ],
    'a check that reads an undeclared policy': [
      { ...toy, policies: toy.policies.filter((p) => p.key !== 'toy.max-guests') },
      'T-01',
    ],
    'a check that asks a register the service never declared': [
      {
        ...toy,
        checks: [
          ...toy.checks,
          {
            code: 'T-09',
            title: '无欠缴',
            level: 'block',
            basis: { title: '示例规定' },
            reads: ['title'],
            run: (_, { facts }) => (facts.lookup('debts') ? [{ at: [], message: '欠缴', en: 'Debts' }] : []),
          },
        ],
      },
      'asks lookup "debts"',
    ],
    'two checks of one code': [
      { ...toy, checks: [...toy.checks, ...toy.checks] },
      'check T-01 is there twice',
    ],
    'a field key used twice': [
      { ...toy, form: { ...toy.form, more: { title: '其他', fields: { title: text('名称', { max: 5 }) } } } },
      'field key "title" is used in two sections',
    ],
    'a field without a name': [
      { ...toy, form: { ...toy.form, more: { title: '其他', fields: { x: text('', { max: 5 }) } } } },
      'field x has no label',
    ],
    'a key that is no path': [
      {
        ...toy,
        form: {
          ...toy.form,
          more: form({
            m: {
              title: 'm',
              fields: { t: table('t', { '1.a': text('a', { max: 1 }) }, { maxRows: 1, rowName: '行' }) },
            },
          }).m,
        },
      },
      'not usable in a path',
    ],
    'a default of the wrong type': [
      { ...toy, policies: [...toy.policies, { key: 'toy.x', label: 'x', type: 'number', default: '5' }] },
      'default that is no number',
    ],
    'a sample that is refused': [{ ...toy, sample: () => ({ title: '只有名称' }) }, 'the sample is refused'],
    'a figure that fails on half a form': [
      { ...toy, derive: (answers) => ({ n: (answers['title'] as string).length }) },
      'fails on partial answers',
    ],
    'a register nothing writes': [
      withStep('done', { kind: 'end', title: '办结', phase: '事后', outcome: 'completed' }),
      'nothing writes register events',
    ],
    'a paper that cannot be built': [
      {
        ...toy,
        papers: toy.papers.map((p) => ({
          ...p,
          build: () => {
            throw new Error('no font');
          },
        })),
      },
      'cannot be built: no font',
    ],
    'a panel that cannot be met': [
      withStep('panel', {
        kind: 'panel',
        title: '会签',
        phase: '省外办',
        rule: { atLeast: 2 },
        members: () => [{ role: 'countersigner', at: 'office' }],
        next: 'head',
        onFail: 'review',
        acts: [{ kind: 'agree' }],
      }),
      'flow.panel-too-small',
    ],
  };

  it.each(Object.entries(broken))('finds %s', (_name, [service, words]) => {
    expect(sweep(service, { variants }).join('\n')).toContain(words);
  });
});
