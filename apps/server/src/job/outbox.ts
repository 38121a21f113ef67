import type { Json } from '@zhitongche/base';
import { type App, type JobResult, NO_SPAN, type Span } from '@zhitongche/core/server';
import { type Query, type Statement, connectionLost, describe } from '@zhitongche/host';

/** A row of the outbox, locked by whoever works on it. */
export interface Job {
  readonly office: string;
  readonly id: string;
  readonly kind: string;
  readonly case_id: string | null;
  readonly payload: Readonly<Record<string, Json | undefined>>;
  readonly attempts: number;
}

/**
 * Does one kind of job. What it writes goes through `query`, in the transaction that also removes the job, so that a
 * killed process leaves either both or neither.
 */
export type JobHandler = (app: App, job: Job, query: Query) => Promise<void>;

/** Somebody changed the case meanwhile: try again at once, it does not count as a failure. */
export class TryAgain extends Error {
  override readonly name = 'TryAgain';
}

/** Tries before a job rests until somebody looks: about a day and a half with the pauses below. */
const MOST_TRIES = 12;
const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 6 * 3_600_000;

const CLAIM: Statement = {
  name: 'outbox-claim',
  text: `select office, id, kind, case_id, payload, attempts,
      case_id is null or pg_try_advisory_xact_lock(hashtext('case-jobs'), hashtext(office || case_id::text)) as free
    from outbox where run_after <= $1 and (case_id is null or case_id <> all($2::uuid[]))
    order by run_after, office, id limit 1 for update skip locked`,
};
const DONE: Statement = {
  name: 'outbox-done',
  text: 'delete from outbox where office = $1 and id = $2',
};

/**
 * The next job whose case no other hand is busy with: an approval asks for several papers at once, and each writes to the
 * same case, so that hands side by side would only overtake each other and make papers for nothing.
 */
async function claim(query: Query, now: Date): Promise<Job | undefined> {
  const busy: string[] = [];
  for (;;) {
    const [job] = await query<Job & { readonly free: boolean }>(CLAIM, [now, busy]);
    if (!job || job.free || job.case_id === null) return job;
    busy.push(job.case_id);
  }
}

/** Claims the next job and does it; false when nothing was waiting. */
export async function runNextJob(app: App, handlers: Readonly<Record<string, JobHandler>>): Promise<boolean> {
  let claimed: Claimed | undefined;
  try {
    const done = await app.db.tx(async (query) => {
      const job = await claim(query, app.clock());
      if (!job) return false;
      claimed = { job, begun: performance.now(), span: spanOf(app, job) };
      const handler = handlers[job.kind];
      if (!handler) throw new Error(`Nobody knows how to do a job of kind ${job.kind}`);
      await claimed.span.inside(() => handler(app, job, query));
      await query(DONE, [job.office, job.id]);
      return true;
    });
    if (claimed) ended(app, claimed, 'done');
    return done;
  } catch (error) {
    if (!claimed) throw error;
    // A database that went away meanwhile is no fault of the job: it is free again and waits for the next claim.
    const gone = connectionLost(error);
    if (gone || error instanceof TryAgain) ended(app, claimed, 'again');
    if (gone) throw error;
    if (error instanceof TryAgain) return true;
    ended(app, claimed, 'failed', error);
    await postpone(app, claimed.job, error);
    return true;
  }
}

/** A job in somebody's hands. */
interface Claimed {
  readonly job: Job;
  readonly begun: number;
  readonly span: Span;
}

const spanOf = (app: App, { kind, payload: { traceparent } }: Job): Span =>
  app.watch.spans.on
    ? app.watch.spans.job(kind, typeof traceparent === 'string' ? traceparent : undefined)
    : NO_SPAN;

/** One line, one measurement and the end of the span, however it went. */
function ended(app: App, { job, begun, span }: Claimed, result: JobResult, error?: unknown): void {
  const ms = performance.now() - begun;
  app.watch.meter.job(job.kind, result, ms / 1000);
  span.end({ failed: result === 'failed' });
  const attempts = job.attempts + 1;
  const line = {
    ...(span.trace ? { trace: span.trace } : {}),
    job: job.kind,
    office: job.office,
    case: job.case_id,
    attempts,
    ms: Math.round(ms),
  };
  if (result === 'failed') app.log.error({ ...line, error: describe(error) }, 'job failed');
  else if (result === 'done') app.log.info(line, 'job done');
  else app.log.debug(line, 'job overtaken');
}

async function postpone(app: App, job: Job, error: unknown): Promise<void> {
  const attempts = job.attempts + 1;
  const pause = Math.min(FIRST_PAUSE * 3 ** job.attempts, LONGEST_PAUSE);
  const next = attempts >= MOST_TRIES ? 'infinity' : new Date(app.clock().getTime() + pause).toISOString();
  await app.db.query(
    'update outbox set attempts = $3, problem = $4, run_after = $5 where office = $1 and id = $2',
    [job.office, job.id, attempts, error instanceof Error ? error.name : 'Error', next],
  );
}
