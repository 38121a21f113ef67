import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../model/disclosure.ts';
import { fixtureBytes, readBytes, readFixture } from '../testing.ts';

const printed = new TextDecoder().decode(fixtureBytes('hebei-fao-2024.txt')).split('\n');

/** Lines of a form's cells with more of the row below, found by what is printed in them. */
const spots = (cell: RegExp) =>
  printed.flatMap((line, at) =>
    cell.test(line) && printed[at + 1]?.startsWith('\t') && at > 1800 && at < 3400 ? [at] : [],
  );

const indicatorsOf = (model: Disclosure) =>
  model.projects.map(({ indicators }) => indicators.map(({ name, raw, target }) => [name, raw, target]));

describe('a page number inside a row belongs to no cell', () => {
  for (const [what, cell] of [
    ['a target', /^\t[≥≤]\d/],
    ['a name', /^\t[\u4e00-\u9fff]{4,}$/],
    ['a percentage', /^\t\d{1,3}%$/],
  ] as const)
    test(`after ${what} it changes nothing and is listed at its line`, async () => {
      const good = (await readFixture('hebei-fao-2024')).model;
      const found = spots(cell);
      expect(found.length).toBeGreaterThan(10);
      for (const at of [found[1], found[Math.floor(found.length / 2)], found.at(-2)])
        for (const page of ['12', '- 12 -', '第 12 页']) {
          const lines = printed.toSpliced((at ?? 0) + 1, 0, page);
          const reading = await readBytes(new TextEncoder().encode(lines.join('\n')));
          expect(indicatorsOf(reading.model), printed[at ?? 0]).toEqual(indicatorsOf(good));
          expect(reading.findings.some(({ place }) => place.line === (at ?? 0) + 2)).toBe(true);
        }
    });

  test('a number broken over two lines is not put together', async () => {
    const at = printed.findIndex((line, own) => own > 1800 && /^\t[≥≤]\d\d+[次人]/.test(line));
    const line = printed[at] ?? '';
    const lines = printed.with(at, line.replace(/(?<=[≥≤]\d)(?=\d)/, '\n'));
    expect(lines[at]).toContain('\n');
    const reading = await readBytes(new TextEncoder().encode(lines.join('\n')));
    expect(reading.findings.some(({ kind, place }) => kind === 'doubtful' && (place.line ?? 0) >= at)).toBe(
      true,
    );
  });
});
