import { isRole } from '@zhitongche/access';
import type { OfficeBook } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { keepsRow, registerReach, type RegisterKind } from '@zhitongche/register';

/** Persons who keep rows of an organisation: whom messages about them are for. */
export async function keepersOf(
  query: Query,
  book: OfficeBook,
  kind: RegisterKind,
  org: string,
): Promise<readonly string[]> {
  const grants = await query<{ person: string; role: string; org: string }>(
    `select distinct g.person, g.role, g.org from role_grant g join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and g.role = any($2::text[]) and g.status = 'active' and p.status = 'active'`,
    [book.office, kind.keepers],
  );
  const orgs = book.orgs.map(({ id }) => id);
  return [
    ...new Set(
      grants.flatMap(({ person, role, org: at }) =>
        isRole(role) && keepsRow(registerReach(kind, { grants: [{ role, org: at }] }, book.tree, orgs), org)
          ? [person]
          : [],
      ),
    ),
  ];
}
