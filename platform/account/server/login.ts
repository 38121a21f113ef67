import { dayInShanghai } from '@zhitongche/base';
import { openField } from '@zhitongche/formats';
import { type App, ProblemError, type From } from '@zhitongche/core/server';
import { writeAudit } from '@zhitongche/audit/server';
import { attemptsOf, countAttempt, forgive, sweepAttempts } from './attempts.ts';
import { loginPolicy } from './login-policies.ts';
import { PERSON_COLUMNS, type CodedPerson, personSoundness, tampered } from './person-mac.ts';
import { NOBODYS_PASSWORD, passwordMatches } from './passwords.ts';
import { totpStep } from './totp.ts';

/** What someone typed at the door. */
export interface LoginTry {
  readonly username: string;
  readonly password: string;
  readonly totp?: string;
}

interface Account extends CodedPerson {
  readonly name: string;
  readonly totp_last_step: number | null;
}

/** The stored form of a user name: case and width do not make another person. */
export const usernameOf = (raw: string): string => raw.normalize('NFKC').trim().toLowerCase();

/** Where a person's shared secret is sealed. */
export const totpPlace = (office: string, person: string) => ['person.totp', office, person];

/**
 * Checks name, password and code and opens a session; `replaces` is the token the browser already carried, which ends:
 * a session planted before log-in is worth nothing after it. Throws refusals that do not tell which part was wrong.
 */
export async function login(
  app: App,
  office: string,
  tried: LoginTry,
  from: From,
  replaces?: string,
): Promise<{ readonly token: string; readonly person: string }> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const policy = loginPolicy((await app.offices.get(office)).policyRows, today);
  const username = usernameOf(tried.username);
  const attempts = attemptsOf(office, username, from.source, policy);
  const record = async (account: Account | undefined, result: string) => {
    await writeAudit(app.db.query, {
      office,
      at: now,
      actor: { id: account?.id ?? null, name: account?.name ?? '未知账户' },
      action: 'login',
      object: account ? `person:${account.id}` : 'person:unknown',
      result,
      source: from.source,
    });
  };

  for (const attempt of [attempts.source, attempts.name]) {
    const until = await countAttempt(app.db.query, attempt, now, policy.lockMinutes);
    if (until) {
      await record(undefined, 'login.locked');
      throw lockedUntil(until, now, '或联系系统管理员解锁');
    }
  }
  const [account] = await app.db.query<Account>(
    `select ${PERSON_COLUMNS}, name, totp_last_step
     from person where office = $1 and username = $2`,
    [office, username],
  );
  const right = await passwordMatches(account?.password ?? NOBODYS_PASSWORD, tried.password);
  if (!account || !right) {
    await record(account, 'login.refused');
    await sweepAttempts(app.db.query, office, now);
    throw refused();
  }
  if (!(await app.admission.admits(office, personSoundness(app.keys, account)))) {
    await record(account, 'login.tampered');
    throw tampered();
  }
  if (account.status !== 'active' || (account.expires !== null && account.expires < today)) {
    await record(account, 'login.stopped');
    throw new ProblemError(
      401,
      'login.refused',
      '该账户已停用或到期，请联系本单位系统管理员。',
      'This account has been stopped or has expired; please ask your administrator.',
    );
  }
  const step = account.totp_confirmed
    ? await secondFactor(app, office, account, tried.totp, now, record)
    : null;

  const opened = await app.db.tx(async (query) => {
    // What was found right a moment ago must still stand; and of two log-ins with one code, one loses here.
    const still = await query(
      `update person set last_login = $3, totp_last_step = coalesce($4, totp_last_step)
       where office = $1 and id = $2 and status = 'active' and password = $5 and totp_confirmed = $6
         and (not totp_confirmed or totp_secret = $7) and ($4::bigint is null or coalesce(totp_last_step, -1) < $4)
       returning id`,
      [office, account.id, now, step, account.password, account.totp_confirmed, account.totp_secret],
    );
    if (still.length === 0) return null;
    if (replaces) await app.sessions.end(query, office, replaces);
    await forgive(query, attempts.name, attempts.source);
    const token = await app.sessions.open(query, office, account.id, from);
    await writeAudit(query, {
      office,
      at: now,
      actor: { id: account.id, name: account.name },
      action: 'login',
      object: `person:${account.id}`,
      result: 'ok',
      source: from.source,
    });
    return { token, person: account.id };
  });
  if (opened) return opened;
  await record(account, 'login.refused');
  throw refused();
}

async function secondFactor(
  app: App,
  office: string,
  account: Account,
  code: string | undefined,
  now: Date,
  record: (account: Account, result: string) => Promise<void>,
): Promise<number> {
  if (!code) {
    await record(account, 'login.totp-needed');
    throw new ProblemError(
      401,
      'login.totp-needed',
      '请输入动态口令应用上显示的 6 位数字。',
      'Please enter the 6-digit code of your authenticator.',
    );
  }
  const opened = openField(
    account.totp_secret ?? '',
    (id) => app.keys.fieldKeyOf(id),
    totpPlace(office, account.id),
  );
  const step = opened.ok
    ? totpStep(Buffer.from(opened.value).toString(), code, now, account.totp_last_step)
    : null;
  if (step === null) {
    await record(account, 'login.totp-wrong');
    throw refused();
  }
  return step;
}

const refused = () =>
  new ProblemError(
    401,
    'login.refused',
    '用户名、密码或动态口令不正确。',
    'The user name, password or code is not correct.',
  );

/** The refusal of a door that is shut for a while; `otherwise` says what else can be done. */
export function lockedUntil(until: Date, now: Date, otherwise: string): ProblemError {
  const at = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(Math.ceil(until.getTime() / 60_000) * 60_000));
  return new ProblemError(
    429,
    'login.locked',
    `失败次数过多，已暂时锁定，请于北京时间 ${at} 之后再试，${otherwise}。`,
    `Too many failures; please try again after ${at} Beijing time.`,
    { retryAfter: Math.ceil((until.getTime() - now.getTime()) / 1000) },
  );
}
