import { randomBytes } from 'node:crypto';
import {
  countingGrants,
  GRANT_JSON,
  personSoundness,
  type CodedPerson,
  type StoredGrant,
} from '@zhitongche/account/server';
import { dayInShanghai } from '@zhitongche/base';
import { type App, idempotent, type OfficeActor } from '@zhitongche/core/server';
import { codeOf, digestOf, type FeedCoded, isLive, leadsTo, printOf } from './feed-code.ts';

/** Bytes of chance in an address: nobody tries them out. */
const CHANCE = 24;
const ADDRESS = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([A-Za-z0-9_-]{32})\.ics$/;

/** Since when somebody has an address that leads somewhere; null = none. */
export async function feedSince(app: App, { office, id }: OfficeActor): Promise<{ since: string | null }> {
  const [row] = await app.db.query<FeedCoded & { since: Date }>(
    'select person, digest, print, mac, since from calendar_feed where office = $1 and person = $2',
    [office, id],
  );
  return { since: row && isLive(app.keys, office, row) ? row.since.toISOString() : null };
}

/** Makes a new address; the one before leads nowhere from now on. */
export async function renewFeed(app: App, actor: OfficeActor, key: string): Promise<{ path: string }> {
  return await idempotent(app, actor, { key, what: 'renewCalendarFeed', request: null }, async (query) => {
    const secret = randomBytes(CHANCE).toString('base64url');
    const digest = digestOf(app.keys, actor.office, actor.id, secret);
    const coded = { person: actor.id, digest, print: printOf(secret) };
    await query(
      `insert into calendar_feed (office, person, digest, since, print, mac) values ($1, $2, $3, $4, $5, $6)
       on conflict (office, person) do update set digest = excluded.digest, since = excluded.since,
         print = excluded.print, mac = excluded.mac`,
      [actor.office, actor.id, digest, app.clock(), coded.print, codeOf(app.keys, actor.office, coded)],
    );
    return { path: `/api/calendar/${actor.id}.${secret}.ics` };
  });
}

/** Ends somebody's address. */
export async function endFeed(app: App, { office, id }: OfficeActor): Promise<void> {
  await app.db.query('delete from calendar_feed where office = $1 and person = $2', [office, id]);
}

/** Whose calendar an address is, with the rights of this moment; null for any other, and once the account is locked or over. */
export async function ownerOf(app: App, office: string, address: string): Promise<OfficeActor | null> {
  const [, person, secret] = ADDRESS.exec(address) ?? [];
  if (person === undefined || secret === undefined) return null;
  const today = dayInShanghai(app.clock().toISOString());
  const [row] = await app.db.query<
    CodedPerson &
      Pick<FeedCoded, 'digest' | 'print'> & {
        name: string;
        feed_mac: string | null;
        grants: readonly StoredGrant[];
      }
  >(
    `select p.office, p.id, p.username, p.org, p.status, p.expires, p.password, p.totp_secret, p.totp_confirmed, p.mac,
       p.name, f.digest, f.print, f.mac as feed_mac, (select coalesce(json_agg(${GRANT_JSON} order by g.id), '[]') from role_grant g
         where g.office = p.office and g.person = p.id and g.status = 'active') as grants
     from calendar_feed f join person p on p.office = f.office and p.id = f.person
     where f.office = $1 and f.person = $2 and p.status = 'active' and (p.expires is null or p.expires >= $3::date)`,
    [office, person, today],
  );
  if (!row) return null;
  const leads = leadsTo(app.keys, office, { ...row, person, mac: row.feed_mac }, secret);
  if (leads === 'no') return null;
  if (leads === 'new') await giveCode(app, office, { person, digest: row.digest, print: printOf(secret) });
  if (!(await app.admission.admits(office, personSoundness(app.keys, row)))) return null;
  const { id, name, org, grants } = row;
  return { office, id, name, org, source: '', grants: countingGrants(app.keys, grants), standsInFor: [] };
}

/** An address from before there was a code has one from its first reading on. */
async function giveCode(app: App, office: string, coded: Omit<FeedCoded, 'mac'>): Promise<void> {
  await app.db.query(
    'update calendar_feed set print = $4, mac = $5 where office = $1 and person = $2 and digest = $3',
    [office, coded.person, coded.digest, coded.print, codeOf(app.keys, office, coded)],
  );
}
