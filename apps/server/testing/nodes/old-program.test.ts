import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programIn } from './old-program.ts';

let tree = '';
beforeAll(async () => {
  tree = await mkdtemp(join(tmpdir(), 'tree-'));
});
afterAll(() => rm(tree, { recursive: true, force: true }));

test.each(['packages/server/src/main.ts', 'apps/server/src/main.ts'])(
  'an older version is started from where it lay, before and after the house was re-laid: %s',
  async (path) => {
    const own = join(tree, dirname(path).replaceAll('/', '-'));
    await mkdir(join(own, dirname(path)), { recursive: true });
    await writeFile(join(own, path), '');
    expect(programIn(own)).toBe(join(own, path));
  },
);

test('a tree without a program is told, not started', () => {
  expect(() => programIn(join(tree, 'nowhere'))).toThrow('No program');
});
