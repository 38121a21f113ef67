// Prints how large each room is and whether files import each other in circles: `npm run house`, `-- --json` for machines.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { circles as circlesOf, importsOf, sources } from './lib/imports.mjs';
import { root } from './lib/root.mjs';

const rooms = [
  ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`),
  'offices',
  'e2e',
  'bench',
  'scripts',
];

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

function circlesByRoom() {
  const count = {};
  for (const [first] of circlesOf(importsOf(['packages', 'offices', 'e2e', 'bench']))) {
    const room = rooms.find((name) => first.startsWith(`${name}/`)) ?? first;
    count[room] = (count[room] ?? 0) + 1;
  }
  return count;
}

const circles = circlesByRoom();
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
