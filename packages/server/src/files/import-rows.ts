import {
  type Answers,
  type CheckContext,
  type Field,
  type Json,
  type Problem,
  type TableField,
  readForm,
} from '@zhitongche/kernel';
import { fromCellText, plainHead } from '@zhitongche/kernel/cell-text.ts';
import { type SheetCells, dayOfSerial } from './sheet.ts';

/** Rows as read, everything that is wrong with them, and the columns nobody asked for. */
export interface ImportedRows {
  readonly rows: readonly Answers[];
  readonly problems: readonly Problem[];
  readonly unknownHeads: readonly string[];
}

/** A head may stand below titles and notes, but not further down than this. */
const HEAD_WITHIN = 20;

/** Reads a sheet into rows of a table field: the line with the column labels is found, the rest is read by it. */
export function importRows(
  key: string,
  field: TableField,
  cells: SheetCells,
  context: Pick<CheckContext, 'today' | 'facts'>,
): ImportedRows {
  const columns = new Map(
    Object.entries(field.columns)
      .filter(([, column]) => column.kind !== 'files' && column.kind !== 'table')
      .flatMap(([name, column]) =>
        [column.label, column.en, name].flatMap((head) =>
          head === undefined ? [] : [[plainHead(head), [name, column]] as const],
        ),
      )
      .toReversed(),
  );
  const placesOf = (row: readonly string[]) => row.map((head) => columns.get(plainHead(head)));
  const counted = cells
    .slice(0, HEAD_WITHIN)
    .map((row) => new Set(placesOf(row).filter((p) => p !== undefined)).size);
  const most = Math.max(0, ...counted);
  const headAt = counted.indexOf(most);
  const heads = cells[headAt] ?? [];
  if (most === 0) return { rows: [], problems: [noHead(field)], unknownHeads: [] };

  const places = placesOf(heads);
  const rows: Answers[] = [];
  const problems: Problem[] = [];
  for (const line of cells.slice(headAt + 1)) {
    if (line.every((cell) => cell.trim() === '')) continue;
    if (rows.length >= field.maxRows) {
      problems.push(tooMany(key, field));
      break;
    }
    const row: Record<string, Json> = {};
    for (const [at, place] of places.entries()) {
      if (!place) continue;
      const [name, column] = place;
      const text = line[at] ?? '';
      const value = fromCellText(column, text);
      if (value === undefined || Object.hasOwn(row, name)) continue;
      if (digitsLost(column, text)) problems.push(lostDigits([key, rows.length, name], column));
      else row[name] = column.kind === 'date' ? (dayOfSerial(text) ?? value) : value;
    }
    rows.push(row);
  }
  const lost = new Set(problems.map((problem) => problem.at.join('/')));
  const judged = readForm({ part: { title: '', fields: { [key]: field } } }, { [key]: rows }, context);
  return {
    rows,
    problems: [...problems, ...judged.problems.filter((problem) => !lost.has(problem.at.join('/')))],
    unknownHeads: heads.filter((head, at) => head.trim() !== '' && places[at] === undefined),
  };
}

/** Excel keeps 15 digits of a number: an identity number typed into an unformatted cell has lost its end. */
const digitsLost = (column: Field, text: string): boolean =>
  ['citizen-id', 'uscc', 'passport', 'phone', 'text'].includes(column.kind) &&
  /^\d(\.\d+)?E\+\d+$/i.test(text);

const lostDigits = (at: Problem['at'], column: Field): Problem => ({
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
