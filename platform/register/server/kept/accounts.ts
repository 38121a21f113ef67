import { countingGrants, GRANT_JSON, type StoredGrant } from '@zhitongche/account/server';
import type { Role } from '@zhitongche/access';
import { dayInShanghai } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';

/** An account of the office that is in force, with what it lets its person do. */
export interface KnownAccount {
  readonly id: string;
  readonly name: string;
  readonly org: string;
  readonly roles: readonly Role[];
}

/** Whose name a field picks: the code that stands where a register's would. */
export const ACCOUNTS = 'account';

/** Which accounts are asked for: those with an id, a name or in an organisation of the lists. */
export interface AccountsAsked {
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  readonly orgs?: readonly string[];
}

/** Accounts in force; one that is locked or over is not there. */
export async function accountsKnown(
  app: Pick<App, 'keys' | 'clock'>,
  query: Query,
  office: string,
  { ids = [], names = [], orgs = [] }: AccountsAsked,
): Promise<readonly KnownAccount[]> {
  const today = dayInShanghai(app.clock().toISOString());
  const rows = await query<{ id: string; name: string; org: string; grants: readonly StoredGrant[] }>(
    `select p.id, p.name, p.org, (select coalesce(json_agg(${GRANT_JSON} order by g.id), '[]') from role_grant g
       where g.office = p.office and g.person = p.id and g.status = 'active') as grants
     from person p where p.office = $1 and p.status = 'active' and (p.expires is null or p.expires >= $2::date)
       and (p.id = any($3::uuid[]) or p.name = any($4::text[]) or p.org = any($5::uuid[]))
     order by p.name, p.id limit 500`,
    [office, today, ids, names, orgs],
  );
  return rows.map(({ grants, ...known }) => ({
    ...known,
    roles: [...new Set(countingGrants(app.keys, grants).map(({ role }) => role))],
  }));
}
