import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { FILE_COLUMNS } from './stored-files.ts';
import type { Spooled } from './spool.ts';

/** Hours a file nobody names stays: a backup that began while it was named still reads it. */
const KEPT_HOURS = 24;
const PAGE = 200;

const LOCK = "select pg_advisory_xact_lock(hashtext('file'), hashtext($1))";

/** Makes sure that the file a row of this transaction names is there when the transaction ends, whatever is swept meanwhile. */
export async function holdFile(app: App, query: Query, digest: string, from: Spooled): Promise<void> {
  await query(LOCK, [digest]);
  if (!(await app.blobs.has(digest))) await app.blobs.put(from.stream());
}

/** Notes files whose rows go in this transaction. */
export async function dropFiles(
  query: Query,
  office: string,
  digests: readonly string[],
  now: Date,
): Promise<void> {
  await query(
    `insert into dropped_file (office, sm3, at) select distinct $1, unnest($2::text[]), $3::timestamptz
     on conflict (office, sm3) do update set at = excluded.at`,
    [office, digests, now],
  );
}

/** Takes files off the disk whose last row went a day ago; gives how many were looked at. Several nodes may do it at once. */
export async function sweepFiles(app: App): Promise<number> {
  const before = new Date(app.clock().getTime() - KEPT_HOURS * 3_600_000);
  const due = await app.db.query<{ office: string; sm3: string }>(
    `select office, sm3 from dropped_file where at < $1 order by at limit ${PAGE}`,
    [before],
  );
  const named = FILE_COLUMNS.map(
    ({ table, column }) => `exists (select 1 from ${table} where ${column} = $1)`,
  );
  for (const { office, sm3 } of due)
    await app.db.tx(async (query) => {
      await query(LOCK, [sm3]);
      // Offices share the store: a file is gone for all of them or for none.
      const [row] = await query<{ held: boolean }>(`select ${named.join(' or ')} as held`, [sm3]);
      if (row && !row.held) {
        await app.blobs.drop(sm3);
        await query('delete from file_scan where office = $1 and sm3 = $2', [office, sm3]);
      }
      await query('delete from dropped_file where office = $1 and sm3 = $2', [office, sm3]);
    });
  return due.length;
}
