// Measures the house and gives one verdict: `npm run house`; `-- --json` for machines, `-- --picture` draws docs/house.svg.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { drawHouse } from './lib/draw-house.mjs';
import { circles as circlesOf, importsOf, sources } from './lib/imports.mjs';
import { arrowsBetween, isTest, PLACES, roomOf, upward } from './lib/rooms.mjs';
import { root } from './lib/root.mjs';

/** What the house promises: lines of a file and of a function, tests left out. */
const PROMISED = { median: 70, p90: 190, longest: 400, function: 100 };

const textOf = (path) => readFileSync(join(root, path), 'utf8');
const lines = (path) => textOf(path).split('\n').length - 1;

/** Nearest-rank percentile; 0 for an empty list. */
const percentile = (sorted, share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;

function measure(paths) {
  const sizes = paths.map(lines).sort((a, b) => a - b);
  return {
    files: sizes.length,
    lines: sizes.reduce((sum, n) => sum + n, 0),
    median: percentile(sizes, 0.5),
    p90: percentile(sizes, 0.9),
    longest: sizes.at(-1) ?? 0,
    where: paths.toSorted((a, b) => lines(b) - lines(a))[0] ?? '',
  };
}

/** Functions longer than promised, each with its place and lines. */
function longFunctions(path) {
  const source = textOf(path);
  const found = [];
  const look = ({ start, end }) => {
    const length = source.slice(start, end).split('\n').length;
    if (length > PROMISED.function)
      found.push(`${path}:${source.slice(0, start).split('\n').length} ${length}`);
  };
  new Visitor({ FunctionDeclaration: look, FunctionExpression: look, ArrowFunctionExpression: look }).visit(
    parseSync(path, source).program,
  );
  return found;
}

const everything = PLACES.flatMap((place) => [...sources(place)]);
const code = everything.filter((path) => !isTest(path));
const byRoom = grouped(code);
const imports = importsOf(PLACES.filter((place) => place !== 'scripts'));
const arrows = arrowsBetween(imports);
// Rooms in a circle are found as files are: each room one node.
const roomCircles = circlesOf(
  [...arrows].flatMap(([from, ends]) => [...ends.keys()].map((to) => ({ from, to, kind: 'file' }))),
);
const total = measure(code);
const report = {
  rooms: Object.fromEntries(
    [...byRoom].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([room, paths]) => [room, measure(paths)]),
  ),
  total,
  testLines: measure(everything.filter(isTest)).lines,
  fileCircles: circlesOf(imports),
  roomCircles,
  upward: upward(arrows),
  longFunctions: code.flatMap(longFunctions),
};
/** Rooms that do not say in a sentence what they are for. */
const unsaid = [
  ...new Set(
    [...byRoom.keys()].map((room) =>
      room
        .split('/')
        .slice(0, room.startsWith('catalogue') ? 3 : 2)
        .join('/'),
    ),
  ),
]
  .filter((room) => /^(packages|platform|apps)\/|^catalogue\/[^/]+\/[^/]+$/.test(room))
  .filter((room) => !existsSync(join(root, room, 'README.md')));
const broken = [
  ...unsaid.map((room) => `no README: ${room}`),
  ...report.fileCircles.map((group) => `circle of files: ${group.join(' ⇄ ')}`),
  ...report.roomCircles.map((group) => `circle of rooms: ${group.join(' ⇄ ')}`),
  ...report.upward.map((arrow) => `upward: ${arrow}`),
  ...report.longFunctions.map((place) => `function over ${PROMISED.function} lines: ${place}`),
  ...(total.median > PROMISED.median ? [`median file ${total.median} > ${PROMISED.median}`] : []),
  ...(total.p90 > PROMISED.p90 ? [`90th percentile ${total.p90} > ${PROMISED.p90}`] : []),
  ...code
    .filter((path) => lines(path) > PROMISED.longest)
    .map((path) => `file over ${PROMISED.longest} lines: ${path} ${lines(path)}`),
];

function grouped(paths) {
  const groups = new Map();
  for (const path of paths) groups.set(roomOf(path), [...(groups.get(roomOf(path)) ?? []), path]);
  return groups;
}

if (process.argv.includes('--picture')) writeFileSync(join(root, 'docs/house.svg'), drawHouse(arrows));
if (process.argv.includes('--json')) console.log(JSON.stringify({ ...report, broken }, null, 2));
else {
  console.table(
    Object.fromEntries(
      [...Object.entries(report.rooms), ['all', total]].map(
        ([room, { files, lines: n, median, p90, longest }]) => [
          room,
          { files, lines: n, median, p90, longest, 'leads to': [...(arrows.get(room)?.keys() ?? [])].length },
        ],
      ),
    ),
  );
  console.log(
    broken.length === 0
      ? `The house stands: circles 0, upward arrows 0, median file ${total.median}, 90th percentile ${total.p90}, longest ${total.longest}, no function over ${PROMISED.function} lines.`
      : `The house does not keep its promises:\n${broken.join('\n')}`,
  );
}
process.exit(broken.length === 0 ? 0 : 1);
