import type { App } from '@zhitongche/core/server';
import { dropOldMessages } from '@zhitongche/channel/server';
import { sweepFiles } from '@zhitongche/file/server';
import { dropLooseFiles } from '@zhitongche/register/server';
import { keepTerms } from '@zhitongche/retention/server';

/** Forgets what has had no bearing for long: what is over its term, files nobody names; gives how many of these went. */
export async function housekeep(app: App): Promise<number> {
  for (const { office } of await app.db.query<{ office: string }>(
    'select office from office order by office',
  )) {
    await keepTerms(app, office);
    await dropOldMessages(app, office);
  }
  await dropLooseFiles(app);
  return await sweepFiles(app);
}
