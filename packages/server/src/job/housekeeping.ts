import type { App } from '../app.ts';
import { sweepFiles } from '../files/held-files.ts';
import { keepTerms } from '../retention/keep-terms.ts';

/** Days an idempotency key is remembered; a phone that was off for a month sends nothing any more. */
const KEY_DAYS = 30;

/** Forgets what has had no bearing for long: what is over its term, old idempotency keys, ended sessions, files nobody names; gives how many went. */
export async function housekeep(app: App): Promise<number> {
  const now = app.clock();
  for (const { office } of await app.db.query<{ office: string }>(
    'select office from office order by office',
  ))
    await keepTerms(app, office);
  const keys = await app.db.query('delete from request_key where at < $1 returning key', [
    new Date(now.getTime() - KEY_DAYS * 86_400_000),
  ]);
  const sessions = await app.db.query('delete from session where expires_at < $1 returning person', [now]);
  return keys.length + sessions.length + (await sweepFiles(app));
}
