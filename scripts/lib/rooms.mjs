import { importsOf } from './imports.mjs';

/** Floors from the ground up; what runs nothing itself stands beside them. */
export const FLOORS = ['packages', 'platform', 'catalogue', 'apps'];
/** Everything with sources of ours. */
export const PLACES = [...FLOORS, 'offices', 'e2e', 'bench', 'scripts'];

/** Files that only tests read. */
export const isTest = (path) =>
  /\.test\.tsx?$|\/testing\/|\/testing\.ts$|^e2e\/|^packages\/[^/]+\/test\//.test(path);

/** The room of a file with its face, e.g. `platform/case/model`; of the catalogue its folder. */
export function roomOf(path) {
  const parts = path.split('/');
  if (parts[0] === 'platform') return parts.slice(0, 3).join('/');
  if (parts[0] === 'catalogue')
    return parts[1] === 'shared'
      ? 'catalogue/shared'
      : parts.length > 3
        ? parts.slice(0, 3).join('/')
        : 'catalogue';
  return parts[0] === 'packages' || parts[0] === 'apps' ? parts.slice(0, 2).join('/') : parts[0];
}

const HEIGHT = {
  packages: 0,
  'platform/model': 1,
  'platform/server': 2,
  'platform/web': 2,
  catalogue: 3,
  offices: 4,
  apps: 5,
};
/** How high a room stands: models carry servers and webs, the platform carries the catalogue, that carries what runs. */
export const heightOf = (room) => {
  const [floor, , face] = room.split('/');
  return HEIGHT[floor === 'platform' ? `platform/${face}` : floor] ?? 6;
};

/** Arrows between rooms by what imports them, tests left out: `from → Map(to → number)`. */
export function arrowsBetween(imports = importsOf(PLACES)) {
  const arrows = new Map();
  for (const { from, to, kind } of imports) {
    if (kind !== 'file' || isTest(from)) continue;
    const [a, b] = [roomOf(from), roomOf(to)];
    if (a === b) continue;
    const own = arrows.get(a) ?? arrows.set(a, new Map()).get(a);
    own.set(b, (own.get(b) ?? 0) + 1);
  }
  return arrows;
}

/** Arrows that lead to a higher floor. */
export const upward = (arrows) =>
  [...arrows].flatMap(([from, ends]) =>
    [...ends.keys()].filter((to) => heightOf(from) < heightOf(to)).map((to) => `${from} → ${to}`),
  );
