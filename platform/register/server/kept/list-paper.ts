import type { PaperDoc, Table } from '@zhitongche/base';
import { fieldAt } from '@zhitongche/form';
import type { RegisterKind } from '@zhitongche/register';
import { type Listed, shown } from './listed-cell.ts';

/** Columns that fit a landscape sheet beside number, name and stage. */
const MOST = 8;

/** What a printed list says besides its rows. */
interface Said {
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly issuer: string;
  readonly today: string;
  readonly taken: string;
}

/** A list of rows as a paper: the columns of the list that say anything of these rows, the first ones first. */
export function listPaper(kind: RegisterKind, rows: readonly Listed[], said: Said): PaperDoc {
  const named = rows.map(({ title }) => title);
  const columns = kind.columns
    .map(({ key, label, of, on }) => ({
      head: label ?? fieldAt(kind.whole, key)?.field.label ?? key,
      cells: rows.map((row) => (of || on ? (row.figures[key] ?? '') : shown(kind, key, row.answers))),
    }))
    // What the name says already, and what nobody answered, takes no room.
    .filter(({ cells }) => cells.some((cell, at) => cell !== '' && cell !== named[at]))
    .slice(0, MOST);
  const staged = kind.stages !== undefined;
  const table: Table = {
    kind: 'table',
    size: 'dense',
    widths: [4, 20, ...columns.map(({ cells }) => widthOf(cells)), ...(staged ? [7] : [])],
    header: [
      ['序号', kind.noun ?? kind.name, ...columns.map(({ head }) => head), ...(staged ? ['状态'] : [])],
    ],
    rows: rows.map((row, at) => [
      { text: `${at + 1}`, align: 'center' as const },
      row.title,
      ...columns.map(({ cells }) => cells[at] ?? ''),
      ...(staged ? [kind.stages?.list[row.stage]?.label ?? ''] : []),
    ]),
  };
  const span = said.from && said.until ? `${said.from}至${said.until}` : '';
  return {
    kind: 'list',
    name: `${kind.name}台账${span}`,
    issuer: said.issuer,
    issuedOn: said.today,
    orientation: 'landscape',
    blocks: [
      { kind: 'title', lines: [`${kind.name}台账`, ...(span ? [`（${span}）`] : [])] },
      { ...table, caption: `${said.taken}。` },
    ],
  };
}

/** Wider where its cells say more. */
const widthOf = (cells: readonly string[]): number =>
  Math.min(16, Math.max(7, ...cells.map((cell) => cell.length * 0.9)));
