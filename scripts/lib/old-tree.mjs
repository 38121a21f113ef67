import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { roomsOf } from './install.mjs';
import { root } from './root.mjs';

/** Where migrations lie, and where they lay before the house was re-laid. */
const MIGRATIONS = ['platform/core/migrations', 'packages/server/src/store/migrations'];

const git = (...args) => execFileSync('git', args, { cwd: root, maxBuffer: 1 << 30 });

/** The sources as they were at a git ref, in a folder of their own with the packages installed now; and their newest migration. */
export function oldTree(ref) {
  const tree = mkdtempSync(join(tmpdir(), 'zhitongche-old-'));
  execFileSync('tar', ['-x', '-C', tree], { input: git('archive', ref) });
  const modules = join(tree, 'node_modules');
  mkdirSync(join(modules, '@zhitongche'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@zhitongche' && !name.startsWith('.'))
      symlinkSync(join(root, 'node_modules', name), join(modules, name));
  const { workspaces } = JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8'));
  for (const room of workspaces.flatMap((line) => roomsOf(line, tree)))
    symlinkSync(join(tree, room), join(modules, '@zhitongche', basename(room)));
  const folder = MIGRATIONS.map((path) => join(tree, path)).find(existsSync);
  const steps = readdirSync(folder).sort();
  return { tree, schema: Number(steps.at(-1)?.slice(0, 4) ?? 0) };
}

/** The newest commit that does not have the newest migration; null without history. */
export function beforeNewestStep() {
  const [folder] = MIGRATIONS;
  const newest = readdirSync(join(root, folder)).sort().at(-1);
  const added = String(git('log', '--diff-filter=A', '--format=%H', '--', `${folder}/${newest}`)).trim();
  if (added === '') return null;
  try {
    return String(git('rev-parse', `${added.split('\n').at(-1)}~1`)).trim();
  } catch {
    return null;
  }
}
