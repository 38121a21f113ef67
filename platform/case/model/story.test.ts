import { describe, expect, it } from 'vitest';
import { story } from './testing.ts';
import { PANEL, accepted, atPanel } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';

const [security, finance, protocol] = PANEL;

describe('the straight road', () => {
  it('runs from submission to the register, its papers issued on the way', () => {
    const s = atPanel();
    expect(s.state).toMatchObject({ step: 'panel', status: 'running', flags: ['reviewed'] });
    s.act(security, { act: 'agree' }).act(finance, { act: 'agree' });
    expect(s.state.step).toBe('panel');
    s.act(protocol, { act: 'agree' }).act('division-head@outbound', { act: 'agree', opinion: '同意。' });
    expect(s.state).toMatchObject({ step: 'issuing', status: 'issuing' });
    s.issueAll();
    expect(s.state).toMatchObject({ step: 'after', status: 'running' });
    expect(s.state.promise).toMatchObject({ stoppedOn: '2026-03-02', late: false });
    s.act('filer', { act: 'register', data: { attended: 28 } });
    expect(s.state).toMatchObject({ step: 'done', status: 'completed' });
    expect(s.state.records['result']?.[0]?.data).toEqual({ attended: 28 });
    expect(s.types.at(-1)).toBe('closed');
    expect(s.types).toContain('effect');
  });

  it('starts at the city for a unit under a city office', () => {
    const s = story(toy, { underCity: true }).submit();
    expect(s.state.step).toBe('city');
    s.act('city-reviewer', { act: 'agree' });
    expect(s.state.step).toBe('accept');
  });

  it('passes over the panel for a small event and says so', () => {
    const s = story(toy).submit({ size: 'small' }).act('window', { act: 'agree' });
    s.act('handler@outbound', { act: 'agree' });
    expect(s.state).toMatchObject({ step: 'head', skipped: ['panel'] });
  });
});

describe('提交', () => {
  it('tells everything that is wrong at once and writes nothing', () => {
    const s = story(toy);
    const problems = s.refused('filer', {
      act: 'submit',
      answers: { size: 'large', on: '2026-03-01', x: 1 },
    });
    expect(problems.map((p) => [p.code, p.at[0]])).toEqual([
      ['field.required', 'title'],
      ['field.required', 'guests'],
      ['T-03', 'on'],
      ['field.required', 'cost'],
      ['field.required', 'foreign'],
      ['field.unknown', 'x'],
    ]);
    expect(s.events).toEqual([]);
  });

  it('lets a warning through only with a reason, which is kept', () => {
    const s = story(toy);
    const answers = s.answers({ cost: '200000' });
    expect(s.refused('filer', { act: 'submit', answers }).map((p) => p.code)).toEqual([
      'submit.explanation-required',
    ]);
    expect(s.refused('filer', { act: 'submit', answers, explanations: { 'T-02': '  ' } })).toHaveLength(1);
    s.act('filer', { act: 'submit', answers, explanations: { 'T-02': '含同声传译', other: 'x' } });
    expect(s.state.explanations).toEqual({ 'T-02': '含同声传译' });
    expect(s.state.answers['cost']).toBe('200000.00');
  });

  it('freezes the computed figures and the summary', () => {
    expect(story(toy).submit().state).toMatchObject({
      derived: { perHead: 60 },
      summary: { title: '友好城市座谈会' },
      round: 1,
    });
  });

  it('is open to the filers of the unit only', () => {
    expect(story(toy).refused('signer', { act: 'submit' })[0]?.code).toBe('act.not-open');
    expect(story(toy).open('system-admin')).toEqual([]);
  });
});

describe('refusals', () => {
  it('says where the case stands and what is open instead', () => {
    const [problem] = accepted().refused('handler@outbound', { act: 'submit' });
    expect(problem?.code).toBe('act.not-open');
    expect(problem?.message).toContain('审核');
    expect(problem?.todo).toContain('同意');
  });

  it('calls an act nobody defined unknown, even one named like a part of JavaScript', () => {
    for (const act of ['fly', '__proto__', 'constructor', 'toString']) {
      expect(accepted().refused('handler@outbound', { act })[0]?.code).toBe('act.unknown');
    }
  });

  it('asks which seat when one person could take several', () => {
    const s = atPanel();
    const both = {
      id: 'x',
      name: '兼任',
      org: 'office',
      grants: [{ role: 'countersigner', org: 'office' } as const],
      standsInFor: [],
    };
    expect(s.refused(both, { act: 'agree' })[0]?.code).toBe('act.seat-required');
    const seat = s.open(both)[0]?.seat ?? '';
    s.act(both, { act: 'agree', seat });
    expect(s.state.seats.find((x) => x.id === seat)?.status).toBe('done');
  });

  it('nobody decides on an application of their own', () => {
    const self = {
      id: 'filer',
      name: '专办员',
      org: 'unit',
      grants: [{ role: 'filer', org: 'unit' } as const, { role: 'window', org: 'office' } as const],
      standsInFor: [],
    };
    const s = story(toy).submit({}, {}, self);
    expect(s.open(self).map((a) => a.act)).toEqual(['withdraw', 'urge', 'cancel']);
  });

  it('a fault in the definition refuses the act and writes nothing', () => {
    const service = { ...toy, flow: { ...toy.flow, start: () => 'nowhere' } };
    const s = story(service);
    expect(s.refused('filer', { act: 'submit', answers: s.answers() })[0]?.code).toBe('flow.no-step');
    expect(s.state.status).toBe('draft');
  });
});
