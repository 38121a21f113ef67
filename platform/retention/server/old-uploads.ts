import { writeAudit } from '@zhitongche/audit/server';
import { namedFiles } from '@zhitongche/case/server';
import { dropFiles } from '@zhitongche/file/server';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { NOT_HELD } from './due.ts';
import { cutsOf } from './terms.ts';

const BATCH = 200;
/** Between the look that finds an upload unnamed and the one that deletes it: an act under way has long ended by then. */
const BETWEEN = 24 * 3_600_000;

/** Deletes uploads of submitted cases that no act ever sent, once they are as old as a service keeps drafts. */
export async function dropOldUploads(app: App, office: string): Promise<void> {
  for (const service of app.services.current) {
    const { drafts: before } = await cutsOf(app, office, service);
    const looked = new Date(app.clock().getTime() - BETWEEN);
    const due = await app.db.query<{ id: string }>(
      `select distinct f.id from upload u join case_file f on f.office = u.office and f.id = u.case_id
       where u.office = $1 and u.named is not true and u.at < $3 and (u.looked_at is null or u.looked_at < $4)
         and f.service = $2 and f.revision > 0 and ${NOT_HELD} order by f.id limit ${BATCH}`,
      [office, service.code, before, looked],
    );
    for (const { id } of due)
      await app.db.tx(async (query) => await look(app, query, office, id, { before, looked }));
  }
}

/** Marks what is part of the case, and deletes what was not the last time either. */
async function look(
  app: App,
  query: Query,
  office: string,
  id: string,
  { before, looked }: { readonly before: Date; readonly looked: Date },
): Promise<void> {
  const now = app.clock();
  const [free] = await query(
    `select 1 from case_file f where office = $1 and id = $2 and ${NOT_HELD} for update`,
    [office, id],
  );
  if (!free) return;
  const named = await namedFiles(app, query, office, id);
  const due = await query<{ id: string; digest: string; named: boolean | null }>(
    `select id, digest, named from upload where office = $1 and case_id = $2 and named is not true and at < $3
       and (looked_at is null or looked_at < $4)`,
    [office, id, before, looked],
  );
  // What cannot be known any more is kept as long as the files of the case are.
  const sent = (file: string): boolean => named === null || named.sent.has(file);
  const kept = (file: string): boolean => sent(file) || named?.drafted.has(file) === true;
  const seen = due.filter((file) => file.named !== false || kept(file.id));
  await query(
    `update upload u set named = s.named, looked_at = $4 from unnest($2::uuid[], $3::bool[]) as s (id, named)
     where u.office = $1 and u.id = s.id`,
    [
      office,
      seen.map(({ id: file }) => file),
      seen.map(({ id: file }) => (sent(file) ? true : kept(file) ? null : false)),
      now,
    ],
  );
  const gone = due.filter((file) => file.named === false && !kept(file.id));
  await query('delete from upload where office = $1 and id = any($2)', [
    office,
    gone.map(({ id: file }) => file),
  ]);
  for (const one of gone)
    await writeAudit(query, {
      office,
      at: now,
      actor: { id: 'system', name: '系统' },
      action: 'file.delete',
      object: `case:${id}`,
      result: 'ok',
      source: '',
      detail: { file: one.id, digest: one.digest, why: 'term' },
    });
  await dropFiles(
    query,
    office,
    gone.map(({ digest }) => digest),
    now,
  );
}
