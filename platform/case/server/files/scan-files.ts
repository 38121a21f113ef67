import type { API, ReplyOf } from '@zhitongche/contract';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { SCAN_TEXTS, type ScanState } from '@zhitongche/file/server';
import { openCase } from '../usecase/open-case.ts';
import { hiddenFiles } from './hidden-files.ts';

/** What is known of every attachment of a case that the actor may open. */
export async function fileScans(
  app: App,
  actor: OfficeActor,
  caseId: string,
): Promise<ReplyOf<(typeof API)['fileScans']>> {
  const hides = await hiddenFiles(app, actor, await openCase(app, actor, caseId));
  const rows = await app.db.query<{ id: string; by_person: string; state: ScanState }>(
    `select u.id, u.by_person, coalesce(s.state, 'none') as state from upload u
     left join file_scan s on s.office = u.office and s.sm3 = u.digest
     where u.office = $1 and u.case_id = $2 order by u.id`,
    [actor.office, caseId],
  );
  return rows.filter((row) => !hides(row)).map(({ id, state }) => ({ id, state, text: SCAN_TEXTS[state] }));
}
