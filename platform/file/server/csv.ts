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

/** Cells of delimited text (RFC 4180): quotes may hold delimiters, line ends and doubled quotes. */
export function parseCsv(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (letter === '\r' && text.charAt(at + 1) === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  return cell !== '' || row.length > 0 ? [...rows, [...row, cell]] : rows;
}
