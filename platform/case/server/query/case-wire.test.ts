import { type CaseEvent, emptyState } from '@zhitongche/case';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toy } from '../../model/testing/toy-service.ts';
import { randomWalk } from '../../model/testing/random-walk.ts';
import { eventOnWire, stateOnWire } from './case-wire.ts';

const walks = fc.array(fc.record({ who: fc.nat(1_000), pick: fc.nat(1_000), detail: fc.nat(1_000) }), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
});
const CAST = [
  'filer',
  'window',
  'handler@outbound',
  'countersigner@security',
  'division-head@outbound',
  'signer',
] as const;

test('everything a case holds and tells today reaches its readers', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const { state, events } = randomWalk(toy, {}, CAST, walk);
      expect(stateOnWire(state)).toEqual(state);
      for (const { body } of events) expect(eventOnWire(body)).toEqual(body);
    }),
  );
});

test('what the kernel begins to keep for itself travels to nobody until the contract names it', () => {
  const own = { kernelsOwn: 'not for others' };
  const seat = { id: 's1', ready: true, step: 'window', entry: 1, status: 'open', trail: [] } as const;
  const state = { ...emptyState, seats: [seat], path: [{ step: 'window', at: '2026-03-02T01:00:00.000Z' }] };
  const kept = {
    ...state,
    ...own,
    seats: [{ ...seat, ...own }],
    path: state.path.map((stop) => ({ ...stop, ...own })),
  };
  expect(stateOnWire(kept)).toEqual(state);
  const event: CaseEvent = {
    type: 'step-entered',
    step: 'board',
    kind: 'panel',
    seats: [{ id: 's2', ready: false }],
    rule: { atLeast: 2 },
  };
  const noted = {
    ...event,
    ...own,
    seats: [{ id: 's2', ready: false, ...own }],
    rule: { atLeast: 2, ...own },
  };
  expect(eventOnWire(noted)).toEqual(event);
});

test('what a service alone knows travels whole: answers, figures, what its forms recorded', () => {
  const held = { people: [{ name: '柯采薇', days: 4 }], nested: { any: ['thing'] } };
  const doer = { id: 'p1', name: '柯采薇', org: 'unit' };
  const record = { at: '2026-03-02T01:00:00.000Z', doer, data: held, derived: { total: '1.00' } };
  const state = { ...emptyState, answers: held, derived: held, records: { returned: [record] } };
  expect(stateOnWire(state)).toEqual(state);
});
