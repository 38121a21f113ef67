import { dayInShanghai, type Problem } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { attemptsOf, countAttempt, forgiveName } from './attempts.ts';
import { loginPolicy } from './login-policies.ts';
import { passwordMatches } from './passwords.ts';

/** A password somebody who is signed in proves himself by. */
export interface OwnPassword {
  readonly office: string;
  /** Name tries are counted under. */
  readonly who: string;
  readonly source: string;
  /** As it is stored, and as it was typed. */
  readonly stored: string;
  readonly typed: string;
}

/** Whether a password is one's own; counted as at the door: a stolen open browser must not become a place to guess at leisure. */
export async function isOwnPassword(
  app: App,
  { office, who, source, stored, typed }: OwnPassword,
): Promise<boolean> {
  const now = app.clock();
  const policy = loginPolicy((await app.offices.get(office)).policyRows, dayInShanghai(now.toISOString()));
  const { name } = attemptsOf(office, who, source, policy);
  const until = await countAttempt(app.db.query, name, now, policy.lockMinutes);
  if (until || !(await passwordMatches(stored, typed))) return false;
  // Nothing was counted for the address, and nothing is given back to it: guesses at others stay counted.
  await forgiveName(app.db.query, name);
  return true;
}

/** What is said of a password that is not one's own. */
export const passwordWrong = (at: string, said = '密码不正确。'): Problem => ({
  code: 'password.wrong',
  level: 'block',
  at: [at],
  message: said,
  en: 'The password is not correct.',
});
