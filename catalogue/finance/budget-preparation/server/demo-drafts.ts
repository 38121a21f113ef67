import { type CategorySum, categorySums, type Disclosure } from '@zhitongche/budget';
import { digestOf, keepPreparation, savePreparation, showPreparation } from '@zhitongche/budget/server';
import type { App, OfficeActor } from '@zhitongche/core/server';

/** The reading of a department's budget file of a year, which the demo office has taken in; null when it has not. */
export async function readingOf(
  app: App,
  finance: OfficeActor,
  department: string,
  year: number,
): Promise<string | null> {
  const [known] = await app.db.query<{ id: string }>(
    'select id from budget_reading where office = $1 and name = $2 order by id limit 1',
    [finance.office, `${department}${year}年部门预算信息公开.txt`],
  );
  return known?.id ?? null;
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
