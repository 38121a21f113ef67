import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseLeft } from './delays.ts';

const figures = { codePause: 60, codesTarget: 4 };
const now = new Date('2026-03-02T01:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test('the first code goes at once, each further one waits twice as long as the one before', () => {
  expect(pauseLeft({ count: 0, last: null }, figures, now)).toBe(0);
  expect(pauseLeft({ count: 1, last: ago(0) }, figures, now)).toBe(60);
  expect(pauseLeft({ count: 1, last: ago(59) }, figures, now)).toBe(1);
  expect(pauseLeft({ count: 2, last: ago(0) }, figures, now)).toBe(120);
  expect(pauseLeft({ count: 3, last: ago(240) }, figures, now)).toBe(0);
});

test('after the last of a day nothing goes to that address until the day is over', () => {
  expect(pauseLeft({ count: 4, last: ago(3600) }, figures, now)).toBe(86_400 - 3600);
});

test('nobody gets more codes in a day than the figure says, however patiently they are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 4000 }), { minLength: 20, maxLength: 60 }), (waits) => {
      let at = now.getTime();
      const sent: number[] = [];
      for (const wait of waits) {
        at += wait * 1000;
        const day = sent.filter((one) => one > at - 86_400_000);
        const last = day.at(-1);
        if (
          pauseLeft(
            { count: day.length, last: last === undefined ? null : new Date(last) },
            figures,
            new Date(at),
          ) === 0
        )
          sent.push(at);
      }
      for (const one of sent)
        expect(sent.filter((other) => other >= one && other < one + 86_400_000).length).toBeLessThanOrEqual(
          figures.codesTarget,
        );
    }),
  );
});
