import { describe, expect, it } from 'vitest';
import type { Step } from './flow.ts';
import type { Service } from './service.ts';
import { story } from './testing.ts';
import { PANEL, atPanel } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';

const [security, finance, protocol] = PANEL;

describe('panels', () => {
  it('会签: one refusal ends it, the seats left over say so', () => {
    const s = atPanel('all').act(finance, { act: 'refuse', opinion: '超预算' });
    expect(s.state.step).toBe('review');
    expect(s.events.find((e) => e.body.type === 'seats-released')?.body).toMatchObject({
      why: 'cannot-pass',
    });
  });

  it('或签: the first agreement passes, refusals wait for the others', () => {
    const s = atPanel('any').act(security, { act: 'refuse', opinion: '保留' });
    expect(s.state.step).toBe('panel');
    s.act(finance, { act: 'agree' });
    expect(s.state.step).toBe('head');
    expect(s.state.seats.filter((x) => x.step === 'panel').map((x) => x.status)).toEqual([
      'done',
      'done',
      'released',
    ]);
  });

  it.each(['two-of', 'two-thirds'])('%s: two of three pass, two refusals fail', (rule) => {
    const passing = atPanel(rule).act(security, { act: 'refuse', opinion: '保留' });
    passing.act(finance, { act: 'agree' }).act(protocol, { act: 'agree' });
    expect(passing.state.step).toBe('head');
    const failing = atPanel(rule).act(security, { act: 'refuse', opinion: '保留' });
    failing.act(protocol, { act: 'refuse', opinion: '保留' });
    expect(failing.state.step).toBe('review');
  });

  const withPanel = (change: Partial<Extract<Step, { kind: 'panel' }>>): Service => {
    const panel = toy.flow.steps['panel'];
    if (panel?.kind !== 'panel') throw new Error('the toy has a panel');
    return { ...toy, flow: { ...toy.flow, steps: { ...toy.flow.steps, panel: { ...panel, ...change } } } };
  };

  it('a pool of several seats wants several people', () => {
    const pool = { role: 'countersigner', at: 'office' } as const;
    const service = withPanel({ members: () => [pool, pool, pool], rule: { atLeast: 2 } });
    const s = story(service)
      .submit()
      .act('window', { act: 'agree' })
      .act('handler@outbound', { act: 'agree' });
    s.act('countersigner', { act: 'agree', seat: s.open('countersigner')[0]?.seat ?? '' });
    expect(s.open('countersigner').map((a) => a.act)).toEqual(['withdraw']);
    s.act('countersigner#2', { act: 'agree', seat: s.open('countersigner#2')[0]?.seat ?? '' });
    expect(s.state.step).toBe('head');
  });

  it('is decided by its members only, whatever a definition offers beside them', () => {
    const head = { role: 'division-head', at: 'division:outbound' } as const;
    const service = withPanel({ acts: [{ kind: 'agree' }, { kind: 'agree', key: 'overrule', who: head }] });
    const s = story(service)
      .submit()
      .act('window', { act: 'agree' })
      .act('handler@outbound', { act: 'agree' });
    expect(s.refused('division-head@outbound', { act: 'overrule' })[0]?.code).toBe('act.not-open');
  });

  it('顺签: each waits for the one before', () => {
    const s = atPanel('in-order');
    expect(s.open(finance)).toEqual([]);
    expect(s.refused(finance, { act: 'agree' })[0]?.code).toBe('act.not-open');
    s.act(security, { act: 'agree' });
    expect(s.open(protocol)).toEqual([]);
    s.act(finance, { act: 'agree' }).act(protocol, { act: 'agree' });
    expect(s.state.step).toBe('head');
  });

  it('refuses to enter a panel too small for its rule', () => {
    const service = withPanel({ members: () => [{ role: 'countersigner', at: 'division:security' }] });
    const s = story(service, { policies: { 'toy.rule': 'two-of' } })
      .submit()
      .act('window', { act: 'agree' });
    expect(s.refused('handler@outbound', { act: 'agree' })[0]?.code).toBe('flow.panel-too-small');
    expect(s.state.step).toBe('review');
  });
});
