import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { parseSync } from 'oxc-parser';
import { ResolverFactory } from 'oxc-resolver';
import { root } from './root.mjs';

const SKIP = new Set(['node_modules', 'dist', 'out', 'coverage']);
const SOURCE = /\.(ts|tsx|mjs|cjs)$/;
const resolver = new ResolverFactory({
  conditionNames: ['import', 'node', 'default', 'types'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
  extensionAlias: { '.js': ['.js', '.ts', '.tsx', '.d.ts'] },
  builtinModules: true,
});

/** Source files below a folder, as paths from the top of the checkout. */
export function* sources(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !SKIP.has(entry.name) && !entry.name.startsWith('.')) yield* sources(path);
    else if (SOURCE.test(entry.name) && !entry.name.endsWith('.d.ts')) yield path;
  }
}

/** What a file imports, types included: static, re-exported and dynamic with a literal name. */
function specifiers(path) {
  const source = readFileSync(join(root, path), 'utf8');
  const { module, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`);
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    return /^(['"])[^'"]+\1$/.test(text) ? [text.slice(1, -1)] : [];
  });
  const exported = module.staticExports.flatMap((line) =>
    line.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  );
  return [
    ...new Set([...module.staticImports.map((line) => line.moduleRequest.value), ...exported, ...dynamic]),
  ];
}

/** Name of the npm package a bare specifier belongs to. */
const packageOf = (name) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');

/** Where one import leads: a file of ours, a package, a part of Node, or nowhere. */
function target(from, name) {
  if (name.startsWith('node:')) return { kind: 'node', to: name };
  // Vite's own: files with a query, and modules a plugin makes.
  if (name.startsWith('virtual:')) return null;
  const found = resolver.sync(join(root, dirname(from)), name.split('?')[0]);
  if (found.builtin) return { kind: 'node', to: name };
  if (!found.path) return { kind: 'nowhere', to: name };
  const to = relative(root, found.path).split(sep).join('/');
  return to.startsWith('node_modules/') || to.startsWith('..')
    ? { kind: 'package', to: packageOf(name) }
    : { kind: 'file', to };
}

/** Every import of the given folders: `{ from, name, kind, to }`. */
export function importsOf(folders) {
  return folders.flatMap((folder) =>
    [...sources(folder)].flatMap((from) =>
      specifiers(from).flatMap((name) => {
        const end = target(from, name);
        return end ? [{ from, name, ...end }] : [];
      }),
    ),
  );
}

/** Groups of files that import each other in circles (strongly connected components of two or more, Tarjan). */
export function circles(imports) {
  const next = new Map();
  for (const { from, to, kind } of imports)
    if (kind === 'file') next.set(from, [...(next.get(from) ?? []), to]);
  const index = new Map();
  const low = new Map();
  const stack = [];
  const found = [];
  const visit = (file) => {
    index.set(file, index.size);
    low.set(file, index.get(file));
    stack.push(file);
    for (const to of next.get(file) ?? []) {
      if (!index.has(to)) {
        visit(to);
        low.set(file, Math.min(low.get(file), low.get(to)));
      } else if (stack.includes(to)) low.set(file, Math.min(low.get(file), index.get(to)));
    }
    if (low.get(file) !== index.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    if (group.length > 1) found.push(group.toSorted((a, b) => a.localeCompare(b)));
  };
  for (const file of next.keys()) if (!index.has(file)) visit(file);
  return found;
}
