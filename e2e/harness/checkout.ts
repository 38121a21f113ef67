import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Office,
  type OfficeAddress,
  officeFolder,
  type OfficePlan,
  OPENING,
  openOffice,
  ROOT,
} from './office.ts';

const PARTS = [
  'packages',
  'platform',
  'catalogue',
  'apps',
  'offices',
  'scripts',
  'docs/handbook',
  'e2e',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'biome.json',
  'vitest.config.ts',
];
const MADE = /\/(node_modules|dist|out)(\/|$)/;

/** A copy of the sources under version control, to change at will. */
export interface Checkout {
  readonly folder: string;
  /** Runs a script of the copy with this Node. */
  run(...args: readonly string[]): string;
  git(...args: readonly string[]): string;
  /** Serves the demo office from the copy, before anybody has filed anything. */
  serve(): Promise<OfficeAddress>;
  remove(): Promise<void>;
}

/** Copies the sources into a temporary folder with the installed packages linked, and commits them there. */
export function checkout(): Checkout {
  const folder = mkdtempSync(join(tmpdir(), 'zhitongche-checkout-'));
  for (const part of PARTS)
    cpSync(join(ROOT, part), join(folder, part), {
      recursive: true,
      filter: (path) => !MADE.test(path.slice(ROOT.length)),
    });
  linkPackages(folder);
  let office: Office | undefined;
  let data = '';
  const run = (file: string, args: readonly string[]): string =>
    execFileSync(file, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const git = (...args: readonly string[]): string =>
    run('git', ['-c', 'user.name=story', '-c', 'user.email=story@example.test', ...args]);
  git('init', '-q');
  // Links and what is built are no part of the sources.
  git('add', ...PARTS);
  git('commit', '-q', '-m', 'Before');
  return {
    folder,
    git,
    run: (...args) => run(process.execPath, args),
    async serve() {
      data = await officeFolder();
      const plan: OfficePlan = {
        data: join(data, 'data'),
        web: join(folder, 'apps/web/dist'),
        shift: OPENING - Date.now(),
        office: 'new',
      };
      office = await openOffice(folder, ['--import', 'tsx', 'e2e/harness/serve.ts'], plan);
      return office;
    },
    async remove() {
      await office?.stop();
      if (data !== '') rmSync(data, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Installed packages as they are; our own rooms lead into the copy. */
function linkPackages(folder: string): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@zhitongche'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '@zhitongche') symlinkSync(join(ROOT, 'node_modules', name), join(modules, name));
  for (const floor of ['packages', 'platform', 'apps'])
    for (const room of readdirSync(join(folder, floor)))
      symlinkSync(join(folder, floor, room), join(modules, '@zhitongche', room));
  for (const room of ['catalogue', 'offices'])
    symlinkSync(join(folder, room), join(modules, '@zhitongche', room));
}
