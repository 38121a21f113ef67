import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CATALOGUE = join(import.meta.dirname, '..');
/** What declares nothing: stories, the rows of the demo office, what is counted of the rows. */
const BESIDES = /\.test\.ts$|^samples\.ts$|^measures\.ts$/;

const declaring = (folder: string): number =>
  readdirSync(join(CATALOGUE, folder))
    .filter((file) => file.endsWith('.ts') && !BESIDES.test(file))
    .reduce(
      (sum, file) =>
        sum +
        readFileSync(join(CATALOGUE, folder, file), 'utf8')
          .trimEnd()
          .split('\n').length,
      0,
    );

test.each([
  ['office/term', 120],
  ['stock/meeting-supply', 60],
])('%s, drawn after the platform was built, is declared in %i lines at most', (folder, most) => {
  expect(declaring(folder)).toBeLessThanOrEqual(most);
});
