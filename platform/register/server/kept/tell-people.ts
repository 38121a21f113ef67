import type { Role } from '@zhitongche/access';
import { bringsCode, countingGrants, GRANT_JSON, type StoredGrant } from '@zhitongche/account/server';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { keepsRow, type KeptRow, type RegisterKind, registerReach, seesRow } from '@zhitongche/register';

/** Messages about a row, and to whom: its keepers, and everybody who holds one of the roles and sees the row. */
export interface Telling {
  /** `nearest` = those who keep it at its own organisation, and where nobody does, all. */
  readonly keepers: boolean | 'nearest';
  readonly roles: readonly Role[];
  readonly texts: readonly string[];
  /** Who is not told: whoever did it. */
  readonly but?: string;
}

/** Sends messages about a row, each once to everybody they are for. */
export async function tellPeople(
  {
    app,
    query,
    book,
    now,
  }: { readonly app: App; readonly query: Query; readonly book: OfficeConfig; readonly now: Date },
  kind: RegisterKind,
  row: KeptRow,
  { keepers, roles, texts, but }: Telling,
): Promise<void> {
  if (texts.length === 0) return;
  const held = await query<{ id: string; grants: readonly StoredGrant[] }>(
    `select p.id, json_agg(${GRANT_JSON} order by g.id) as grants from role_grant g
       join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and ${bringsCode('$2')} and g.status = 'active' and p.status = 'active' group by p.id`,
    [book.office, [...(keepers === false ? [] : kind.keepers), ...roles]],
  );
  const orgs = book.orgs.map(({ id }) => id);
  const people = held.map(({ id: person, grants }) => {
    const own = countingGrants(app.keys, grants);
    const reaching = (some: typeof own) => registerReach(kind, { grants: some }, book.tree, orgs);
    return {
      person,
      keeps: keepsRow(reaching(own), row.org),
      near: keepsRow(reaching(own.filter(({ org }) => org === row.org)), row.org),
      named: seesRow(reaching(own.filter(({ role }) => roles.includes(role))), row.org),
    };
  });
  const near = keepers === 'nearest' && people.some((one) => one.near);
  const lines = people
    .filter(({ person }) => person !== but)
    .filter((one) => (keepers !== false && (near ? one.near : one.keeps)) || one.named)
    .flatMap(({ person }) =>
      texts.map((text) => ({ person, id: newId(now.getTime()), text: said(kind, row, text) })),
    );
  await query(
    `insert into notice (office, person, id, at, text, row_register, row_id, kind)
     select $1, n.person, n.id, $2, n.text, $3, $4, 'row' from json_to_recordset($5::json) as n(person uuid, id uuid, text text)`,
    [book.office, now, kind.code, row.id, JSON.stringify(lines)],
  );
}

const said = (kind: RegisterKind, row: KeptRow, text: string): string =>
  `${kind.name}“${kind.title(row.answers)}”${text}`;
