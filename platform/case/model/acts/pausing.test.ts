import { describe, expect, it } from 'vitest';
import { personOf } from '../testing.ts';
import { accepted } from '../testing/toy-roads.ts';

describe('挂起, 催办, 抄送', () => {
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
});
