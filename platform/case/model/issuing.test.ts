import { describe, expect, it } from 'vitest';
import { story } from './testing.ts';
import { accepted } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';

describe('出证', () => {
  const approved = (answers = {}) => {
    const s = story(toy)
      .submit({ size: 'small', ...answers })
      .act('window', { act: 'agree' });
    return s.act('handler@outbound', { act: 'agree' }).act('division-head@outbound', { act: 'agree' });
  };

  it('draws numbers only for papers of a series', () => {
    const s = approved();
    expect(s.events.flatMap((e) => (e.body.type === 'issue-asked' ? [e.body] : []))).toEqual([
      { type: 'issue-asked', paper: 'receipt' },
      { type: 'issue-asked', paper: 'approval', series: 'toy', year: 2026 },
    ]);
  });

  it('is stuck while a paper fails, and leaves only when every one is issued', () => {
    const s = approved({ foreign: true, from: '法国', members: [] });
    expect(s.state.papers.map((p) => p.paper)).toEqual(['receipt', 'approval', 'list']);
    s.failPaper('list');
    expect(s.state).toMatchObject({ status: 'stuck', step: 'issuing' });
    s.issueAll();
    expect(s.state).toMatchObject({ status: 'stuck', step: 'issuing' });
    expect(s.open('handler@outbound')).toEqual([]);
    expect(s.open('window')).toMatchObject([{ act: 'retry', papers: ['list'] }]);
    s.act('window', { act: 'retry' });
    expect(s.state.status).toBe('issuing');
    s.issueAll();
    expect(s.state.step).toBe('after');
  });

  it('leaves a failed receipt retryable without holding the case', () => {
    const s = accepted().failPaper('receipt');
    expect(s.state.status).toBe('running');
    expect(s.open('window').map((a) => a.act)).toEqual(['retry']);
  });

  it('does not take the same issue twice', () => {
    const s = approved().issueAll();
    expect(() => s.failPaper('approval')).toThrow('issue.not-asked');
  });

  it('issues anew after a change and marks the earlier paper as superseded', () => {
    const s = approved().issueAll();
    expect(s.refused('filer', { act: 'change' })[0]?.code).toBe('act.opinion-required');
    s.act('filer', { act: 'change', opinion: '改期' });
    expect(s.state.step).toBe('review');
    s.act('handler@outbound', { act: 'agree' }).act('division-head@outbound', { act: 'agree' });
    expect(s.state.status).toBe('issuing');
    s.issueAll();
    const approvals = s.state.papers.filter((p) => p.paper === 'approval');
    expect(approvals.map((p) => p.superseded)).toEqual([true, undefined]);
  });

  it('records a note without moving, and checks the form of an act like any other', () => {
    const s = approved().issueAll();
    const seat = s.state.seats.at(-1);
    const problems = s.refused('filer', { act: 'register', data: { attended: -1, other: 1 } });
    expect(problems.map((p) => p.at.join('.'))).toEqual(['data.attended', 'data.other']);
    s.act('filer', { act: 'note', data: { attended: 5 } });
    expect(s.state.seats.at(-1)).toEqual(seat);
    s.act('filer', { act: 'note', data: { attended: 6 } }).act('filer', {
      act: 'register',
      data: { attended: 7 },
    });
    expect(s.state.records['result']?.map((r) => r.data['attended'])).toEqual([5, 6, 7]);
  });

  it('lets a colleague of the same unit carry on', () => {
    const s = approved().issueAll();
    expect(s.open('filer#2').map((a) => a.act)).toContain('register');
    expect(s.open('signer')).toEqual([]);
  });
});
