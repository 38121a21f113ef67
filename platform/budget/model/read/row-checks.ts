import type { TableDefinition } from '../layout/definition.ts';
import { decimalsOf, type Figure } from '../money/figure.ts';
import type { Findings } from './finding.ts';
import { cellPlace, type Line } from './line.ts';

/** A row as read, with the line it came from. */
export interface ReadRow {
  readonly line: Line;
  readonly cells: readonly Figure[];
}

/** Running numbers that jump tell of rows lost, moved or doubled; every jump is listed. */
export function checkSequence(
  definition: TableDefinition,
  rows: readonly ReadRow[],
  findings: Findings,
): void {
  const at = definition.columns.findIndex((column) => column.kind === 'seq');
  if (at < 0) return;
  let expected = 1;
  for (const row of rows) {
    const printed = row.cells[at] ?? null;
    if (printed !== String(expected)) {
      findings.add('doubtful', cellPlace(row.line, at), {
        subject: `${definition.title}·序号`,
        owner: definition.id,
        raw: row.cells.map((cell) => cell ?? '').join(' | '),
        message: `序号应为${expected}，印的是${printed ?? '空白'}，前后可能有缺行、错行。`,
        en: `Running number ${expected} was expected; rows may be missing or out of order.`,
      });
    }
    expected = (printed === null ? expected : Number(printed)) + 1;
  }
}

/** In a table printed throughout to the same decimal place, a figure with another number of decimals may have lost digits. */
export function checkDecimals(
  definition: TableDefinition,
  rows: readonly ReadRow[],
  findings: Findings,
): void {
  const cells = rows.flatMap((row) =>
    definition.columns.flatMap((column, at) => {
      const figure = row.cells[at] ?? null;
      return column.kind === 'money' && figure !== null ? [{ row, at, column, figure }] : [];
    }),
  );
  const counts = new Map<number, number>();
  for (const { figure } of cells) counts.set(decimalsOf(figure), (counts.get(decimalsOf(figure)) ?? 0) + 1);
  const [usual, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (times < 3 || times * 10 < cells.length * 8) return;
  for (const { row, at, column, figure } of cells) {
    if (decimalsOf(figure) === usual) continue;
    findings.add('doubtful', cellPlace(row.line, at), {
      subject: `${definition.title}·${column.label}`,
      owner: definition.id,
      raw: figure,
      message: `全表都印${usual}位小数，此格不同，可能缺了数字。`,
      en: `The table prints ${usual} decimals throughout; this figure differs and may have lost digits.`,
    });
  }
}
