import { describe, expect, it } from 'vitest';
import { personOf } from '../testing.ts';
import { PANEL, accepted, atPanel } from '../testing/toy-roads.ts';

const [security] = PANEL;

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
