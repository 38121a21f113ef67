import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '@zhitongche/core/server';

const LONGEST = 180_000;

/** Waits until no job is left; jobs that rest until somebody looks would be a fault. */
export async function drained(app: App): Promise<void> {
  for (const until = Date.now() + LONGEST; ; await pause(100)) {
    const rows = await app.db.query<{ kind: string; attempts: number; problem: string | null }>(
      'select kind, attempts, problem from outbox',
    );
    if (rows.length === 0) return;
    if (Date.now() > until) throw new Error(`The outbox does not drain: ${JSON.stringify(rows.slice(0, 5))}`);
  }
}
