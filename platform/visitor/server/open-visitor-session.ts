import { dayInShanghai } from '@zhitongche/base';
import { loginPolicy } from '@zhitongche/account/server';
import type { App, From } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { visitorSessionMac } from './find-visitor-session.ts';
import { hashOf, newToken } from './visitor-tokens.ts';

/** Who a session of the public is opened for. */
export interface VisitorOpening {
  readonly visitor: string | null;
  /** Whoever sits at the counter, where the session is to type in what somebody brought. */
  readonly officer?: {
    readonly id: string;
    readonly name: string;
    /** The session it is opened from, as a signed actor names it: it ends with that one. */
    readonly session: string;
  };
  /** Whom it acts for; the account itself, where it is the same. */
  readonly party: string;
}

/** Hours a session at the counter lasts at most. */
const COUNTER_HOURS = 2;

/** Opens a session of the public and lets the oldest go that are more than the office allows; gives its token, told this once. */
export async function openVisitorSession(
  app: App,
  query: Query,
  { visitor, officer, party }: VisitorOpening,
  from: From,
): Promise<string> {
  const { office } = app.config;
  const now = app.clock();
  const policy = loginPolicy((await app.offices.get(office)).policyRows, dayInShanghai(now.toISOString()));
  const token = newToken();
  const hash = hashOf(token);
  const hours = officer ? COUNTER_HOURS : policy.sessionHours;
  const expires = new Date(now.getTime() + hours * 3_600_000);
  const row = { office, hash, visitor, officer: officer?.id ?? null, party, expires };
  await query(
    `insert into visitor_session
       (office, token_hash, visitor, officer, officer_name, party, csrf, created_at, seen_at, expires_at, source, agent, officer_session)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11, $12)`,
    [
      office,
      hash,
      visitor,
      row.officer,
      officer?.name ?? '',
      party,
      visitorSessionMac(app.keys, row),
      now,
      expires,
      from.source,
      from.agent.slice(0, 200),
      officer ? Buffer.from(officer.session, 'base64') : null,
    ],
  );
  await query(
    `delete from visitor_session where office = $1 and coalesce(visitor, officer) = $2 and (expires_at <= $3 or token_hash in
       (select token_hash from visitor_session where office = $1 and coalesce(visitor, officer) = $2
        order by created_at desc, token_hash offset $4))`,
    [office, visitor ?? officer?.id, now, policy.sessions],
  );
  return token;
}

/** Ends one session. */
export const endVisitorSession = async (app: App, query: Query, token: string): Promise<void> =>
  void (await query('delete from visitor_session where office = $1 and token_hash = $2', [
    app.config.office,
    hashOf(token),
  ]));

/** Ends every session of an account. */
export const endVisitorSessions = async (app: App, query: Query, visitor: string): Promise<void> =>
  void (await query('delete from visitor_session where office = $1 and visitor = $2', [
    app.config.office,
    visitor,
  ]));
