import type { API, ReplyOf } from '@zhitongche/contract';
import { filingUnits } from '@zhitongche/case';
import { type Grant, type ShellName, roleLabel, roleDef } from '@zhitongche/access';
import type { Signed, App } from '@zhitongche/core/server';

type Me = ReplyOf<(typeof API)['me']>;

/** What the browser needs to know about who is signed in. */
export async function me(app: App, { actor, csrf, must }: Signed): Promise<Me> {
  const book = await app.offices.get(actor.office);
  const [row] = await app.db.query<{ username: string; totp_confirmed: boolean }>(
    'select username, totp_confirmed from person where office = $1 and id = $2',
    [actor.office, actor.id],
  );
  const { phone, address } = book.letterhead(book.root.id);
  return {
    id: actor.id,
    name: actor.name,
    username: row?.username ?? '',
    org: { id: actor.org, name: book.orgName(actor.org), kind: book.tree.get(actor.org)?.kind ?? 'unit' },
    office: {
      id: actor.office,
      name: book.name,
      ...(phone ? { phone } : {}),
      ...(address ? { address } : {}),
    },
    grants: actor.grants.map((grant) => ({
      role: grant.role,
      roleName: grant.called ?? roleLabel(grant.role),
      org: grant.org,
      orgName: book.orgName(grant.org),
    })),
    shells: shellsOf(
      actor.grants.concat(actor.standsInFor.flatMap((person) => person.grants)),
      app.services.current.some((one) => !one.ownBeginning && filingUnits(actor, one, book.tree).length > 0),
    ),
    standsInFor: actor.standsInFor.map(({ id, name }) => ({ id, name })),
    csrf,
    must: [...must],
    totp: row?.totp_confirmed ?? false,
  };
}

/** The shells worth offering: where the person's roles are worked, and the hall for whoever files something. */
export function shellsOf(grants: readonly Grant[], files: boolean): Me['shells'] {
  const worked = new Set<ShellName>(grants.flatMap(({ role }) => roleDef(role).shells));
  if (files) worked.add('hall');
  return (['hall', 'desk', 'admin'] as const).filter((shell) => worked.has(shell));
}
