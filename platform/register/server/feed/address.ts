import { randomBytes } from 'node:crypto';
import {
  countingGrants,
  GRANT_JSON,
  personSoundness,
  type CodedPerson,
  type StoredGrant,
} from '@zhitongche/account/server';
import { dayInShanghai } from '@zhitongche/base';
import {
  type App,
  codedWith,
  type CodingKeys,
  macOf,
  type OfficeActor,
  idempotent,
  sameMac,
} from '@zhitongche/core/server';

/** Bytes of chance in an address: nobody tries them out. */
const CHANCE = 24;
const ADDRESS = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.([A-Za-z0-9_-]{32})\.ics$/;

const digestOf = (keys: CodingKeys, office: string, person: string, secret: string): string =>
  macOf(keys, 'calendar-feed', [office, person, secret]);

/** Since when somebody has an address; null = none. */
export async function feedSince(app: App, { office, id }: OfficeActor): Promise<{ since: string | null }> {
  const [row] = await app.db.query<{ since: Date }>(
    'select since from calendar_feed where office = $1 and person = $2',
    [office, id],
  );
  return { since: row?.since.toISOString() ?? null };
}

/** Makes a new address; the one before leads nowhere from now on. */
export async function renewFeed(app: App, actor: OfficeActor, key: string): Promise<{ path: string }> {
  return await idempotent(app, actor, { key, what: 'renewCalendarFeed', request: null }, async (query) => {
    const secret = randomBytes(CHANCE).toString('base64url');
    await query(
      `insert into calendar_feed (office, person, digest, since) values ($1, $2, $3, $4)
       on conflict (office, person) do update set digest = excluded.digest, since = excluded.since`,
      [actor.office, actor.id, digestOf(app.keys, actor.office, actor.id, secret), app.clock()],
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
    CodedPerson & { name: string; digest: string; grants: readonly StoredGrant[] }
  >(
    `select p.office, p.id, p.username, p.org, p.status, p.expires, p.password, p.totp_secret, p.totp_confirmed, p.mac,
       p.name, f.digest, (select coalesce(json_agg(${GRANT_JSON} order by g.id), '[]') from role_grant g
         where g.office = p.office and g.person = p.id and g.status = 'active') as grants
     from calendar_feed f join person p on p.office = f.office and p.id = f.person
     where f.office = $1 and f.person = $2 and p.status = 'active' and (p.expires is null or p.expires >= $3::date)`,
    [office, person, today],
  );
  const expected = digestOf(codedWith(app.keys, row?.digest ?? null), office, person, secret);
  if (!row || !sameMac(expected, row.digest)) return null;
  if (!(await app.admission.admits(office, personSoundness(app.keys, row)))) return null;
  const { id, name, org, grants } = row;
  return { office, id, name, org, source: '', grants: countingGrants(app.keys, grants), standsInFor: [] };
}
