import type { App } from '../app.ts';

/** What only the database knows of the work that waits, over all offices. */
export interface WaitingWork {
  /** Jobs whose time has come. */
  readonly waiting: number;
  /** Seconds the oldest of them has been due. */
  readonly oldestSeconds: number;
  /** Jobs that have failed at least once. */
  readonly failing: number;
  /** Cases whose paper could not be made. */
  readonly stuck: number;
}

/** However many ask, the database is asked once in this time. */
const BELIEVED = 10_000;

const ASK = `select count(*) filter (where run_after <= $1) as waiting,
    coalesce(extract(epoch from $1 - min(run_after) filter (where run_after <= $1)), 0)::float8 as "oldestSeconds",
    count(*) filter (where attempts > 0) as failing,
    (select count(*) from case_file where waiting and status = 'stuck') as stuck
  from outbox`;

const asked = new WeakMap<App, { readonly until: number; readonly work: Promise<WaitingWork | null> }>();

/** Figures at most ten seconds old; null when the database does not answer. */
export function waitingWork(app: App): Promise<WaitingWork | null> {
  const known = asked.get(app);
  if (known && known.until > Date.now()) return known.work;
  const work = app.db.query<WaitingWork>(ASK, [app.clock()]).then(
    ([row]) => row ?? null,
    () => null,
  );
  asked.set(app, { until: Date.now() + BELIEVED, work });
  return work;
}
