import type { API, BodyOf } from '@zhitongche/contract';
import { type Problem, dayInShanghai } from '@zhitongche/base';
import { type Role, roleLabel } from '@zhitongche/access';
import { changingPerson, fault, openRequest, openRequests, requestsSince } from '@zhitongche/account/server';
import {
  type OfficeActor,
  type App,
  type WriteRequest,
  idempotent,
  notFound,
  unsound,
} from '@zhitongche/core/server';
import { tellPlain, record } from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { expiryProblems } from './accounts.ts';
import { isLast } from './grants.ts';
import { printedProblems } from './printed.ts';
import {
  type ResetSubject,
  performReset,
  resetObjections,
  resetSubject,
  tellChanged,
  tellOwner,
} from './resets.ts';

type Change = BodyOf<(typeof API)['changeAccount']>;

/**
 * Stops, starts, unlocks or moves an account, or resets what its owner has lost. A reset of whoever holds a role waits for
 * a second administrator (`waits`); of anybody else it is done at once, and the one-time password is shown once.
 * @throws ProblemError: `account.not-found`; every problem of what was asked, at once.
 */
export async function changeAccount(
  app: App,
  actor: OfficeActor,
  person: string,
  asked: WriteRequest,
  change: Change,
): Promise<{ initialPassword?: string; waits?: boolean }> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const subject = await resetSubject(app.db.query, actor.office, person, today);
  if (!subject) throw notFound('account.not-found', '没有这个账户。', 'No such account.');
  const problems = await objections(app, actor, person, change, subject);
  if (problems.length > 0) throw unsound(problems);

  const { orgName } = await app.offices.get(actor.office);
  const { resetPassword, resetTotp, ...rest } = change;
  const reset = { ...(resetPassword ? { resetPassword } : {}), ...(resetTotp ? { resetTotp } : {}) };
  return await idempotent(app, actor, asked, async (query) => {
    if (Object.keys(rest).length > 0) {
      await keep(app, query, actor, person, rest);
      await tellChanged(app, query, actor, person, [
        ...(rest.name === undefined ? [] : [['姓名', rest.name.trim()] as const]),
        ...(rest.org === undefined ? [] : [['所属机构', orgName(rest.org)] as const]),
      ]);
      await record(query, actor, now, 'account.change', `person:${person}`, rest);
    }
    if (Object.keys(reset).length === 0) return {};
    if (subject.roles.length === 0) {
      await record(query, actor, now, 'account.change', `person:${person}`, reset);
      return await performReset(app, query, actor, person, reset);
    }
    await openRequest(app, query, actor, { kind: 'reset', subject: person, body: reset });
    await tellOwner(app, query, actor, person, reset, false);
    return { waits: true };
  });
}

/** Everything but resets, which are another's business too. */
async function keep(
  app: App,
  query: Query,
  actor: OfficeActor,
  person: string,
  change: Change,
): Promise<void> {
  const [row] = await changingPerson(app, query, actor.office, person, () =>
    query<{ username: string }>(
      `update person set
         name = coalesce($3, name), org = coalesce($4::uuid, org),
         status = coalesce($5, status),
         expires = case when $6 then $7::date else expires end
       where office = $1 and id = $2 returning username`,
      [
        actor.office,
        person,
        change.name?.trim() ?? null,
        change.org ?? null,
        change.active === undefined ? null : change.active ? 'active' : 'disabled',
        change.expires !== undefined,
        change.expires ?? null,
      ],
    ),
  );
  if (change.name !== undefined) await tellPlain(app.keys, query, actor.office, 'person_name', [person]);
  if (change.unlock && row)
    await query('delete from login_attempt where office = $1 and who = $2', [
      actor.office,
      `name:${row.username}`,
    ]);
  if (change.active === false) await app.sessions.endAll(query, actor.office, person);
  else await app.sessions.changed(query, actor.office, person);
}

async function objections(
  app: App,
  actor: OfficeActor,
  person: string,
  change: Change,
  subject: ResetSubject,
): Promise<readonly Problem[]> {
  const now = app.clock();
  const { tree } = await app.offices.get(actor.office);
  const problems: Problem[] = [
    ...expiryProblems(change.expires, dayInShanghai(now.toISOString())),
    ...printedProblems(app, [['name', '姓名', change.name]]),
  ];
  const say = (field: string, message: string, en: string) =>
    problems.push(fault('account.refused', field, message, en));
  if (change.name !== undefined && change.name.trim() === '')
    say('name', '请填写姓名。', 'A name is needed.');
  if (change.org !== undefined && !tree.get(change.org))
    say('org', '所属机构不存在。', 'No such organisation.');
  if (person === actor.id && (change.active === false || change.resetPassword || change.resetTotp))
    say('', '不能停用或重置自己的账户。', 'You cannot stop or reset your own account.');
  else problems.push(...resetObjections(subject, change));
  problems.push(...(await leavesNone(app, actor.office, person, change)));
  const waiting = await openRequests(app, app.db.query, actor.office, await requestsSince(app, actor.office));
  if ((change.resetPassword || change.resetTotp) && waiting.some((one) => one.subject === person))
    problems.push(
      fault(
        'request.double',
        '',
        '这个账户已有一项重置在等待办理。',
        'A reset of this account is already waiting.',
        {
          todo: '请先在“待两人办理”中办完或退回那一项。',
        },
      ),
    );
  return problems;
}

/** The other two administrators watch the one who keeps accounts: the last of a kind neither stops nor runs out. */
async function leavesNone(
  app: App,
  office: string,
  person: string,
  change: Change,
): Promise<readonly Problem[]> {
  const field = change.active === false ? 'active' : change.expires ? 'expires' : null;
  if (field === null) return [];
  const held = await app.db.query<{ role: Role }>(
    `select role from role_grant where office = $1 and person = $2 and status = 'active' and role like '%-admin'`,
    [office, person],
  );
  const last = await Promise.all(
    held.map(async ({ role }) => ((await isLast(app.db.query, office, role, person)) ? [role] : [])),
  );
  return last
    .flat()
    .map((role) =>
      fault(
        'account.last',
        field,
        `这是最后一名${roleLabel(role)}，不能停用，也不能设到期日。`,
        'This is the last administrator of the kind.',
        { todo: '请先由安全管理员为他人授予该角色。' },
      ),
    );
}
