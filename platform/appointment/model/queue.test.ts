import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueOf, NUMBER_MOVES, NUMBER_STATES, numberSaid } from './queue.ts';

const at = (time: string): string => `2026-03-10T${time}:00.000Z`;

test('who comes in the hour booked goes before who came without one since it began; who comes late waits like everybody', () => {
  const booked = { from: at('09:30'), to: at('10:00') };
  expect(dueOf(at('09:40'), booked)).toBe(at('09:30'));
  // Who comes early does not overtake those who wait already.
  expect(dueOf(at('08:30'), booked)).toBe(at('09:30'));
  expect(dueOf(at('10:05'), booked)).toBe(at('10:05'));
  expect(dueOf(at('09:40'), undefined)).toBe(at('09:40'));
});

test('nobody who came without an hour is overtaken by who drew later, but by those whose hour had begun', () => {
  const minute = fc.integer({ min: 0, max: 600 });
  const time = (n: number) => new Date(Date.parse(at('00:00')) + n * 60_000).toISOString();
  fc.assert(
    fc.property(minute, minute, fc.option(minute), (walkIn, other, hour) => {
      const booked = hour === null ? undefined : { from: time(hour), to: time(hour + 30) };
      const overtaken = dueOf(time(other), booked) < dueOf(time(walkIn), undefined) && other > walkIn;
      if (overtaken) expect(booked && booked.from < time(walkIn)).toBe(true);
    }),
  );
});

test('every state of a number is reached and left by a move, or is its end', () => {
  const moves = Object.values(NUMBER_MOVES);
  for (const { from, to } of moves)
    for (const state of [...from, to]) expect(NUMBER_STATES).toHaveProperty(state);
  expect(moves.flatMap(({ from }) => from as readonly string[])).not.toContain('served');
  expect([numberSaid(7), numberSaid(1204)]).toEqual(['007', '1204']);
});
