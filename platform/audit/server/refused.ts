import type { OfficeActor, App } from '@zhitongche/core/server';
import { writeAudit } from './write.ts';

const MINUTE = 60_000;
/** Refusals of one person that get a line of their own within a minute. */
const MOST = 5;

/** What somebody was refused since a minute began. */
interface Minute {
  readonly since: number;
  readonly told: Set<string>;
}

const minutes = new WeakMap<App, Map<string, Minute>>();

/**
 * Records that somebody signed in asked for what is none of the person's business. The same thing once a minute, and a few
 * different ones; then one line that says there were more, so that nobody fills the audit by knocking.
 */
export async function refused(app: App, actor: OfficeActor, object: string, result: string): Promise<void> {
  const now = app.clock();
  const { told } = minuteOf(app, actor, now.getTime());
  if (told.has(object) || told.size > MOST) return;
  // Before the database is asked: many at once are still few lines.
  told.add(object);
  const more = told.size > MOST;
  await writeAudit(app.db.query, {
    office: actor.office,
    at: now,
    actor: { id: actor.id, name: actor.name },
    action: 'access.refused',
    object: more ? 'access:more' : object,
    result: more ? 'access.many' : result,
    source: actor.source,
  });
}

function minuteOf(app: App, actor: OfficeActor, now: number): Minute {
  const all = minutes.get(app) ?? new Map<string, Minute>();
  minutes.set(app, all);
  const known = all.get(actor.id);
  if (known && Math.abs(now - known.since) < MINUTE) return known;
  for (const [id, { since }] of all) if (Math.abs(now - since) >= MINUTE) all.delete(id);
  const fresh = { since: now, told: new Set<string>() };
  all.set(actor.id, fresh);
  return fresh;
}
