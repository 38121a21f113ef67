import { subjects } from '../codes/classification.ts';
import type { TableDefinition } from '../layout/definition.ts';
import { chineseCount } from '../model/target.ts';
import { TORN } from './cell.ts';
import type { Findings } from './finding.ts';
import { cellPlace } from './line.ts';
import type { ReadRow } from './row-checks.ts';

/** So many names of the classification in one column make it the list of subjects every 收支总表 prints. */
const FEWEST = 8;
const NUMBERED = /^([一二三四五六七八九十]+)、(.+)$/;

/**
 * Holds the printed list of subjects (一、一般公共服务支出, 二、外交支出 …) to its numbers and, by the classification of 政府收支分类科目,
 * to its names: a label torn or mixed up may stand before another row's figures.
 */
export function checkSubjectList(
  definition: TableDefinition,
  rows: readonly ReadRow[],
  findings: Findings,
): void {
  for (const [at, column] of definition.columns.entries()) {
    if (column.kind !== 'words') continue;
    const labels = rows.map((row) => ({ row, at, label: row.cells[at] ?? null }));
    const listed = labels.filter(({ label }) => known(NUMBERED.exec(label ?? '')?.[2]));
    if (listed.length < FEWEST) continue;
    const end = labels.findIndex(({ label }) => /合计|总计/.test(label ?? ''));
    let expected = 1;
    for (const { row, label } of end < 0 ? labels : labels.slice(0, end)) {
      if (label === null) continue;
      const [, printed = '', name = label] = NUMBERED.exec(label) ?? [];
      const note = (message: string, en: string) =>
        findings.add('doubtful', cellPlace(row.line, at), {
          subject: `${definition.title}·${column.label}`,
          owner: definition.id,
          raw: label,
          message,
          en,
        });
      const number = printed === '' ? null : Number(chineseCount(printed));
      if (TORN.test(label)) {
        expected += 1;
        continue;
      }
      if (number !== expected)
        note(
          `此处应为第${expected}项，印的是“${printed === '' ? '无编号' : printed}”，前后可能有缺行、错行。`,
          `Item ${expected} of the list was expected; rows may be missing or out of order.`,
        );
      else if (!known(name))
        note(
          '“政府收支分类科目”中没有这个名称，可能缺字、错字。',
          'The classification has no such subject; the words may be damaged.',
        );
      expected = (number ?? expected) + 1;
    }
  }
}

let names: ReadonlySet<string> | undefined;

function known(name: string | undefined): boolean {
  names ??= new Set([
    ...[...subjects().values()]
      .filter(({ scheme }) => scheme === 'functional')
      .map((subject) => subject.name),
    // Printed as the last item by 河北 2024 though no subject of the classification.
    '人行科目',
  ]);
  return name !== undefined && names.has(name);
}
