import type { Sessions } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { type Known, type SessionNeeds, sessionFinder } from './find-session.ts';
import { hashOf, openSession } from './open-session.ts';

/** Channel on which processes tell each other to forget who a person is; payload `office:person`. */
export const PERSON_CHANGED = 'zhitongche_person';

/** Milliseconds between two notes that a session is still in use. */
const TOUCH = 60_000;

/** Makes the session book over its needs. */
export function makeSessions(needs: SessionNeeds): Sessions {
  const { db, clock } = needs;
  const ask = sessionFinder(needs);
  const known = new Map<string, Known>();
  const listeners = new Set<{ readonly who: string; readonly hear: () => void }>();

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
      const token = await openSession(needs, query, office, person, from);
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
