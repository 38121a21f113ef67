import { describe, expect, it } from 'vitest';
import type { FlowContext } from './flow.ts';
import { flowContext } from './journal.ts';
import type { Story } from './testing.ts';
import { accepted, atPanel, PANEL } from './testing/toy-roads.ts';

const seen = (s: Story): FlowContext => flowContext(s.state, s.setting);
const [security] = PANEL;

describe('what a road may look at', () => {
  it('knows the steps the case has left forward, in order, without the one it stands at', () => {
    expect(seen(accepted()).passed).toEqual(['accept']);
    expect(seen(atPanel()).passed).toEqual(['accept', 'review']);
  });

  it('forgets what was given back, and what a case that comes round again left behind it', () => {
    const back = atPanel().act(security, { act: 'return', to: 'accept', opinion: '材料不全' });
    expect(seen(back).passed).toEqual([]);
    const corrected = accepted().act('handler@outbound', {
      act: 'correct',
      faults: [{ at: '', message: '重报' }],
    });
    expect(seen(corrected).passed).toEqual(['accept']);
    expect(seen(corrected.submit()).passed).toEqual(['accept']);
  });
});
