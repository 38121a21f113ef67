import { setTimeout as pause } from 'node:timers/promises';
import { sealAudit } from '@zhitongche/audit/server';
import type { Db } from '@zhitongche/host';
import { followCases } from '@zhitongche/channel/server';
import { follow } from '../src/job/fact-projector.ts';
import type { App } from '@zhitongche/core/server';

/**
 * Seals until every audit row is under a seal. Rows wait for the oldest transaction of the whole server, and test files
 * share one: a single call may find nothing to seal yet.
 */
export const sealedAll = (app: Parameters<typeof sealAudit>[0], office: string): Promise<void> =>
  until(
    app.db,
    "select 1 from audit a where a.office = $1 and a.xid > coalesce((select max(upto_xid) from audit_seal where office = $1), '0') limit 1",
    office,
    () => sealAudit(app, office),
  );

/** Follows until other programs have been told, or need not be told, of every audit row. */
export const toldAll = (app: App, office: string): Promise<void> =>
  until(
    app.db,
    "select 1 from audit a, follower f where a.office = $1 and f.office = $1 and f.name = 'webhook' and a.xid > f.upto_xid limit 1",
    office,
    () => followCases(app, office),
  );

/** Follows until every audit row has been counted. */
export const followedAll = (app: App, office: string): Promise<void> =>
  until(
    app.db,
    "select 1 from audit a where a.office = $1 and a.xid > coalesce((select max(upto_xid) from follower where office = $1), '0') limit 1",
    office,
    () => follow(app, office),
  );

async function until(db: Db, rest: string, office: string, step: () => Promise<number>): Promise<void> {
  for (let round = 0; round < 500; round += 1) {
    await step();
    if ((await db.query(rest, [office])).length === 0) return;
    await pause(20);
  }
  throw new Error('The audit never settled');
}
