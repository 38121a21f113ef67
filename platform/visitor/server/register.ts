import { dayInShanghai } from '@zhitongche/base';
import { hashPassword, loginPolicy, passwordProblems } from '@zhitongche/account/server';
import { writeAudit } from '@zhitongche/audit/server';
import { type App, type From, lookupDigest, lookupDigests, unsound } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import type { Address } from '@zhitongche/visitor';
import { CONSENT_VERSION } from '@zhitongche/visitor';
import { accountAt, codeWrong, proveCode, type TypedCode, useCode } from './codes.ts';
import { endVisitorSession, endVisitorSessions, openVisitorSession } from './open-visitor-session.ts';
import { type CodedVisitor, codeVisitor, soundVisitor, VISITOR_JSON } from './rows.ts';
import { demandFactor, type FactorAccount } from './second-factor.ts';
import { sealed, visitorPlace } from './sealed.ts';

/** What somebody says of himself to have an account. */
export interface Registration extends TypedCode {
  readonly kind: 'citizen' | 'foreigner';
  readonly name: string;
  readonly password: string;
  readonly language: 'zh' | 'en';
  /** Version of what was told of the purposes. */
  readonly consent: string;
}

/** Throws for a name that reads as if somebody else had acted, as `（某某 代）` does, or that hides how it is written. */
function demandName(name: string): void {
  if (!/[（）()]|\p{C}/u.test(name.normalize('NFKC'))) return;
  throw unsound(
    [
      {
        code: 'visitor.name',
        level: 'block',
        at: ['name'],
        message: '姓名中不能有括号和看不见的字符。',
        en: 'A name has no brackets and no hidden characters.',
        todo: '请按证件填写姓名；代他人办理的，登录后再切换办理身份。',
      },
    ],
    'visitor.name',
  );
}

/** Throws with everything that speaks against a password. */
export async function demandPassword(app: App, password: string, name: string): Promise<void> {
  const { policyRows } = await app.offices.get(app.config.office);
  const policy = loginPolicy(policyRows, dayInShanghai(app.clock().toISOString()));
  const problems = passwordProblems(password, name, policy).map((one) => ({ ...one, at: ['password'] }));
  if (problems.length > 0) throw unsound(problems, 'password.weak');
}

/** The columns of a table `visitor` in which an address stands. */
export const columnsOf = ({ channel }: Address) =>
  channel === 'mail'
    ? ({ text: 'mail', digest: 'mail_digest' } as const)
    : ({ text: 'phone', digest: 'phone_digest' } as const);

/** Writes an account whose address is proven; `password` = as it is stored. */
export async function insertVisitor(
  app: App,
  query: Query,
  asked: Omit<Registration, 'code' | 'digits'>,
  target: Address,
): Promise<string> {
  const { office } = app.config;
  const now = app.clock();
  const id = newId(now.getTime());
  const { text, digest } = columnsOf(target);
  const address = sealed(app, target.to, visitorPlace(office, id, text));
  const found = lookupDigest(target.to, app.keys);
  const [mail, mailDigest, phone, phoneDigest] =
    digest === 'mail_digest' ? [address, found, null, null] : [null, null, address, found];
  await query(
    `insert into visitor (office, id, kind, name, language, mail, mail_digest, phone, phone_digest, password,
       password_changed_at, consent, consented_at, created_at, last_login)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $11, $11, $11)`,
    [
      office,
      id,
      asked.kind,
      asked.name.normalize('NFC').trim(),
      asked.language,
      mail,
      mailDigest,
      phone,
      phoneDigest,
      asked.password,
      now,
      asked.consent,
    ],
  );
  await codeVisitor(app.keys, query, office, id);
  return id;
}

/**
 * Makes an account whose address is proven and signs it in.
 * @throws ProblemError: `visitor.consent`, `visitor.name`, `password.weak`, `visitor.code-wrong`.
 */
export async function registerVisitor(
  app: App,
  asked: Registration,
  from: From,
  replaces?: string,
): Promise<string> {
  if (asked.consent !== CONSENT_VERSION)
    throw unsound(
      [
        {
          code: 'visitor.consent',
          level: 'block',
          at: ['consent'],
          message: '请阅读并同意现行的个人信息用途说明。',
          en: 'Please read what your data is used for and agree to it.',
          basis: { title: '《中华人民共和国个人信息保护法》', article: '第十三条、第十四条、第十七条' },
        },
      ],
      'visitor.consent',
    );
  demandName(asked.name);
  await demandPassword(app, asked.password, asked.name);
  const password = await hashPassword(asked.password);
  const proven = await proveCode(app, asked, 'register');
  const { office } = app.config;
  const now = app.clock();
  return await app.db.tx(async (query) => {
    await useCode(query, app, proven);
    if (await accountAt(query, app, proven.target)) throw codeWrong();
    const id = await insertVisitor(app, query, { ...asked, password }, proven.target);
    await writeAudit(query, {
      office,
      at: now,
      actor: { id, name: asked.name },
      action: 'visitor.register',
      object: `visitor:${id}`,
      result: 'ok',
      source: from.source,
      detail: { consent: asked.consent },
    });
    if (replaces) await endVisitorSession(app, query, replaces);
    return await openVisitorSession(app, query, { visitor: id, party: id }, from);
  });
}

/**
 * Sets a new password by a code that went to an address of the account, ends every session and opens one.
 * Mail alone opens no account that has a second factor.
 * @throws ProblemError: `password.weak`, `visitor.code-wrong`, `login.totp-needed`, `login.refused`.
 */
export async function resetVisitor(
  app: App,
  asked: TypedCode & { readonly password: string; readonly totp?: string },
  from: From,
): Promise<string> {
  await demandPassword(app, asked.password, '');
  const password = await hashPassword(asked.password);
  const proven = await proveCode(app, asked, 'reset');
  const now = app.clock();
  const account = await provenAccount(app, proven.target);
  const { id } = account.v;
  const step = await demandFactor(app, account, asked.totp, async (result) =>
    writeReset(app, app.db.query, account.v, { now, source: from.source, result }),
  );
  return await app.db.tx(async (query) => {
    await useCode(query, app, proven);
    await changeSecret(app, query, account.v, { password, step, now, source: from.source });
    return await openVisitorSession(app, query, { visitor: id, party: id }, from);
  });
}

async function provenAccount(app: App, { to }: Address): Promise<FactorAccount> {
  const [row] = await app.db.query<FactorAccount>(
    `select ${VISITOR_JSON} as v, v.totp_secret, v.totp_last_step from visitor v
     where v.office = $1 and (v.mail_digest = any($2) or v.phone_digest = any($2)) and v.status = 'active'`,
    [app.config.office, lookupDigests(to, app.keys)],
  );
  if (!row || !soundVisitor(app.keys, row.v)) throw codeWrong();
  return row;
}

async function changeSecret(
  app: App,
  query: Query,
  { id, name, totp_confirmed }: CodedVisitor,
  asked: {
    readonly password: string;
    readonly step: number | null;
    readonly now: Date;
    readonly source: string;
  },
): Promise<void> {
  const { office } = app.config;
  const { password, step, now, source } = asked;
  // What was found a moment ago must still stand, and a code of the second factor is good once.
  const changed = await query(
    `update visitor set password = $3, password_changed_at = $4, totp_last_step = coalesce($5, totp_last_step)
     where office = $1 and id = $2 and status = 'active' and totp_confirmed = $6
       and ($5::bigint is null or coalesce(totp_last_step, -1) < $5) returning id`,
    [office, id, password, now, step, totp_confirmed],
  );
  if (changed.length === 0) throw codeWrong();
  await codeVisitor(app.keys, query, office, id);
  await endVisitorSessions(app, query, id);
  await writeReset(app, query, { id, name }, { now, source, result: 'ok' });
}

const writeReset = async (
  app: App,
  query: Query,
  { id, name }: Pick<CodedVisitor, 'id' | 'name'>,
  { now, source, result }: { readonly now: Date; readonly source: string; readonly result: string },
): Promise<void> =>
  await writeAudit(query, {
    office: app.config.office,
    at: now,
    actor: { id, name },
    action: 'visitor.reset',
    object: `visitor:${id}`,
    result,
    source,
  });
