import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeParts, type Part, stacked } from './schedule.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 30, 1, minute)).toISOString();
const part = (from: number, to: number): Part => ({ from: at(from), to: at(to) });
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: -30, max: 90 }), fc.integer({ min: 1, max: 40 }))
    .map(([a, n]) => part(a, a + n)),
  { maxLength: 8 },
);

test('a room of one taken from nine to ten is free before and after', () => {
  expect(freeParts(part(0, 120), [part(30, 60)], 1)).toEqual([part(0, 30), part(60, 120)]);
  expect(freeParts(part(0, 120), [part(30, 60)], 2)).toEqual([part(0, 120)]);
});

test('every minute is free exactly where fewer have it than there are places', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 3 }), (taken, capacity) => {
      const free = freeParts(part(0, 60), taken, capacity);
      for (let minute = 0; minute < 60; minute++) {
        const here = ({ from, to }: Part) => from <= at(minute) && at(minute) < to;
        expect(free.some(here)).toBe(taken.filter(here).length < capacity);
      }
    }),
  );
});

test('none covers another on its line', () => {
  fc.assert(
    fc.property(spans, (taken) => {
      const lines = stacked(taken);
      for (const [n, one] of lines.entries())
        for (const other of lines.slice(n + 1))
          expect(one.line === other.line && one.from < other.to && other.from < one.to).toBe(false);
    }),
  );
});
