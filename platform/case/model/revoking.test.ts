import { describe, expect, it } from 'vitest';
import { decideIssued } from './decide-system.ts';
import { decideRevocation } from './revoking.ts';
import type { Service } from './service.ts';
import { story } from './testing.ts';
import { accepted } from './testing/toy-roads.ts';
import { toy } from './testing/toy-service.ts';

const { after } = toy.flow.steps;
if (after?.kind !== 'work') throw new Error('the toy registers after its event');
const head = { role: 'division-head', at: 'division:outbound' } as const;
/** The toy with a head who may revoke what was approved; the permits still have to be handed in. */
const revocable = (effects: readonly [{ readonly do: 'revoke' }] | readonly []): Service => ({
  ...toy,
  flow: {
    ...toy.flow,
    steps: {
      ...toy.flow.steps,
      after: {
        ...after,
        acts: [
          ...after.acts,
          { kind: 'advance', key: 'annul', label: '撤销批复', to: 'hand-in', who: head, effects },
        ],
      },
      'hand-in': { ...after, title: '交回', next: 'annulled', acts: [{ kind: 'advance', label: '交回' }] },
      annulled: { kind: 'end', title: '已撤销', phase: '事后', outcome: 'cancelled' },
    },
  },
});
const approved = (service: Service) =>
  story(service)
    .submit({ size: 'small' })
    .act('window', { act: 'agree' })
    .act('handler@outbound', { act: 'agree' })
    .act('division-head@outbound', { act: 'agree' })
    .issueAll();
const revoked = (s: ReturnType<typeof approved>) => s.state.papers.map((paper) => paper.revoked === true);
const made = { digest: 'd'.repeat(64), file: { pdf: 'f'.repeat(64) }, code: 'AAAA-BBBB-CCCC' };

describe('a paper whose matter ended is revoked', () => {
  it('with the act that decides the revocation, not only when the case is closed; and it cannot be taken back', () => {
    const s = approved(revocable([{ do: 'revoke' }]));
    expect(revoked(s)).toEqual([false, false]);
    s.act('division-head@outbound', { act: 'annul' });
    expect(s.state.status).toBe('running');
    expect(revoked(s)).toEqual([true, true]);
    expect(s.open('division-head@outbound').map((act) => act.kind)).not.toContain('withdraw');
    s.act('filer', { act: 'advance' });
    expect(s.state.status).toBe('cancelled');
    expect(s.types.filter((type) => type === 'effect')).toHaveLength(1);
  });

  it('when the matter is given up: a paper asked for is not made any more, one that failed is not tried again', () => {
    const asked = accepted().act('filer', { act: 'cancel', opinion: '对方延期' });
    expect(revoked(asked)).toEqual([true]);
    const late = decideIssued(toy, asked.state, { paper: 'receipt', ...made }, asked.setting);
    expect(late.ok).toBe(false);
    const failed = accepted().failPaper('receipt').act('filer', { act: 'cancel', opinion: '对方延期' });
    expect(failed.open('window')).toEqual([]);
  });

  it('also in cases that ended before anybody revoked their papers: the system mends them once', () => {
    const s = approved(revocable([])).act('division-head@outbound', { act: 'annul' });
    const service = revocable([{ do: 'revoke' }]);
    expect(revoked(s)).toEqual([false, false]);
    const mended = decideRevocation(service, s.state, s.setting);
    expect(mended.ok && mended.value.events.map((event) => event.type)).toEqual(['effect']);
    const now = approved(service).act('division-head@outbound', { act: 'annul' });
    const nothing = decideRevocation(service, now.state, now.setting);
    expect(nothing.ok && nothing.value.events).toEqual([]);
    const untouched = decideRevocation(service, approved(service).state, now.setting);
    expect(untouched.ok && untouched.value.events).toEqual([]);
  });
});
