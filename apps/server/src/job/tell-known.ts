import type { App, Keys } from '@zhitongche/core/server';
import {
  ADOPTION_HOURS,
  markTold,
  toldAdoption,
  tellRows,
  toldObject,
  toldRows,
} from '@zhitongche/audit/server';
import { eachKnownRow } from '@zhitongche/proof/server';
import type { Query } from '@zhitongche/host';

/** Milliseconds between two walks. */
const REST = 30 * 60_000;

/** Has the audit name every row it does not know as it stands; how many there were. */
export async function tellUnknown(keys: Keys, query: Query, office: string): Promise<number> {
  const { told } = await toldRows(keys, query, office);
  let found = 0;
  await eachKnownRow(query, office, async (rows) => {
    const unknown = rows.filter((row) => told.get(toldObject(row))?.code !== row.code);
    found += unknown.length;
    await tellRows(keys, query, office, unknown);
  });
  return found;
}

/** Once after an upgrade and for a day: names rows of an older program, or written by one that still serves beside this one. */
export function makeTeller(): (app: App, office: string) => Promise<number> {
  const rests = new Map<string, number>();
  return async (app, office) => {
    const now = app.clock();
    if ((rests.get(office) ?? 0) > now.getTime()) return 0;
    rests.set(office, now.getTime() + REST);
    return await app.db.tx(async (query) => {
      const [turn] = await query<{ mine: boolean }>(
        "select pg_try_advisory_xact_lock(hashtext('tell'), hashtext($1)) as mine",
        [office],
      );
      if (!turn?.mine) return 0;
      const { open, since } = await toldAdoption(app.keys, query, office);
      if (!open) {
        rests.set(office, Number.POSITIVE_INFINITY);
        return 0;
      }
      if (since === null) await markTold(app.keys, query, office, 'open', now);
      const found = await tellUnknown(app.keys, query, office);
      if (found === 0 && since !== null && now.getTime() - since.getTime() >= ADOPTION_HOURS * 3_600_000)
        await markTold(app.keys, query, office, 'close', now);
      return 0;
    });
  };
}
