import type { API, BodyOf, ReplyOf } from '@zhitongche/contract';
import type { OrgTree } from '@zhitongche/access';
import { blocking, type Problem, daysInclusive, dayInShanghai, isDay } from '@zhitongche/base';
import { isAdmin } from '@zhitongche/case';
import {
  type OfficeActor,
  type App,
  type WriteRequest,
  idempotent,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import { record, tellRow } from '@zhitongche/audit/server';
import { newId } from '@zhitongche/host';
import {
  type CodedDelegation,
  DELEGATION_JSON,
  delegationMac,
  delegationSoundness,
} from './delegation-mac.ts';
import { loginPolicy } from './login-policies.ts';

/** The actor's own stand-in arrangements, newest first. */
export async function listDelegations(
  app: App,
  actor: OfficeActor,
): Promise<ReplyOf<(typeof API)['delegations']>> {
  const today = dayInShanghai(app.clock().toISOString());
  const rows = await app.db.query<{
    id: string;
    to_person: string;
    name: string;
    from_day: string;
    until_day: string;
    reason: string;
    ended_at: Date | null;
    created_at: Date;
  }>(
    `select d.id, d.to_person, p.name, d.from_day, d.until_day, d.reason, d.ended_at, d.created_at
     from delegation d join person p on p.office = d.office and p.id = d.to_person
     where d.office = $1 and d.from_person = $2 order by d.created_at desc limit 100`,
    [actor.office, actor.id],
  );
  return rows.map((row) => ({
    id: row.id,
    to: { id: row.to_person, name: row.name },
    from: row.from_day,
    until: row.until_day,
    reason: row.reason,
    active: row.ended_at === null && row.from_day <= today && today <= row.until_day,
    createdAt: row.created_at.toISOString(),
  }));
}

/**
 * Lets a colleague act in the actor's seats for a span of days; all objections at once.
 * @throws ProblemError: every problem of what was asked, at once.
 */
export async function addDelegation(
  app: App,
  actor: OfficeActor,
  asked: WriteRequest,
  body: BodyOf<(typeof API)['addDelegation']>,
): Promise<{ id: string }> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const { tree, policyRows } = await app.offices.get(actor.office);
  const longest = loginPolicy(policyRows, today).delegationDays;
  const [other] = await app.db.query<{ org: string; admin: boolean }>(
    `select p.org, exists (select 1 from role_grant g where g.office = p.office and g.person = p.id
       and g.status = 'active' and g.role like '%-admin') as admin
     from person p where p.office = $1 and p.id = $2 and p.status = 'active'`,
    [actor.office, body.to],
  );
  const problems = objections(actor, body, { today, longest, tree }, other);
  if (problems.length > 0) throw unsound(problems);
  return await idempotent(app, actor, asked, async (query) => {
    const id = newId(now.getTime());
    const mac = delegationMac(app.keys, {
      office: actor.office,
      id,
      from_person: actor.id,
      to_person: body.to,
      from_day: body.from,
      until_day: body.until,
      ended: false,
    });
    await query(
      `insert into delegation (office, id, from_person, to_person, from_day, until_day, reason, created_at, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [actor.office, id, actor.id, body.to, body.from, body.until, body.reason, now, mac],
    );
    await tellRow(app.keys, query, actor.office, 'delegation', [id], mac);
    await record(query, actor, now, 'delegation.add', `person:${body.to}`, {
      from: body.from,
      until: body.until,
    });
    await app.sessions.changed(query, actor.office, body.to);
    return { id };
  });
}

/**
 * Ends one of the actor's own arrangements at once; what was done stays done.
 * @throws ProblemError: `delegation.not-found`.
 */
export async function endDelegation(app: App, actor: OfficeActor, id: string): Promise<void> {
  const now = app.clock();
  await app.db.tx(async (query) => {
    const [found] = await query<{ row: CodedDelegation }>(
      `select ${DELEGATION_JSON} as row from delegation d
       where d.office = $1 and d.id = $2 and d.from_person = $3 for update`,
      [actor.office, id, actor.id],
    );
    if (!found) throw notFound('delegation.not-found', '没有这条委托。', 'No such arrangement.');
    const { row } = found;
    // One somebody else wrote ends as well, without a code that would make it ours.
    const mac =
      delegationSoundness(app.keys, row) === 'forged' ? '' : delegationMac(app.keys, { ...row, ended: true });
    await query(
      `update delegation set ended_at = coalesce(ended_at, $3), mac = $4 where office = $1 and id = $2`,
      [actor.office, id, now, mac],
    );
    await tellRow(app.keys, query, actor.office, 'delegation', [id], mac);
    await record(query, actor, now, 'delegation.end', `person:${row.to_person}`);
    await app.sessions.changed(query, actor.office, row.to_person);
  });
}

function objections(
  actor: OfficeActor,
  body: BodyOf<(typeof API)['addDelegation']>,
  { today, longest, tree }: { readonly today: string; readonly longest: number; readonly tree: OrgTree },
  other: { readonly org: string; readonly admin: boolean } | undefined,
): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (at: string, message: string, en: string) =>
    problems.push(blocking('delegation.refused', [at], message, en));
  if (isAdmin(actor)) say('', '管理员权限不能委托他人。', 'Administrator rights cannot be passed on.');
  if (body.to === actor.id) say('to', '不能委托给自己。', 'You cannot stand in for yourself.');
  else if (!other) say('to', '没有这个人，或其账户已停用。', 'No such active colleague.');
  else if (other.admin) say('to', '不能委托给管理员。', 'An administrator cannot stand in.');
  else if (house(tree, other.org) !== house(tree, actor.org))
    say(
      'to',
      '只能委托给本单位（本外办）的同事。',
      'Only a colleague of the same organisation can stand in.',
    );
  if (!isDay(body.from)) say('from', '开始日期不存在。', 'No such day.');
  if (!isDay(body.until)) say('until', '结束日期不存在。', 'No such day.');
  if (isDay(body.from) && isDay(body.until)) {
    if (body.until < body.from) say('until', '结束日期早于开始日期。', 'It ends before it begins.');
    else if (body.until < today) say('until', '结束日期已经过去。', 'It lies in the past.');
    else if (daysInclusive(body.from, body.until) > longest)
      say('until', `一次委托最长 ${longest} 天。`, `At most ${longest} days at a time.`);
  }
  return problems;
}

/** Divisions of one office are one house: its people may stand in for each other. */
const house = (tree: OrgTree, org: string): string => {
  const found = tree.get(org);
  return found?.kind === 'division' && found.parent ? found.parent : org;
};
