import { Readable } from 'node:stream';
import { type CategorySum, categorySums, type Disclosure } from '@zhitongche/budget';
import {
  digestOf,
  keepPreparation,
  readingsDone,
  savePreparation,
  showPreparation,
  startReading,
} from '@zhitongche/budget/server';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { sm3Hex } from '@zhitongche/formats';
import { ownBudget } from '@zhitongche/offices';

const LIMIT = 50 * 1024 * 1024;

/** Reads the office's own budget of a year from its file, once; gives the reading. */
export async function readOwn(app: App, finance: OfficeActor, year: number): Promise<string> {
  const budget = ownBudget(year);
  const bytes = Buffer.from(await budget.read());
  const [known] = await app.db.query<{ id: string }>(
    'select id from budget_reading where office = $1 and digest = $2 limit 1',
    [finance.office, sm3Hex(bytes)],
  );
  if (known) return known.id;
  const key = `demo-budget-reading-${year}`;
  const arriving = { key, name: budget.name, stream: Readable.from([bytes]), limit: LIMIT };
  const { id } = await startReading(app, finance, arriving);
  await readingsDone();
  return id;
}

/** Sums by category in 万元, as acts state them. */
export const sumsOf = (model: Disclosure): Readonly<Record<string, string>> =>
  Object.fromEntries(
    categorySums(model).flatMap(({ key, value }: CategorySum) => (value === null ? [] : [[key, value]])),
  );

/** Saves a budget as the draft of a preparation and fixes it as a version; gives the version as acts pin it. */
export async function fixed(
  app: App,
  finance: OfficeActor,
  asked: { readonly id: string; readonly key: string },
  model: Disclosure,
): Promise<Readonly<Record<string, string | number>>> {
  const { id, key } = asked;
  const draft = await showPreparation(app, finance, id);
  // Saved before a start that was cut off: the same again would be another request.
  const revision =
    digestOf(draft.model) === digestOf(model)
      ? draft.revision
      : (await savePreparation(app, finance, { id, key: `${key}-save` }, { revision: draft.revision, model }))
          .revision;
  const { no, digest } = await keepPreparation(app, finance, { id, key: `${key}-keep` }, { revision });
  return { version: no, digest, ...sumsOf(model) };
}
