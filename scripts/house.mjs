// Prints how large each room is and whether files import each other in circles: `npm run house`, `-- --json` for machines.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.cjs';
import { root } from './lib/root.mjs';

const SKIP = new Set(['node_modules', 'dist', 'out', 'coverage']);
const rooms = [
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
  'offices',
  'e2e',
  'bench',
  'scripts',
];

function* sources(folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory() && !SKIP.has(entry.name) && !entry.name.startsWith('.')) yield* sources(path);
    else if (/\.(ts|tsx|mjs|cjs)$/.test(entry.name)) yield path;
  }
}

const isTest = (path) => /\.test\.tsx?$|\/testing\/|^e2e\//.test(path);
const lines = (path) => readFileSync(join(root, path), 'utf8').split('\n').length - 1;

/** Nearest-rank percentile; 0 for an empty list. */
const percentile = (sorted, share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

function measure(paths) {
  const sizes = paths.map(lines).sort((a, b) => a - b);
  const largest = paths.toSorted((a, b) => lines(b) - lines(a))[0] ?? '';
  return {
    files: sizes.length,
    lines: sizes.reduce((sum, n) => sum + n, 0),
    median: percentile(sizes, 0.5),
    p90: percentile(sizes, 0.9),
    max: sizes.at(-1) ?? 0,
    largest,
  };
}

async function circlesByRoom() {
  const { output } = await cruise(['packages', 'offices', 'e2e', 'bench'], {
    ...config.options,
    baseDir: root,
    ruleSet: { forbidden: config.forbidden.filter((rule) => rule.name === 'no-circles') },
    validate: true,
  });
  const count = {};
  for (const violation of output.summary.violations) {
    const room = rooms.find((name) => violation.from.startsWith(`${name}/`)) ?? violation.from;
    count[room] = (count[room] ?? 0) + 1;
  }
  return count;
}

const circles = await circlesByRoom();
const report = rooms
  .map((room) => {
    const all = [...sources(room)];
    return {
      room,
      code: measure(all.filter((path) => !isTest(path))),
      tests: measure(all.filter(isTest)),
      circles: circles[room] ?? 0,
    };
  })
  .filter((row) => row.code.files + row.tests.files > 0);
const everything = rooms.flatMap((room) => [...sources(room)]);
const total = {
  room: 'all',
  code: measure(everything.filter((path) => !isTest(path))),
  tests: measure(everything.filter(isTest)),
  circles: Object.values(circles).reduce((sum, n) => sum + n, 0),
};

if (process.argv.includes('--json')) console.log(JSON.stringify({ rooms: report, total }, null, 2));
else
  console.table(
    Object.fromEntries(
      [...report, total].map(({ room, code, tests, circles: found }) => [
        room,
        {
          files: code.files,
          lines: code.lines,
          median: code.median,
          p90: code.p90,
          max: code.max,
          'test lines': tests.lines,
          circles: found,
        },
      ]),
    ),
  );
