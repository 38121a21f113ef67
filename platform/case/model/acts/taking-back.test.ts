import { describe, expect, it } from 'vitest';
import { story } from '../testing.ts';
import { PANEL, accepted, atPanel } from '../testing/toy-roads.ts';
import { toy } from '../testing/toy-service.ts';

const [security, finance, protocol] = PANEL;

describe('撤回', () => {
  it('lets the applicant take a submission back while nobody has acted', () => {
    const s = story(toy).submit();
    s.act('filer', { act: 'withdraw' });
    expect(s.state).toMatchObject({ status: 'correcting', step: null, resumeAt: null });
    expect(s.open('window')).toEqual([]);
    s.submit({ title: '改名' }).act('window', { act: 'agree' });
    expect(s.refused('filer', { act: 'withdraw' })[0]?.code).toBe('act.not-open');
  });

  it('lets a decider take back a decision and restores seats, flags and clock of the step', () => {
    const s = accepted();
    const before = s.state;
    s.later(1).act('handler@outbound', { act: 'agree' });
    expect(s.state.flags).toEqual(['reviewed']);
    s.act('handler@outbound', { act: 'withdraw' });
    expect(s.state).toMatchObject({
      step: 'review',
      flags: [],
      path: before.path,
      stepClock: before.stepClock,
    });
    expect(s.open('handler@outbound').map((a) => a.act)).toContain('agree');
    expect(s.state.seats.filter((x) => x.step === 'panel').every((x) => x.status === 'released')).toBe(true);
    // The panel entered again counts its new members only.
    s.act('handler@outbound', { act: 'agree' });
    for (const member of [security, finance, protocol] as const) s.act(member, { act: 'agree' });
    expect(s.state.step).toBe('head');
  });

  it('is closed once the next has acted, and for acts with effects outside the case', () => {
    const s = accepted();
    expect(s.open('window').map((a) => a.act)).not.toContain('withdraw');
    s.act('handler@outbound', { act: 'agree' }).act(security, { act: 'agree' });
    expect(s.open('handler@outbound')).toEqual([]);
    expect(s.open(security).map((a) => a.act)).toEqual(['withdraw']);
    s.act(finance, { act: 'agree' });
    expect(s.open(security)).toEqual([]);
  });

  it('does not take back an acceptance that has started the clock', () => {
    const accept = toy.flow.steps['accept'];
    if (accept?.kind !== 'work') throw new Error('the toy is accepted by one seat');
    const steps = {
      ...toy.flow.steps,
      accept: { ...accept, acts: [{ kind: 'agree', effects: [{ do: 'start-clock' }] }] },
    } as const;
    const s = story({ ...toy, flow: { ...toy.flow, steps } })
      .submit()
      .act('window', { act: 'agree' });
    expect(s.open('window')).toEqual([]);
    expect(story(toy).submit().act('window', { act: 'agree-quietly' }).open('window')).toHaveLength(1);
  });

  it('reopens a panel whose last vote is taken back', () => {
    const s = atPanel('any').act(finance, { act: 'agree' });
    expect(s.state.step).toBe('head');
    s.act(finance, { act: 'withdraw' });
    expect(s.state.step).toBe('panel');
    expect(s.state.seats.filter((x) => x.step === 'panel').map((x) => x.status)).toEqual([
      'open',
      'open',
      'open',
    ]);
  });
});
