import { API, type Endpoint, type ReplyOf } from '@zhitongche/contract';
import { FIXED_CODES, OWN_ROLE, placesOf, reachOf, type Role } from '@zhitongche/access';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { labelIn, rolesOf } from './office-roles.ts';

/** Which role may call what, read from the contract itself, and how many people hold it; those of the office's own last. */
export async function roleMatrix(app: App, actor: OfficeActor): Promise<ReplyOf<(typeof API)['roleMatrix']>> {
  const roles = await rolesOf(app, app.db.query, actor.office);
  const counts = await app.db.query<{ role: string; people: number }>(
    `select role, count(distinct person)::int as people from role_grant
     where office = $1 and status = 'active' group by role`,
    [actor.office],
  );
  return roles.map(({ role, label, codes, status }) => {
    const own = role.startsWith(OWN_ROLE);
    return {
      role,
      name: label,
      endpoints: status === 'active' ? endpointsOf(codes) : [],
      people: counts.find((row) => row.role === role)?.people ?? 0,
      own,
      active: status === 'active',
      codes: codes.map((code) => ({ code, name: labelIn(roles, code) })),
      places: [...placesOf(codes)],
      reach: reachOf(codes),
      joins: !own && !codes.some((code) => FIXED_CODES.includes(code)),
    };
  });
}

const endpointsOf = (codes: readonly Role[]): string[] =>
  Object.values<Endpoint>(API)
    .filter(({ caller }) => typeof caller !== 'string' && caller.some((one) => codes.includes(one)))
    .map((endpoint) => `${endpoint.method} ${endpoint.path} ${endpoint.summary}`);
