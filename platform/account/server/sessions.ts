import { createHash, randomBytes } from 'node:crypto';
import { type Grant, ROLES, type Role } from '@zhitongche/access';
import { dayEndInShanghai, dayInShanghai } from '@zhitongche/base';
import { isAdmin } from '@zhitongche/case';
import type { Signed, Admission, Keys, Offices, Sessions } from '@zhitongche/core/server';
import type { Db, Query } from '@zhitongche/host';
import { type CodedDelegation, DELEGATION_JSON, delegationSoundness } from './delegation-mac.ts';
import { type GrantRow, grantHolds } from './grant-mac.ts';
import { loginPolicy } from './login-policies.ts';
import { type CodedPerson, personSoundness } from './person-mac.ts';
import { sessionMac, sessionSoundness } from './session-mac.ts';

/** Channel on which processes tell each other to forget who a person is; payload `office:person`. */
export const PERSON_CHANGED = 'zhitongche_person';

/** Milliseconds a resolved session is believed without asking the database; changes are announced and cut it short. */
const BELIEVED = 5_000;
/** Milliseconds between two notes that a session is still in use. */
const TOUCH = 60_000;

/** What sessions stand on. */
export interface SessionNeeds {
  readonly db: Db;
  readonly keys: Keys;
  readonly offices: Offices;
  readonly clock: () => Date;
  readonly admission: Admission;
  /** Hears of a row whose code does not fit: someone wrote rights past the application. */
  readonly forged: (table: string, office: string, id: string) => void;
}

type StoredGrant = GrantRow & { readonly mac: string };
interface Found extends CodedPerson {
  readonly person: string;
  readonly csrf: string;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly name: string;
  readonly must_change_password: boolean;
  readonly password_changed_at: Date;
  readonly grants: readonly StoredGrant[];
  readonly absent: readonly {
    readonly id: string;
    readonly name: string;
    readonly arranged: CodedDelegation;
    readonly grants: readonly StoredGrant[];
  }[];
}

/** A resolved session. */
interface Known {
  readonly signed: Signed;
  /** When it was last used, milliseconds since 1970. */
  readonly seen: number;
  /** Until when this is believed. */
  readonly until: number;
}

const GRANTS = (
  person: string,
) => `(select coalesce(json_agg(json_build_object('office', g.office, 'id', g.id,
  'person', g.person, 'role', g.role, 'org', g.org, 'status', g.status, 'mac', g.mac) order by g.id), '[]')
  from role_grant g where g.office = $1 and g.person = ${person} and g.status = 'active')`;

const FIND = {
  name: 'session-find',
  text: `
  select s.person, s.csrf, s.seen_at, s.expires_at, p.name, p.must_change_password, p.password_changed_at, p.office, p.id,
    p.username, p.org, p.status, p.expires, p.password, p.totp_secret, p.totp_confirmed, p.mac,
    ${GRANTS('s.person')} as grants,
    (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'arranged', ${DELEGATION_JSON}, 'grants', ${GRANTS('f.id')}) order by f.id), '[]')
     from delegation d join person f on f.office = d.office and f.id = d.from_person and f.status = 'active'
     where d.office = $1 and d.to_person = s.person and d.ended_at is null and $5::date between d.from_day and d.until_day
    ) as absent
  from session s join person p on p.office = s.office and p.id = s.person
  where s.office = $1 and s.token_hash = $2 and s.expires_at > $3 and s.seen_at > $4
    and p.status = 'active' and (p.expires is null or p.expires >= $5::date)`,
};

/** Makes the session book over its needs. */
export function makeSessions({ db, keys, offices, clock, admission, forged }: SessionNeeds): Sessions {
  const known = new Map<string, Known>();
  const listeners = new Set<{ readonly who: string; readonly hear: () => void }>();

  async function policyOf(office: string, now: Date) {
    return loginPolicy((await offices.get(office)).policyRows, dayInShanghai(now.toISOString()));
  }

  function soundGrants(rows: readonly StoredGrant[]): Grant[] {
    return rows.flatMap((row) => {
      if (!isRole(row.role)) return [];
      if (grantHolds(keys, row)) return [{ role: row.role, org: row.org }];
      forged('role_grant', row.office, row.id);
      return [];
    });
  }

  /** The people somebody stands in for by arrangements made through the program. */
  async function standing(office: string, absent: Found['absent']): Promise<Signed['actor']['standsInFor']> {
    const sound: Signed['actor']['standsInFor'][number][] = [];
    for (const { id, name, arranged, grants } of absent) {
      if (await admission.admits(office, delegationSoundness(keys, arranged)))
        sound.push({ id, name, grants: soundGrants(grants).filter((g) => !g.role.endsWith('-admin')) });
      else forged('delegation', office, arranged.id);
    }
    return sound;
  }

  async function ask(office: string, hash: Buffer, source: string, now: Date): Promise<Known | null> {
    const policy = await policyOf(office, now);
    const today = dayInShanghai(now.toISOString());
    const idleSince = new Date(now.getTime() - policy.idleMinutes * 60_000);
    const [row] = await db.prepared<Found>(FIND, [office, hash, now, idleSince, today]);
    if (!row) return null;
    const session = { office, hash, person: row.person, expires: row.expires_at };
    if (!(await admission.admits(office, sessionSoundness(keys, session, row.csrf)))) {
      forged('session', office, row.person);
      return null;
    }
    if (!(await admission.admits(office, personSoundness(keys, row)))) {
      forged('person', office, row.id);
      return null;
    }
    const grants = soundGrants(row.grants);
    const old =
      policy.passwordDays > 0 &&
      now.getTime() - row.password_changed_at.getTime() > policy.passwordDays * 86_400_000;
    const needsTotp = !row.totp_confirmed && grants.some((g) => policy.totpRoles.includes(g.role));
    const idleMs = policy.idleMinutes * 60_000;
    const seen = row.seen_at.getTime();
    const dayEnd = dayEndInShanghai(now.toISOString());
    const signed: Signed = {
      actor: {
        office,
        source,
        id: row.person,
        name: row.name,
        org: row.org,
        grants,
        // Who became an administrator meanwhile decides nothing for others either.
        standsInFor: isAdmin({ grants }) ? [] : await standing(office, row.absent),
      },
      session: hash.toString('base64'),
      until: Math.min(row.expires_at.getTime(), seen + idleMs, dayEnd),
      csrf: row.csrf,
      must: [
        ...(row.must_change_password || old ? (['change-password'] as const) : []),
        ...(needsTotp ? (['set-up-totp'] as const) : []),
      ],
    };
    return { signed, seen, until: Math.min(now.getTime() + BELIEVED, dayEnd) };
  }

  /** Notes that a hand used the session, at most once a minute. */
  async function touch(office: string, hash: Buffer, entry: Known, now: Date): Promise<Known> {
    if (now.getTime() - entry.seen <= TOUCH) return entry;
    await db.query('update session set seen_at = $3 where office = $1 and token_hash = $2', [
      office,
      hash,
      now,
    ]);
    return { ...entry, seen: now.getTime() };
  }

  function forget(office: string, person: string): void {
    for (const [key, entry] of known)
      if (entry.signed.actor.office === office && entry.signed.actor.id === person) known.delete(key);
  }

  async function changed(query: Query, office: string, person: string): Promise<void> {
    forget(office, person);
    await query('select pg_notify($1, $2)', [PERSON_CHANGED, `${office}:${person}`]);
  }

  return {
    changed,
    async open(query, office, person, from) {
      const now = clock();
      const policy = await policyOf(office, now);
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
      await changed(query, office, person);
      return token;
    },
    async find(office, token, source, used = true) {
      const now = clock();
      const hash = hashOf(token);
      const key = `${office}:${hash.toString('base64')}`;
      const cached = known.get(key);
      const fresh = cached && cached.until > now.getTime() ? cached : null;
      const asked = fresh ?? (await ask(office, hash, source, now));
      if (!fresh) known.delete(key);
      if (!asked) return null;
      const entry = used ? await touch(office, hash, asked, now) : asked;
      if (known.size > 10_000) known.clear();
      // What was forgotten meanwhile must not come back.
      if (!fresh || known.get(key) === fresh) known.set(key, entry);
      const { signed } = entry;
      return signed.actor.source === source ? signed : { ...signed, actor: { ...signed.actor, source } };
    },
    async look(office, session) {
      const found = await ask(office, Buffer.from(session, 'base64'), '', clock());
      return found?.signed ?? null;
    },
    onChanged(office, person, hear) {
      const listener = { who: `${office}:${person}`, hear };
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async end(query, office, token) {
      const [row] = await query<{ person: string }>(
        'delete from session where office = $1 and token_hash = $2 returning person',
        [office, hashOf(token)],
      );
      if (row) await changed(query, office, row.person);
    },
    async endAll(query, office, person) {
      await query('delete from session where office = $1 and person = $2', [office, person]);
      await changed(query, office, person);
    },
    async listen() {
      return await db.listen(
        PERSON_CHANGED,
        (payload) => {
          const [office = '', person = ''] = payload.split(':');
          forget(office, person);
          // Only now: a change this process made itself is told here, too, and stands.
          for (const { who, hear } of listeners) if (who === payload) hear();
        },
        () => {
          known.clear();
          for (const { hear } of listeners) hear();
        },
      );
    },
  };
}

// The token has 256 random bits: a plain digest is enough, and a stolen table opens no session.
const hashOf = (token: string): Buffer => createHash('sm3').update(token).digest();

const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);
