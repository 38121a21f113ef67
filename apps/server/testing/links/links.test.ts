import { expect, it } from 'vitest';
import { runLinks } from './run-links.ts';

it('kill -9 while bundles are filed and their parts decided never leaves parent and child that disagree', async () => {
  const lines: string[] = [];
  const { repeated, final } = await runLinks({
    kills: 6,
    every: [20, 200],
    say: (line) => lines.push(line),
  });
  expect(final.faults, lines.join('\n')).toEqual([]);
  expect(final.lost).toBe(0);
  expect(repeated, lines.join('\n')).toBeGreaterThan(0);
  // Two parts for each bundle, and bundles that came to their end.
  expect(final.parts).toBe(2 * final.bundles);
  expect(final.over).toBe(final.bundles);
}, 300_000);
