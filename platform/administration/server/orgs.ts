import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import type { Org, OrgKind, OrgTree } from '@zhitongche/access';
import { type Problem, parseUscc } from '@zhitongche/base';
import { type OfficeActor, type App, unsound } from '@zhitongche/core/server';
import { record, nameSettings, writeAudit } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { fault } from '@zhitongche/account/server';
import { printedProblems } from './printed.ts';
import { officeChanged } from './office-changed.ts';

/** What may stand below what. */
const PARENTS: Readonly<Record<Exclude<OrgKind, 'office'>, readonly OrgKind[]>> = {
  division: ['office', 'city-office'],
  'city-office': ['office'],
  unit: ['office', 'city-office', 'unit'],
  enterprise: ['office', 'city-office', 'unit', 'enterprise'],
};

/** The organisation tree with how many active accounts each has. */
export async function listOrgs(app: App, actor: OfficeActor): Promise<ReplyOf<(typeof API)['orgs']>> {
  return await app.db.query(
    `select o.id, o.parent, o.kind, o.name, o.code, o.uscc, o.active,
       (select count(*) from person p where p.office = o.office and p.org = o.id and p.status = 'active')::int as people
     from org o where o.office = $1 order by o.parent nulls first, o.kind, o.name collate "zh-x-icu"`,
    [actor.office],
  );
}

/**
 * Creates an organisation or changes it; an organisation is never deleted, for cases remember it.
 * @throws ProblemError: every problem of what was asked, at once.
 */
export async function saveOrg(
  app: App,
  actor: OfficeActor,
  id: string,
  body: BodyOf<(typeof API)['saveOrg']>,
): Promise<void> {
  const { tree } = await app.offices.get(actor.office);
  const problems = [
    ...placeProblems(tree, id, body),
    ...printedProblems(app, [['name', '机构名称', body.name]]),
    ...(await closingProblems(app, actor.office, id, body)),
  ];
  const uscc = body.uscc ? parseUscc(body.uscc) : undefined;
  if (uscc && !uscc.ok) problems.push(...uscc.problems.map((p): Problem => ({ ...p, at: ['uscc'] })));
  if (problems.length > 0) throw unsound(problems);
  await app.db.tx(async (query) => {
    await query(
      `insert into org (office, id, parent, kind, name, code, uscc, active) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (office, id) do update set parent = excluded.parent, kind = excluded.kind, name = excluded.name,
         code = excluded.code, uscc = excluded.uscc, active = excluded.active`,
      [
        actor.office,
        id,
        tree.get(id)?.parent === null ? null : body.parent,
        body.kind,
        body.name.trim(),
        body.code || null,
        uscc?.ok ? uscc.value.code : null,
        body.active,
      ],
    );
    await record(query, actor, app.clock(), 'org.save', `org:${id}`, { ...body });
    await nameSettings(app, query, actor.office, 'orgs');
    await officeChanged(app, query, actor.office);
  });
}

/** A new name of an organisation, and who says so. */
export interface Renaming {
  readonly office: string;
  readonly org: string;
  readonly name: string;
  readonly at: Date;
  readonly by: { readonly id: string; readonly name: string };
  readonly source: string;
}

/** Renames an organisation within the caller's transaction: what is begun from now on bears the new name. */
export async function renameOrg(app: App, query: Query, renaming: Renaming): Promise<void> {
  const { office, org, name, at, by, source } = renaming;
  await query('update org set name = $3 where office = $1 and id = $2', [office, org, name.trim()]);
  await writeAudit(query, {
    office,
    at,
    actor: { id: by.id, name: by.name },
    action: 'org.rename',
    object: `org:${org}`,
    result: 'ok',
    source,
    detail: { name: name.trim() },
  });
  await nameSettings(app, query, office, 'orgs');
  await officeChanged(app, query, office);
}

function placeProblems(tree: OrgTree, id: string, body: BodyOf<(typeof API)['saveOrg']>): Problem[] {
  const problems: Problem[] = [];
  const known = tree.get(id);
  const say = (field: string, message: string, en: string) =>
    problems.push(fault('org.refused', field, message, en));
  if (known?.parent === null) {
    if (body.kind !== 'office') say('kind', '省级外办本身的类别不能修改。', 'The root keeps its kind.');
    if (!body.active) say('active', '省级外办本身不能停用。', 'The root cannot be closed.');
    return problems;
  }
  const kinds = isPlaceable(body.kind) ? PARENTS[body.kind] : undefined;
  const parent = tree.get(body.parent);
  if (!kinds) say('kind', '没有这种机构类别。', 'No such kind of organisation.');
  if (!parent) say('parent', '上级机构不存在。', 'No such parent.');
  else if (kinds && !kinds.includes(parent.kind))
    say('parent', `这类机构不能设在“${parent.name}”之下。`, 'It cannot stand below this parent.');
  if (known && tree.contains(id, body.parent))
    say('parent', '上级不能是它自己或它的下级。', 'An organisation cannot stand below itself.');
  if (known && known.kind !== body.kind)
    say('kind', '机构类别设定后不能修改，请新建机构。', 'The kind cannot change; create a new organisation.');
  if (body.code && !/^[a-z][a-z0-9-]{0,31}$/.test(body.code))
    say('code', '代码应为小写字母、数字和连字符。', 'A code has small letters, digits and hyphens.');
  const twin: Org | undefined = body.code && parent ? tree.division(parent.id, body.code) : undefined;
  if (twin && twin.id !== id)
    say('code', `代码“${body.code}”已用于“${twin.name}”。`, 'The code is already taken.');
  return problems;
}

async function closingProblems(
  app: App,
  office: string,
  id: string,
  body: BodyOf<(typeof API)['saveOrg']>,
): Promise<readonly Problem[]> {
  if (body.active) return [];
  const [use] = await app.db.query<{ people: number; below: number }>(
    `select (select count(*) from person where office = $1 and org = $2 and status = 'active') as people,
       (select count(*) from org where office = $1 and parent = $2 and active) as below`,
    [office, id],
  );
  return use && use.people + use.below > 0
    ? [
        fault(
          'org.in-use',
          'active',
          `还有 ${use.people} 个在用账户、${use.below} 个下级机构，不能停用。`,
          'It still has active accounts or organisations below it.',
          { todo: '请先调走人员、停用下级机构。' },
        ),
      ]
    : [];
}

const isPlaceable = (kind: string): kind is keyof typeof PARENTS => Object.hasOwn(PARENTS, kind);
