import { addDays } from '@zhitongche/kernel';

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

/** The weeks as a drawing: bars of what came in and was decided, a line of what waits. */
export function weeksSvg(weeks: readonly Week[], title: string): string {
  const [width, height, left, bottom] = [960, 320, 48, 32];
  const most = Math.max(1, ...weeks.flatMap((w) => [w.received, w.decided, w.backlog]));
  const step = (width - left - 8) / Math.max(1, weeks.length);
  const y = (value: number) =>
    Math.round((height - bottom - (value / most) * (height - bottom - 40)) * 10) / 10;
  const bar = (value: number, at: number, colour: string) =>
    `<rect x="${(left + at).toFixed(1)}" y="${y(value)}" width="${(step * 0.36).toFixed(1)}" height="${(height - bottom - y(value)).toFixed(1)}" fill="${colour}"/>`;
  const bars = weeks.map(
    (w, n) => bar(w.received, n * step, '#7aa6d8') + bar(w.decided, n * step + step * 0.4, '#2f6f4f'),
  );
  const line = weeks.map((w, n) => `${(left + n * step + step / 2).toFixed(1)},${y(w.backlog)}`).join(' ');
  const months = weeks.flatMap((w, n) =>
    n === 0 || weeks[n - 1]?.from.slice(5, 7) !== w.from.slice(5, 7)
      ? [
          `<text x="${(left + n * step).toFixed(1)}" y="${height - 12}">${Number(w.from.slice(5, 7))}月</text>`,
        ]
      : [],
  );
  const scale = [0, 0.5, 1].map((part) => {
    const value = Math.round(most * part);
    return `<text x="${left - 6}" y="${y(value) + 4}" text-anchor="end">${value}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#333">`,
    `<title>${title}</title><rect width="${width}" height="${height}" fill="#fff"/>`,
    ...bars,
    `<polyline points="${line}" fill="none" stroke="#b3261e" stroke-width="2"/>`,
    ...months,
    ...scale,
    `<text x="${left}" y="18"><tspan fill="#4f7fb5">■ 收件</tspan> <tspan fill="#2f6f4f">■ 审批完成</tspan> <tspan fill="#b3261e">— 在办积压</tspan>（每周，${title}）</text>`,
    '</svg>',
  ].join('\n');
}
