import type { CaseEvent } from '@zhitongche/case';
import { outboundTrip } from '../../catalogue/outbound/trip/index.ts';
import { type App, caseKeys } from '@zhitongche/core/server';
import { casePlace } from '@zhitongche/case/server';
import { openEvent } from '@zhitongche/case/server';
import { sealEvent } from '../../platform/case/server/case/sealed.ts';
import type { Db } from '@zhitongche/host';

/**
 * Gives copies of a case answers they can be opened with: sealed values belong to one case and open nowhere else, so that
 * what was merely copied would be taken for a forgery.
 */
export async function reseal(
  app: App,
  owner: Db,
  {
    office,
    template,
    ids,
  }: { readonly office: string; readonly template: string; readonly ids: readonly string[] },
): Promise<void> {
  const [row] = await owner.query<{ body: CaseEvent; salt: string | null }>(
    `select e.body, f.salt from case_event e join case_file f on f.office = e.office and f.id = e.case_id
     where e.office = $1 and e.case_id = $2 and e.body->>'type' = 'submitted'`,
    [office, template],
  );
  if (!row) throw new Error('The template was never submitted');
  const event = openEvent(row.body, caseKeys(app.keys, row.salt), casePlace(office, template));
  for (let from = 0; from < ids.length; from += 100) {
    const copies = ids.slice(from, from + 100).map((id) => ({
      id,
      body: sealEvent(outboundTrip, event, app.keys, casePlace(office, id)),
    }));
    await owner.query(
      `update case_event e set body = c.body from json_to_recordset($2::json) as c(id uuid, body jsonb)
       where e.office = $1 and e.case_id = c.id and e.body->>'type' = 'submitted'`,
      [office, JSON.stringify(copies)],
    );
  }
}
