import { totpStep } from '@zhitongche/account/server';
import { type App, ProblemError } from '@zhitongche/core/server';
import type { CodedVisitor } from './rows.ts';
import { unsealed, visitorPlace } from './sealed.ts';

/** An account with what its second factor is checked by. */
export interface FactorAccount {
  readonly v: CodedVisitor;
  readonly totp_secret: string | null;
  readonly totp_last_step: number | null;
}

/**
 * The step of the code typed, to be written with what it opens; null where the account has no second factor.
 * @throws ProblemError: `login.totp-needed`, `login.refused`.
 */
export async function demandFactor(
  app: App,
  { v, totp_secret, totp_last_step }: FactorAccount,
  typed: string | undefined,
  record: (result: string) => Promise<void>,
): Promise<number | null> {
  if (!v.totp_confirmed) return null;
  const secret = unsealed(app, totp_secret, visitorPlace(app.config.office, v.id, 'totp_secret'));
  const step = secret && typed ? totpStep(secret, typed, app.clock(), totp_last_step) : null;
  if (step !== null) return step;
  await record(typed ? 'login.totp-wrong' : 'login.totp-needed');
  if (typed) throw loginRefused();
  throw new ProblemError(
    401,
    'login.totp-needed',
    '请输入动态口令应用上显示的 6 位数字。',
    'Please enter the 6-digit code of your authenticator.',
  );
}

/** The one refusal of whatever was wrong at log-in. */
export const loginRefused = () =>
  new ProblemError(
    401,
    'login.refused',
    '邮箱、手机号、密码或动态口令不正确。',
    'The address, password or code is not correct.',
  );
