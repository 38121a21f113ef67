import { expect, test } from 'vitest';
import { type Known, monthFigures, percentUp } from './availability.ts';

/** A minute in Beijing. */
const at = (text: string): number => Date.parse(`${text}:00+08:00`);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const NOTHING: Known = { since: 0, reported: [], watched: [], down: [], spared: [] };
/** February 2026 has 28 days: 40320 minutes. */
const february = (known: Partial<Known>, until = '2026-03-01T00:00') =>
  monthFigures('2026-02-01', at(until), { ...NOTHING, ...known });

test('a month without a fault is whole by what is reported, and unknown where nobody looked', () => {
  expect(february({})).toEqual({ minutes: 40_320, reportedDown: 0, watched: 0, watchedDown: 0 });
  expect([percentUp(40_320, 0), percentUp(0, 0)]).toEqual(['100.00', undefined]);
});

test('faults that overlap count once, and only what lies in the month', () => {
  const reported = [
    span('2026-01-31T23:00', '2026-02-01T01:00'),
    span('2026-02-10T09:00', '2026-02-10T11:00'),
    span('2026-02-10T10:00', '2026-02-10T11:30'),
    span('2026-02-28T23:30', '2026-03-02T08:00'),
  ];
  // 60 + 150 + 30 = 240 of 40320 minutes: 99.404…%, never rounded up.
  const figures = february({ reported });
  expect(figures).toMatchObject({ minutes: 40_320, reportedDown: 240 });
  expect(percentUp(figures.minutes, figures.reportedDown)).toBe('99.40');
  expect(percentUp(40_320, 1)).toBe('99.99');
});

test('what the program found stands apart, against the time it looked', () => {
  const watched = [
    span('2026-02-01T00:00', '2026-02-15T00:00'),
    span('2026-02-20T00:00', '2026-02-22T00:00'),
  ];
  const down = [span('2026-02-14T23:00', '2026-02-15T02:00'), span('2026-02-21T10:00', '2026-02-21T10:10')];
  // 16 days looked at are 23040 minutes; of the first outage an hour lies in them, of the second ten minutes.
  expect(february({ watched, down })).toEqual({
    minutes: 40_320,
    reportedDown: 0,
    watched: 23_040,
    watchedDown: 70,
  });
});

test('an outage that does not count is neither up nor down', () => {
  const watched = [span('2026-02-01T00:00', '2026-02-02T00:00')];
  const spared = [span('2026-02-01T22:00', '2026-02-01T23:30')];
  const down = [span('2026-02-01T08:10', '2026-02-01T09:25')];
  expect(february({ watched, down, spared })).toMatchObject({ watched: 1_440 - 90, watchedDown: 75 });
});

test('a month under way counts as far as it is over, and a system from the day it was on record', () => {
  expect(february({}, '2026-02-11T00:00').minutes).toBe(10 * 1_440);
  expect(february({ since: at('2026-02-27T00:00') }).minutes).toBe(2 * 1_440);
  expect(february({}, '2026-01-20T00:00').minutes).toBe(0);
});
