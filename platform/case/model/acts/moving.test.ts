import { describe, expect, it } from 'vitest';
import { story } from '../testing.ts';
import { PANEL, accepted, atPanel } from '../testing/toy-roads.ts';
import { toy } from '../testing/toy-service.ts';

const [security] = PANEL;

describe('退回补正', () => {
  it('names its faults at once, stops the clock, and resumes where it was asked', () => {
    const s = accepted().on('2026-03-03');
    expect(s.state.promise?.due).toBe('2026-03-09');
    expect(s.refused('handler@outbound', { act: 'correct' })[0]?.code).toBe('act.faults-required');
    const bad = s.refused('handler@outbound', {
      act: 'correct',
      faults: [
        { at: 'members.0.nonsense', message: '' },
        { at: 'title', message: '名称与邀请函不一致' },
      ],
    });
    expect(bad.map((p) => p.code)).toEqual(['act.fault-empty', 'act.fault-place']);
    s.act('handler@outbound', {
      act: 'correct',
      faults: [
        { at: 'members.0.name', message: '姓名与证件不一致' },
        { at: '', message: '缺公示说明' },
      ],
    });
    expect(s.state).toMatchObject({ status: 'correcting', step: null, resumeAt: 'review' });
    expect(s.state.promise?.pauses).toEqual([{ from: '2026-03-03' }]);
    s.on('2026-03-10').submit({ title: '友城座谈会' });
    expect(s.state).toMatchObject({ status: 'running', step: 'review', round: 2 });
    expect(s.state.previous?.['title']).toBe('友好城市座谈会');
    // One of five working days was used by the 3rd, so four are left after the 10th.
    expect(s.state.promise?.due).toBe('2026-03-16');
  });

  it('begins at the start when the flow says so', () => {
    const service = { ...toy, flow: { ...toy.flow, afterCorrection: 'start' as const } };
    const s = story(service).submit().act('window', { act: 'agree' });
    s.act('handler@outbound', { act: 'correct', faults: [{ at: '', message: '重报' }] }).submit();
    expect(s.state.step).toBe('accept');
  });
});

describe('退回', () => {
  it('goes back to any step passed and does the rest again', () => {
    const s = atPanel();
    const [act] = s.open(security).filter((a) => a.kind === 'return');
    expect(act?.steps?.map((x) => x.step)).toEqual(['review', 'accept']);
    expect(s.refused(security, { act: 'return', to: 'head', opinion: 'x' })[0]?.code).toBe('act.return-to');
    expect(s.refused(security, { act: 'return', to: 'accept' })[0]?.code).toBe('act.opinion-required');
    s.act(security, { act: 'return', to: 'accept', opinion: '材料不全' });
    expect(s.state.step).toBe('accept');
    expect(s.state.seats.filter((x) => x.step === 'panel').map((x) => x.status)).toEqual([
      'done',
      'released',
      'released',
    ]);
    // A second acceptance neither starts a second clock nor loses the first.
    s.later(1).act('window', { act: 'agree' });
    expect(s.state.promise?.startedOn).toBe('2026-03-02');
  });

  it('is not offered where nothing has been passed', () => {
    const s = story(toy, { underCity: true }).submit();
    expect(s.open('city-reviewer').map((a) => a.kind)).not.toContain('return');
  });
});

describe('上报与回填', () => {
  const reply = {
    result: 'approved',
    number: '外函〔2026〕7号',
    date: '2026-03-06',
    authority: '外交部',
  } as const;

  it('waits outside with the clock standing still, and comes back with number and date', () => {
    const s = accepted().act('handler@outbound', { act: 'escalate', opinion: '需报部' });
    expect(s.state).toMatchObject({ step: 'ministry', status: 'outside' });
    expect(s.open('handler@outbound').map((a) => a.act)).toEqual(['report']);
    s.on('2026-03-09');
    const problems = s.refused('handler@outbound', {
      act: 'report',
      reply: { ...reply, number: ' ', date: '2026-03-10' },
    });
    expect(problems.map((p) => p.code)).toEqual(['act.reply-number', 'act.reply-date']);
    s.act('handler@outbound', { act: 'report', reply });
    expect(s.state).toMatchObject({ step: 'panel', status: 'running', outside: [reply] });
    expect(s.state.promise?.pauses).toEqual([{ from: '2026-03-02', to: '2026-03-09' }]);
    // Five days were left on the 2nd; counted on from the 9th they end on the 16th.
    expect(s.state.promise?.due).toBe('2026-03-16');
  });

  it('ends when the authority refuses', () => {
    const s = accepted().act('handler@outbound', { act: 'escalate' });
    s.on('2026-03-06').act('handler@outbound', { act: 'report', reply: { ...reply, result: 'refused' } });
    expect(s.state.status).toBe('refused');
  });
});
