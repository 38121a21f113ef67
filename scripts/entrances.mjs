// Writes the entrance of each room from what other rooms use of it, and leads their imports through it: `npm run entrances`,
// after a conflict in an `index.ts` or a name moved. `-- --check` changes nothing and fails where something would change.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ResolverFactory } from 'oxc-resolver';
import { sources } from './lib/imports.mjs';
import { namesOf, written } from './lib/names.mjs';
import { isTest, PLACES, roomOf } from './lib/rooms.mjs';
import { root } from './lib/root.mjs';
import { tool } from './lib/run.mjs';

const check = process.argv.includes('--check');
const resolver = new ResolverFactory({
  conditionNames: ['import', 'node', 'default'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
});

/** The entrance of a room's face; undefined where there is none: the catalogue, what runs. */
const entranceOf = (room) =>
  room.startsWith('platform/')
    ? `${room}/index.ts`
    : room.startsWith('packages/') || room === 'offices'
      ? `${room}/src/index.ts`
      : undefined;
/** How others name it. */
const nameOf = (room) => {
  const [floor, name, face] = room.split('/');
  return `@zhitongche/${name ?? floor}${face && face !== 'model' ? `/${face}` : ''}`;
};

const files = PLACES.flatMap((place) => [...sources(place)]).filter((path) => /\.tsx?$/.test(path));
const entrances = new Set(files.map(roomOf).map(entranceOf));
const parsed = new Map(files.map((path) => [path, namesOf(path)]));
const trialOnly = (path) => isTest(path) || /^(bench|scripts)\//.test(path);

/** Where an import leads, as a path of ours; undefined for packages and what is no source. */
function target(from, name) {
  const { path } = resolver.sync(join(root, dirname(from)), name.split('?')[0]);
  const to = path ? relative(root, path) : '';
  return parsed.has(to) ? to : undefined;
}

/** The file that defines a name another file hands on; undefined where it is renamed on the way or nowhere. */
function definer(path, name) {
  const { own, passes } = parsed.get(path);
  if (own.includes(name)) return path;
  const pass = passes.find(({ names }) => names.some((one) => one.as === name && one.name === name));
  const next = pass && target(path, pass.from);
  return next && definer(next, name);
}

/** The only file of a room that has a name of its own, where its entrance does not yet hand it on. */
function behind(entrance, name) {
  if (!entrances.has(entrance)) return undefined;
  const found = [...parsed].filter(
    ([path, { own }]) => roomOf(path) === roomOf(entrance) && !isTest(path) && own.includes(name),
  );
  return found.length === 1 ? found[0][0] : undefined;
}

const plain = ({ name }) => name !== '*' && name !== 'default';
const near = (from, to) => {
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
};

/** Names that rooms use of each other: room → file → name → only as a type. */
const used = new Map();
function* crossings() {
  for (const [from, { imports, passes }] of parsed) {
    if (entrances.has(from)) continue;
    for (const line of [...imports, ...passes]) {
      if (line.names.length === 0 || !line.names.every(plain)) continue;
      const to = target(from, line.from);
      // What a package.json names besides the entrance (pages, test kits) is entered by that name.
      if (!to || (line.from.startsWith('@') && !entrances.has(to))) continue;
      const ends = line.names.map(({ name }) => definer(to, name) ?? behind(to, name));
      if (ends.some((end) => end === undefined || !entranceOf(roomOf(end)))) continue;
      if (ends.every((end) => roomOf(end) === roomOf(from)) && !entrances.has(to)) continue;
      yield { from, line, ends };
    }
  }
}
for (const { from, line, ends } of crossings())
  line.names.forEach(({ name, type }, at) => {
    const room = roomOf(ends[at]);
    if (room === roomOf(from) || trialOnly(from)) return;
    const byFile = used.get(room) ?? used.set(room, new Map()).get(room);
    const names = byFile.get(ends[at]) ?? byFile.set(ends[at], new Map()).get(ends[at]);
    names.set(name, (names.get(name) ?? true) && type);
  });

// What a new folder will be generated with is used too, before there is one.
const TEMPLATES = 'scripts/new-service/templates';
for (const file of readdirSync(join(root, TEMPLATES), { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.tmpl')) continue;
  const template = readFileSync(join(root, TEMPLATES, file), 'utf8');
  for (const [, whole, names, from] of template.matchAll(
    /import (type )?\{([^}]*)\} from '(@zhitongche\/[^']+)'/g,
  )) {
    const to = target('catalogue/catalogue.ts', from);
    for (const one of names.split(',').map((each) => each.trim())) {
      const name = one.replace(/^type /, '');
      const end = name && entrances.has(to) ? (definer(to, name) ?? behind(to, name)) : undefined;
      if (!end) continue;
      const byFile = used.get(roomOf(end)) ?? used.set(roomOf(end), new Map()).get(roomOf(end));
      const known = byFile.get(end) ?? byFile.set(end, new Map()).get(end);
      known.set(name, (known.get(name) ?? true) && (whole !== undefined || one !== name));
    }
  }
}

const texts = new Map();
for (const { from, line, ends } of crossings()) {
  const { source, passes } = parsed.get(from);
  const placeOf = (one) => {
    const end = ends[line.names.indexOf(one)];
    const room = roomOf(end);
    return room === roomOf(from) || !used.get(room)?.get(end)?.has(one.name) ? near(from, end) : nameOf(room);
  };
  if (line.names.every((one) => placeOf(one) === line.from)) continue;
  const edits = texts.get(from) ?? texts.set(from, { source, edits: [] }).get(from);
  const verb = passes.includes(line) ? 'export' : 'import';
  edits.edits.push([line.start, line.end, written(verb, line.names, placeOf)]);
}
const changed = [...texts].map(([path, { source, edits }]) => {
  let text = source;
  for (const [start, end, own] of edits.toSorted(([a], [b]) => b - a))
    text = text.slice(0, start) + own + text.slice(end);
  return [path, text];
});
for (const [room, byFile] of used) {
  const path = entranceOf(room);
  const lines = [...byFile]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, names]) =>
      written(
        'export',
        [...names].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, type]) => ({ name, as: name, type })),
        () => near(path, file),
      ),
    );
  changed.push([path, `${lines.join('\n')}\n`]);
}

/** Line breaks are the formatter's business: texts are the same when only they differ. */
const bare = (text) => text.replaceAll(/\s+/g, '').replaceAll(/,(?=})/g, '');
const real = changed.filter(
  ([path, text]) =>
    !existsSync(join(root, path)) || bare(readFileSync(join(root, path), 'utf8')) !== bare(text),
);
for (const [path] of real) console.log(path);
if (!check) {
  for (const [path, text] of real) writeFileSync(join(root, path), text);
  if (real.length > 0)
    await tool('biome', ['format', '--write', ...real.map(([path]) => path)], { cwd: root });
}
console.log(`${used.size} entrances, ${real.length} files ${check ? 'would change' : 'changed'}`);
process.exit(check && real.length > 0 ? 1 : 0);
