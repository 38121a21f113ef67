import { type Problem, dayInShanghai } from '@zhitongche/base';
import { changingPerson, hashPassword, oneTimePassword, fault, type Reset } from '@zhitongche/account/server';
import type { OfficeActor, App } from '@zhitongche/core/server';
import { type Query, newId } from '@zhitongche/host';

/** How an account stands when it is to be reset. */
export interface ResetSubject {
  /** Roles held or asked for, own ones and those of whoever the person stands in for, now or later. */
  readonly roles: readonly string[];
  readonly totp: boolean;
  readonly mustChange: boolean;
}

/** Reads how an account stands; null = there is none. */
export async function resetSubject(
  query: Query,
  office: string,
  person: string,
  today: string,
): Promise<ResetSubject | null> {
  const [row] = await query<{ roles: string[]; totp: boolean; must_change: boolean }>(
    `select p.totp_confirmed as totp, p.must_change_password as must_change,
       array(select g.role from role_grant g where g.office = p.office and g.status in ('active', 'pending')
         and (g.person = p.id or g.role not like '%-admin' and g.person in (select d.from_person from delegation d
           where d.office = p.office and d.to_person = p.id and d.ended_at is null and d.until_day >= $3::date))) as roles
     from person p where p.office = $1 and p.id = $2`,
    [office, person, today],
  );
  return row ? { roles: row.roles, totp: row.totp, mustChange: row.must_change } : null;
}

/** Password and second factor together are the account: an administrator's never fall into one pair of hands. */
export function resetObjections(subject: ResetSubject, reset: Reset): readonly Problem[] {
  if (!subject.roles.some((role) => role.endsWith('-admin'))) return [];
  const console = { todo: '请在服务器控制台执行 rescue 命令，由本人当场重新设置。' };
  const problems: Problem[] = [];
  if (reset.resetPassword && !subject.totp)
    problems.push(
      fault(
        'account.refused',
        'resetPassword',
        '这名管理员尚未绑定动态口令，重置密码等于交出账户。',
        "Without a second factor, a new password is the administrator's account.",
        console,
      ),
    );
  if (reset.resetTotp && (reset.resetPassword || subject.mustChange))
    problems.push(
      fault(
        'account.refused',
        'resetTotp',
        '管理员的密码和动态口令不能一并重置；密码刚重置的，须本人先登录改密。',
        "An administrator's password and second factor are not reset together.",
        console,
      ),
    );
  return problems;
}

/** What is reset, in words. */
export const resetWords = (reset: Reset): string =>
  [reset.resetPassword ? '密码' : '', reset.resetTotp ? '动态口令' : ''].filter(Boolean).join('、');

/** Tells the owner that somebody wants to set the account back: the one person who knows whether it was meant. */
export async function tellOwner(
  app: App,
  query: Query,
  actor: OfficeActor,
  person: string,
  reset: Reset,
  done: boolean,
): Promise<void> {
  const now = app.clock();
  const day = dayInShanghai(now.toISOString());
  const text = done
    ? `您的${resetWords(reset)}已由${actor.name}于 ${day} 重置。如非本人要求，请立即联系安全管理员和审计管理员。`
    : `${actor.name}于 ${day} 申请重置您的${resetWords(reset)}，待另一名管理员确认。如非本人要求，请立即联系安全管理员和审计管理员。`;
  await noticeTo(app, query, actor.office, person, text);
}

/** Puts a notice before the owner of an account. */
async function noticeTo(app: App, query: Query, office: string, person: string, text: string): Promise<void> {
  const now = app.clock();
  await query(
    "insert into notice (office, person, id, at, text, kind) values ($1, $2, $3, $4, $5, 'account')",
    [office, person, newId(now.getTime()), now, text],
  );
}

/** Tells the owner what an administrator changed of what papers and lists call the owner by. */
export async function tellChanged(
  app: App,
  query: Query,
  actor: OfficeActor,
  person: string,
  changed: readonly (readonly [what: string, now: string])[],
): Promise<void> {
  if (changed.length === 0) return;
  const day = dayInShanghai(app.clock().toISOString());
  const words = changed.map(([what, value]) => `${what}改为“${value}”`).join('，');
  const text = `${actor.name}于 ${day} 将您账户的${words}。如有误，请联系系统管理员和审计管理员。`;
  await noticeTo(app, query, actor.office, person, text);
}

/** Sets the account back and ends its sessions; gives the new one-time password, when there is one. */
export async function performReset(
  app: App,
  query: Query,
  actor: OfficeActor,
  person: string,
  reset: Reset,
): Promise<{ initialPassword?: string }> {
  const now = app.clock();
  const initialPassword = reset.resetPassword ? oneTimePassword() : undefined;
  const stored = initialPassword === undefined ? null : await hashPassword(initialPassword);
  await changingPerson(app, query, actor.office, person, () =>
    query(
      `update person set
       password = coalesce($3, password),
       password_changed_at = case when $3::text is null then password_changed_at else $4 end,
       must_change_password = must_change_password or $3::text is not null,
       password_history = case when $3::text is null then password_history
         else (array_prepend(password, password_history))[1:24] end,
       totp_secret = case when $5 then null else totp_secret end,
       totp_confirmed = totp_confirmed and not $5
     where office = $1 and id = $2`,
      [actor.office, person, stored, now, reset.resetTotp ?? false],
    ),
  );
  await app.sessions.endAll(query, actor.office, person);
  await tellOwner(app, query, actor, person, reset, true);
  return initialPassword === undefined ? {} : { initialPassword };
}
