import { emptyState, type CaseState, type Service } from '@zhitongche/case';
import { makePolicyReader } from '@zhitongche/office';
import { describe, expect, it } from 'vitest';
import { phasesOf } from './phases.ts';
import { roadAhead } from '../../case/road-ahead.ts';

const work = (title: string, phase: string, next: string, more: object = {}) =>
  ({ kind: 'work', title, phase, next, who: { applicant: true }, acts: [], ...more }) as const;

const steps = {
  sign: work('单位签批', '单位', 'city'),
  city: work('市外办审核', '市外办', 'window', { when: (c: { underCity: boolean }) => c.underCity }),
  window: work('受理', '省外办', 'head'),
  head: work('处长审核', '省外办', 'issue', {
    next: (c: { flags: readonly string[] }) => (c.flags.includes('up') ? 'up' : 'issue'),
  }),
  up: work('上报', '上报', 'issue'),
  issue: work('出证', '出证', 'done'),
  done: { kind: 'end', title: '办结', phase: '办结', outcome: 'completed' },
} as const;
const service = { flow: { start: 'sign', steps } } as Pick<Service, 'flow'> as Service;
const policy = makePolicyReader([], [], [], '2026-03-02');
const at = (step: string, path: readonly string[], more: Partial<CaseState> = {}): CaseState => ({
  ...emptyState,
  status: 'running',
  step,
  path: path.map((s, i) => ({ step: s, at: `2026-03-0${i + 2}T01:00:00Z` })),
  ...more,
});
const told = (state: CaseState): readonly string[] =>
  phasesOf(service, state, roadAhead(service, state, policy)).map((p) => `${p.name} ${p.state}`);

describe('the road of a case as its applicant sees it', () => {
  it('a provincial unit is not shown the city office it never passes', () => {
    expect(told(at('sign', ['sign']))).toEqual(['单位 current', '省外办 ahead', '出证 ahead']);
  });

  it('a unit under a city is', () => {
    const orgs = { office: 'o', unit: 'u', city: 'c', divisions: {} };
    expect(told(at('sign', ['sign'], { orgs }))).toEqual([
      '单位 current',
      '市外办 ahead',
      '省外办 ahead',
      '出证 ahead',
    ]);
  });

  it('a case that must be reported upward shows it as soon as that is known', () => {
    expect(told(at('window', ['sign', 'window'], { flags: ['up'] }))).toEqual([
      '单位 done',
      '省外办 current',
      '上报 ahead',
      '出证 ahead',
    ]);
  });

  it('a draft has the whole road before it', () => {
    const draft = { ...emptyState, flags: [] };
    expect(roadAhead(service, draft, policy)).toEqual(['sign', 'window', 'head', 'issue']);
  });

  it('a closed case has nothing ahead', () => {
    expect(told(at('done', ['sign', 'window', 'head', 'issue', 'done'], { status: 'completed' }))).toEqual([
      '单位 done',
      '省外办 done',
      '出证 done',
    ]);
  });
});
