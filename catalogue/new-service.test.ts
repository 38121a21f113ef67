import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = 'catalogue/inbound/guest-invitation';
let copy = '';

const run = (file: string, ...args: readonly string[]): string =>
  execFileSync(process.execPath, [file, ...args], { cwd: copy, encoding: 'utf8', stdio: 'pipe' });

const bin = (name: string): string => join(ROOT, 'node_modules', name);

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'new-service-'));
  for (const part of [
    'catalogue',
    'scripts',
    'package.json',
    'tsconfig.json',
    'biome.json',
    '.oxlintrc.json',
  ])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('the generator adds one folder and one line, and everything passes at once', () => {
  const before = readFileSync(join(copy, 'catalogue/catalogue.ts'), 'utf8');
  const folders = readdirSync(join(copy, 'catalogue'));
  run(
    'scripts/new-service.mjs',
    'inbound/guest-invitation',
    '邀请外国人来华（商务、科技、教育、文化等领域）',
  );

  const after = readFileSync(join(copy, 'catalogue/catalogue.ts'), 'utf8');
  expect(after).toBe(`${before}export { guestInvitation } from './inbound/guest-invitation/index.ts';\n`);
  expect(readdirSync(join(copy, 'catalogue')).filter((name) => !folders.includes(name))).toEqual(['inbound']);

  // What the catalogue asks of every service is asked here of the new one; the others are asked where they lie.
  const report = run(bin('vitest/vitest.mjs'), 'run', '--root', copy, 'catalogue/catalogue.test.ts', FOLDER);
  expect(report).toContain('3 passed');
  run(bin('@biomejs/biome/bin/biome'), 'format', FOLDER, 'catalogue/catalogue.ts');
  writeFileSync(
    join(copy, 'tsconfig.new.json'),
    JSON.stringify({ extends: './tsconfig.json', include: ['catalogue/inbound'] }),
  );
  run(bin('typescript/bin/tsc'), '-p', 'tsconfig.new.json', '--noEmit');
}, 400_000);

test('it refuses a name that is taken or cannot be one', () => {
  for (const name of [
    'outbound/trip',
    'inbound/outbound-trip',
    'inbound/Guest',
    'inbound/guest_invitation',
    'guest',
    '../x',
    '',
  ])
    expect(() => run('scripts/new-service.mjs', name), name).toThrow();
});

test('a changed form under the same version fails until the version is raised', () => {
  const form = join(copy, 'catalogue/outbound/trip/act-forms.ts');
  const text = readFileSync(form, 'utf8');
  expect(text).toContain('followUp: text(');
  rmSync(form);
  appendFileSync(form, text.replace('followUp: text(', 'plans: text('));
  expect(() =>
    run(
      bin('vitest/vitest.mjs'),
      'run',
      '--root',
      copy,
      'catalogue/outbound/trip/definition.test.ts',
      '-t',
      'keeps the shape',
    ),
  ).toThrow(/forms\.report\.followUp/);
}, 240_000);
