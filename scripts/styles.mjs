// Refuses styles that could collide: a class belongs to the one file that styles it, and pages are laid out anew only at
// the named screens of packages/ui/src/screens.ts. Part of `npm run lint`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { faultsOfStyles } from './lib/styles.mjs';

const sheets = new Map(
  ['packages', 'platform', 'catalogue', 'apps'].flatMap((floor) =>
    readdirSync(join(root, floor), { recursive: true, encoding: 'utf8' })
      .map((name) => `${floor}/${name}`)
      .filter((path) => path.endsWith('.css') && !/node_modules|\/dist\//.test(path))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  ),
);
const named = readFileSync(join(root, 'packages/ui/src/screens.ts'), 'utf8');
const screens = [...named.matchAll(/^ {2}'?([a-z-]+)'?: '\(/gm)].map(([, name]) => name);
const faults = faultsOfStyles(sheets, screens);
for (const fault of faults) console.error(fault);
if (faults.length === 0) console.log(`${sheets.size} style sheets, no class in two of them.`);
process.exit(faults.length === 0 ? 0 : 1);
