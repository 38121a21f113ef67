import { toDataURL } from 'qrcode';
import { isOwnPassword, newTotpSecret, passwordWrong, totpStep, totpUri } from '@zhitongche/account/server';
import { record } from '@zhitongche/audit/server';
import {
  type App,
  type FileReply,
  type From,
  lookupDigest,
  type OfficeActor,
  ProblemError,
  unsound,
} from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { PURPOSES } from '@zhitongche/visitor';
import { accountAt, codeWrong, figuresOf, proveCode, type TypedCode, useCode } from './codes.ts';
import { endVisitorSessions, openVisitorSession } from './open-visitor-session.ts';
import { columnsOf } from './register.ts';
import { codeLink, codeVisitor } from './rows.ts';
import { sealed, unsealed, visitorPlace } from './sealed.ts';
import { accountOf, storedVisitor, visitAccount } from './visitor-account.ts';
import { newSpokenCode } from './visitor-tokens.ts';

/** Throws unless the password is the account's own. */
async function demandOwnPassword(
  app: App,
  { office, source }: OfficeActor,
  id: string,
  typed: string,
): Promise<void> {
  const { v } = await storedVisitor(app, id);
  if (await isOwnPassword(app, { office, who: `visit ${id}`, source, stored: v.password, typed })) return;
  throw unsound([passwordWrong('password')], 'password.wrong');
}

/**
 * Puts a proven address in the place of the account's own of that kind.
 * @throws ProblemError: `password.wrong`, `visitor.code-wrong`.
 */
export async function changeAddress(
  app: App,
  actor: OfficeActor,
  asked: TypedCode & { readonly password: string },
): Promise<void> {
  const id = accountOf(actor);
  await demandOwnPassword(app, actor, id, asked.password);
  const proven = await proveCode(app, asked, 'address', id);
  const { office } = actor;
  await app.db.tx(async (query) => {
    await useCode(query, app, proven);
    if (await accountAt(query, app, proven.target)) throw codeWrong();
    const { text, digest } = columnsOf(proven.target);
    const address = sealed(app, proven.target.to, visitorPlace(office, id, text));
    const found = lookupDigest(proven.target.to, app.keys);
    await query(
      digest === 'mail_digest'
        ? 'update visitor set mail = $3, mail_digest = $4 where office = $1 and id = $2'
        : 'update visitor set phone = $3, phone_digest = $4 where office = $1 and id = $2',
      [office, id, address, found],
    );
    await record(query, actor, app.clock(), 'visitor.address', `visitor:${id}`);
  });
}

/** A code the officer at the counter finds the account by: short, spoken, good for some minutes, in place of the one before. */
export async function drawCounterCode(
  app: App,
  actor: OfficeActor,
): Promise<{ code: string; until: string }> {
  const id = accountOf(actor);
  await storedVisitor(app, id);
  const { counterMinutes } = await figuresOf(app);
  const until = new Date(app.clock().getTime() + counterMinutes * 60_000);
  const code = newSpokenCode(8);
  await app.db.tx(async (query) => {
    await query('update visitor set counter_code = $3, counter_until = $4 where office = $1 and id = $2', [
      actor.office,
      id,
      code,
      until,
    ]);
    await record(query, actor, app.clock(), 'visitor.counter-code', `visitor:${id}`);
  });
  return { code, until: until.toISOString() };
}

/** Everything the office keeps of the account itself, in clear, for its owner. */
export async function exportOwn(app: App, actor: OfficeActor): Promise<FileReply> {
  const id = accountOf(actor);
  const { office } = actor;
  const row = await storedVisitor(app, id);
  const clear = (part: 'mail' | 'phone' | 'document') =>
    unsealed(app, row[part], visitorPlace(office, id, part)) ?? null;
  const cases = await app.db.query<{
    number: string | null;
    title: string;
    status: string;
    created_at: Date;
  }>(
    'select number, title, status, created_at from case_file where office = $1 and applicant = $2 order by id',
    [office, id],
  );
  const logins = await app.db.query<{ at: Date; action: string; result: string; source: string }>(
    // From where officers work is none of what is kept of the account.
    `select at, action, result, case when actor->>'id' = $3 then source else '' end as source
     from audit where office = $1 and object = $2 order by at desc limit 500`,
    [office, `visitor:${id}`, id],
  );
  const { parties, links } = await visitAccount(app, actor);
  await record(app.db.query, actor, app.clock(), 'visitor.export', `visitor:${id}`);
  const whole = {
    account: {
      id,
      kind: row.v.kind,
      name: row.v.name,
      level: row.v.level,
      language: row.language,
      mail: clear('mail'),
      phone: clear('phone'),
      document: clear('document'),
      registered: row.created_at,
    },
    consent: { version: row.consent, at: row.consented_at, purposes: PURPOSES },
    parties,
    links,
    cases,
    records: logins,
  };
  return {
    body: Buffer.from(JSON.stringify(whole, null, 2)),
    type: 'application/json',
    name: `个人资料 ${row.v.name}.json`,
  };
}

/**
 * Closes the account: addresses are free again at once, whoever acts for it by link acts no more, what was filed stays.
 * @throws ProblemError: `password.wrong`.
 */
export async function closeVisitor(app: App, actor: OfficeActor, password: string): Promise<void> {
  const id = accountOf(actor);
  await demandOwnPassword(app, actor, id, password);
  const { office } = actor;
  await app.db.tx(async (query) => {
    const now = app.clock();
    await query(
      `update visitor set status = 'closed', closed_at = $3, mail_digest = null, phone_digest = null,
         document_digest = null, counter_code = null, totp_secret = null, totp_confirmed = false
       where office = $1 and id = $2`,
      [office, id, now],
    );
    await codeVisitor(app.keys, query, office, id);
    await endVisitorSessions(app, query, id);
    await endLinksOf(app, query, id);
    await record(query, actor, now, 'visitor.close', `visitor:${id}`);
  });
}

/** Ends what an account gave and what it was given, with itself. */
async function endLinksOf(app: App, query: Query, account: string): Promise<void> {
  const { office } = app.config;
  const ended = await query<{ id: string }>(
    `update visitor_link l set status = 'ended', ended_at = $3, secret = null, secret_until = null
     from visitor_party p where l.office = $1 and p.office = l.office and p.id = l.party and l.status <> 'ended'
       and (p.principal = $2 or l.visitor = $2) returning l.id`,
    [office, account, app.clock()],
  );
  for (const { id } of ended) await codeLink(app.keys, query, office, id);
}

/**
 * Draws the shared secret of a second factor, which counts once confirmed.
 * @throws ProblemError: `password.wrong`, `totp.confirmed`.
 */
export async function beginVisitorTotp(
  app: App,
  actor: OfficeActor,
  password: string,
): Promise<{ uri: string; secret: string; qr: string }> {
  const id = accountOf(actor);
  await demandOwnPassword(app, actor, id, password);
  const { v } = await storedVisitor(app, id);
  const secret = newTotpSecret();
  const place = visitorPlace(actor.office, id, 'totp_secret');
  const begun = await app.db.query(
    `update visitor set totp_secret = $3, totp_last_step = null
     where office = $1 and id = $2 and not totp_confirmed returning id`,
    [actor.office, id, sealed(app, secret, place)],
  );
  if (begun.length === 0)
    throw new ProblemError(
      409,
      'totp.confirmed',
      '动态口令已绑定；更换手机请持证件到外办窗口。',
      'A second factor is already set up; come to the counter to change it.',
    );
  const book = await app.offices.get(actor.office);
  const uri = totpUri(secret, v.name, `直通车 ${book.name}`);
  return { uri, secret, qr: await toDataURL(uri, { margin: 1, width: 240 }) };
}

/**
 * Confirms it by one right code; every session the password alone has opened ends and a new one begins.
 * @throws ProblemError: `totp.wrong`.
 */
export async function confirmVisitorTotp(
  app: App,
  actor: OfficeActor,
  code: string,
  from: From,
): Promise<string> {
  const id = accountOf(actor);
  const { office } = actor;
  const now = app.clock();
  return await app.db.tx(async (query: Query) => {
    const [row] = await query<{ totp_secret: string | null; totp_last_step: number | null }>(
      'select totp_secret, totp_last_step from visitor where office = $1 and id = $2 for update',
      [office, id],
    );
    const secret = unsealed(app, row?.totp_secret ?? null, visitorPlace(office, id, 'totp_secret'));
    const step = secret ? totpStep(secret, code, now, row?.totp_last_step ?? null) : null;
    if (step === null)
      throw unsound(
        [
          {
            code: 'totp.wrong',
            level: 'block',
            at: ['code'],
            message: '动态口令不正确或已用过，请等下一个 6 位数字再试；手机时间须准确。',
            en: 'The code is wrong or was already used; wait for the next one.',
          },
        ],
        'totp.wrong',
      );
    await query(
      'update visitor set totp_confirmed = true, totp_last_step = $3 where office = $1 and id = $2',
      [office, id, step],
    );
    await codeVisitor(app.keys, query, office, id);
    await endVisitorSessions(app, query, id);
    await record(query, actor, now, 'visitor.totp', `visitor:${id}`);
    return await openVisitorSession(app, query, { visitor: id, party: id }, from);
  });
}
