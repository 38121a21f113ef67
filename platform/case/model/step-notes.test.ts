import { describe, expect, it } from 'vitest';
import type { FlowContext } from './flow.ts';
import { story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const told = (note: (context: FlowContext) => readonly string[]) => {
  const { steps } = toy.flow;
  const accept = steps['accept'];
  if (accept?.kind !== 'work') throw new Error('the toy has no step accept');
  return { ...toy, flow: { ...toy.flow, steps: { ...steps, accept: { ...accept, note } } } };
};

describe('what a step tells whoever has the case before them', () => {
  it('is said in words from the case, and only at that step', () => {
    const s = story(told(({ answers }) => [answers['guests'] === 30 ? '来宾30人' : '来宾不明'])).submit();
    expect(s.notes()).toEqual(['来宾30人']);
    expect(s.act('window', { act: 'agree' }).notes()).toEqual([]);
  });

  it('is silent where it cannot be told', () => {
    const s = story(
      told(() => {
        throw new Error('not told');
      }),
    );
    expect(s.submit().notes()).toEqual([]);
  });

  it('lets a notice be worded from the case, and none be sent where there is nothing to say', () => {
    const notify = {
      do: 'notify',
      to: { applicant: true },
      text: ({ answers }: FlowContext) => (answers['guests'] === 30 ? '30人' : undefined),
    } as const;
    const silent = { ...notify, text: () => undefined };
    const service = told(() => []);
    const { steps } = service.flow;
    const accept = steps['accept'];
    if (!accept) throw new Error('the toy has no step accept');
    const s = story({
      ...service,
      flow: { ...service.flow, steps: { ...steps, accept: { ...accept, onEnter: [notify, silent] } } },
    });
    const effects = s.submit().events.flatMap(({ body }) => (body.type === 'effect' ? [body.effect] : []));
    expect(effects).toEqual([{ do: 'notify', to: { applicant: true }, text: '30人' }]);
  });
});
