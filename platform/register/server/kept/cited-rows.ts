import { dayInShanghai } from '@zhitongche/base';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { mayOpenRegister, rowClearance, seesRow } from '@zhitongche/register';
import { visibleAnswers } from '@zhitongche/form';
import { openRowData, ROW_COLUMNS, type RowData } from './read-row.ts';
import { reachOf } from './register-in.ts';
import { citedAs } from './row-columns.ts';

/** Where the rules named stand on registers the reader may read; one that stands nowhere, or not for this reader, is left out. */
export async function citedRows(app: App, actor: OfficeActor, titles: readonly string[]) {
  const book = await app.offices.get(actor.office);
  const kinds = app.registers.filter((kind) => kind.cited && mayOpenRegister(reachOf(book, kind, actor)));
  if (kinds.length === 0 || titles.length === 0) return [];
  const wanted = kinds.flatMap((kind) => titles.map((title) => citedAs(kind, title)));
  const rows = await app.db.query<RowData & { facets: readonly string[] }>(
    `select ${ROW_COLUMNS}, facets from kept_row
     where office = $1 and retired_at is null and register = any($2::text[]) and facets && $3::text[]`,
    [actor.office, kinds.map(({ code }) => code), wanted],
  );
  const today = dayInShanghai(app.clock().toISOString());
  return rows.flatMap((data) => {
    const kind = kinds.find(({ code }) => code === data.register);
    const reach = kind && reachOf(book, kind, actor);
    if (!kind?.cited || !reach || !seesRow(reach, data.org)) return [];
    const { row } = openRowData(actor.office, kind, data, app.keys);
    const answers = visibleAnswers(kind.whole, row.answers, { clearance: rowClearance(reach, row.org) });
    const mark = kind.cited.mark({ ...row, answers }, today);
    return titles
      .filter((title) => data.facets.includes(citedAs(kind, title)))
      .map((cited) => ({ cited, register: kind.code, id: row.id, mark }));
  });
}
