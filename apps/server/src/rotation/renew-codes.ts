import { tellRows } from '@zhitongche/audit/server';
import { type App, codedBefore, rowSoundness } from '@zhitongche/core/server';
import { type CodedPlace, codedPage, type CodedTable, eachCodedTable } from '@zhitongche/proof/server';
import { type Resealed, together } from './reseal.ts';

/** Rows given their new code in one transaction: what a kill costs. */
const BATCH = 200;

/**
 * Gives every row that decides its code under the master secret in force, with the line of the audit that names it. One that
 * does not fit its old code was written past the program and keeps what it has.
 */
export async function renewCodes(app: App, office: string): Promise<Resealed> {
  return together(await eachCodedTable((table) => renewTable(app, office, table)));
}

async function renewTable<R extends { readonly mac: string | null }>(
  app: App,
  office: string,
  table: CodedTable<R>,
): Promise<Resealed> {
  const broken: string[] = [];
  let moved = 0;
  let after: CodedPlace = [];
  for (;;) {
    const rows = await app.db.tx(async (query) => {
      const page = await codedPage(query, office, table, after, { limit: BATCH, but: app.keys.generation });
      const told: { table: string; key: CodedPlace; code: string }[] = [];
      for (const row of page) {
        if (rowSoundness(app.keys, row, table.mac) !== 'sound') {
          broken.push(`${table.name(row)}不是本程序所写`);
          continue;
        }
        told.push({ table: table.table, key: table.keyOf(row), code: table.mac(app.keys, row) });
      }
      const columns = Object.entries(table.key);
      await query(
        `update ${table.table} d set mac = s.mac
         from unnest($2::text[], ${columns.map(([, type], index) => `$${index + 3}::${type}[]`).join(', ')})
           as s (mac, ${columns.map(([column]) => column).join(', ')})
         where d.office = $1 and ${columns.map(([column]) => `d.${column} = s.${column}`).join(' and ')}`,
        [
          office,
          told.map(({ code }) => code),
          ...columns.map((_, index) => told.map(({ key }) => key[index])),
        ],
      );
      await tellRows(app.keys, query, office, told);
      moved += told.length;
      return page;
    });
    const last = rows.at(-1);
    if (!last || rows.length < BATCH)
      return { moved, passed: (await codesBefore(app, office, table.table)) - broken.length, broken };
    after = table.keyOf(last);
  }
}

/** Rows of a table with a code of a master secret before the one in force. */
export async function codesBefore(app: App, office: string, table: string): Promise<number> {
  const [row] = await app.db.query<{ n: number }>(
    `select count(*) as n from ${table} where office = $1 and ${codedBefore('mac', app.keys.generation)}`,
    [office],
  );
  return row?.n ?? 0;
}
