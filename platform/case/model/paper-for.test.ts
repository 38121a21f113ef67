import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Service } from './service.ts';
import { story } from './testing.ts';
import { toy } from './testing/toy-service.ts';
import { randomWalk } from './testing/random-walk.ts';

const [, approval] = toy.papers;
const issuing = toy.flow.steps['issuing'];
if (!approval || issuing?.kind !== 'issuing') throw new Error('the toy has lost its approval');

const UNITS = ['甲单位', '乙单位', '丙单位'];

/** The toy, with a letter to each of several units beside its approval. */
const writes: Service = {
  ...toy,
  papers: [...toy.papers, { ...approval, key: 'letter', title: '函', addressed: true }],
  flow: {
    ...toy.flow,
    steps: {
      ...toy.flow.steps,
      issuing: { ...issuing, papers: () => ['approval', ...UNITS.map((unit) => `letter:${unit}`)] },
    },
  },
};

const decided = () => {
  const s = story(writes).submit({ size: 'small' }).act('window', { act: 'agree' });
  return s.act('handler@outbound', { act: 'agree' }).act('division-head@outbound', { act: 'agree' });
};
const letters = (s: ReturnType<typeof decided>) =>
  s.state.papers.filter(({ paper }) => paper.startsWith('letter:'));

describe('一种文书按主送单位各出一份', () => {
  it('asks for one paper for each addressee, each drawing a number of the series', () => {
    const asked = decided().events.flatMap(({ body }) => (body.type === 'issue-asked' ? [body] : []));
    expect(asked.slice(2)).toEqual(
      UNITS.map((unit) => ({ type: 'issue-asked', paper: `letter:${unit}`, series: 'toy', year: 2026 })),
    );
  });

  it('keeps the others when one fails, and goes on once that one is made', () => {
    const s = decided().failPaper('letter:乙单位').issueAll();
    expect(s.state.status).toBe('stuck');
    expect(letters(s).map(({ status }) => status)).toEqual(['issued', 'failed', 'issued']);
    expect(s.open('window')).toMatchObject([{ act: 'retry', papers: ['letter:乙单位'] }]);
    s.act('window', { act: 'retry', paper: 'letter:乙单位' }).issueAll();
    expect(s.state.step).toBe('after');
    expect(letters(s).map(({ status }) => status)).toEqual(['issued', 'issued', 'issued']);
  });

  it('names the addressee to whoever must choose which paper to make again', () => {
    const s = decided().failPaper('letter:甲单位').failPaper('letter:乙单位');
    expect(s.refused('window', { act: 'retry' })[0]?.todo).toContain('《函》（甲单位）、《函》（乙单位）');
  });

  it('refuses a paper for an addressee where the definition knows of none, and one for nobody', () => {
    const asks = (paper: string): Service => ({
      ...writes,
      flow: {
        ...writes.flow,
        steps: { ...writes.flow.steps, issuing: { ...issuing, papers: () => [paper] } },
      },
    });
    for (const paper of ['approval:甲单位', 'letter', 'letter:']) {
      const s = story(asks(paper)).submit({ size: 'small' }).act('window', { act: 'agree' });
      s.act('handler@outbound', { act: 'agree' });
      const [problem] = s.refused('division-head@outbound', { act: 'agree' });
      expect(problem?.code, paper).toBe('flow.no-paper');
    }
  });

  it('never leaves two papers in force for one addressee, whatever happens to a case', () => {
    const stride = fc.record({ who: fc.nat(1_000), pick: fc.nat(1_000), detail: fc.nat(1_000) });
    const cast = ['filer', 'window', 'handler@outbound', 'division-head@outbound'] as const;
    fc.assert(
      fc.property(fc.array(stride, { minLength: 30, maxLength: 60, size: 'max' }), (walk) => {
        randomWalk(writes, {}, cast, walk, (s) => {
          const inForce = s.state.papers.filter(
            ({ status, superseded, revoked }) => status === 'issued' && !superseded && !revoked,
          );
          const names = inForce.map(({ paper }) => paper);
          expect(new Set(names).size).toBe(names.length);
        });
      }),
      { numRuns: 100 },
    );
  });
});
