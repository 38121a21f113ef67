// Refuses imports that no arrow of the house allows, and circles: part of `npm run lint`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbidden } from './lib/arrow-rules.mjs';
import { circles, importsOf } from './lib/imports.mjs';
import { root } from './lib/root.mjs';

const imports = importsOf(['packages', 'platform', 'catalogue', 'apps', 'offices', 'e2e', 'bench']);
const room = /^((?:packages|platform|apps)\/[^/]+|catalogue|offices|e2e|bench)\//;
const declared = new Map();

/** Packages a room may import: its own and the checkout's. */
function declaredBy(file) {
  const folder = room.exec(file)?.[1] ?? '.';
  if (!declared.has(folder)) {
    const names = ['.', folder].flatMap((place) => {
      try {
        const read = JSON.parse(readFileSync(join(root, place, 'package.json'), 'utf8'));
        return ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
          Object.keys(read[kind] ?? {}),
        );
      } catch {
        return [];
      }
    });
    declared.set(folder, new Set(names));
  }
  return declared.get(folder);
}

const matches = (patterns, text) =>
  (Array.isArray(patterns) ? patterns : [patterns]).some((p) => new RegExp(p).test(text));

/** A rule's `to` with `$1` filled from what its `from` matched. */
function breaks(rule, line) {
  const from = new RegExp(rule.from.path ?? '').exec(line.from);
  if (!from || (rule.from.pathNot && matches(rule.from.pathNot, line.from))) return false;
  if (rule.to.kinds)
    return (
      rule.to.kinds.includes(line.kind) && !(rule.to.except ?? []).some((own) => line.to.startsWith(own))
    );
  if (rule.to.undeclared) return line.kind === 'package' && !declaredBy(line.from).has(line.to);
  if (line.kind !== 'file') return false;
  if (rule.to.relative && !line.name.startsWith('.')) return false;
  const fill = (p) => p.replaceAll('$1', from[1] ?? '').replaceAll('$2', from[2] ?? '');
  const not = [rule.to.pathNot ?? []].flat().map(fill);
  return matches([rule.to.path].flat().map(fill), line.to) && !(not.length > 0 && matches(not, line.to));
}

let count = 0;
for (const rule of forbidden) {
  for (const line of imports.filter((one) => breaks(rule, one))) {
    count += 1;
    console.error(`${line.from} → ${line.to}\n  ${rule.name}: ${rule.comment}`);
  }
}
for (const group of circles(imports)) {
  count += 1;
  console.error(
    `${group.join(' ⇄ ')}\n  no-circles: Files that need each other hide a third, and make load order a lottery.`,
  );
}
console.log(`${imports.length} imports, ${count} refused`);
process.exit(count === 0 ? 0 : 1);
