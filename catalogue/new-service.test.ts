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
  // The laws of the catalogue reach into the platform past its entrances.
  symlinkSync(join(ROOT, 'platform'), join(copy, 'platform'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const STARTS = [
  {
    start: 'approval',
    folder: 'inbound/guest-invitation',
    name: 'guestInvitation',
    label: '邀请外国人来华（商务、科技、教育、文化等领域）',
    args: [],
  },
  {
    start: 'internal',
    folder: 'office/leave-abroad',
    name: 'leaveAbroad',
    label: '本办人员因私出国（境）',
    args: ['--start=internal'],
  },
] as const;

test.each(STARTS)(
  'the start $start adds one folder and one line, and everything passes at once',
  ({ folder, name, label, args }) => {
    const before = readFileSync(join(copy, 'catalogue/catalogue.ts'), 'utf8');
    const folders = readdirSync(join(copy, 'catalogue'));
    const begun = Date.now();
    run('scripts/new-service.mjs', folder, label, ...args);

    const after = readFileSync(join(copy, 'catalogue/catalogue.ts'), 'utf8');
    expect(after).toBe(`${before}export const ${name} = () => import('./${folder}/index.ts');\n`);
    const [family = ''] = folder.split('/');
    expect(readdirSync(join(copy, 'catalogue')).filter((one) => !folders.includes(one))).toEqual(
      folders.includes(family) ? [] : [family],
    );

    // From the command to the first case decided in memory, as its own stories play it.
    const vitest = (...files: readonly string[]) =>
      run(bin('vitest/vitest.mjs'), 'run', '--root', copy, ...files);
    expect(vitest(`catalogue/${folder}/story.test.ts`)).toContain('1 passed');
    process.stderr.write(
      `${folder}: ${((Date.now() - begun) / 1000).toFixed(1)} s from command to first decided case\n`,
    );
    // What the catalogue asks of every service is asked here of the new one; the others are asked where they lie.
    expect(vitest('catalogue/catalogue.test.ts', `catalogue/${folder}`)).toContain('3 passed');
    run(bin('@biomejs/biome/bin/biome'), 'format', `catalogue/${folder}`, 'catalogue/catalogue.ts');
    writeFileSync(
      join(copy, 'tsconfig.new.json'),
      JSON.stringify({ extends: './tsconfig.json', include: [`catalogue/${folder}`] }),
    );
    run(bin('typescript/bin/tsc'), '-p', 'tsconfig.new.json', '--noEmit');
  },
  400_000,
);

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
  expect(() => run('scripts/new-service.mjs', 'inbound/some-other', '某事', '--start=public')).toThrow();
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
