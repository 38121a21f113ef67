import type { API, BodyOf } from '@zhitongche/contract';
import {
  builtInRoles,
  codeProblems,
  isRole,
  type OfficeRole,
  OWN_ROLE,
  placesOf,
  type Role,
} from '@zhitongche/access';
import type { Problem } from '@zhitongche/base';
import {
  type CodedOfficeRole,
  fault,
  OFFICE_ROLE_JSON,
  officeRole,
  officeRoleHolds,
  officeRoleMac,
  openRequest,
  type RoleWish,
} from '@zhitongche/account/server';
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

/** A role an office may grant or once granted. */
export interface NamedRole extends OfficeRole {
  readonly status: 'active' | 'retired';
}

/** The roles of an office: those it began with and its own, in the order they were made. */
export async function rolesOf(
  app: Pick<App, 'keys'>,
  query: Query,
  office: string,
): Promise<readonly NamedRole[]> {
  const rows = await query<{ readonly row: CodedOfficeRole }>(
    `select ${OFFICE_ROLE_JSON} as row from office_role r where r.office = $1 order by r.at, r.role`,
    [office],
  );
  const own = rows.flatMap(({ row }): readonly NamedRole[] =>
    officeRoleHolds(app.keys, row)
      ? [{ ...officeRole(row), status: row.status === 'active' ? 'active' : 'retired' }]
      : [],
  );
  return [...builtInRoles().map((role) => ({ ...role, status: 'active' as const })), ...own];
}

/** What a role is called; a key nobody knows stays as it is. */
export const labelIn = (roles: readonly NamedRole[], role: string): string => {
  const found = roles.find((one) => one.role === role);
  return found === undefined ? role : found.status === 'active' ? found.label : `${found.label}（已停用）`;
};

/** Asks for a role of the office's own, new or changed; it counts for nothing until the system administrator agreed. */
export async function askRole(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  body: BodyOf<(typeof API)['askRole']>,
): Promise<{ id: string }> {
  const wish = { label: body.label.trim(), codes: inOrder(body.codes) };
  return await idempotent(app, actor, asked, async (query) => {
    const role = body.role ?? keyAt(app.clock());
    if (body.role !== undefined) await ownRole(app, query, actor.office, body.role);
    await refuseUnsound(app, query, actor.office, role, wish);
    return { id: await openRequest(app, query, actor, { kind: 'role', subject: role, body: wish }) };
  });
}

/** Writes an agreed role; what may have become wrong meanwhile is looked at once more. */
export async function writeRole(
  app: App,
  query: Query,
  actor: OfficeActor,
  role: string,
  wish: RoleWish,
): Promise<void> {
  // Two agreements at once must not both find a name free.
  await query("select pg_advisory_xact_lock(hashtext('office-role'), hashtext($1))", [actor.office]);
  await refuseUnsound(app, query, actor.office, role, wish);
  await store(app, query, { office: actor.office, role, ...wish, status: 'active' });
}

/**
 * Ends a role at once, with every right it gave; as with grants, rights are given by two and taken by one.
 * @throws ProblemError: `role.not-found`.
 */
export async function retireRole(app: App, actor: OfficeActor, role: string): Promise<void> {
  const now = app.clock();
  await app.db.tx(async (query) => {
    const found = await ownRole(app, query, actor.office, role);
    if (found.status === 'retired')
      throw notFound('role.not-found', '这个角色已经停用。', 'The role is retired already.');
    const { label, codes } = found;
    await store(app, query, { office: actor.office, role, label, codes, status: 'retired' });
    await record(query, actor, now, 'role.retire', `role:${role}`, { label, codes: [...codes] });
  });
}

/** What a second administrator reads of a wish. */
export const roleInWords = (
  roles: readonly NamedRole[],
  role: string,
  { label, codes }: RoleWish,
): string => {
  const before = roles.find((one) => one.role === role);
  const what =
    before === undefined
      ? '新设'
      : before.status === 'retired'
        ? '恢复使用'
        : before.label === label
          ? '修改'
          : `由“${before.label}”改名`;
  return `${what}，名称“${label}”，权限：${codes.map((code) => labelIn(roles, code)).join('、')}`;
};

async function store(app: App, query: Query, row: Omit<CodedOfficeRole, 'mac'>): Promise<void> {
  const mac = officeRoleMac(app.keys, row);
  await query(
    `insert into office_role (office, role, label, codes, status, at, mac) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (office, role) do update set label = $3, codes = $4, status = $5, mac = $7`,
    [row.office, row.role, row.label, row.codes, row.status, app.clock(), mac],
  );
  await tellRow(app.keys, query, row.office, 'office_role', [row.role], mac);
  const holders = await query<{ person: string }>(
    `select g.person from role_grant g where g.office = $1 and g.role = $2 and g.status = 'active'
     union select d.to_person from delegation d join role_grant g on g.office = d.office and g.person = d.from_person
     where d.office = $1 and d.ended_at is null and g.role = $2 and g.status = 'active'`,
    [row.office, row.role],
  );
  for (const { person } of holders) await app.sessions.changed(query, row.office, person);
}

async function ownRole(app: App, query: Query, office: string, role: string): Promise<NamedRole> {
  const found = (await rolesOf(app, query, office)).find((one) => one.role === role);
  if (!found || !role.startsWith(OWN_ROLE))
    throw notFound('role.not-found', '没有这个自设角色。', 'The office has no such role of its own.');
  return found;
}

async function refuseUnsound(
  app: App,
  query: Query,
  office: string,
  role: string,
  wish: RoleWish,
): Promise<void> {
  const roles = await rolesOf(app, query, office);
  const problems: Problem[] = [...codeProblems(wish.codes)];
  if (wish.label.length < 2)
    problems.push(fault('role.label', 'label', '请填写角色名称。', 'A name of the role is needed.'));
  if (roles.some((one) => one.status === 'active' && one.role !== role && one.label === wish.label))
    problems.push(
      fault('role.taken', 'label', `已有名为“${wish.label}”的角色。`, 'There is a role of that name.', {
        todo: '请换一个名称。',
      }),
    );
  if (problems.length === 0) problems.push(...(await misplaced(app, query, office, role, wish)));
  if (problems.length > 0) throw unsound(problems, problems[0]?.code, problems[0]?.message);
}

/** Holders at places where one of the codes may not be held. */
async function misplaced(
  app: App,
  query: Query,
  office: string,
  role: string,
  { codes }: RoleWish,
): Promise<readonly Problem[]> {
  const { tree, orgName } = await app.offices.get(office);
  const places = placesOf(codes.filter(isRole));
  const held = await query<{ org: string }>(
    `select distinct org from role_grant where office = $1 and role = $2 and status in ('active', 'pending')`,
    [office, role],
  );
  const wrong = held.filter(({ org }) => !places.some((place) => place === tree.get(org)?.kind));
  if (wrong.length === 0) return [];
  const where = wrong.map(({ org }) => `“${orgName(org)}”`).join('、');
  return [
    fault(
      'role.places',
      'codes',
      `${where}有人持有此角色，而所选权限不能都设在那里。`,
      'It is held where not all of these codes may be held.',
      { todo: '请先收回那里的授权。' },
    ),
  ];
}

/** A key nobody has: in the order of time, and short enough for a grant. */
const keyAt = (now: Date): string => `${OWN_ROLE}${newId(now.getTime()).replaceAll('-', '').slice(0, 24)}`;

/** Codes in the order the program lists them, so that the same role reads the same; unknown ones last, for the refusal. */
const inOrder = (codes: readonly string[]): readonly string[] => {
  const order = builtInRoles().map(({ role }) => role);
  const place = (code: string) => (order.includes(code) ? order.indexOf(code) : order.length);
  return codes.toSorted((a, b) => place(a) - place(b));
};

/** Codes a granted role stands for, also while it is retired: what excludes it must not slip in meanwhile. */
export const codesIn = (roles: readonly NamedRole[], role: string): readonly Role[] =>
  roles.find((one) => one.role === role)?.codes ?? [];
