import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeHours } from './hours.ts';

const at = (time: string): string => new Date(`2026-03-10T${time}:00+08:00`).toISOString();
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const clock = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(11, 16);
const told = (...[open, taken, of]: Parameters<typeof freeHours>) =>
  freeHours(open, taken, of).map(({ from, free }) => `${clock(from)} ${free}`);

test('a morning is cut into half hours, each with the places that are left', () => {
  const of = { minutes: 30, capacity: 2, after: at('00:00') };
  expect(told([span('09:00', '10:40')], [], of)).toEqual(['09:00 2', '09:30 2', '10:00 2']);
  const taken = [
    span('09:00', '09:30'),
    span('09:15', '10:00'),
    span('10:00', '10:30'),
    span('10:00', '10:30'),
  ];
  // From a quarter past nine both places of the first half hour are taken.
  expect(told([span('09:00', '10:30')], taken, of)).toEqual(['09:00 0', '09:30 1', '10:00 0']);
  expect(told([span('09:00', '10:30')], [], { ...of, after: at('09:10') })).toEqual(['09:30 2', '10:00 2']);
});

test('whoever books what is offered as free never overlaps more than there is room for', () => {
  const HALF = 30;
  const slots = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 12 })), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(slots, fc.integer({ min: 1, max: 4 }), (drawn, capacity) => {
      const minute = (n: number) => new Date(Date.parse(at('08:00')) + n * 10 * 60_000).toISOString();
      const taken = drawn.map(([from, length]) => ({ from: minute(from), to: minute(from + length) }));
      for (const hour of freeHours([span('08:00', '15:00')], taken, {
        minutes: HALF,
        capacity,
        after: at('00:00'),
      })) {
        if (hour.free === 0) continue;
        for (let n = 0; n < HALF; n += 1) {
          const now = new Date(Date.parse(hour.from) + n * 60_000).toISOString();
          expect(taken.filter(({ from, to }) => from <= now && to > now).length).toBeLessThan(capacity);
        }
      }
    }),
  );
});
