import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastMean, forecastSum, type Week } from './forecast.ts';

/** Chance that is the same on every machine: the seed is printed with what came of it. */
const SEED = 20261201;
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How many come in a week, by Knuth. */
function poisson(draw: () => number, mean: number): number {
  const least = Math.exp(-mean);
  let count = 0;
  for (let product = draw(); product > least; product *= draw()) count += 1;
  return count;
}
const normal = (draw: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());

/** A year of an office: groups of one to six that come as they come, more in some weeks than in others. */
function year(draw: () => number, level: number): readonly Week[] {
  return Array.from({ length: 52 }, () => {
    const many = poisson(draw, level * Math.exp(0.3 * normal(draw) - 0.045));
    const sizes = Array.from({ length: many }, () => 1 + Math.floor(draw() * 6));
    return {
      sum: sizes.reduce((all, one) => all + one, 0),
      lines: many,
      squares: sizes.reduce((all, one) => all + one ** 2, 0),
    };
  });
}
const sumOf = (weeks: readonly Week[]): number => weeks.reduce((all, { sum }) => all + sum, 0);

test('over 200 years the stated span holds the outcome four times in five, and is narrower than carrying last year forward', () => {
  const draw = chance(SEED);
  // One office after another; each year is a fifth more or less than the year before.
  const years = Array.from({ length: 201 }, () => year(draw, 3 * Math.exp(0.2 * normal(draw))));
  const totals = years.map(sumOf);
  const changes = totals.slice(1).map((total, at) => total - (totals[at] ?? 0));
  const carried = 2 * 1.2816 * Math.sqrt(changes.reduce((all, one) => all + one ** 2, 0) / changes.length);
  let held = 0;
  let width = 0;
  for (const [at, weeks] of years.slice(1).entries()) {
    // Any week from the end of February to the beginning of December.
    const seen = 9 + Math.floor(draw() * 39);
    const past = weeks.slice(0, seen);
    const told = forecastSum(past, sumOf(past), 52 - seen);
    const outcome = totals[at + 1] ?? 0;
    if (told && told.low <= outcome && outcome <= told.high) held += 1;
    width += told ? told.high - told.low : Number.POSITIVE_INFINITY;
  }
  process.stdout.write(
    `seed ${SEED}: ${held} of 200 held, mean width ${(width / 200).toFixed(1)}, last year carried forward ${carried.toFixed(1)}\n`,
  );
  expect(held).toBeGreaterThanOrEqual(144);
  expect(held).toBeLessThanOrEqual(176);
  expect(width / 200).toBeLessThan(carried);
});

test('a forecast never takes back what is on record, and ends with the year', () => {
  const week = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 5 }).map((sizes) => ({
    sum: sizes.reduce((all, one) => all + one, 0),
    lines: sizes.length,
    squares: sizes.reduce((all, one) => all + one ** 2, 0),
  }));
  fc.assert(
    fc.property(fc.array(week, { minLength: 8, maxLength: 51 }), fc.nat(40), (weeks, left) => {
      const told = forecastSum(weeks, sumOf(weeks), left);
      if (told === null) return weeks.every(({ lines }) => lines === 0);
      return (
        told.low >= sumOf(weeks) &&
        told.low <= told.high &&
        (left > 0 || (told.low === told.high && told.high === sumOf(weeks)))
      );
    }),
    { seed: SEED },
  );
});

test('too few weeks and nothing yet foretell nothing', () => {
  const week = { sum: 2, lines: 1, squares: 4 };
  expect(
    forecastSum(
      Array.from({ length: 7 }, () => week),
      14,
      45,
    ),
  ).toBeNull();
  expect(
    forecastSum(
      Array.from({ length: 30 }, () => ({ sum: 0, lines: 0, squares: 0 })),
      0,
      22,
    ),
  ).toBeNull();
});

test('a share nobody has missed yet can still be missed', () => {
  const weeks = Array.from({ length: 20 }, () => ({ sum: 1, lines: 1, squares: 1 }));
  const told = forecastMean(weeks, { sum: 20, lines: 20, squares: 20 }, 32, 1);
  expect(told?.middle).toBe(1);
  expect(told?.high).toBe(1);
  expect(told?.low).toBeLessThan(1);
});
