import { record } from '@zhitongche/audit/server';
import { csvText } from '@zhitongche/base';
import { type App, type OfficeActor, ProblemError, unsound } from '@zhitongche/core/server';
import { filePolicy, type ListCell, listWorkbook, plainCell, XLSX } from '@zhitongche/file/server';
import type { RegisterKind } from '@zhitongche/register';
import { importColumns, STAGE_HEAD } from './import-plan.ts';
import { listPaper } from './list-paper.ts';
import { type Listed, shown } from './listed-cell.ts';
import { listRows, type RowsAsked } from './list-rows.ts';
import { type OpenRegister, registerIn } from './register-in.ts';

/** A column on its way out. */
interface Out {
  readonly head: string;
  readonly of: (row: Listed) => string;
}

/**
 * The rows a reader has before him, with every column that fits a cell, exactly as he may see them: read back by the import,
 * it changes nothing. The taking is on record.
 */
export async function exportKept(
  app: App,
  actor: OfficeActor,
  register: string,
  asked: RowsAsked & { readonly format?: 'xlsx' | 'csv' | 'pdf' | undefined },
) {
  const opened = await registerIn(app, actor, register);
  const { kind, book, today, now } = opened;
  const rows = await allRows(app, actor, register, asked, filePolicy(book.policyRows, today).exportRows);
  if (asked.format === 'pdf') return await printed(app, actor, opened, asked, rows);
  const columns = outOf(kind);
  const cells = rows.map((row) => columns.map(({ of }): ListCell => of(row)));
  const heads = columns.map(({ head }) => head);
  await record(app.db.query, actor, now, 'register.export', `register:${kind.code}`, { rows: rows.length });
  if (asked.format === 'csv')
    return {
      body: Buffer.from(csvText([heads, ...rows.map((row) => columns.map(({ of }) => plainCell(of(row))))])),
      type: 'text/csv',
      name: `${kind.name}-${today}.csv`,
    };
  const body = await listWorkbook({
    title: kind.name,
    heads,
    rows: cells,
    watermark: takenBy(opened, actor, rows.length),
  });
  return { body, type: XLSX, name: `${kind.name}-${today}.xlsx` };
}

/** The same as a paper to print and file: the columns of the list that say anything, on landscape sheets. */
async function printed(
  app: App,
  actor: OfficeActor,
  opened: OpenRegister,
  asked: RowsAsked,
  rows: readonly Listed[],
) {
  const { kind, book, today, now } = opened;
  const issuer = book.orgName(opened.home);
  const made = await app.papers.make(
    listPaper(kind, rows, {
      from: asked.from,
      until: asked.until,
      issuer,
      today,
      taken: takenBy(opened, actor, rows.length),
    }),
    { docx: false, signer: null, at: now, issuer },
  );
  if (!made.ok) throw unsound(made.problems);
  await record(app.db.query, actor, now, 'register.export', `register:${kind.code}`, { rows: rows.length });
  return { body: Buffer.from(made.value.pdf), type: 'application/pdf', name: `${kind.name}-${today}.pdf` };
}

/** Every row a reader has before him; more than a file may hold are refused. */
export async function allRows(
  app: App,
  actor: OfficeActor,
  register: string,
  asked: RowsAsked,
  most: number,
) {
  const rows: Listed[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRows(app, actor, register, { ...asked, limit: 200, cursor });
    rows.push(...page.items);
    cursor = page.next ?? undefined;
    if (rows.length > most)
      throw new ProblemError(
        422,
        'export.too-many',
        `一次最多导出 ${most} 行，请先用条件缩小范围。`,
        `At most ${most} rows at a time; narrow the list first.`,
      );
  } while (cursor !== undefined);
  return rows;
}

/** Every field that fits a cell, the stage, and the register's own figures behind them. */
const outOf = (kind: RegisterKind): readonly Out[] => [
  ...Object.entries(importColumns(kind)).map(([key, field]): Out => {
    if (key === '$stage')
      return { head: STAGE_HEAD, of: ({ stage }) => kind.stages?.list[stage]?.label ?? '' };
    return { head: field.label, of: ({ answers }) => shown(kind, key, answers) };
  }),
  ...kind.columns.flatMap(({ key, label, of, on }): readonly Out[] =>
    of || on ? [{ head: label ?? key, of: ({ figures }) => figures[key] ?? '' }] : [],
  ),
];

const takenBy = ({ book, now }: OpenRegister, actor: OfficeActor, n: number): string =>
  `${book.orgName(actor.org)} ${actor.name} 于 ${beijing(now)} 导出，共 ${n} 行`;

const beijing = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
