import type { Query } from '@zhitongche/host';
import type { LoginPolicy } from './login-policies.ts';

/** A name or an address that tries to log in. */
export interface Attempt {
  readonly office: string;
  /** `name:…` or `from:…`. */
  readonly who: string;
  /** How many failures lock it. */
  readonly tries: number;
}

/** The two counters of one log-in. */
export const attemptsOf = (office: string, username: string, source: string, policy: LoginPolicy) => ({
  name: { office, who: `name:${username}`, tries: policy.tries },
  source: { office, who: `from:${source}`, tries: policy.sourceTries },
});

// Counted before the password is looked at: a hundred guesses sent at once are a hundred counted guesses.
const COUNT = `
  insert into login_attempt as a (office, who, failed, since, locked_until)
  values ($1, $2, 1, $3, case when $4 <= 1 then $5::timestamptz end)
  on conflict (office, who) do update set
    failed = case when a.locked_until <= $3 or (a.locked_until is null and a.since < $6) then 1 else a.failed + 1 end,
    since = case when a.locked_until <= $3 or (a.locked_until is null and a.since < $6) then $3 else a.since end,
    locked_until = case
      when a.locked_until > $3 then a.locked_until
      when a.locked_until is null and a.since >= $6 and a.failed + 1 >= $4 then $5::timestamptz
      when $4 <= 1 then $5::timestamptz
    end
  returning failed, locked_until`;

/**
 * Counts one try and tells until when the door is shut; null = go on. The try that fills the measure still goes through:
 * when it is right, `forgive` takes the lock away again.
 */
export async function countAttempt(
  query: Query,
  attempt: Attempt,
  now: Date,
  lockMinutes: number,
): Promise<Date | null> {
  const span = lockMinutes * 60_000;
  const [row] = await query<{ failed: number; locked_until: Date | null }>(COUNT, [
    attempt.office,
    attempt.who,
    now,
    attempt.tries,
    new Date(now.getTime() + span),
    new Date(now.getTime() - span),
  ]);
  return row && row.failed > attempt.tries ? row.locked_until : null;
}

/** A right password wipes the failures of its name. */
export const forgiveName = async (query: Query, { office, who }: Attempt): Promise<void> =>
  void (await query('delete from login_attempt where office = $1 and who = $2', [office, who]));

/** A right password wipes the failures of its name; the address only gets its last try back, or one good account would free all guesses. */
export async function forgive(query: Query, name: Attempt, source: Attempt): Promise<void> {
  await forgiveName(query, name);
  await query(
    `update login_attempt set failed = greatest(failed - 1, 0),
       locked_until = case when failed - 1 < $3 then null else locked_until end
     where office = $1 and who = $2`,
    [source.office, source.who, source.tries],
  );
}

/** Forgets counters that have had no bearing for a day. */
export async function sweepAttempts(query: Query, office: string, now: Date): Promise<void> {
  await query('delete from login_attempt where office = $1 and coalesce(locked_until, since) < $2', [
    office,
    new Date(now.getTime() - 86_400_000),
  ]);
}
