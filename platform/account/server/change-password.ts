import { type Problem, dayInShanghai } from '@zhitongche/base';
import { type OfficeActor, type App, ProblemError, unsound, type From } from '@zhitongche/core/server';
import { record } from '@zhitongche/audit/server';
import { loginPolicy } from './login-policies.ts';
import { isOwnPassword, passwordWrong } from './own-password.ts';
import { changingPerson } from './person-mac.ts';
import { hashPassword, passwordMatches, passwordProblems } from './passwords.ts';

/**
 * Changes the actor's own password; every session ends and a new one begins, whose token is returned.
 * @throws ProblemError: `auth.needed`, `password.wrong`; every problem of what was asked, at once.
 */
export async function changePassword(
  app: App,
  actor: OfficeActor,
  change: { readonly current: string; readonly next: string },
  from: From,
): Promise<string> {
  const now = app.clock();
  const policy = loginPolicy(
    (await app.offices.get(actor.office)).policyRows,
    dayInShanghai(now.toISOString()),
  );
  const [row] = await app.db.query<{ username: string; password: string; password_history: string[] }>(
    'select username, password, password_history from person where office = $1 and id = $2',
    [actor.office, actor.id],
  );
  if (!row) throw new ProblemError(401, 'auth.needed', '请先登录。', 'Please sign in.');

  const { office, source } = actor;
  const { username: who, password: stored } = row;
  if (!(await isOwnPassword(app, { office, who, source, stored, typed: change.current })))
    throw unsound(
      [passwordWrong('current', '当前密码不正确。')],
      'password.wrong',
      '当前密码不正确。',
      'The current password is not correct.',
    );
  const problems: Problem[] = [...passwordProblems(change.next, row.username, policy)];
  for (const old of [row.password, ...row.password_history].slice(0, policy.passwordHistory))
    if (await passwordMatches(old, change.next)) {
      problems.push(reused(policy.passwordHistory));
      break;
    }
  if (problems.length > 0) throw unsound(problems, problems[0]?.code);

  const fresh = await hashPassword(change.next);
  return await app.db.tx(async (query) => {
    await changingPerson(app, query, actor.office, actor.id, () =>
      query(
        `update person set password = $3, password_changed_at = $4, must_change_password = false,
           password_history = (array_prepend(password, password_history))[1:24]
         where office = $1 and id = $2`,
        [actor.office, actor.id, fresh, now],
      ),
    );
    await app.sessions.endAll(query, actor.office, actor.id);
    await record(query, actor, now, 'password.change', `person:${actor.id}`);
    return await app.sessions.open(query, actor.office, actor.id, from);
  });
}

const reused = (history: number): Problem => ({
  code: 'password.reused',
  level: 'block',
  at: ['next'],
  message: `不能与最近 ${history} 次用过的密码相同。`,
  en: `Not one of the last ${history} passwords.`,
  basis: { title: 'GB/T 22239-2019', article: '8.1.4.1 a' },
});
