import {
  type Answers,
  type Field,
  type Fields,
  type NamedColumn,
  type TableField,
  readForm,
  columnsByHead,
  fromCellText,
} from '@zhitongche/form';
import type { CheckContext } from '@zhitongche/case';
import type { Json, Problem } from '@zhitongche/base';
import type { Sheet } from '@zhitongche/core/server';
import { dayOfSerial } from './book-numbers.ts';
import { headedSheets, type Headed } from './import-heads.ts';
import { cellAsTyped } from './workbook.ts';
import { lineInWords, saysHeadsAgain, standsApart } from './import-lines.ts';

/** Rows as read, everything that is wrong with them, the columns nobody asked for, and the lines that are no row. */
export interface ImportedRows {
  readonly rows: readonly Answers[];
  readonly problems: readonly Problem[];
  readonly unknownHeads: readonly string[];
  /** Sums, signatures, notes and repeated heads, as words. */
  readonly passedOver: readonly string[];
}

/** A row as it stands in a sheet, and where. */
export interface SheetLine {
  readonly answers: Answers;
  /** Columns whose cell lost digits. */
  readonly lost: readonly NamedColumn[];
  readonly sheet: string;
  /** Number of the line, from 1. */
  readonly line: number;
  /** Letters of the column each answer is read from. */
  readonly letters: Readonly<Record<string, string>>;
}

/** Lines of sheets read by the heads found on them, nothing judged. */
export interface SheetLines {
  readonly lines: readonly SheetLine[];
  readonly unknownHeads: readonly string[];
  readonly passedOver: readonly string[];
  /** Heads were found at all. */
  readonly headed: boolean;
}

/** Reads the lines of sheets that carry a list of such columns; blank lines are none, sums and repeated heads are passed over. */
export function sheetLines(columns: Fields, sheets: readonly Sheet[]): SheetLines {
  const reading = linesInParts(columns, sheets);
  for (;;) {
    const part = reading.next();
    if (part.done) return part.value;
  }
}

/** The same a line at a time, for lists of which many thousand come at once. */
export function* linesInParts(columns: Fields, sheets: readonly Sheet[]): Generator<void, SheetLines> {
  const headed = headedSheets(columns, sheets);
  const find = columnsByHead(columns);
  const lines: SheetLine[] = [];
  const passedOver: string[] = [];
  for (const { sheet, late, first, lines: own, places } of headed) {
    const letters = lettersOf(places);
    for (const [at, line] of own.entries()) {
      yield;
      if (line.every((cell) => cell.trim() === '')) continue;
      if (standsApart(line) || saysHeadsAgain(line, places, find)) passedOver.push(lineInWords(line));
      else lines.push({ ...readLine(line, places, late), sheet, line: first + at, letters });
    }
  }
  return {
    lines,
    unknownHeads: [...new Set(headed.flatMap(({ unknown }) => unknown))],
    passedOver,
    headed: headed.length > 0,
  };
}

/** Reads sheets into rows of a table field: on each the line with the column labels is found, the rest is read by it. */
export function importRows(
  key: string,
  field: TableField,
  sheets: readonly Sheet[],
  context: Pick<CheckContext, 'today' | 'facts'>,
): ImportedRows {
  const { lines, unknownHeads, passedOver, headed } = sheetLines(field.columns, sheets);
  if (!headed) return { rows: [], problems: [noHead(field)], unknownHeads: [], passedOver: [] };
  const taken = lines.slice(0, field.maxRows);
  const rows = taken.map(({ answers }) => answers);
  const problems = [
    ...taken.flatMap(({ lost }, at) => lost.map(([name, column]) => lostDigits([key, at, name], column))),
    ...(lines.length > taken.length ? [tooMany(key, field)] : []),
  ];
  const lost = new Set(problems.map((problem) => problem.at.join('/')));
  const judged = readForm({ part: { title: '', fields: { [key]: field } } }, { [key]: rows }, context);
  return {
    rows,
    problems: [...problems, ...judged.problems.filter((problem) => !lost.has(problem.at.join('/')))],
    unknownHeads,
    passedOver,
  };
}

/** Letters of the first column each answer stands in. */
function lettersOf(places: Headed['places']): Readonly<Record<string, string>> {
  const letters: Record<string, string> = {};
  for (const [at, place] of places.entries()) if (place) letters[place[0]] ??= columnLetters(at);
  return letters;
}

/** `A` for the first column, `AA` for the twenty-seventh. */
const columnLetters = (at: number): string =>
  (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));

/** The answers of one line, and the columns whose cell lost digits. */
function readLine(line: readonly string[], places: Headed['places'], late: boolean) {
  const answers: Record<string, Json> = {};
  const lost: (readonly [string, Field])[] = [];
  for (const [at, place] of places.entries()) {
    if (!place) continue;
    const [name, column] = place;
    const text = cellAsTyped(line[at] ?? '');
    const value = fromCellText(column, text);
    if (value === undefined || Object.hasOwn(answers, name)) continue;
    if (digitsLost(column, text)) lost.push(place);
    else answers[name] = column.kind === 'date' ? (dayOfSerial(text, late) ?? value) : value;
  }
  return { answers, lost };
}

/** Excel keeps 15 digits of a number: an identity number typed into an unformatted cell has lost its end. */
const digitsLost = (column: Field, text: string): boolean =>
  ['citizen-id', 'uscc', 'passport', 'phone', 'text'].includes(column.kind) &&
  /^\d(\.\d+)?E\+\d+$/i.test(text);

/** A cell whose number a spreadsheet program has cut. */
export const lostDigits = (at: Problem['at'], column: Field): Problem => ({
  code: 'import.digits-lost',
  level: 'block',
  at,
  message: `「${column.label}」被表格软件存成了数字，末几位已经丢失。`,
  en: `${column.en ?? column.label} was stored as a number and lost its last digits.`,
  todo: '请把该列设为“文本”格式后重新填写完整号码。',
});

const noHead = (field: TableField): Problem => ({
  code: 'import.no-head',
  level: 'block',
  at: [],
  message: `没有找到列名，「${field.label}」的表格须有一行列名，如“${Object.values(field.columns)
    .slice(0, 3)
    .map((column) => column.label)
    .join('、')}”。`,
  en: 'No line with the column names was found.',
  todo: '请下载导入模板，按模板填写。',
});

const tooMany = (key: string, field: TableField): Problem => ({
  code: 'import.too-many-rows',
  level: 'block',
  at: [key],
  message: `「${field.label}」最多 ${field.maxRows} ${field.rowName}，多出的行没有导入。`,
  en: `At most ${field.maxRows} rows; the rest was not imported.`,
  todo: '请删去多余的行，或分成几件申报。',
});
