import { addDays } from '@zhitongche/base';

/** A number from 0 up to 1 that the same words always give: a year can be continued and repeated. */
export function chance(...words: readonly (string | number)[]): number {
  let hash = 2166136261;
  for (const letter of words.join('/')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296;
}

/** Share of a year's trips filed in each month: few around the Spring Festival, most before summer and in autumn. */
const SEASON = [0.05, 0.04, 0.09, 0.11, 0.11, 0.1, 0.08, 0.07, 0.11, 0.09, 0.1, 0.05] as const;

/** How many cases an office receives on a working day: a Poisson draw around its season. */
export function arrivals(office: string, day: string, perYear: number): number {
  const expected = (perYear * (SEASON[Number(day.slice(5, 7)) - 1] ?? 0)) / 21;
  let left = chance('arrivals', office, day);
  let probability = Math.exp(-expected);
  let count = 0;
  while (left > probability && count < 1000) {
    left -= probability;
    count += 1;
    probability *= expected / count;
  }
  return count;
}

/** Whether a leader is away: about one working week in seven, each office at other times. */
export function away(office: string, role: string, day: string): boolean {
  const week = Math.floor(Date.parse(day) / (7 * 86_400_000));
  return chance('away', office, role, week) < 1 / 7;
}

/** Every day of a year in order. */
export function daysOf(year: number): readonly string[] {
  const days: string[] = [];
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) days.push(day);
  return days;
}

/** One week of the year, all offices together. */
export interface Week {
  readonly from: string;
  readonly received: number;
  readonly decided: number;
  /** Cases at the office and not yet decided at the week's end. */
  readonly backlog: number;
}

const SIZE = { width: 960, height: 360, left: 64, right: 16, top: 56, bottom: 36 } as const;
const COLOUR = {
  received: '#7aa6d8',
  decided: '#2f6f4f',
  backlog: '#b3261e',
  grid: '#ddd',
  text: '#333',
} as const;

/** The least of 1, 2, 2.5, 5 and 10 times a power of ten that makes at most five steps up to a value. */
function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)));
  return [1, 2, 2.5, 5, 10].map((part) => part * power).find((step) => step * 5 >= most) ?? most;
}

/** The weeks as a drawing: bars of what came in and was decided, a line of what waits. */
export function weeksSvg(weeks: readonly Week[], title: string): string {
  const { width, height, left, right, top, bottom } = SIZE;
  const step = stepOf(Math.max(1, ...weeks.flatMap((w) => [w.received, w.decided, w.backlog])));
  const lines = Array.from({ length: 6 }, (_, n) => n * step);
  const slot = (width - left - right) / Math.max(1, weeks.length);
  const ground = height - bottom;
  const y = (value: number) => ground - (value / (5 * step)) * (ground - top);
  const x = (at: number) => left + at * slot;
  const fixed = (value: number) => String(Math.round(value * 10) / 10);
  const bar = (value: number, at: number, colour: string) =>
    `<rect x="${fixed(at)}" y="${fixed(y(value))}" width="${fixed(slot * 0.38)}" height="${fixed(ground - y(value))}" fill="${colour}"/>`;
  const key = (at: number, colour: string, text: string) =>
    `<rect x="${at}" y="26" width="14" height="14" fill="${colour}"/><text x="${at + 20}" y="38">${text}</text>`;
  const months = weeks.flatMap((w, n) =>
    n === 0 || weeks[n - 1]?.from.slice(5, 7) !== w.from.slice(5, 7)
      ? [`<text x="${fixed(x(n))}" y="${ground + 22}">${Number(w.from.slice(5, 7))} 月</text>`]
      : [],
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="14" fill="${COLOUR.text}">`,
    `<title>${title}</title><rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="${left}" y="18" font-weight="bold">${title}：每周件数</text>`,
    key(left, COLOUR.received, '收件'),
    key(left + 90, COLOUR.decided, '审批完成'),
    key(left + 210, COLOUR.backlog, '周末在办'),
    ...lines.map(
      (value) =>
        `<line x1="${left}" x2="${width - right}" y1="${fixed(y(value))}" y2="${fixed(y(value))}" stroke="${COLOUR.grid}"/><text x="${left - 8}" y="${fixed(y(value) + 5)}" text-anchor="end">${value.toLocaleString('en-US')}</text>`,
    ),
    ...weeks.map(
      (w, n) =>
        bar(w.received, x(n) + slot * 0.1, COLOUR.received) +
        bar(w.decided, x(n) + slot * 0.5, COLOUR.decided),
    ),
    `<polyline points="${weeks.map((w, n) => `${fixed(x(n + 0.5))},${fixed(y(w.backlog))}`).join(' ')}" fill="none" stroke="${COLOUR.backlog}" stroke-width="2.5"/>`,
    ...months,
    '</svg>',
  ].join('\n');
}
