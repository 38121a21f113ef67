import { heightOf } from './rooms.mjs';

const NAMES = ['packages', 'platform · model', 'platform · server and web', 'catalogue', 'offices', 'apps'];
const [WIDE, HIGH, GAP, LEFT, PER_ROW] = [150, 30, 16, 190, 8];

/** Rows of rooms floor by floor, the ground at the bottom; a full floor takes several rows. */
function rowsOf(rooms) {
  return NAMES.flatMap((name, height) => {
    const own = rooms.filter((room) => heightOf(room) === height).toSorted();
    const rows = [];
    for (let at = 0; at < own.length; at += PER_ROW)
      rows.push({ name, height, rooms: own.slice(at, at + PER_ROW) });
    return rows;
  }).toReversed();
}

const shortName = (room) => room.replace(/^(packages|platform|catalogue|apps)\//, '').replace('/', ' · ');

/** The rooms on their floors and every arrow between them, as SVG: downward grey, upward red. */
export function drawHouse(arrows) {
  const rooms = [...new Set([...arrows].flatMap(([from, ends]) => [from, ...ends.keys()]))].filter(
    (room) => heightOf(room) < NAMES.length,
  );
  const rows = rowsOf(rooms);
  const at = new Map();
  rows.forEach((row, r) =>
    row.rooms.forEach((room, c) => at.set(room, { x: LEFT + c * (WIDE + GAP), y: 20 + r * (HIGH + 46) })),
  );
  const width = LEFT + PER_ROW * (WIDE + GAP);
  const height = 20 + rows.length * (HIGH + 46);
  const lines = [...arrows].flatMap(([from, ends]) =>
    [...ends.keys()].flatMap((to) => {
      const [a, b] = [at.get(from), at.get(to)];
      if (!a || !b) return [];
      const up = heightOf(from) < heightOf(to);
      return `<path d="M${a.x + WIDE / 2} ${a.y + HIGH} C${a.x + WIDE / 2} ${a.y + HIGH + 40} ${b.x + WIDE / 2} ${b.y - 40} ${b.x + WIDE / 2} ${b.y}" class="${up ? 'up' : 'down'}"/>`;
    }),
  );
  const boxes = [...at].map(
    ([room, { x, y }]) =>
      `<rect x="${x}" y="${y}" width="${WIDE}" height="${HIGH}" rx="4"/><text x="${x + WIDE / 2}" y="${y + 19}" text-anchor="middle">${shortName(room)}</text>`,
  );
  const floors = rows.map((row, r) =>
    rows[r - 1]?.name === row.name
      ? ''
      : `<text x="8" y="${20 + r * (HIGH + 46) + 19}" class="floor">${row.name}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<style>rect{fill:#fff;stroke:#345}path{fill:none;stroke:#9ab;stroke-width:.6;opacity:.6}.up{stroke:#c00;stroke-width:2;opacity:1}.floor{font-weight:bold}</style>
<rect width="100%" height="100%" style="fill:#f7f9fb;stroke:none"/>
${lines.join('\n')}
${boxes.join('\n')}
${floors.join('\n')}
</svg>
`;
}
