import { tellRow, writeAudit } from '@zhitongche/audit/server';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { type GrantRow, grantMac } from './grant-mac.ts';
import { changingPerson } from './person-mac.ts';

/** Whose posts end where, and who says so. */
export interface EndingPosts {
  readonly office: string;
  readonly person: string;
  /** Every post held at this organisation ends. */
  readonly org: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string };
  readonly source: string;
  /** What it is done for, as the audit names it. */
  readonly reason: string;
}

/**
 * Ends every post of a person at an organisation, within the caller's transaction: rights are taken back, all sessions end,
 * and an account that holds no post elsewhere is stopped. Gives whether it was.
 */
export async function endPosts(app: App, query: Query, ending: EndingPosts): Promise<boolean> {
  const { office, person, org, at, by, source, reason } = ending;
  const held = await query<GrantRow>(
    `select office, id, person, role, org, status from role_grant
     where office = $1 and person = $2 and status in ('active', 'pending') order by id for update`,
    [office, person],
  );
  const ends = held.filter((grant) => grant.org === org);
  for (const grant of ends) {
    const mac = grantMac(app.keys, { ...grant, status: 'revoked' });
    await query(
      `update role_grant set status = 'revoked', settled_by = $3, settled_at = $4, mac = $5
       where office = $1 and id = $2`,
      [office, grant.id, by.id, at, mac],
    );
    await tellRow(app.keys, query, office, 'role_grant', [grant.id], mac);
  }
  const stops = held.length === ends.length;
  if (stops)
    await changingPerson(app, query, office, person, () =>
      query("update person set status = 'disabled' where office = $1 and id = $2", [office, person]),
    );
  await app.sessions.endAll(query, office, person);
  await writeAudit(query, {
    office,
    at,
    actor: by,
    action: 'account.end-posts',
    object: `person:${person}`,
    result: 'ok',
    source,
    detail: { org, grants: ends.map(({ id }) => id), stopped: stops, reason },
  });
  return stops;
}
