import { describe, expect, it } from 'vitest';
import type { Step } from './flow.ts';
import type { Service } from './service.ts';
import { personOf, story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const accepted = (world = {}) => story(toy, world).submit().act('window', { act: 'agree' });
const atPanel = (rule = 'all') =>
  accepted({ policies: { 'toy.rule': rule } }).act('handler@outbound', { act: 'agree' });
const security = 'countersigner@security';
const finance = 'countersigner@finance';
const protocol = 'countersigner@protocol';

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

describe('转办, 委托', () => {
  it('moves the seat and keeps both names', () => {
    const s = accepted().act('handler@outbound', {
      act: 'transfer',
      persons: [personOf('handler@outbound#2')],
    });
    expect(s.open('handler@outbound').filter((a) => a.seat)).toEqual([]);
    s.act('handler@outbound#2', { act: 'agree' });
    const seat = s.state.seats.find((x) => x.step === 'review');
    expect(seat?.trail).toMatchObject([{ how: 'transferred', from: { id: 'handler@outbound' } }]);
    expect(seat?.doer?.id).toBe('handler@outbound#2');
  });

  it('lets the head take the seat from an absent handler', () => {
    const s = accepted().act('handler@outbound', {
      act: 'transfer',
      persons: [personOf('handler@outbound#2')],
    });
    s.act('division-head@outbound', { act: 'reassign', persons: [personOf('handler@outbound#3')] });
    expect(s.open('handler@outbound#3').map((a) => a.act)).toContain('agree');
  });

  it('acts in the name of whoever entrusted it, who may still act', () => {
    const s = accepted().act('handler@outbound', {
      act: 'entrust',
      persons: [personOf('handler@security')],
    });
    expect(s.open('handler@outbound').map((a) => a.act)).toContain('agree');
    s.act('handler@security', { act: 'agree' });
    expect(s.events.findLast((e) => e.body.type === 'decided')?.doer).toMatchObject({
      id: 'handler@security',
      behalf: { id: 'handler@outbound' },
    });
  });

  it('refuses oneself, the applicant, several persons and nobody', () => {
    const s = accepted();
    const codes = (persons: Parameters<typeof personOf>[0][]) =>
      s.refused('handler@outbound', { act: 'transfer', persons: persons.map(personOf) }).map((p) => p.code);
    expect(codes([])).toEqual(['act.persons']);
    expect(codes(['handler@outbound'])).toEqual(['act.persons-self']);
    expect(codes(['filer', 'filer'])).toEqual(['act.persons', 'act.persons-twice', 'act.persons-applicant']);
  });

  it('lets a stand-in act for an absent person, both on record', () => {
    const s = accepted();
    const deputy = {
      id: 'deputy',
      name: '代办人',
      org: 'division-outbound',
      grants: [],
      standsInFor: [
        { id: 'h1', name: '原经办人', grants: [{ role: 'handler', org: 'division-outbound' } as const] },
      ],
    };
    expect(s.open(deputy)[0]?.behalf).toEqual({ id: 'h1', name: '原经办人' });
    s.act(deputy, { act: 'agree' });
    expect(s.state.seats.find((x) => x.step === 'review')?.doer?.behalf?.name).toBe('原经办人');
  });
});

describe('加签', () => {
  it('asks a signer before: the owner waits, then decides', () => {
    const s = accepted().act('handler@outbound', {
      act: 'add-before',
      persons: [personOf('handler@security'), personOf('handler@finance')],
    });
    expect(s.open('handler@outbound').filter((a) => a.seat)).toEqual([]);
    s.act('handler@security', { act: 'refuse', opinion: '有疑问' }).act('handler@finance', { act: 'agree' });
    expect(s.state.step).toBe('review');
    s.act('handler@outbound', { act: 'agree' });
    expect(s.state.step).toBe('panel');
  });

  it('asks a signer after: the case goes on only with that signature too', () => {
    const s = accepted().act('handler@outbound', {
      act: 'add-after',
      persons: [personOf('handler@security')],
    });
    expect(s.open('handler@security')).toEqual([]);
    s.act('handler@outbound', { act: 'agree' });
    expect(s.state).toMatchObject({ step: 'review', flags: [] });
    expect(s.open('handler@security').map((a) => a.act)).toEqual([
      'agree',
      'refuse',
      'transfer',
      'entrust',
      'copy',
    ]);
    s.act('handler@security', { act: 'agree' });
    expect(s.state).toMatchObject({ step: 'panel', flags: ['reviewed'] });
  });

  it('a signer after who refuses decides the step', () => {
    const s = accepted().act('handler@outbound', {
      act: 'add-after',
      persons: [personOf('handler@security')],
    });
    s.act('handler@outbound', { act: 'agree' }).act('handler@security', { act: 'refuse', opinion: '不妥' });
    expect(s.state.status).toBe('refused');
  });

  it('a member of a panel counts only with the signers added after', () => {
    const s = atPanel('any').act(security, { act: 'add-after', persons: [personOf('handler@security')] });
    s.act(security, { act: 'agree' });
    expect(s.state.step).toBe('panel');
    s.act('handler@security', { act: 'agree' });
    expect(s.state.step).toBe('head');
  });

  it('does not seat the same person twice', () => {
    const s = accepted().act('handler@outbound', {
      act: 'add-after',
      persons: [personOf('handler@security')],
    });
    expect(
      s.refused('handler@outbound', { act: 'add-after', persons: [personOf('handler@security')] })[0]?.code,
    ).toBe('act.persons-seated');
  });
});

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

describe('挂起, 催办, 抄送, 撤销', () => {
  it('stands still with both clocks and goes on with the days that were left', () => {
    const s = accepted();
    expect(s.state.stepClock?.due).toBe('2026-03-04');
    s.later(1).act('handler@outbound', { act: 'suspend', opinion: '等待核实' });
    expect(s.open('handler@outbound').map((a) => a.act)).toEqual(['resume']);
    expect(s.on('2026-03-20').tick().types.slice(-1)).toEqual(['clock-paused']);
    s.act('handler@outbound', { act: 'resume' });
    expect(s.state).toMatchObject({ status: 'running', step: 'review' });
    expect(s.state.stepClock?.due).toBe('2026-03-23');
    expect(s.state.promise?.due).toBe('2026-03-26');
  });

  it('urges once a day', () => {
    const s = accepted().act('filer', { act: 'urge', opinion: '行期临近' });
    expect(s.refused('filer', { act: 'urge' })[0]?.code).toBe('act.not-open');
    s.later(1).act('filer', { act: 'urge' });
    expect(s.state.urgedOn).toBe('2026-03-03');
  });

  it('copies for information and holds nothing up', () => {
    const s = accepted().act('handler@outbound', { act: 'copy', persons: [personOf('director')] });
    expect(s.state.copies).toEqual(['director']);
    s.act('handler@outbound', { act: 'agree' });
  });

  it('lets the applicant cancel up to the last step allowed, with a reason', () => {
    const s = accepted();
    expect(s.refused('filer', { act: 'cancel' })[0]?.code).toBe('act.opinion-required');
    const panel = atPanel();
    expect(panel.open('filer').map((a) => a.act)).not.toContain('cancel');
    s.act('filer', { act: 'cancel', opinion: '对方延期' });
    expect(s.state.status).toBe('cancelled');
    expect(s.state.promise?.stoppedOn).toBe('2026-03-02');
    expect(s.state.seats.every((x) => x.status !== 'open')).toBe(true);
  });
});

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
