import { createHash, randomBytes } from 'node:crypto';
import type { Sessions } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { policyOf, type SessionNeeds } from './find-session.ts';
import { sessionMac } from './session-mac.ts';

/** What is stored of a session's token. */
// The token has 256 random bits: a plain digest is enough, and a stolen table opens no session.
export const hashOf = (token: string): Buffer => createHash('sm3').update(token).digest();

/** Opens a session and lets the oldest go that are more than the office allows; gives its token, told this once. */
export async function openSession(
  { keys, offices, clock }: Pick<SessionNeeds, 'keys' | 'offices' | 'clock'>,
  query: Query,
  office: string,
  person: string,
  from: Parameters<Sessions['open']>[3],
): Promise<string> {
  const now = clock();
  const policy = await policyOf(offices, office, now);
  const token = randomBytes(32).toString('base64url');
  const hash = hashOf(token);
  const expires = new Date(now.getTime() + policy.sessionHours * 3_600_000);
  await query(
    `insert into session (office, token_hash, person, csrf, created_at, seen_at, expires_at, source, agent)
     values ($1, $2, $3, $4, $5, $5, $6, $7, $8)`,
    [
      office,
      hash,
      person,
      sessionMac(keys, { office, hash, person, expires }),
      now,
      expires,
      from.source,
      from.agent.slice(0, 200),
    ],
  );
  await query(
    `delete from session where office = $1 and person = $2 and (expires_at <= $3 or token_hash in
       (select token_hash from session where office = $1 and person = $2
        order by created_at desc, token_hash offset $4))`,
    [office, person, now, policy.sessions],
  );
  return token;
}
