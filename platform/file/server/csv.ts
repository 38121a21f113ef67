/** Marks that part cells. */
const MARKS = ['\t', ';', ','] as const;
/** Lines looked at to tell the mark. */
const LOOKED_AT = 50;

/** The mark that parts the cells of a text: the one most lines hold, for a title may hold any of them. */
export function delimiterOf(text: string): string {
  const lines = parseLines(text).slice(0, LOOKED_AT);
  const holding = (mark: string): number => lines.filter((line) => line.includes(mark)).length;
  return MARKS.reduce<string>((best, mark) => (holding(mark) > holding(best) ? mark : best), ',');
}

/** Lines without what stands in quotes. */
const parseLines = (text: string): readonly string[] =>
  text
    .slice(0, 100_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '');
