import type { Finding } from '@zhitongche/budget';
import type { Reply } from '@zhitongche/contract/web';

/** One printed line of the source as the server keeps it. */
export type SourceLine = Reply<'budgetSource'>['lines'][number];

type Place = Finding['place'];

/** Position of the line a place stands in; -1 when the place means the whole file or the line is not kept. */
export function lineAt(lines: readonly SourceLine[], place: Place): number {
  if (Object.keys(place).length === 0) return -1;
  return lines.findIndex((line) =>
    place.line === undefined ? sameRow(line.place, place) : linesOf(line).includes(place.line),
  );
}

const linesOf = ({ place, lines }: SourceLine): readonly (number | undefined)[] => [
  place.line,
  ...(lines ?? []),
];

const sameRow = (a: Place, b: Place): boolean =>
  a.sheet === b.sheet &&
  a.page === b.page &&
  a.table === b.table &&
  a.paragraph === b.paragraph &&
  a.row === b.row;

/** A place in as few signs as a narrow column takes: "12", "p3·5", "Sheet1·4", "表2·7", "¶9". */
export function placeMark({ line, page, sheet, table, paragraph, row }: Place): string {
  const rest = row === undefined ? '' : `·${row}`;
  if (page !== undefined) return `p${page}${rest}`;
  if (sheet !== undefined) return `${sheet.slice(0, 8)}${rest}`;
  if (table !== undefined) return `表${table}${rest}`;
  if (paragraph !== undefined) return `¶${paragraph}`;
  return line === undefined ? '' : String(line);
}
