import { visible } from '../print/signs.ts';

/** Where something stands in the file it was read from; the fields that apply depend on the kind of file. */
export interface SourceLocation {
  readonly line?: number;
  readonly page?: number;
  readonly sheet?: string;
  readonly table?: number;
  readonly row?: number;
  readonly paragraph?: number;
  /** One-based column within the row. */
  readonly column?: number;
}

/** One printed line: a paragraph (one cell, `row` false) or a table row; the common stream every file format is turned into. */
export interface Line {
  readonly place: SourceLocation;
  readonly row: boolean;
  readonly cells: readonly string[];
  /** Line number of each cell where a text prints one cell per line. */
  readonly cellLines?: readonly number[];
  /** Empty lines before this one; in text a row torn apart by an empty paragraph shows two. */
  readonly gap: number;
  /** Where trailing blank cells may have been dropped by whoever saved the file. */
  readonly ragged: boolean;
  /** Set on a lone number printed between the cells of the row before: a page ended there, or it is the rest of a cell. */
  readonly inside?: true;
  /** Set on the first line of a sheet: whatever table was being read is over. */
  readonly starts?: true;
  /** Share of the file read once this line is taken, 0 to 1. */
  readonly progress: number;
}

/** The place of one cell of a line. */
export function cellPlace(line: Line, column: number): SourceLocation {
  const own = line.cellLines?.[column];
  return own === undefined ? { ...line.place, column: column + 1 } : { ...line.place, line: own };
}

/** A place in words a person can follow: "第 12 行", "第 3 页第 5 行第 2 格", "“Sheet1”!C4". */
export function placeText(place: SourceLocation): string {
  const parts: string[] = [];
  if (place.sheet !== undefined) {
    const cell = place.column === undefined ? '' : columnName(place.column);
    return `工作表“${place.sheet}”${cell}${place.row === undefined ? '' : place.row}`;
  }
  if (place.page !== undefined) parts.push(`第${place.page}页`);
  if (place.paragraph !== undefined) parts.push(`第${place.paragraph}段`);
  if (place.table !== undefined) parts.push(`第${place.table}个表格`);
  if (place.line !== undefined) parts.push(`第${place.line}行`);
  if (place.row !== undefined) parts.push(`第${place.row}行`);
  if (place.column !== undefined) parts.push(`第${place.column}格`);
  return parts.join('') || '全文';
}

/** Spreadsheet name of a one-based column: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const head = Math.floor((column - 1) / 26);
  return (head > 0 ? columnName(head) : '') + String.fromCharCode(65 + rest);
}

/** A stream of lines with as much look-ahead as the interpreter needs, so that a file of any size is held only in part. */
export class Cursor {
  readonly #source: Iterator<Line>;
  #ahead: Line[] = [];

  constructor(source: Iterable<Line>) {
    this.#source = source[Symbol.iterator]();
  }

  /** The line `distance` steps ahead without taking it, undefined past the end. */
  peek(distance = 0): Line | undefined {
    while (this.#ahead.length <= distance) {
      const step = this.#source.next();
      if (step.done) return undefined;
      this.#ahead.push(step.value);
    }
    return this.#ahead[distance];
  }

  /** Takes the next line, undefined at the end. */
  next(): Line | undefined {
    this.peek();
    return this.#ahead.shift();
  }
}

/** Lines as one sees them, without the signs that take no room, with the share of the document they stand at. */
export function* withProgress(lines: readonly Line[]): Generator<Line> {
  for (const [at, line] of lines.entries())
    yield { ...line, cells: line.cells.map(visible), progress: (at + 1) / lines.length };
}
