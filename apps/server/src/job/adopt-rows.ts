import { SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { type CodedPlace, codedPage, type CodedTable, eachCodedTable } from '@zhitongche/proof/server';
import { tellRow, writeAudit } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';

/** Gives the next rows without a code theirs, each with a line in the audit; how many there were. */
export async function adoptRows(app: App, query: Query, office: string, limit: number): Promise<number> {
  const adopted = await eachCodedTable((table) => adoptTable(app, query, office, table, limit));
  return adopted.reduce((sum, one) => sum + one, 0);
}

async function adoptTable<R extends { readonly mac: string | null }>(
  app: App,
  query: Query,
  office: string,
  table: CodedTable<R>,
  limit: number,
): Promise<number> {
  if (table.always) return 0;
  const start: CodedPlace = [];
  const rows = await codedPage(query, office, table, start, { limit, uncoded: true });
  const where = Object.keys(table.key).map((column, index) => `${column} = $${index + 3}`);
  for (const row of rows) {
    const mac = table.mac(app.keys, row);
    await query(`update ${table.table} set mac = $2 where office = $1 and ${where.join(' and ')}`, [
      office,
      mac,
      ...table.keyOf(row),
    ]);
    await tellRow(app.keys, query, office, table.table, table.keyOf(row), mac);
    await writeAudit(query, {
      office,
      at: app.clock(),
      actor: { id: null, name: SYSTEM_DOER.name },
      action: 'row.adopt',
      object: table.object(row),
      result: 'ok',
      source: '',
      detail: { table: table.table, mac },
    });
  }
  return rows.length;
}
