import { type Grant, grantsOf, type HeldRole } from '@zhitongche/access';
import type { Keys } from '@zhitongche/core/server';
import { type GrantRow, grantHolds } from './grant-mac.ts';
import { type CodedOfficeRole, OFFICE_ROLE_JSON, officeRole, officeRoleHolds } from './office-role-row.ts';

/** A stored grant with its code, and the office's own role it names; null = a role every office begins with. */
export type StoredGrant = GrantRow & { readonly mac: string; readonly own: CodedOfficeRole | null };

/** SQL: {@link StoredGrant} as one JSON value, of a table called `g`. */
export const GRANT_JSON = `json_build_object('office', g.office, 'id', g.id, 'person', g.person, 'role', g.role,
  'org', g.org, 'status', g.status, 'mac', g.mac, 'own', (select ${OFFICE_ROLE_JSON} from office_role r
    where r.office = g.office and r.role = g.role))`;

/** SQL: whether an active grant, of a table called `g`, brings one of the codes in a placeholder. */
export const bringsCode = (codes: string): string =>
  `(g.role = any(${codes}::text[]) or exists (select 1 from office_role r where r.office = g.office
    and r.role = g.role and r.status = 'active' and r.codes && ${codes}::text[]))`;

/**
 * What stored rights let their holder do: the only place where rows become grants. A right or a role nobody wrote through
 * the program counts for nothing and is told; a role that was retired counts for nothing.
 */
export function countingGrants(
  keys: Keys,
  rows: readonly StoredGrant[],
  forged: (table: string, office: string, id: string) => void = () => {},
): readonly Grant[] {
  const held = rows.flatMap((row): readonly HeldRole[] => {
    if (!grantHolds(keys, row)) forged('role_grant', row.office, row.id);
    else if (row.own === null) return [{ role: row.role, org: row.org, own: null }];
    else if (!officeRoleHolds(keys, row.own)) forged('office_role', row.office, row.role);
    else if (row.own.status === 'active') return [{ role: row.role, org: row.org, own: officeRole(row.own) }];
    return [];
  });
  return grantsOf(held);
}
