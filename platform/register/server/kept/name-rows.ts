import { dayInShanghai } from '@zhitongche/base';
import { type App, caseKeys } from '@zhitongche/core/server';
import { openRowData, ROW_COLUMNS, type RowData } from './read-row.ts';
import { columnsOf } from './row-columns.ts';
import { knowledgeOf } from './row-writing.ts';
import { keptPlace, sealKept } from './sealed-kept.ts';

const BATCH = 200;

/** Gives rows of a program that did not know it the place they have among names, and what their initials are found by; gives how many. */
export async function nameRows(app: App): Promise<number> {
  return await app.db.tx(async (query) => {
    const rows = await query<RowData & { office: string }>(
      `select office, ${ROW_COLUMNS} from kept_row where name_key = '' order by office, id limit ${BATCH} for update skip locked`,
    );
    const made = [];
    for (const data of rows) {
      const kind = app.registers.find(({ code }) => code === data.register);
      const book = await app.offices.get(data.office);
      // A register that is gone keeps its rows, in no order of its own.
      if (!kind) {
        made.push({ office: data.office, id: data.id, nameKey: ' ', grams: null, facets: null });
        continue;
      }
      const { row } = openRowData(data.office, kind, data, app.keys);
      const place = keptPlace(data.office, data.id);
      const sealed = sealKept(kind, row, caseKeys(app.keys, data.salt), place);
      const today = dayInShanghai(app.clock().toISOString());
      const { nameKey, grams, facets } = columnsOf(kind, row, sealed.answers, {
        keys: app.keys,
        ...knowledgeOf(book, kind, today),
      });
      made.push({ office: data.office, id: data.id, nameKey, grams, facets });
    }
    if (made.length > 0)
      await query(
        `update kept_row k set name_key = s."nameKey", grams = coalesce(s.grams, k.grams), facets = coalesce(s.facets, k.facets)
         from jsonb_to_recordset($1::jsonb) as s (office text, id uuid, "nameKey" text, grams text[], facets text[])
         where k.office = s.office and k.id = s.id`,
        [JSON.stringify(made)],
      );
    return made.length;
  });
}
