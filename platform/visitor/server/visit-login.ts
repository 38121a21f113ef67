import { dayInShanghai } from '@zhitongche/base';
import {
  attemptsOf,
  countAttempt,
  forgive,
  lockedUntil,
  loginPolicy,
  NOBODYS_PASSWORD,
  passwordMatches,
  sweepAttempts,
} from '@zhitongche/account/server';
import { writeAudit } from '@zhitongche/audit/server';
import { type App, type From, lookupDigests } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { readTarget } from '@zhitongche/visitor';
import { endVisitorSession, openVisitorSession } from './open-visitor-session.ts';
import { soundVisitor, VISITOR_JSON } from './rows.ts';
import { demandFactor, type FactorAccount, loginRefused } from './second-factor.ts';

/** What someone typed at the public door. */
export interface VisitTry {
  readonly to: string;
  readonly password: string;
  readonly totp?: string;
}

/**
 * Checks address, password and code and opens a session. An address nobody has costs the same work, is counted, locked and
 * answered like one that has an account.
 * @throws ProblemError: `login.refused`, `login.locked`, `login.totp-needed`.
 */
export async function visitLogin(app: App, tried: VisitTry, from: From, replaces?: string): Promise<string> {
  const { office } = app.config;
  const now = app.clock();
  const policy = loginPolicy((await app.offices.get(office)).policyRows, dayInShanghai(now.toISOString()));
  const to = readTarget(tried.to)?.to ?? tried.to.slice(0, 320);
  // The counters hold no address: whoever reads them learns of nobody.
  const attempts = attemptsOf(office, `visit ${sm3Hex(to)}`, `visit ${from.source}`, policy);
  const record = async (account: FactorAccount | undefined, result: string) => {
    await writeAudit(app.db.query, {
      office,
      at: now,
      actor: { id: account?.v.id ?? null, name: account?.v.name ?? '未知账户' },
      action: 'visitor.login',
      object: account ? `visitor:${account.v.id}` : 'visitor:unknown',
      result,
      source: from.source,
    });
  };
  for (const attempt of [attempts.source, attempts.name]) {
    const until = await countAttempt(app.db.query, attempt, now, policy.lockMinutes);
    if (until) {
      await record(undefined, 'login.locked');
      throw lockedUntil(until, now, '或凭验证码重设密码');
    }
  }
  const [account] = await app.db.query<FactorAccount>(
    `select ${VISITOR_JSON} as v, v.totp_secret, v.totp_last_step from visitor v
     where v.office = $1 and (v.mail_digest = any($2) or v.phone_digest = any($2)) and v.status = 'active'`,
    [office, lookupDigests(to, app.keys)],
  );
  const right = await passwordMatches(account?.v.password ?? NOBODYS_PASSWORD, tried.password);
  if (!account || !right || !soundVisitor(app.keys, account.v)) {
    await record(account, 'login.refused');
    await sweepAttempts(app.db.query, office, now);
    throw loginRefused();
  }
  const step = await demandFactor(app, account, tried.totp, (result) => record(account, result));
  const token = await app.db.tx(async (query) => {
    // What was found right a moment ago must still stand; and of two log-ins with one code, one loses here.
    const still = await query(
      `update visitor set last_login = $3, totp_last_step = coalesce($4, totp_last_step)
       where office = $1 and id = $2 and status = 'active' and password = $5 and totp_confirmed = $6
         and ($4::bigint is null or coalesce(totp_last_step, -1) < $4) returning id`,
      [office, account.v.id, now, step, account.v.password, account.v.totp_confirmed],
    );
    if (still.length === 0) return null;
    if (replaces) await endVisitorSession(app, query, replaces);
    await forgive(query, attempts.name, attempts.source);
    await writeAudit(query, {
      office,
      at: now,
      actor: { id: account.v.id, name: account.v.name },
      action: 'visitor.login',
      object: `visitor:${account.v.id}`,
      result: 'ok',
      source: from.source,
    });
    return await openVisitorSession(app, query, { visitor: account.v.id, party: account.v.id }, from);
  });
  if (token) return token;
  await record(account, 'login.refused');
  throw loginRefused();
}
