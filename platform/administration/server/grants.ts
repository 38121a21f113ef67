import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import { type Grant, isRole, type OrgTree, placesOf, type Role } from '@zhitongche/access';
import type { Problem } from '@zhitongche/base';
import { conflicts, isAdmin } from '@zhitongche/case';
import { grantHolds, grantMac, type GrantRow, fault } from '@zhitongche/account/server';
import {
  type OfficeActor,
  type App,
  type WriteRequest,
  idempotent,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import { record, tellRow } from '@zhitongche/audit/server';
import { type Query, newId } from '@zhitongche/host';
import { twinOf } from './administrators.ts';
import { codesIn, labelIn, type NamedRole, rolesOf } from './office-roles.ts';

const SEPARATION = { title: 'GB/T 22239-2019', article: '8.1.4.2 d 管理用户权限分离' };

interface StoredGrant {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly org: string;
  readonly status: string;
}

/**
 * Asks for a role for a person; it counts for nothing until the system administrator confirms it.
 * @throws ProblemError: every problem of what was asked, at once.
 */
export async function askGrant(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  body: BodyOf<(typeof API)['askGrant']>,
): Promise<{ id: string }> {
  const now = app.clock();
  const { tree } = await app.offices.get(actor.office);
  const { role, org, person } = body;
  return await idempotent(app, actor, asked, async (query) => {
    const problems = await objections(app, query, actor, tree, { role, org, person });
    if (problems.length > 0) throw unsound(problems, problems[0]?.code, problems[0]?.message);
    const row = { office: actor.office, id: newId(now.getTime()), person, role, org, status: 'pending' };
    const mac = grantMac(app.keys, row);
    await query(
      `insert into role_grant (office, id, person, role, org, status, asked_by, asked_at, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [row.office, row.id, person, role, org, row.status, actor.id, now, mac],
    );
    await tellRow(app.keys, query, row.office, 'role_grant', [row.id], mac);
    await record(query, actor, now, 'grant.ask', `person:${person}`, { grant: row.id, role, org });
    return { id: row.id };
  });
}

/** What waits for the second administrator. */
export async function pendingGrants(
  app: App,
  actor: OfficeActor,
): Promise<ReplyOf<(typeof API)['pendingGrants']>> {
  const book = await app.offices.get(actor.office);
  const roles = await rolesOf(app, app.db.query, actor.office);
  const rows = await app.db.query<{
    id: string;
    person: string;
    role: string;
    org: string;
    asker: string;
    asked_at: Date;
  }>(
    `select g.id, p.name as person, g.role, g.org, a.name as asker, g.asked_at
     from role_grant g join person p on p.office = g.office and p.id = g.person
     join person a on a.office = g.office and a.id = g.asked_by
     where g.office = $1 and g.status = 'pending' order by g.asked_at`,
    [actor.office],
  );
  return rows.map((row) => ({
    id: row.id,
    person: row.person,
    role: row.role,
    roleName: labelIn(roles, row.role),
    org: book.orgName(row.org),
    askedBy: row.asker,
    at: row.asked_at.toISOString(),
  }));
}

/** The second pair of eyes: makes a grant count, or refuses it. Deciding again on a settled one is refused. */
export async function confirmGrant(app: App, actor: OfficeActor, id: string, agree: boolean): Promise<void> {
  const now = app.clock();
  const { tree } = await app.offices.get(actor.office);
  await app.db.tx(async (query) => {
    const [row] = await query<StoredGrant & GrantRow & { asked_by: string; mac: string }>(
      `select office, id, person, role, org, status, asked_by, mac from role_grant
       where office = $1 and id = $2 and status = 'pending' for update`,
      [actor.office, id],
    );
    // Confirming gives the row a code: one that was written past the program must not get one.
    if (!row || !grantHolds(app.keys, row))
      throw notFound('grant.not-found', '没有这条待确认的授权。', 'No such pending grant.');
    const problems =
      row.person === actor.id || row.asked_by === actor.id
        ? [fault('grant.self', '', '不能确认自己的授权。', 'You cannot confirm your own grant.')]
        : agree
          ? await objections(app, query, { ...actor, id: row.asked_by }, tree, row, row.id)
          : [];
    if (problems.length > 0) throw unsound(problems, problems[0]?.code, problems[0]?.message);
    await settle(app, query, actor, row, agree ? 'active' : 'refused', now);
    await record(query, actor, now, agree ? 'grant.confirm' : 'grant.refuse', `person:${row.person}`, {
      grant: id,
      role: row.role,
      org: row.org,
    });
  });
}

/**
 * Takes a role away at once; rights are given by two and taken by one.
 * @throws ProblemError: `grant.not-found`, `grant.self`, `grant.last`.
 */
export async function revokeGrant(app: App, actor: OfficeActor, id: string): Promise<void> {
  const now = app.clock();
  await app.db.tx(async (query) => {
    const [row] = await query<StoredGrant>(
      `select id, person, role, org, status from role_grant
       where office = $1 and id = $2 and status in ('active', 'pending') for update`,
      [actor.office, id],
    );
    if (!row)
      throw notFound('grant.not-found', '没有这条授权，或已经收回。', 'No such grant, or already revoked.');
    if (row.person === actor.id)
      throw unsound(
        [fault('grant.self', '', '不能收回自己的授权。', 'You cannot revoke your own grant.')],
        'grant.self',
      );
    if (
      row.status === 'active' &&
      isRole(row.role) &&
      isAdmin({ grants: [{ role: row.role, org: row.org }] }) &&
      (await isLast(query, actor.office, row.role, row.person))
    )
      throw unsound([
        fault(
          'grant.last',
          '',
          `这是最后一名${labelIn(await rolesOf(app, query, actor.office), row.role)}，不能收回。`,
          'This is the last administrator of the kind.',
          { todo: '请先为他人授予该角色。' },
        ),
      ]);
    await settle(app, query, actor, row, 'revoked', now);
    await record(query, actor, now, 'grant.revoke', `person:${row.person}`, {
      grant: id,
      role: row.role,
      org: row.org,
    });
  });
}

async function settle(
  app: App,
  query: Query,
  actor: OfficeActor,
  row: StoredGrant,
  status: 'active' | 'refused' | 'revoked',
  now: Date,
): Promise<void> {
  const mac = grantMac(app.keys, { ...row, office: actor.office, status });
  await query(
    `update role_grant set status = $3, settled_by = $4, settled_at = $5, mac = $6 where office = $1 and id = $2`,
    [actor.office, row.id, status, actor.id, now, mac],
  );
  await tellRow(app.keys, query, actor.office, 'role_grant', [row.id], mac);
  await app.sessions.changed(query, actor.office, row.person);
}

async function objections(
  app: App,
  query: Query,
  asker: OfficeActor,
  tree: OrgTree,
  wanted: { readonly person: string; readonly role: string; readonly org: string },
  settling?: string,
): Promise<readonly Problem[]> {
  const roles = await rolesOf(app, query, asker.office);
  const role = roles.find((one) => one.role === wanted.role && one.status === 'active');
  if (!role)
    return [fault('grant.role', 'role', '没有这个角色，或已停用。', 'No such role, or it is retired.')];
  if (wanted.person === asker.id)
    return [fault('grant.self', 'person', '不能给自己授权。', 'You cannot grant yourself a role.')];
  // The person row is locked so that two grants that exclude each other cannot both slip through.
  const [person] = await query<{ status: string }>(
    'select status from person where office = $1 and id = $2 for update',
    [asker.office, wanted.person],
  );
  const held = await query<StoredGrant>(
    `select id, person, role, org, status from role_grant
     where office = $1 and person = $2 and status in ('active', 'pending')`,
    [asker.office, wanted.person],
  );
  const others = held.filter((grant) => grant.id !== settling);
  const problems: Problem[] = [];
  const org = tree.get(wanted.org);
  if (person?.status !== 'active')
    problems.push(fault('grant.person', 'person', '没有这个人，或其账户已停用。', 'No such active person.'));
  if (!org) problems.push(fault('grant.org', 'org', '没有这个机构。', 'No such organisation.'));
  else if (!placesOf(role.codes).includes(org.kind))
    problems.push(
      fault('grant.org', 'org', `${role.label}不能设在“${org.name}”。`, 'The role has no place there.'),
    );
  const grants = [...others, wanted].flatMap((one) => grantsFor(roles, one));
  problems.push(...conflicts(grants).map((p): Problem => ({ ...p, code: 'grant.exclusive', at: ['role'] })));
  const twin = await twinOf(app, query, asker.office, wanted.person, role.codes);
  if (twin !== undefined)
    problems.push(
      fault(
        'grant.twin',
        'person',
        `与另一类管理员“${twin}”手机号相同，看似同一人；三类管理员须由三个人担任。`,
        'This looks like the same person as another kind of administrator.',
        { todo: '确系不同的人的，请先在账户中登记各自的手机号。', basis: SEPARATION },
      ),
    );
  if (others.some((grant) => grant.role === wanted.role && grant.org === wanted.org))
    problems.push(
      fault('grant.double', 'role', '已经有这个角色，或正在等待确认。', 'Already held or pending.'),
    );
  return problems;
}

/** Whether nobody else holds a role of administrators with an account that goes on. */
export async function isLast(query: Query, office: string, role: Role, person: string): Promise<boolean> {
  const others = await query(
    `select g.id from role_grant g join person p on p.office = g.office and p.id = g.person
     where g.office = $1 and g.role = $2 and g.status = 'active' and g.person <> $3
       and p.status = 'active' and p.expires is null limit 1`,
    [office, role, person],
  );
  return others.length === 0;
}

const grantsFor = (
  roles: readonly NamedRole[],
  { role, org }: Pick<StoredGrant, 'role' | 'org'>,
): readonly Grant[] => codesIn(roles, role).map((code) => ({ role: code, org }));
