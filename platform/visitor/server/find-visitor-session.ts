import { dayEndInShanghai, dayInShanghai } from '@zhitongche/base';
import { loginPolicy } from '@zhitongche/account/server';
import type { Visitor } from '@zhitongche/access';
import {
  type App,
  codedWith,
  type CodingKeys,
  macOf,
  type OfficeActor,
  sameMac,
  type Signed,
} from '@zhitongche/core/server';
import { hashOf } from './visitor-tokens.ts';
import {
  type CodedLink,
  type CodedParty,
  type CodedVisitor,
  levelOf,
  LINK_JSON,
  PARTY_JSON,
  soundLink,
  soundParty,
  soundVisitor,
  VISITOR_JSON,
} from './rows.ts';

interface Found {
  readonly visitor: string | null;
  readonly officer: string | null;
  readonly officer_name: string;
  readonly seated: boolean;
  readonly party: string;
  readonly csrf: string;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly v: CodedVisitor | null;
  readonly p: CodedParty | null;
  readonly links: readonly CodedLink[];
  readonly entrusted: readonly CodedParty[];
}

// One statement: who, for whom, by which links, and what matters others look after for whoever acts.
const FIND = {
  name: 'visitor-session-find',
  text: `
  select s.visitor, s.officer, s.officer_name, s.party, s.csrf, s.seen_at, s.expires_at,
    (select ${VISITOR_JSON} from visitor v where v.office = s.office and v.id = s.visitor and v.status = 'active') as v,
    (select ${PARTY_JSON} from visitor_party p where p.office = s.office and p.id = s.party) as p,
    (select coalesce(json_agg(${LINK_JSON} order by l.id), '[]') from visitor_link l
      where l.office = s.office and l.visitor = s.visitor and l.party = s.party and l.status = 'active') as links,
    (select coalesce(json_agg(${PARTY_JSON} order by p.id), '[]') from visitor_party p
      where p.office = s.office and p.principal = s.party) as entrusted,
    exists (select 1 from person o where o.office = s.office and o.id = s.officer and o.status = 'active'
      and (o.expires is null or o.expires >= $5::date)) and (s.officer_session is null
      or exists (select 1 from session own where own.office = s.office and own.token_hash = s.officer_session
        and own.person = s.officer and own.expires_at > $3)) as seated
  from visitor_session s
  where s.office = $1 and s.token_hash = $2 and s.expires_at > $3 and s.seen_at > $4`,
};

/** The row of a session that decides. */
export interface VisitorSessionRow {
  readonly office: string;
  readonly hash: Buffer;
  readonly visitor: string | null;
  readonly officer: string | null;
  readonly party: string;
  readonly expires: Date;
}

/** The CSRF token of a session of the public and its code at once, as for the staff; bound to whom it acts for. */
export const visitorSessionMac = (keys: CodingKeys, row: VisitorSessionRow): string =>
  macOf(keys, 'visitor-session', [
    row.office,
    row.hash.toString('hex'),
    row.visitor,
    row.officer,
    row.party,
    row.expires.toISOString(),
  ]);

/** Milliseconds between two notes that a session is still in use. */
const TOUCH = 60_000;

/**
 * Who a token of the public door stands for now; null = nobody. Asked of the database each time: what somebody was entrusted
 * with and lost is lost at the next call.
 */
export async function findVisitorSession(
  app: App,
  token: string,
  source: string,
  used: boolean,
): Promise<Signed | null> {
  const { office } = app.config;
  const now = app.clock();
  const book = await app.offices.get(office);
  const today = dayInShanghai(now.toISOString());
  const idleMs = loginPolicy(book.policyRows, today).idleMinutes * 60_000;
  const hash = hashOf(token);
  const [row] = await app.db.prepared<Found>(FIND, [
    office,
    hash,
    now,
    new Date(now.getTime() - idleMs),
    today,
  ]);
  if (!row) return null;
  const { visitor, officer, party, expires_at: expires } = row;
  const expected = visitorSessionMac(codedWith(app.keys, row.csrf), {
    office,
    hash,
    visitor,
    officer,
    party,
    expires,
  });
  if (!sameMac(expected, row.csrf)) {
    app.log.error({ table: 'visitor_session', office, id: party }, 'a row does not fit its code');
    return null;
  }
  const who = officer === null ? standing(app, row, today) : atCounter(app, row);
  if (!who) return null;
  if (used && now.getTime() - row.seen_at.getTime() > TOUCH)
    await app.db.query('update visitor_session set seen_at = $3 where office = $1 and token_hash = $2', [
      office,
      hash,
      now,
    ]);
  const grants = [{ role: 'visitor', org: book.root.id } as const];
  const actor: OfficeActor = {
    office,
    source,
    id: who.id,
    name: who.name,
    org: book.root.id,
    grants: who.ended ? [] : grants,
    standsInFor: who.ended ? [] : who.standsInFor.map(({ id, name }) => ({ id, name, grants })),
    visitor: who.visitor,
  };
  return {
    actor,
    session: hash.toString('base64'),
    until: Math.min(expires.getTime(), now.getTime() + idleMs, dayEndInShanghai(now.toISOString())),
    csrf: row.csrf,
    must: who.ended ? ['choose-party'] : [],
  };
}

interface Standing {
  readonly id: string;
  readonly name: string;
  readonly visitor: Visitor;
  readonly standsInFor: readonly CodedParty[];
  /** What the session acted for is not the account's to act for any more. */
  readonly ended?: true;
}

/** The account by itself, or whom it acts for as long as it may. */
function standing(app: App, { v, p, party, links, entrusted }: Found, today: string): Standing | null {
  if (!v || !soundVisitor(app.keys, v)) return null;
  const level = levelOf(v);
  const given = entrusted.filter((one) => soundParty(app.keys, one) && one.status === 'confirmed');
  const self = { account: v.id, kind: v.kind, level, only: null };
  if (party === v.id) return { id: v.id, name: v.name, visitor: self, standsInFor: given };
  const link = links.find(
    (one) => soundLink(app.keys, one) && one.from_day <= today && one.until_day >= today,
  );
  if (!p || !link || !soundParty(app.keys, p) || p.status !== 'confirmed')
    return { id: v.id, name: v.name, visitor: self, standsInFor: [], ended: true };
  const { name, only } = { name: `${p.name}（${v.name} 代）`, only: link.only };
  return {
    id: p.id,
    name,
    visitor: { account: v.id, kind: p.acts_as, level, only },
    standsInFor: p.kind === 'enterprise' ? given : [],
  };
}

/** An officer who types in what somebody brought to the counter: real name seen, one matter, nothing of the staff's. */
function atCounter(app: App, { p, officer, officer_name, seated }: Found): Standing | null {
  if (
    !p ||
    !officer ||
    !seated ||
    !soundParty(app.keys, p) ||
    p.kind !== 'counter' ||
    p.status !== 'confirmed'
  )
    return null;
  return {
    id: p.id,
    name: `${p.name}（窗口 ${officer_name} 代填）`,
    visitor: { account: officer, kind: p.acts_as, level: 2, only: null },
    standsInFor: [],
  };
}
