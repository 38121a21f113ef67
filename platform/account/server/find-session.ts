import { dayEndInShanghai, dayInShanghai } from '@zhitongche/base';
import { isAdmin } from '@zhitongche/case';
import type { Admission, Keys, Offices, Signed } from '@zhitongche/core/server';
import type { Db } from '@zhitongche/host';
import { type CodedDelegation, DELEGATION_JSON, delegationSoundness } from './delegation-mac.ts';
import { countingGrants, GRANT_JSON, type StoredGrant } from './grant-rows.ts';
import { type LoginPolicy, loginPolicy } from './login-policies.ts';
import { type CodedPerson, personSoundness } from './person-mac.ts';
import { sessionSoundness } from './session-mac.ts';

/** Milliseconds a resolved session is believed without asking the database; changes are announced and cut it short. */
const BELIEVED = 5_000;

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
export interface Known {
  readonly signed: Signed;
  /** When it was last used, milliseconds since 1970. */
  readonly seen: number;
  /** Until when this is believed. */
  readonly until: number;
}

const GRANTS = (person: string) => `(select coalesce(json_agg(${GRANT_JSON} order by g.id), '[]')
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

/** The rules of log-in an office has on the day of an instant. */
export const policyOf = async (offices: Offices, office: string, now: Date): Promise<LoginPolicy> =>
  loginPolicy((await offices.get(office)).policyRows, dayInShanghai(now.toISOString()));

/** Makes the look for a session in the database: what it is worth now, or null; rows whose code does not fit count for nothing. */
export function sessionFinder({ db, keys, offices, admission, forged }: SessionNeeds) {
  const granted = (rows: readonly StoredGrant[]) => countingGrants(keys, rows, forged);

  /** The people somebody stands in for by arrangements made through the program. */
  async function standing(office: string, absent: Found['absent']): Promise<Signed['actor']['standsInFor']> {
    const sound: Signed['actor']['standsInFor'][number][] = [];
    for (const { id, name, arranged, grants } of absent) {
      if (await admission.admits(office, delegationSoundness(keys, arranged)))
        sound.push({ id, name, grants: granted(grants).filter((g) => !g.role.endsWith('-admin')) });
      else forged('delegation', office, arranged.id);
    }
    return sound;
  }

  async function ask(office: string, hash: Buffer, source: string, now: Date): Promise<Known | null> {
    const policy = await policyOf(offices, office, now);
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
    const grants = granted(row.grants);
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

  return ask;
}
