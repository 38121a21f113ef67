import { decideErased, SYSTEM_DOER } from '@zhitongche/case';
import { type App, isErased } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { commit, decided, openAnyCase, settingOf } from '@zhitongche/case/server';
import { dropFiles } from '@zhitongche/file/server';
import { takeTurn } from '@zhitongche/register/server';
import { NOT_HELD, type Part } from './due.ts';

/** The list a case stands on, and who stands for it. */
export interface Listed {
  readonly list: string;
  readonly askedBy: string;
  readonly confirmedBy: string;
  readonly parts: readonly Part[];
}

const SYSTEM = { ...SYSTEM_DOER, grants: [], standsInFor: [] };

/**
 * Deletes what a list says of one case, with its event and its audit line, in one transaction. What a hold keeps, or what
 * is gone already, is left as it is: running it again changes nothing. Gives whether anything went.
 */
export async function eraseCase(app: App, office: string, id: string, listed: Listed): Promise<boolean> {
  return await app.db.tx(async (query) => {
    const [unit] = await query<{ unit: string }>('select unit from case_file where office = $1 and id = $2', [
      office,
      id,
    ]);
    if (!unit) return false;
    // Before the case: a job that refreshes its rows must not put an older state over them.
    await takeTurn(query, office, unit.unit);
    const [free] = await query<{ salt: string | null }>(
      `select salt from case_file f where office = $1 and id = $2 and closed_at is not null and ${NOT_HELD} for update`,
      [office, id],
    );
    if (!free) return false;
    const [uploads] = await query<{ n: number }>(
      'select count(*) as n from upload where office = $1 and case_id = $2',
      [office, id],
    );
    const parts = listed.parts.filter((part) =>
      part === 'files' ? (uploads?.n ?? 0) > 0 : free.salt !== null && !isErased(free.salt),
    );
    if (parts.length === 0) return false;
    await tell(app, query, office, id, { ...listed, parts });
    if (parts.includes('files')) await dropUploads(app, query, office, id);
    if (parts.includes('personal')) await dropPersonal(query, office, id);
    return true;
  });
}

async function tell(app: App, query: Query, office: string, id: string, erased: Listed): Promise<void> {
  const opened = await openAnyCase(app, office, id, { person: id, key: '' });
  if (!opened) throw new Error(`Case ${id} went while its row was locked`);
  const decision = decided(decideErased(opened.service, opened.state, erased, settingOf(opened, SYSTEM)));
  const written = await commit(app, office, opened, decision, {
    action: 'case.erase',
    source: '',
    query,
  });
  if (!written) throw new Error(`Case ${id} moved while its row was locked`);
}

async function dropUploads(app: App, query: Query, office: string, id: string): Promise<void> {
  const gone = await query<{ digest: string }>(
    'delete from upload where office = $1 and case_id = $2 returning digest',
    [office, id],
  );
  await dropFiles(
    query,
    office,
    gone.map((row) => row.digest),
    app.clock(),
  );
}

/** Destroys the key of the case, and takes what other tables hold of its people. */
async function dropPersonal(query: Query, office: string, id: string): Promise<void> {
  const one = [office, id];
  await query("update case_file set salt = '' where office = $1 and id = $2", one);
  await query(
    `update register_row set data = data - '$sealed', keys = '{}' where office = $1 and case_id = $2`,
    one,
  );
  await query('delete from draft where office = $1 and case_id = $2', one);
  await query('delete from message where office = $1 and case_id = $2', one);
  await query('delete from notice where office = $1 and case_id = $2', one);
  await query('delete from request_key where office = $1 and case_id = $2', one);
}
