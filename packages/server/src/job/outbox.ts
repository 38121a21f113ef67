import type { Json } from '@zhitongche/kernel';
import type { App } from '../app.ts';
import type { Query } from '../db/db.ts';
import { databaseGone } from '../db/gone.ts';
import { describe } from '../describe-error.ts';

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

const CLAIM = `select office, id, kind, case_id, payload, attempts from outbox
  where run_after <= $1 order by run_after, office, id limit 1 for update skip locked`;

/** Claims the next job and does it; false when nothing was waiting. */
export async function runNextJob(app: App, handlers: Readonly<Record<string, JobHandler>>): Promise<boolean> {
  let claimed: Job | undefined;
  try {
    return await app.db.tx(async (query) => {
      const [job] = await query<Job>(CLAIM, [app.clock()]);
      if (!job) return false;
      claimed = job;
      const handler = handlers[job.kind];
      if (!handler) throw new Error(`Nobody knows how to do a job of kind ${job.kind}`);
      await handler(app, job, query);
      await query('delete from outbox where office = $1 and id = $2', [job.office, job.id]);
      return true;
    });
  } catch (error) {
    // A database that went away meanwhile is no fault of the job: it is free again and waits for the next claim.
    if (!claimed || databaseGone(error)) throw error;
    if (error instanceof TryAgain) return true;
    await postpone(app, claimed, error);
    return true;
  }
}

async function postpone(app: App, job: Job, error: unknown): Promise<void> {
  const attempts = job.attempts + 1;
  app.log.error({ job: job.kind, case: job.case_id, attempts, error: describe(error) }, 'job failed');
  const pause = Math.min(FIRST_PAUSE * 3 ** job.attempts, LONGEST_PAUSE);
  const next = attempts >= MOST_TRIES ? 'infinity' : new Date(app.clock().getTime() + pause).toISOString();
  await app.db.query(
    'update outbox set attempts = $3, problem = $4, run_after = $5 where office = $1 and id = $2',
    [job.office, job.id, attempts, error instanceof Error ? error.name : 'Error', next],
  );
}
