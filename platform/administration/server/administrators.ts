import { ADMIN_ROLES, type Role } from '@zhitongche/access';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { openPhone } from '@zhitongche/account/server';

interface Called {
  readonly id: string;
  readonly name: string;
  readonly phone: string | null;
}

/** The name of an administrator of another kind who looks like the same person by telephone; undefined when none does. */
export async function twinOf(
  app: App,
  query: Query,
  office: string,
  person: string,
  codes: readonly Role[],
): Promise<string | undefined> {
  const [own] = await query<Called>('select id, name, phone from person where office = $1 and id = $2', [
    office,
    person,
  ]);
  const role = codes.find((code) => ADMIN_ROLES.includes(code));
  if (!own || role === undefined) return undefined;
  const others = await query<Called>(
    `select distinct p.id, p.name, p.phone from role_grant g join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and g.status in ('active', 'pending') and p.status = 'active' and p.id <> $2
       and g.role = any($3::text[])`,
    [office, person, ADMIN_ROLES.filter((kind) => kind !== role)],
  );
  const phone = (who: Called) => (who.phone ? openPhone(app, office, who.id, who.phone) : undefined);
  const mine = phone(own);
  return mine === undefined ? undefined : others.find((other) => phone(other) === mine)?.name;
}
