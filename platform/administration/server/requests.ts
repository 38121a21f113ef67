import type { API, ReplyOf } from '@zhitongche/contract';
import { type Role, roleLabel } from '@zhitongche/access';
import { dayInShanghai } from '@zhitongche/base';
import {
  type OfficeActor,
  type App,
  type WriteRequest,
  idempotent,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { definitionOf, insertPolicy, valueInWords } from './policies.ts';
import { type NamedRole, roleInWords, rolesOf, writeRole } from './office-roles.ts';
import { performReset, resetObjections, resetSubject, resetWords } from './resets.ts';
import {
  type TwoPersonRequest,
  moveRequest,
  openRequests,
  requestsSince,
  seconderOf,
} from '@zhitongche/account/server';

type Listed = ReplyOf<(typeof API)['twoPersonRequests']>;

/** What waits for a second administrator, or for the one who asked to carry it out; the same list for all three. */
export async function listRequests(app: App, actor: OfficeActor): Promise<Listed> {
  const rows = await openRequests(app, app.db.query, actor.office, await requestsSince(app, actor.office));
  const ids = rows.flatMap((row) => [row.asked_by, ...(row.kind === 'reset' ? [row.subject] : [])]);
  const people = await app.db.query<{ id: string; name: string; security: boolean }>(
    `select p.id, p.name, ${IS_SECURITY} as security from person p where p.office = $1 and p.id = any($2::uuid[])`,
    [actor.office, ids],
  );
  const known = new Map(people.map((person) => [person.id, person]));
  const roles = await rolesOf(app, app.db.query, actor.office);
  return rows.map((row) => {
    const seconder = seconderOf(row.kind, known.get(row.subject)?.security ?? false);
    return {
      id: row.id,
      kind: row.kind,
      ...inWords(app, row, roles, known.get(row.subject)?.name ?? ''),
      askedBy: known.get(row.asked_by)?.name ?? '',
      at: row.asked_at.toISOString(),
      waitsFor:
        row.status === 'pending'
          ? roleLabel(seconder)
          : row.kind === 'erasure'
            ? '定时任务'
            : (known.get(row.asked_by)?.name ?? ''),
      may:
        row.status === 'pending' && maySecond(actor, row, seconder)
          ? 'confirm'
          : row.status === 'agreed' && row.kind === 'reset' && row.asked_by === actor.id
            ? 'carry-out'
            : 'wait',
    };
  });
}

function inWords(
  app: App,
  row: TwoPersonRequest,
  roles: readonly NamedRole[],
  person: string,
): Pick<Listed[number], 'title' | 'detail'> {
  if (row.kind === 'reset') return { title: person, detail: `重置${resetWords(row.body)}` };
  if (row.kind === 'role')
    return { title: row.body.label, detail: roleInWords(roles, row.subject, row.body) };
  if (row.kind === 'erasure')
    return {
      title: `${row.body.day} 的清单`,
      detail: `附件 ${row.body.files.length} 件、个人信息 ${row.body.personal.length} 件、台账条目 ${row.body.rows?.length ?? 0} 条，编号：${row.body.numbers.join('、')}`,
    };
  const def = definitionOf(app, row.subject);
  return {
    title: def?.label ?? '',
    detail: `自 ${row.body.validFrom} 起为 ${valueInWords(def, row.body.value)}${row.body.validTo ? `，至 ${row.body.validTo} 止` : ''}；来源：${row.body.source}`,
  };
}

/** The second administrator agrees or refuses. An agreed figure or role is in force at once, an agreed reset is for its asker to carry out, an agreed list for the next run of the job. */
export async function settleRequest(app: App, actor: OfficeActor, id: string, agree: boolean): Promise<void> {
  const since = await requestsSince(app, actor.office);
  await app.db.tx(async (query) => {
    const row = await locked(app, query, actor.office, since, id, 'pending');
    const seconder = seconderOf(row.kind, await holdsSecurity(app, query, actor.office, row));
    if (!maySecond(actor, row, seconder)) throw unknown();
    await moveRequest(app, query, actor, row, agree ? 'agreed' : 'refused');
    if (!agree || (row.kind !== 'policy' && row.kind !== 'role')) return;
    if (row.kind === 'role') await writeRole(app, query, actor, row.subject, row.body);
    else await insertPolicy(app, query, actor, row.asked_by, row.body);
    await moveRequest(app, query, actor, { ...row, status: 'agreed', settled_by: actor.id }, 'done');
  });
}

/**
 * Whoever asked for an agreed reset carries it out, face to face with the owner; a new password is shown this once.
 * @throws ProblemError: `request.not-found`; every problem of what was asked, at once.
 */
export async function carryOutReset(
  app: App,
  actor: OfficeActor,
  id: string,
  asked: WriteRequest,
): Promise<{ initialPassword?: string }> {
  const since = await requestsSince(app, actor.office);
  return await idempotent(app, actor, asked, async (query) => {
    const row = await locked(app, query, actor.office, since, id, 'agreed');
    if (row.kind !== 'reset' || row.asked_by !== actor.id) throw unknown();
    const subject = await resetSubject(query, actor.office, row.subject, today(app));
    if (!subject) throw unknown();
    const problems = resetObjections(subject, row.body);
    if (problems.length > 0) throw unsound(problems);
    await moveRequest(app, query, actor, row, 'done');
    return await performReset(app, query, actor, row.subject, row.body);
  });
}

const IS_SECURITY = `exists (select 1 from role_grant g where g.office = p.office and g.person = p.id
  and g.role = 'security-admin' and g.status in ('active', 'pending'))`;

const holdsSecurity = async (
  app: App,
  query: Query,
  office: string,
  row: TwoPersonRequest,
): Promise<boolean> =>
  row.kind === 'reset' &&
  ((await resetSubject(query, office, row.subject, today(app)))?.roles.includes('security-admin') ?? false);

const today = (app: App): string => dayInShanghai(app.clock().toISOString());

/** Nobody seconds what he asked for or what is about himself. */
const maySecond = (actor: OfficeActor, row: TwoPersonRequest, seconder: Role): boolean =>
  row.asked_by !== actor.id &&
  row.subject !== actor.id &&
  actor.grants.some((grant) => grant.role === seconder);

async function locked(
  app: App,
  query: Query,
  office: string,
  since: Date,
  id: string,
  status: TwoPersonRequest['status'],
): Promise<TwoPersonRequest> {
  const [row] = await openRequests(app, query, office, since, { id, lock: true });
  if (row?.status !== status) throw unknown();
  return row;
}

/** The same answer for what is not there, has lapsed, is settled, or is another's to decide. */
const unknown = () =>
  notFound(
    'request.not-found',
    '没有这项待您办理的请求，或已办结、已失效。',
    'No such request is waiting for you, or it is settled or has lapsed.',
  );
