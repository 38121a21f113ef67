import { dayInShanghai } from '@zhitongche/base';
import { enqueue } from '@zhitongche/channel/server';
import {
  type App,
  codedWith,
  type CodingKeys,
  type From,
  lookupDigest,
  lookupDigests,
  macOf,
  ProblemError,
  sameMac,
  unsound,
} from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { type Address, mailboxOf, noAddress, readTarget } from '@zhitongche/visitor';
import { pauseLeft } from '@zhitongche/visitor';
import { CODE_MESSAGE, type CodePurpose, codeText, KNOWN_MESSAGE, knownText } from '@zhitongche/visitor';
import { type VisitorPolicy, visitorPolicy } from '@zhitongche/visitor';
import { codePlace, sealed, unsealed } from './sealed.ts';
import { newCode } from './visitor-tokens.ts';

/** What a code is asked for. */
export interface CodeWish {
  readonly purpose: CodePurpose;
  readonly to: string;
  /** Whose address it is to become, for whoever is signed in. */
  readonly visitor?: string;
}

/** The figures of the public door today. */
export const figuresOf = async (app: App): Promise<VisitorPolicy> =>
  visitorPolicy(
    (await app.offices.get(app.config.office)).policyRows,
    dayInShanghai(app.clock().toISOString()),
  );

/** Reads an address as typed. */
export function demandTarget(typed: string): Address {
  const target = readTarget(typed);
  if (!target) throw unsound([noAddress('to')], 'visitor.address');
  return target;
}

/** The account of an address; undefined when there is none. */
export async function accountAt(query: Query, app: App, { to }: Address): Promise<string | undefined> {
  const [row] = await query<{ id: string }>(
    `select id from visitor where office = $1 and (mail_digest = any($2) or phone_digest = any($2))`,
    [app.config.office, lookupDigests(to, app.keys)],
  );
  return row?.id;
}

/**
 * Sends a code to an address, at most as often as the figures say. Whether an account has the address decides only which of
 * two messages goes there: answer, rows and work are the same.
 * @throws ProblemError: `visitor.address`, `visitor.too-soon`, `visitor.too-many`.
 */
export async function askCode(
  app: App,
  wish: CodeWish,
  from: From,
): Promise<{ readonly code: string; readonly minutes: number }> {
  const { office } = app.config;
  const target = demandTarget(wish.to);
  const figures = await figuresOf(app);
  const now = app.clock();
  const mailbox = mailboxOf(target);
  const id = newId(now.getTime());
  const digits = newCode();
  await app.db.tx(async (query) => {
    // One at a time, or a hundred sent at once would each find that none was sent yet.
    await query("select pg_advisory_xact_lock(hashtext('visitor-code'), hashtext($1))", [office]);
    await demandPause(query, app, {
      digests: lookupDigests(mailbox, app.keys),
      source: from.source,
      figures,
    });
    const known = await accountAt(query, app, target);
    const proves = (known === undefined) === (wish.purpose !== 'reset');
    await query(
      `insert into visitor_code (office, id, purpose, target_digest, target, code, visitor, source, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        office,
        id,
        wish.purpose,
        lookupDigest(mailbox, app.keys),
        sealed(app, JSON.stringify(target), codePlace(office, id)),
        // Of an address that proves nothing the code is one nobody was told.
        codeMac(app.keys, office, id, proves ? digits : newId()),
        wish.visitor ?? null,
        from.source,
        now,
        new Date(now.getTime() + figures.codeMinutes * 60_000),
      ],
    );
    await enqueue(app, query, office, [
      {
        kind: proves ? CODE_MESSAGE : KNOWN_MESSAGE,
        channel: target.channel,
        to: target.to,
        text: proves ? codeText(wish.purpose, digits, figures.codeMinutes) : knownText(known !== undefined),
        key: `visitor-code:${id}`,
        lasts: figures.codeMinutes * 60,
      },
    ]);
  });
  app.wake();
  return { code: id, minutes: figures.codeMinutes };
}

const codeMac = (keys: CodingKeys, office: string, id: string, digits: string): string =>
  macOf(keys, 'visitor-code', [office, id, digits]);

interface Counted {
  readonly sent: number;
  readonly last: Date | null;
  readonly source: number;
  readonly office: number;
}

async function demandPause(
  query: Query,
  app: App,
  asked: { readonly digests: readonly string[]; readonly source: string; readonly figures: VisitorPolicy },
): Promise<void> {
  const now = app.clock();
  const { figures } = asked;
  const [day, hour] = [new Date(now.getTime() - 86_400_000), new Date(now.getTime() - 3_600_000)];
  const [found] = await query<Counted>(
    `select
       (select count(*) from visitor_code c where c.office = $1 and c.target_digest = any($2) and c.created_at > $4)::int as sent,
       (select max(c.created_at) from visitor_code c where c.office = $1 and c.target_digest = any($2) and c.created_at > $4) as last,
       (select count(*) from visitor_code c where c.office = $1 and c.source = $3 and c.created_at > $5)::int as source,
       (select count(*) from visitor_code c where c.office = $1 and c.created_at > $5)::int as office`,
    [app.config.office, asked.digests, asked.source, day, hour],
  );
  const wait = pauseLeft({ count: found?.sent ?? 0, last: found?.last ?? null }, figures, now);
  if (wait > 0)
    throw new ProblemError(
      429,
      'visitor.too-soon',
      `验证码刚发过，请在 ${inWords(wait)}后再要。`,
      `A code was sent a moment ago; ask again in ${wait} seconds.`,
      { retryAfter: wait },
    );
  if ((found?.source ?? 0) >= figures.codesSource || (found?.office ?? 0) >= figures.codesOffice)
    throw new ProblemError(
      429,
      'visitor.too-many',
      '要验证码的次数过多，请一小时后再试，或到外办窗口办理。',
      'Too many codes were asked for; try again in an hour, or come to the counter.',
      { retryAfter: 3600 },
    );
}

const inWords = (seconds: number): string =>
  seconds < 120
    ? ` ${seconds} 秒`
    : seconds < 7200
      ? ` ${Math.ceil(seconds / 60)} 分钟`
      : ` ${Math.ceil(seconds / 3600)} 小时`;

/** What somebody types of a code. */
export interface TypedCode {
  readonly code: string;
  readonly digits: string;
}

/** An address that was proven, to be used up within the transaction it is proven for. */
export interface ProvenAddress {
  readonly id: string;
  readonly target: Address;
}

/**
 * Proves an address by the code that went there; each try is counted before it is looked at. A code of another purpose or
 * account, one that lapsed or was used, and one nobody was sent answer alike.
 * @throws ProblemError: `visitor.code-wrong`.
 */
export async function proveCode(
  app: App,
  typed: TypedCode,
  purpose: CodePurpose,
  visitor: string | null = null,
): Promise<ProvenAddress> {
  const { office } = app.config;
  const figures = await figuresOf(app);
  const [row] = await app.db.query<{ code: string; target: string }>(
    `update visitor_code set tries = tries + 1 where office = $1 and id = $2 and purpose = $3 and used_at is null
       and expires_at > $4 and tries < $5 and visitor is not distinct from $6::uuid returning code, target`,
    [office, typed.code, purpose, app.clock(), figures.codeTries, visitor],
  );
  const stored = row?.code ?? '';
  const right = sameMac(codeMac(codedWith(app.keys, stored), office, typed.code, typed.digits), stored);
  const target = right ? unsealed(app, row?.target ?? null, codePlace(office, typed.code)) : undefined;
  if (target === undefined) throw codeWrong();
  return { id: typed.code, target: JSON.parse(target) as Address };
}

/** Uses a proven code up; of two uses at one moment one loses here. */
export async function useCode(query: Query, app: App, { id }: ProvenAddress): Promise<void> {
  const used = await query(
    'update visitor_code set used_at = $3 where office = $1 and id = $2 and used_at is null returning id',
    [app.config.office, id, app.clock()],
  );
  if (used.length === 0) throw codeWrong();
}

/** The refusal of every code that proves nothing. */
export const codeWrong = (): ProblemError =>
  unsound(
    [
      {
        code: 'visitor.code-wrong',
        level: 'block',
        at: ['digits'],
        message: '验证码不正确或已失效。',
        en: 'The code is not right, or has lapsed.',
        todo: '请核对最近一条验证码；连续几次不对须重新发送。',
      },
    ],
    'visitor.code-wrong',
  );
