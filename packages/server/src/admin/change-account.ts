import type { API, BodyOf } from '@zhitongche/contract';
import { type Problem, dayInShanghai } from '@zhitongche/kernel';
import { hashPassword, oneTimePassword } from '../account/passwords.ts';
import type { OfficeActor } from '../actor.ts';
import type { App } from '../app.ts';
import { record } from '../audit/record.ts';
import { type Asked, once } from '../once.ts';
import { notFound, unsound } from '../problem-error.ts';
import { expiryProblems } from './accounts.ts';
import { fault } from './fault.ts';

type Change = BodyOf<(typeof API)['changeAccount']>;

/** Stops, starts, unlocks, moves an account, or resets what its owner has lost; a new one-time password is shown once. */
export async function changeAccount(
  app: App,
  actor: OfficeActor,
  person: string,
  asked: Asked,
  change: Change,
): Promise<{ initialPassword?: string }> {
  const now = app.clock();
  const [row] = await app.db.query<{ username: string; administrator: boolean }>(
    `select p.username, exists (select 1 from role_grant g where g.office = p.office and g.person = p.id
       and g.status = 'active' and g.role like '%-admin') as administrator
     from person p where p.office = $1 and p.id = $2`,
    [actor.office, person],
  );
  if (!row) throw notFound('account.not-found', '没有这个账户。', 'No such account.');
  const problems = await objections(app, actor, person, change, row.administrator, now);
  if (problems.length > 0) throw unsound(problems);

  const initialPassword = change.resetPassword ? oneTimePassword() : undefined;
  const stored = initialPassword ? await hashPassword(initialPassword) : null;
  return await once(app, actor, asked, async (query) => {
    await query(
      `update person set
         name = coalesce($3, name), org = coalesce($4::uuid, org),
         status = coalesce($5, status),
         expires = case when $6 then $7::date else expires end,
         password = coalesce($8, password),
         password_changed_at = case when $8::text is null then password_changed_at else $9 end,
         must_change_password = must_change_password or $8::text is not null,
         password_history = case when $8::text is null then password_history
           else (array_prepend(password, password_history))[1:24] end,
         totp_secret = case when $10 then null else totp_secret end,
         totp_confirmed = totp_confirmed and not $10
       where office = $1 and id = $2`,
      [
        actor.office,
        person,
        change.name?.trim() ?? null,
        change.org ?? null,
        change.active === undefined ? null : change.active ? 'active' : 'disabled',
        change.expires !== undefined,
        change.expires ?? null,
        stored,
        now,
        change.resetTotp ?? false,
      ],
    );
    if (change.unlock)
      await query('delete from login_attempt where office = $1 and who = $2', [
        actor.office,
        `name:${row.username}`,
      ]);
    if (change.active === false || change.resetPassword || change.resetTotp)
      await app.sessions.endAll(query, actor.office, person);
    else await app.sessions.changed(query, actor.office, person);
    await record(query, actor, now, 'account.change', `person:${person}`, { ...change });
    return initialPassword ? { initialPassword } : {};
  });
}

async function objections(
  app: App,
  actor: OfficeActor,
  person: string,
  change: Change,
  administrator: boolean,
  now: Date,
): Promise<readonly Problem[]> {
  const { tree } = await app.offices.get(actor.office);
  const problems: Problem[] = [...expiryProblems(change.expires, dayInShanghai(now.toISOString()))];
  const say = (field: string, message: string, en: string) =>
    problems.push(fault('account.refused', field, message, en));
  if (change.name !== undefined && change.name.trim() === '')
    say('name', '请填写姓名。', 'A name is needed.');
  if (change.org !== undefined && !tree.get(change.org))
    say('org', '所属机构不存在。', 'No such organisation.');
  if (person === actor.id && (change.active === false || change.resetPassword || change.resetTotp))
    say('', '不能停用或重置自己的账户。', 'You cannot stop or reset your own account.');
  // Password and second factor together are the account: whoever resets both would become the other administrator.
  else if (administrator && change.resetTotp)
    say(
      'resetTotp',
      '管理员的动态口令只能在服务器控制台重置。',
      "An administrator's second factor is only reset at the server's console.",
    );
  return problems;
}
