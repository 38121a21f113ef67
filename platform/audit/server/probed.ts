import { type App, type OfficeActor, ProblemError } from '@zhitongche/core/server';
import { writeAudit } from './write.ts';

const HOUR = 3_600_000;
/** Whom somebody asked about since an hour began, by keyed digest. */
interface Hour {
  readonly since: number;
  readonly asked: Set<string>;
  full: boolean;
}

const hours = new WeakMap<App, Map<string, Hour>>();

/**
 * Records about whom the registers were asked by what came to nothing, a refused application or a list only looked at: nothing
 * else will say so. The same people once an hour; who asks about more than `most` is answered no more, so that nobody tries numbers out.
 */
export async function probed(
  app: App,
  actor: OfficeActor,
  object: string,
  result: string,
  digests: readonly string[],
  most: number,
): Promise<void> {
  const now = app.clock();
  const hour = hourOf(app, actor, now.getTime());
  const fresh = [...new Set(digests)].filter((digest) => !hour.asked.has(digest));
  if (fresh.length === 0) return;
  const full = hour.asked.size + fresh.length > most;
  if (full && hour.full) throw tooMany();
  // Before the database is asked: many at once are still few lines.
  if (full) hour.full = true;
  else for (const digest of fresh) hour.asked.add(digest);
  await writeAudit(app.db.query, {
    office: actor.office,
    at: now,
    actor: { id: actor.id, name: actor.name },
    action: 'register.look-up',
    object,
    result: full ? 'lookup.too-many' : result,
    source: actor.source,
    detail: full ? { count: fresh.length } : { number: fresh },
  });
  if (full) throw tooMany();
}

function hourOf(app: App, actor: OfficeActor, now: number): Hour {
  const all = hours.get(app) ?? new Map<string, Hour>();
  hours.set(app, all);
  const known = all.get(actor.id);
  if (known && Math.abs(now - known.since) < HOUR) return known;
  for (const [id, { since }] of all) if (Math.abs(now - since) >= HOUR) all.delete(id);
  const fresh = { since: now, asked: new Set<string>(), full: false };
  all.set(actor.id, fresh);
  return fresh;
}

const tooMany = (): ProblemError =>
  new ProblemError(
    429,
    'lookup.too-many',
    '一小时内未通过的申报或清单涉及他处在册的人员过多，暂不再核对。请核对已列出的问题，一小时后再提交。',
    'Too many persons were asked about by what was refused within an hour; try again in an hour.',
    { retryAfter: HOUR / 1000 },
  );
