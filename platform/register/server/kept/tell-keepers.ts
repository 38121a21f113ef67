import { isRole } from '@zhitongche/access';
import type { OfficeBook } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { keepsRow, type KeptRow, type RegisterKind, registerReach } from '@zhitongche/register';

/** Where messages about rows are written, and when. */
export interface Telling {
  readonly office: string;
  readonly book: OfficeBook;
  readonly now: Date;
}

/**
 * Messages about a row to whoever keeps it; each text stands behind the name of the row. `nearest`: those of the row's own
 * organisation alone where it has any.
 */
export async function tellKeepers(
  query: Query,
  { office, book, now }: Telling,
  kind: RegisterKind,
  row: KeptRow,
  texts: readonly string[],
  nearest = false,
): Promise<void> {
  const grants = await query<{ person: string; role: string; org: string }>(
    `select distinct g.person, g.role, g.org from role_grant g join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and g.role = any($2::text[]) and g.status = 'active' and p.status = 'active'`,
    [office, kind.keepers],
  );
  const orgs = book.orgs.map(({ id }) => id);
  const keeping = grants.filter(
    ({ role, org }) =>
      isRole(role) && keepsRow(registerReach(kind, { grants: [{ role, org }] }, book.tree, orgs), row.org),
  );
  const own = keeping.filter(({ org }) => org === row.org);
  const persons = new Set((nearest && own.length > 0 ? own : keeping).map(({ person }) => person));
  const lines = [...persons].flatMap((person) =>
    texts.map((text) => ({
      person,
      id: newId(now.getTime()),
      text: `${kind.name}“${kind.title(row.answers)}”${text}`,
    })),
  );
  await query(
    `insert into notice (office, person, id, at, text, row_register, row_id)
     select $1, n.person, n.id, $2, n.text, $3, $4 from json_to_recordset($5::json) as n(person uuid, id uuid, text text)`,
    [office, now, kind.code, row.id, JSON.stringify(lines)],
  );
}
