import { SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import {
  ADOPTION_HOURS,
  markAdoption,
  caseHead,
  writeAudit,
  nameTheRest,
  UNTOLD,
} from '@zhitongche/audit/server';
import type { Query } from '@zhitongche/host';
import { adoptRows } from './adopt-rows.ts';

/** Rows looked at in one round. */
const BATCH = 500;
/** Milliseconds between two walks once everything has been adopted. */
const REST = 30 * 60_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Where the walk over an office stands; `found` counts what this walk has adopted. */
interface Walk {
  readonly began: number;
  readonly after: string;
  readonly found: number;
}

/**
 * Adopts, once after an upgrade and for a day, what an older program wrote without a code: rights, accounts, arrangements,
 * figures and papers get theirs, and the audit names the chain of every case. Walks in small steps, ends for good, and keeps its place in memory: the next process begins anew.
 */
export function makeAdopter(): (app: App, office: string) => Promise<number> {
  const closed = new Set<string>();
  const walks = new Map<string, Walk>();
  const rests = new Map<string, number>();
  return async (app, office) => {
    const now = app.clock().getTime();
    if (closed.has(office) || (rests.get(office) ?? 0) > now) return 0;
    return await app.db.tx(async (query) => {
      const [turn] = await query<{ mine: boolean }>(
        "select pg_try_advisory_xact_lock(hashtext('adopt'), hashtext($1)) as mine",
        [office],
      );
      if (!turn?.mine) return 0;
      const adoption = await app.admission.state(office, query);
      const named = await nameTheRest(app, query, office, adoption.open);
      if (!adoption.open) {
        closed.add(office);
        return named;
      }
      if (adoption.since === null) await markAdoption(app.keys, query, office, 'open', new Date(now));
      const rows = named + (await adoptRows(app, query, office, BATCH));
      if (rows > 0) return rows;
      const walk = walks.get(office) ?? { began: now, after: FIRST, found: 0 };
      const round = await adoptHeads(app, query, office, walk.after);
      const found = walk.found + round.adopted;
      if (round.last !== null) {
        walks.set(office, { ...walk, after: round.last, found });
        return BATCH;
      }
      walks.delete(office);
      if (found > 0) return found;
      rests.set(office, now + REST);
      if (adoption.since !== null && walk.began - adoption.since.getTime() >= ADOPTION_HOURS * 3_600_000)
        await markAdoption(app.keys, query, office, 'close', new Date(now));
      return 0;
    });
  };
}

/** Has the audit name the chains of the next cases; `last` is null behind the last one. */
async function adoptHeads(
  app: App,
  query: Query,
  office: string,
  after: string,
): Promise<{ readonly adopted: number; readonly last: string | null }> {
  const page = await query<{ id: string; revision: number; head: string; untold: boolean }>(
    `select f.id, f.revision, f.head, ${UNTOLD} as untold from case_file f
     where f.office = $1 and f.id > $2 order by f.id limit ${BATCH}`,
    [office, after],
  );
  const untold = page.filter((row) => row.untold);
  for (const { id, revision, head } of untold)
    await writeAudit(query, {
      office,
      at: app.clock(),
      actor: { id: null, name: SYSTEM_DOER.name },
      action: 'case.adopt',
      object: `case:${id}`,
      result: 'ok',
      source: '',
      detail: { ...caseHead(app.keys, office, id, revision, head) },
    });
  return { adopted: untold.length, last: page.length < BATCH ? null : (page.at(-1)?.id ?? null) };
}
