import type { App } from '../app.ts';
import { sweepFiles } from '../files/held-files.ts';
import { keepTerms } from '../retention/keep-terms.ts';

/** Forgets what has had no bearing for long: what is over its term, files nobody names; gives how many of these went. */
export async function housekeep(app: App): Promise<number> {
  for (const { office } of await app.db.query<{ office: string }>(
    'select office from office order by office',
  ))
    await keepTerms(app, office);
  return await sweepFiles(app);
}
