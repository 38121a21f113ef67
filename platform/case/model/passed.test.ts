import { describe, expect, it } from 'vitest';
import type { FlowContext } from './flow.ts';
import { flowContext } from './decision-builder.ts';
import { type Story, story } from './testing.ts';
import { accepted, atPanel, PANEL } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';

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

  it('counts what the act brings with it: a step may be left once enough was registered', () => {
    const { steps } = toy.flow;
    const { after } = steps;
    if (after?.kind !== 'work') throw new Error('the toy has no step after');
    const counted = {
      kind: 'advance',
      key: 'count',
      form: 'result',
      to: ({ state }: FlowContext) => (state.records['result']?.length === 2 ? 'done' : 'after'),
    } as const;
    const service = {
      ...toy,
      flow: { ...toy.flow, steps: { ...steps, after: { ...after, acts: [counted] } } },
    };
    const s = story(service).submit({ size: 'small' }).act('window', { act: 'agree' });
    s.act('handler@outbound', { act: 'agree' }).act('division-head@outbound', { act: 'agree' }).issueAll();
    const count = { act: 'count', data: { attended: 3 } };
    expect(s.act('filer', count).state).toMatchObject({ step: 'after', status: 'running' });
    expect(s.act('filer', count).state).toMatchObject({ step: 'done', status: 'completed' });
  });
});
