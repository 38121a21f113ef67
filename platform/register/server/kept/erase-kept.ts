import { SYSTEM_DOER } from '@zhitongche/case';
import { type App, caseKeys, isErased } from '@zhitongche/core/server';
import { dropFiles } from '@zhitongche/file/server';
import type { Query } from '@zhitongche/host';
import type { KeptRow, RegisterKind } from '@zhitongche/register';
import { filesOpenIn } from './kept-files.ts';
import { lockRows, openRowData } from './read-row.ts';
import { columnsOf } from './row-columns.ts';
import { knowledgeOf, rowWriting } from './row-writing.ts';
import { keptPlace, sealKept } from './sealed-kept.ts';
import { writeKept } from './write-kept.ts';

/** The list a row stands on, and who stands for it. */
export interface RowListed {
  readonly list: string;
  readonly askedBy: string;
  readonly confirmedBy: string;
}

/**
 * Deletes what is private of a row that is over: the event that says so is appended to its chain, then the key of the row goes, and with it
 * every sealed value in row and chain; the chain still proves, for it was made over what is sealed. What a hold keeps, or what is gone
 * already, stays as it is: running it again changes nothing. `free` locks and tells whether it is still due. Gives whether anything went.
 */
export async function eraseKept(
  app: App,
  office: string,
  id: string,
  listed: RowListed,
  free: (query: Query) => Promise<boolean>,
): Promise<boolean> {
  const book = await app.offices.get(office);
  const now = app.clock();
  return await app.db.tx(async (query) => {
    const [data] = await lockRows(query, office, [id]);
    const kind = app.registers.find(({ code }) => code === data?.register);
    if (!data || !kind || data.salt === null || isErased(data.salt) || !(await free(query))) return false;
    const found = openRowData(office, kind, data, app.keys);
    const by = rowWriting(app, book, { at: now, doer: SYSTEM_DOER, source: '', action: 'register.erase' });
    await writeKept(app, query, [{ kind, id, before: found, events: [{ type: 'erased', ...listed }] }], by);
    await dropFilesOf(query, office, kind, found.row, now);
    await forgetKey(app, query, office, id, kind);
    await query('delete from notice where office = $1 and row_id = $2', [office, id]);
    return true;
  });
}

/** Files in private fields, of the row and of its moves, whatever version named them. */
async function dropFilesOf(
  query: Query,
  office: string,
  kind: RegisterKind,
  row: KeptRow,
  now: Date,
): Promise<void> {
  const gone = await query<{ digest: string }>(
    'delete from kept_upload where office = $1 and row_id = $2 and id::text <> all($3::text[]) returning digest',
    [office, row.id, filesOpenIn(kind, row)],
  );
  await dropFiles(
    query,
    office,
    gone.map(({ digest }) => digest),
    now,
  );
}

/** Destroys the key of the row, and what it was found by that came of what is private. */
async function forgetKey(
  app: App,
  query: Query,
  office: string,
  id: string,
  kind: RegisterKind,
): Promise<void> {
  await query("update kept_row set salt = '' where office = $1 and id = $2", [office, id]);
  const [data] = await lockRows(query, office, [id]);
  if (!data) return;
  const { row } = openRowData(office, kind, data, app.keys);
  const sealed = sealKept(kind, row, caseKeys(app.keys, data.salt), keptPlace(office, id));
  const book = await app.offices.get(office);
  const today = row.erased?.slice(0, 10) ?? '';
  const { uniqueKey, nearKey, publicKey, keys, grams } = columnsOf(kind, row, sealed.answers, {
    keys: app.keys,
    ...knowledgeOf(book, kind, today),
  });
  await query(
    `update kept_row set unique_key = $3, near_key = $4, public_key = $5, keys = $6, grams = $7, state = $8
     where office = $1 and id = $2`,
    [office, id, uniqueKey, nearKey, publicKey, keys, grams, JSON.stringify(sealed)],
  );
}
