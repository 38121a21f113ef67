import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const PARTS = [
  'scripts',
  'packages',
  'platform',
  'catalogue',
  'apps',
  'offices',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
let copy = '';

/** Every item of the catalogue, `family/item`. */
const items = readFileSync(join(ROOT, 'catalogue/catalogue.ts'), 'utf8')
  .split('\n')
  .flatMap((line) => /import\('\.\/([\w-]+\/[\w-]+)\//.exec(line)?.[1] ?? [])
  .filter((item, index, all) => all.indexOf(item) === index);

const drawn = (): string => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const item = items[seed % items.length] ?? '';
  process.stderr.write(`removed: ${item} (SEED=${seed} plays it again)\n`);
  return item;
};

const run = (file: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, [join(ROOT, 'node_modules', file), ...args], {
    cwd: copy,
    encoding: 'utf8',
    stdio: 'pipe',
  });

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'removed-'));
  const kept = (path: string) => !/\/(node_modules|dist)(\/|$)/.test(path.slice(ROOT.length));
  for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true, filter: kept });
  // Rooms are found in the copy, packages of others where they are.
  mkdirSync(join(copy, 'node_modules/@zhitongche'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules')).filter((one) => one !== '@zhitongche'))
    symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name));
  for (const floor of ['packages', 'platform', 'apps'])
    for (const name of readdirSync(join(copy, floor)))
      symlinkSync(join(copy, floor, name), join(copy, 'node_modules/@zhitongche', name));
  for (const name of ['catalogue', 'offices'])
    symlinkSync(join(copy, name), join(copy, 'node_modules/@zhitongche', name));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('without any one folder and its lines, and with one it does not have, the product compiles and starts', () => {
  const item = drawn();
  rmSync(join(copy, 'catalogue', item), { recursive: true });
  cpSync(join(ROOT, 'catalogue/testing/alien'), join(copy, 'catalogue/alien/flag'), { recursive: true });
  const lines = readFileSync(join(copy, 'catalogue/catalogue.ts'), 'utf8').split('\n');
  const left = lines.filter((line) => !line.includes(`'./${item}/`));
  expect(left.length).toBeLessThan(lines.length);
  writeFileSync(
    join(copy, 'catalogue/catalogue.ts'),
    `${left.join('\n').trimEnd()}\nexport const aliens = () => import('./alien/flag/index.ts');\n`,
  );
  writeFileSync(
    join(copy, 'tsconfig.removed.json'),
    JSON.stringify({
      extends: './tsconfig.json',
      include: ['packages', 'platform', 'catalogue', 'apps'],
      exclude: [
        '**/*.test.ts',
        '**/*.test.tsx',
        '**/testing/**',
        '**/testing.ts',
        '**/tools/**',
        '**/fixtures/**',
      ],
    }),
  );
  run('typescript/bin/tsc', '-p', 'tsconfig.removed.json', '--noEmit');
  const started = run(
    'vitest/vitest.mjs',
    'run',
    '--root',
    copy,
    'apps/server/src/start.test.ts',
    '-t',
    'brings its own PostgreSQL',
  );
  expect(started).toContain('1 passed');
}, 400_000);
