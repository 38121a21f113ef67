import type { Dice } from './disguise.ts';
import { titledTable } from './titles.ts';

/** What page layout, word processors and scanners put into a text without changing what it says. */
export type Addition =
  | 'mark'
  | 'page number'
  | 'running head'
  | 'tab'
  | 'percent'
  | 'zero width'
  | 'continued';

/** Every addition there is. */
export const additions: readonly Addition[] = [
  'mark',
  'page number',
  'running head',
  'tab',
  'percent',
  'zero width',
  'continued',
];

const among = <T>(dice: Dice, from: readonly [T, ...T[]]): T =>
  from[Math.floor(dice() * from.length)] ?? from[0];
const within = (dice: Dice, length: number) => Math.floor(dice() * length);

/** Puts one addition somewhere into the lines of a text. */
export function added(lines: readonly string[], what: Addition, dice: Dice, office: string): string[] {
  const at = within(dice, lines.length);
  const line = lines[at] ?? '';
  if (what === 'page number') return lines.toSpliced(at, 0, ...apart(dice, pageNumber(dice)));
  if (what === 'running head') return lines.toSpliced(at, 0, ...apart(dice, runningHead(dice, office)));
  if (what === 'tab') return lines.with(at, line + '\t'.repeat(1 + within(dice, 3)));
  if (what === 'zero width') {
    const cut = within(dice, line.length + 1);
    return lines.with(
      at,
      line.slice(0, cut) + among(dice, ['\u200b', '\ufeff', '\u2060', '\u00ad']) + line.slice(cut),
    );
  }
  if (what === 'percent') {
    const printed = lines.flatMap((own, row) => (own.includes('%') ? [row] : []));
    const row = printed[within(dice, printed.length)] ?? at;
    return lines.with(row, (lines[row] ?? '').replaceAll('%', '％'));
  }
  return what === 'mark' ? marked(lines, at, dice) : continued(lines, dice, office);
}

/** A number may carry its mark before or behind it, words behind them. */
function marked(lines: readonly string[], at: number, dice: Dice): string[] {
  const cells = (lines[at] ?? '').split('\t');
  const printed = cells.flatMap((cell, own) => (cell.trim() === '' ? [] : [own]));
  const own = printed[within(dice, printed.length)];
  if (own === undefined) return [...lines];
  const sign = among(dice, ['①', '②', '⑫', '²', '¹', '[1]', '【注2】', '※', '*', '㈠', '†', ' ③', '［3］']);
  const cell = cells[own] ?? '';
  const ahead = /^\s*[\d.,]+\s*$/.test(cell) && dice() < 0.3;
  return lines.with(at, cells.with(own, ahead ? sign + cell : cell + sign).join('\t'));
}

const apart = (dice: Dice, line: string) => among(dice, [[line], ['', line, ''], [line, ''], ['', line]]);

const pageNumber = (dice: Dice) => {
  const page = 1 + within(dice, 120);
  return among(dice, [`${page}`, `- ${page} -`, `—${page}—`, `第 ${page} 页`, `第${page}页 共130页`]);
};

const runningHead = (dice: Dice, office: string) =>
  among(dice, [
    `${office}2024年度部门预算`,
    `${office}2024年部门预算信息公开`,
    `${office}2024年部门预算公开说明`,
  ]);

/** A page ends between two rows of a table: the next one prints title, identity and heading again. */
function continued(lines: readonly string[], dice: Dice, office: string): string[] {
  const titles = lines.flatMap((line, at) => (titledTable(line) !== null ? [at] : []));
  const title = titles[within(dice, titles.length)];
  if (title === undefined) return [...lines];
  const spaced = lines[title + 1] === '' || lines[title + 2] === '';
  const rows = rowsBelow(lines, title);
  const body = rows.findIndex(({ words }) =>
    /^\t?(?:\d{3,}|1)?\t?(?:合计(?!\t[\u4e00-\u9fff])|一、)|\d\.\d\d/.test(words),
  );
  if (body < 1 || rows.length - body < 3) return [...lines];
  const cut = rows[body + 1 + within(dice, rows.length - body - 2)]?.from;
  const first = rows[body]?.from;
  if (cut === undefined || first === undefined) return [...lines];
  const again = lines.slice(title + 1, first);
  const head = [
    ...(dice() < 0.5 ? [pageNumber(dice)] : []),
    ...(dice() < 0.5 ? [runningHead(dice, office)] : []),
    (lines[title] ?? '').trimEnd() +
      among(dice, ['（续）', '(续)', ' 续', '续表', '（续表）', '（续1）', '（续上表）']),
  ];
  return lines.toSpliced(cut, 0, ...head.flatMap((line) => (spaced ? [line, ''] : [line])), ...again);
}

/**
 * Rows under a title with the line they begin at, up to the first line that is no row: lines with tabs between cells, or lines of one
 * cell each, led by a tab, up to an empty one.
 */
function rowsBelow(lines: readonly string[], title: number): { from: number; words: string }[] {
  const rows: { from: number; words: string }[] = [];
  const heading = lines.findIndex((line, at) => at > title && line.includes('\t') && !/[:：]/.test(line));
  const cellPerLine = /^\t[^\t]*$/.test(lines[heading + 1] ?? '');
  let open = false;
  for (let at = title + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') open = false;
    else if (!line.includes('\t')) {
      if (rows.length > 0 && !/^单位|^部门名称/.test(line)) break;
    } else if (cellPerLine && open) {
      const last = rows.at(-1);
      if (last !== undefined) last.words += line;
    } else {
      rows.push({ from: at, words: line });
      open = true;
    }
  }
  return rows;
}
