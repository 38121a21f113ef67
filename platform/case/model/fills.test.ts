import { expect, test } from 'vitest';
import type { Answers } from '@zhitongche/form';
import { filledAt, type Fills, refilled } from './fills.ts';
import { sampleContext } from './testing.ts';

const context = sampleContext([]);
/** A trip of stops: each begins when the one before ends, the way home with the last, the way is the names in a row. */
const fills: Fills = {
  answers: ({ stops }) => {
    const all = Array.isArray(stops) ? (stops as readonly Answers[]) : [];
    return {
      home: all.at(-1)?.leave,
      way:
        all.length === 0
          ? undefined
          : all.map(({ name }) => (typeof name === 'string' ? name : '')).join('—'),
    };
  },
  rows: {
    stops: (_row, { index, rows, whole }) => ({
      arrive: index === 0 ? whole.exit : rows[index - 1]?.leave,
      transit: false,
    }),
  },
};
const typing = (...steps: readonly Answers[]): Answers =>
  steps.reduce((before, change) =>
    refilled(fills, { answers: before, context }, { answers: { ...before, ...change }, context }),
  );

test('what follows is filled in, and follows on when what it follows from changes', () => {
  const one = typing({ exit: '2026-05-24' }, { stops: [{ name: '东京' }] });
  expect(one).toEqual({
    exit: '2026-05-24',
    way: '东京',
    stops: [{ name: '东京', arrive: '2026-05-24', transit: false }],
  });
  expect(typing(one, { exit: '2026-05-25' })).toMatchObject({ stops: [{ arrive: '2026-05-25' }] });
});

test('what a person typed or emptied stays as it is', () => {
  const stops = [{ name: '东京', arrive: '2026-05-24', leave: '2026-05-27', transit: false }];
  const filled = typing({ exit: '2026-05-24' }, { stops });
  expect(filled.home).toBe('2026-05-27');
  const own = typing(filled, { home: '2026-05-28' }, { stops: [{ ...stops[0], leave: '2026-05-29' }] });
  expect(own.home).toBe('2026-05-28');
  const emptied = typing(filled, { way: undefined }, { exit: '2026-05-23' });
  expect(emptied.way).toBeUndefined();
});

test('a row taken away leaves the others what they had; a row put in is filled by what stands before it', () => {
  const three = typing({ exit: '2026-05-24', stops: [] }, { stops: [{ name: '东京', leave: '2026-05-27' }] });
  const first = (three.stops as readonly Answers[])[0] ?? {};
  const two = typing(three, { stops: [first, { name: '首尔', arrive: '2026-05-28' }] });
  expect(two.stops).toEqual([first, { name: '首尔', arrive: '2026-05-28', transit: false }]);
  const second = (two.stops as readonly Answers[])[1] ?? {};
  expect(typing(two, { stops: [second] }).stops).toEqual([second]);
});

test('a page that is opened changes nothing, and shows what was filled in', () => {
  const saved: Answers = { exit: '2026-05-24', stops: [{ name: '东京' }] };
  expect(refilled(fills, { answers: saved, context }, { answers: saved, context })).toBe(saved);
  const filled = typing({ exit: '2026-05-24' }, { stops: [{ name: '东京' }] });
  expect([...filledAt(fills, { answers: filled, context })].toSorted()).toEqual([
    'stops.0.arrive',
    'stops.0.transit',
    'way',
  ]);
});

test('an empty text takes back what followed and waits; a person’s own words it leaves', () => {
  const spelled: Fills = {
    answers: ({ name }) => ({ pinyin: name === '林若' ? 'LIN RUO' : '' }),
  };
  const type = (...steps: readonly Answers[]): Answers =>
    steps.reduce((before, change) =>
      refilled(spelled, { answers: before, context }, { answers: { ...before, ...change }, context }),
    );
  expect(type({}, { name: '林若' })).toEqual({ name: '林若', pinyin: 'LIN RUO' });
  expect(type({}, { name: '林若' }, { name: '林若谷' }).pinyin).toBeUndefined();
  expect(type({}, { name: '林若' }, { pinyin: 'LIM JO' }, { name: '林若谷' }).pinyin).toBe('LIM JO');
});

test('what was filled in leads to more in the same turn', () => {
  const chain: Fills = { answers: ({ a, b }) => ({ b: a, c: b }) };
  expect(refilled(chain, { answers: {}, context }, { answers: { a: '1' }, context })).toEqual({
    a: '1',
    b: '1',
    c: '1',
  });
});
