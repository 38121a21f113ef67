import { describe, expect, it } from 'vitest';
import type { Story } from '../testing.ts';
import { PANEL, accepted, atPanel } from '../testing/toy-roads.ts';

const [security] = PANEL;
const mayCancel = (s: Story): boolean => s.open('filer').some((act) => act.kind === 'cancel');

describe('撤销', () => {
  it('gives the matter up with a reason: seats are released and the clock stops', () => {
    const s = accepted();
    expect(s.refused('filer', { act: 'cancel' })[0]?.code).toBe('act.opinion-required');
    s.act('filer', { act: 'cancel', opinion: '对方延期' });
    expect(s.state.status).toBe('cancelled');
    expect(s.state.promise?.stoppedOn).toBe('2026-03-02');
    expect(s.state.seats.every((x) => x.status !== 'open')).toBe(true);
  });

  it('ends with the first signature of anybody who decides, not at a step of a fixed name', () => {
    const s = atPanel();
    expect(mayCancel(s)).toBe(true);
    s.act(security, { act: 'agree' });
    expect(s.state.step).toBe('panel');
    expect(mayCancel(s)).toBe(false);
    expect(s.refused('filer', { act: 'cancel', opinion: '对方延期' })[0]?.code).toBe('act.not-open');
  });

  it('counts a refusal as a decision begun, and no signature of somebody who was only asked', () => {
    expect(mayCancel(atPanel('two-of').act(security, { act: 'refuse', opinion: '不宜' }))).toBe(false);
    expect(mayCancel(accepted())).toBe(true);
  });

  it('is open again once the signature was taken back, or the case returned to be decided anew', () => {
    const taken = atPanel().act(security, { act: 'agree' });
    taken.act(security, { act: 'withdraw' });
    expect(mayCancel(taken)).toBe(true);
    const returned = atPanel().act(security, { act: 'agree' });
    returned.act(PANEL[1], { act: 'return', to: 'accept', opinion: '材料不全' });
    expect(mayCancel(returned)).toBe(true);
  });

  it('is open while the applicant corrects, for what had been signed at that step is signed anew', () => {
    const s = atPanel().act(security, { act: 'agree' });
    s.act(PANEL[1], { act: 'correct', faults: [{ at: 'title', message: '请核对' }] });
    expect(s.state.status).toBe('correcting');
    expect(mayCancel(s)).toBe(true);
    expect(mayCancel(s.submit())).toBe(true);
    expect(s.state.step).toBe('panel');
    expect(mayCancel(s.act(security, { act: 'agree' }))).toBe(false);
  });
});
