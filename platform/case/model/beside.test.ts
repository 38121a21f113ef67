import { expect, test } from 'vitest';
import type { Service } from './service.ts';
import { story } from './testing.ts';
import { toy } from './testing/toy-service.ts';

const { after } = toy.flow.steps;
if (after?.kind !== 'work') throw new Error('the toy registers what came of it');

/** The toy whose passport desk has a duty of its own while the applicant registers what came of it. */
const withDesk: Service = {
  ...toy,
  flow: {
    ...toy.flow,
    steps: {
      ...toy.flow.steps,
      after: {
        ...after,
        also: {
          who: { role: 'passport-officer', at: 'office' },
          while: ({ flags }) => !flags.includes('counted'),
        },
        acts: [
          ...after.acts,
          {
            kind: 'advance',
            key: 'count',
            label: '清点',
            to: 'after',
            who: { role: 'passport-officer', at: 'office' },
            effects: [{ do: 'flag', flag: 'counted', on: true }],
          },
        ],
      },
    },
  },
};

const held = () => {
  const s = story(withDesk).submit({ foreign: false, size: 'small' });
  for (let i = 0; s.state.step !== 'after' && i < 20; i += 1) {
    s.issueAll();
    for (const who of ['signer', 'handler@outbound', 'division-head@outbound', 'window'] as const) {
      const agree = s.open(who).find(({ kind }) => kind === 'agree');
      if (agree) s.act(who, { act: agree.act, ...(agree.seat ? { seat: agree.seat } : {}), opinion: '同意' });
    }
  }
  return s;
};
const waiting = (s: ReturnType<typeof held>) =>
  s.state.seats.filter(({ status, ready }) => status === 'open' && ready).map(({ role }) => role);

test('a desk with a duty of its own finds it among what waits for it, until it is done', () => {
  const s = held();
  expect(s.state.step).toBe('after');
  expect(waiting(s)).toEqual(['filer', 'passport-officer']);
  s.act('passport-officer', { act: 'count' });
  expect(waiting(s)).toEqual(['filer']);
  expect(s.state.step).toBe('after');
});

test('it takes none of the acts of whoever has the step, and holds nobody up', () => {
  const s = held();
  expect(s.open('passport-officer').map(({ act }) => act)).toEqual(['count']);
  s.act('filer', { act: 'register', data: { attended: 3 } });
  expect(s.state.status).toBe('completed');
  expect(waiting(s)).toEqual([]);
});
