import { API, type Endpoint, type ReplyOf } from '@zhitongche/contract';
import { ROLES } from '@zhitongche/access';
import type { OfficeActor, App } from '@zhitongche/core/server';

/** Which role may call what, read from the contract itself, and how many people hold it. */
export async function roleMatrix(app: App, actor: OfficeActor): Promise<ReplyOf<(typeof API)['roleMatrix']>> {
  const counts = await app.db.query<{ role: string; people: number }>(
    `select role, count(distinct person)::int as people from role_grant
     where office = $1 and status = 'active' group by role`,
    [actor.office],
  );
  return Object.entries(ROLES).map(([role, name]) => ({
    role,
    name,
    endpoints: Object.values<Endpoint>(API)
      .filter(({ caller }) => typeof caller !== 'string' && caller.some((one) => one === role))
      .map((endpoint) => `${endpoint.method} ${endpoint.path} ${endpoint.summary}`),
    people: counts.find((row) => row.role === role)?.people ?? 0,
  }));
}
