import type { App } from '@zhitongche/core/server';
import { moveRequest, openRequests, requestsSince, type TwoPersonRequest } from '@zhitongche/account/server';
import { dropOldReadings } from '@zhitongche/budget/server';
import { eraseKept } from '@zhitongche/register/server';
import { isDue } from './due-rows.ts';
import { eraseCase } from './erase-case.ts';
import { dropOldDrafts } from './old-drafts.ts';
import { dropOldUploads } from './old-uploads.ts';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The one job that deletes what is over its term: drafts, uploads no act sent, files read and left, and lists two persons confirmed. */
export async function keepTerms(app: App, office: string): Promise<void> {
  await dropOldDrafts(app, office);
  await dropOldUploads(app, office);
  await dropOldReadings(app, office);
  const since = await requestsSince(app, office);
  for (const row of await openRequests(app, app.db.query, office, since))
    if (row.kind === 'erasure' && row.status === 'agreed') await carryOut(app, office, since, row);
}

/** Case after case, each in a transaction of its own: interrupted, the next run goes on where this one stopped. */
async function carryOut(
  app: App,
  office: string,
  since: Date,
  row: TwoPersonRequest & { readonly kind: 'erasure' },
): Promise<void> {
  const people = await app.db.query<{ id: string; name: string }>(
    'select id, name from person where office = $1 and id = any($2::uuid[])',
    [office, [row.asked_by, row.settled_by]],
  );
  const nameOf = (id: string | null): string => people.find((person) => person.id === id)?.name ?? '';
  const { files, personal, rows = [] } = row.body;
  const listed = { list: row.id, askedBy: nameOf(row.asked_by), confirmedBy: nameOf(row.settled_by) };
  for (const id of new Set([...files, ...personal]))
    await eraseCase(app, office, id, {
      ...listed,
      parts: [
        ...(files.includes(id) ? (['files'] as const) : []),
        ...(personal.includes(id) ? (['personal'] as const) : []),
      ],
    });
  for (const { id, register } of rows)
    await eraseKept(app, office, id, listed, (query) => isDue(app, query, office, register, id));
  const system = { office, id: NOBODY, name: '系统', org: NOBODY, source: '', grants: [], standsInFor: [] };
  await app.db.tx(async (query) => {
    const [still] = await openRequests(app, query, office, since, { id: row.id, lock: true });
    if (still?.status === 'agreed') await moveRequest(app, query, system, still, 'done');
  });
}
