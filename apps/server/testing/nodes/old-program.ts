import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Where the program lies in a tree: with an office of its own for harnesses, as itself, and where it lay before the house was re-laid. */
const PROGRAMS = [
  'apps/server/testing/nodes/serve.ts',
  'apps/server/src/main.ts',
  'packages/server/src/main.ts',
];

/** The program of another version in its tree of sources. */
export function programIn(tree: string): string {
  const found = PROGRAMS.map((path) => join(tree, path)).find((path) => existsSync(path));
  if (!found) throw new Error(`No program of this product lies in ${tree}`);
  return found;
}
