import type { TableDefinition } from '../layout/definition.ts';
import type { BudgetTable } from '../model/disclosure.ts';
import type { Figure } from '../money/figure.ts';
import { readCell } from './cell.ts';
import {
  type HeaderMap,
  isBodyRow,
  isHeaderRow,
  isNumberingRow,
  mapHeader,
  repeatsHeader,
  spans,
} from './header.ts';
import { cellPlace, type Line, type SourceLocation } from './line.ts';
import { passRepeatedHead } from './repeated-head.ts';
import { checkDecimals, checkSequence, type ReadRow } from './row-checks.ts';
import {
  emptyMeta,
  isFurniture,
  type Meta,
  noteUnit,
  passFurniture,
  proseOf,
  type Session,
  takeMeta,
} from './session.ts';
import { checkSubjectList } from './subject-list.ts';
import { endsTable, opensTable, titledTable } from './titles.ts';
import { isPageFurniture, tidy } from './words.ts';

/** Header rows a table may have before its first body row. */
const headerLimit = 5;

/**
 * Reads the table whose title was just taken. Returns null, taking nothing but identity lines, when no header follows: then the title
 * was only a mention.
 */
export function readTable(
  definition: TableDefinition,
  title: string,
  at: SourceLocation,
  session: Session,
): BudgetTable | null {
  const { cursor, findings } = session;
  const meta = emptyMeta();
  const tableTitle = tidy(title);
  const header = readHeader(definition, session, meta);
  if (header === null) {
    findings.add('unread', at, {
      subject: definition.title,
      owner: definition.id,
      raw: title,
      message: '表头缺失或认不出，整张表未读入。',
      en: 'The heading of this table is missing or not recognised; the table was not read.',
    });
    return null;
  }
  noteHeader(definition, header, at, session);
  const rows: ReadRow[] = [];
  let note: string | null = null;
  for (let line = cursor.peek(); line !== undefined; line = cursor.peek()) {
    const prose = proseOf(line);
    if (passRepeatedHead(definition, header, rows, session)) continue;
    if (line.starts) break;
    if (line.cells.every((cell) => /^[\s-]*$/.test(cell))) cursor.next();
    else if (isHeaderRow(definition, line.cells) && !isBodyRow(line, header, definition)) cursor.next();
    else if (isNumberingRow(line.cells) || repeatsHeader(header, line.cells)) cursor.next();
    else if (prose !== null && /^注\s*[:：]/.test(tidy(prose))) {
      note = tidy(prose);
      cursor.next();
    } else if (
      prose !== null &&
      isFurniture(line, session) &&
      !spans(line, header) &&
      !isTornOff(header, session)
    ) {
      cursor.next();
      passFurniture(line, definition.title, definition.id, findings);
    } else if (prose !== null && endsTable(line, prose) && !isTornOff(header, session)) break;
    else if (!line.row) {
      if (!isTornOff(header, session)) {
        if (rows.length > 0) noteLoneEnd(definition, line, session);
        break;
      }
      cursor.next();
      findings.add('unread', line.place, {
        subject: definition.title,
        owner: definition.id,
        field: 'row',
        raw: prose ?? '',
        message: '表中的这一行只剩一格，未读入。',
        en: 'Only one cell is left of this row of the table; it was not read.',
      });
    } else {
      if (rows.length === 0 && takeMeta(line, session, meta)) {
        cursor.next();
        continue;
      }
      const row = readRow(definition, header, session);
      if (row !== null) rows.push(row);
    }
  }
  if (
    rows.length > 0 &&
    definition.columns.some(({ kind, label }) => kind === 'money' && !label.includes('元'))
  )
    noteUnit(meta, at, definition.title, definition.id, session);
  checkSequence(definition, rows, findings);
  checkDecimals(definition, rows, findings);
  checkSubjectList(definition, rows, findings);
  return {
    id: definition.id,
    title: tableTitle,
    unit: meta.unit,
    ...(meta.asOf !== null && { asOf: meta.asOf }),
    note,
    rows: rows.map((row) => row.cells),
  };
}

function readHeader(definition: TableDefinition, session: Session, meta: Meta): HeaderMap | null {
  const { cursor } = session;
  const rows: string[][] = [];
  let best: HeaderMap | null = null;
  while (rows.length < headerLimit) {
    const line = cursor.peek();
    if (line === undefined || (line.starts && rows.length > 0)) break;
    if (line.cells.every((cell) => cell.trim() === '')) cursor.next();
    else if (!line.row && isPageFurniture(line.cells[0] ?? '')) {
      cursor.next();
      passFurniture(line, definition.title, definition.id, session.findings);
    } else if (isNumberingRow(line.cells) && best !== null) break;
    else if (line.row && resemblesHeader(definition, line)) {
      if (best !== null && best.missing.length === 0 && isBodyRow(line, best, definition)) break;
      rows.push([...line.cells]);
      const mapped = mapHeader(definition, rows);
      if (mapped !== null) best = mapped;
      cursor.next();
    } else if (rows.length > 0) break;
    else if (takeMeta(line, session, meta)) cursor.next();
    else if (proseOf(line) !== null && titledTable(proseOf(line) ?? '')?.definition === definition)
      cursor.next();
    else break;
  }
  if (best === null) return null;
  const found = best.columns.filter((column) => column !== null).length;
  return found >= 2 && best.columns.some((column) => column?.kind === 'words') ? best : null;
}

/** Half of the printed cells being labels is enough, so that a column unknown to us does not hide the whole header. */
function resemblesHeader(definition: TableDefinition, line: Line): boolean {
  const printed = line.cells.filter((cell) => cell.trim() !== '');
  const known = printed.filter((cell) => isHeaderRow(definition, [cell]));
  const figures = printed.some((cell) => /\d\.\d/.test(cell) || /^\d{3,}$/.test(cell.trim()));
  return printed.length > 0 && !figures && known.length * 2 >= printed.length;
}

/**
 * A lone line with a row of the table's width right below it is what is left of a row, not the end of the table; after a page
 * break as well, where a row of the table goes on below and the line is neither a running head nor a sentence.
 */
function isTornOff(header: HeaderMap, session: Session): boolean {
  const line = session.cursor.peek();
  const below = session.cursor.peek(1);
  const [text = ''] = line?.cells ?? [];
  if (line?.ragged !== true || below?.gap !== 0 || !spans(below, header) || opensTable(text)) return false;
  if (line.gap === 0) return true;
  return (
    line.gap === 1 &&
    below.cells.some((cell) => /^-?\d[\d,]*\.\d+$/.test(cell.trim())) &&
    !isFurniture(line, session) &&
    !/[。；：，]/.test(text)
  );
}

/** Right below the last row, without a gap, stands either what is left of one more row or text that was meant to stand apart. */
function noteLoneEnd(definition: TableDefinition, line: Line, { findings }: Session): void {
  const [text = ''] = line.cells;
  // The name of a row is no sentence; what explains the table is.
  if (!line.ragged || line.gap > 0 || opensTable(text) || /[。；：，]/.test(text)) return;
  findings.add('doubtful', line.place, {
    subject: definition.title,
    owner: definition.id,
    raw: line.cells.join(' '),
    message: '紧接表尾的这一行只有一格，没有作为表中的行读入。',
    en: 'Only one cell stands in the line right below the table; it was not read as a row of it.',
  });
}

function noteHeader(
  definition: TableDefinition,
  header: HeaderMap,
  at: SourceLocation,
  session: Session,
): void {
  for (const { label, at: column } of header.unknown) {
    session.findings.add(
      'unread',
      { ...at, column: column + 1 },
      {
        subject: `${definition.title}·表头`,
        owner: definition.id,
        raw: label,
        message: `认不出“${label}”这一列，该列未读入。`,
        en: 'This column is not known to the layout and was not read.',
      },
    );
  }
  const order = header.columns.flatMap((column) =>
    column === null ? [] : [definition.columns.indexOf(column)],
  );
  if (order.some((own, index) => own < (order[index - 1] ?? -1))) {
    session.findings.add('doubtful', at, {
      subject: `${definition.title}·表头`,
      owner: definition.id,
      raw: header.columns.map((column) => column?.label ?? '').join(' | '),
      message: '列的次序与版式不同，已按表头文字读入，请核对表头是否排错。',
      en: 'The columns stand in another order than in the layout; they were read by their headings.',
    });
  }
  for (const column of header.missing) {
    session.findings.add('missing', at, {
      subject: `${definition.title}·${column.label}`,
      owner: definition.id,
      message: `表头没有“${column.label}”这一列，按空白处理。`,
      en: 'The heading lacks this column; its cells are blank.',
    });
  }
}

function readRow(definition: TableDefinition, header: HeaderMap, session: Session): ReadRow | null {
  const { cursor, findings } = session;
  const line = cursor.next();
  if (line === undefined) return null;
  const fitted = fit(line, header.columns.length, definition, session);
  if (fitted === null) {
    findings.add('unread', line.place, {
      subject: definition.title,
      owner: definition.id,
      field: 'row',
      raw: line.cells.map((cell) => tidy(cell)).join(' | '),
      message: `这一行有${line.cells.length}格，表头有${header.columns.length}列，未读入。`,
      en: 'The number of cells differs from the heading; the row was not read.',
    });
    return null;
  }
  const cells: Figure[] = definition.columns.map(() => null);
  header.columns.forEach((column, at) => {
    const raw = fitted.cells[at] ?? '';
    if (column === null) {
      if (!header.unknown.some((one) => one.at === at)) noteHeadless(definition, raw, fitted, at, session);
      return;
    }
    cells[definition.columns.indexOf(column)] = readCell(definition, column, raw, fitted, at, findings);
  });
  return cells.every((cell) => cell === null) ? null : { line: fitted, cells };
}

/** A column the layout does not know is named once, by its heading; one without a heading can only be named cell by cell. */
function noteHeadless(
  definition: TableDefinition,
  raw: string,
  line: Line,
  at: number,
  { findings }: Session,
): void {
  if (tidy(raw) === '') return;
  findings.add('unread', cellPlace(line, at), {
    subject: definition.title,
    owner: definition.id,
    raw,
    message: `这一格所在的第${at + 1}列没有表头，未读入。`,
    en: 'The column of this cell has no heading; the cell was not read.',
  });
}

/** Makes a row as wide as its header without moving any cell; where that takes an assumption it is reported. */
function fit(line: Line, width: number, definition: TableDefinition, session: Session): Line | null {
  const { cells } = line;
  if (cells.length === width) return line;
  const report = (message: string, en: string) =>
    session.findings.add('cleaned', line.place, {
      subject: definition.title,
      owner: definition.id,
      raw: cells.map((cell) => tidy(cell)).join(' | '),
      message,
      en,
    });
  if (cells.length > width && cells.slice(width).every((cell) => cell.trim() === '')) {
    return { ...line, cells: cells.slice(0, width) };
  }
  const next = session.cursor.peek();
  if (!line.ragged && next?.row === true && next.gap > 1 && cells.length + next.cells.length === width) {
    session.cursor.next();
    report(
      '一行被空段拆成两截，已按列数接合。',
      'A row torn apart by an empty paragraph was joined; the cells add up to the heading.',
    );
    const lines = [...(line.cellLines ?? []), ...(next.cellLines ?? [])];
    return { ...line, cells: [...cells, ...next.cells], cellLines: lines };
  }
  if (line.ragged && cells.length < width && cells.length > 1) {
    report(
      '行末缺少单元格，按空白处理。',
      'Cells are missing at the end of the row and were taken as blank.',
    );
    return { ...line, cells: [...cells, ...Array.from({ length: width - cells.length }, () => '')] };
  }
  return null;
}
