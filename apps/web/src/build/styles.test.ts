import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');
const files = ['packages', 'platform', 'catalogue', 'apps']
  .flatMap((floor) =>
    readdirSync(join(ROOT, floor), { recursive: true, encoding: 'utf8' }).map((name) => `${floor}/${name}`),
  )
  .filter((name) => !/node_modules|\/dist\//.test(name));

/** Styles a room shows to others, by the name they are asked for. */
const shown = new Set(
  files
    .filter((name) => name.endsWith('/package.json'))
    .flatMap((file) => {
      const read: { name: string; exports?: object } = JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
      return Object.keys(read.exports ?? {}).map((key) => `${read.name}${key.slice(1)}`);
    }),
);

test('every style one room takes from another is on that room’s entrance, so that the office can be built', () => {
  const asked = files
    .filter((name) => name.endsWith('.css'))
    .flatMap((file) =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/@import "(@zhitongche\/[^"]+)"/g)].map(
        ([, name = '']) => ({ file, name }),
      ),
    );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter(({ name }) => !shown.has(name))).toEqual([]);
});
