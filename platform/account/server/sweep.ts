import { dayInShanghai } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { sweepAttempts } from './attempts.ts';
import { loginPolicy } from './login-policies.ts';

/**
 * Makes the sweeper of one process. Each call forgets sessions that are over; once a day also idempotency keys nobody
 * will repeat (their sealed answers may hold a one-time password) and old failed log-ins. Gives the number of rows.
 */
export function makeAccountSweeper(): (app: App, office: string) => Promise<number> {
  // Keys have no index by age: one would cost every act of the office to spare one scan a day.
  const swept = new Map<string, string>();
  return async (app, office) => {
    const now = app.clock();
    const today = dayInShanghai(now.toISOString());
    const policy = loginPolicy((await app.offices.get(office)).policyRows, today);
    const idle = new Date(now.getTime() - policy.idleMinutes * 60_000);
    const sessions = await app.db.query(
      'delete from session where office = $1 and (expires_at <= $2 or seen_at <= $3) returning person',
      [office, now, idle],
    );
    if (swept.get(office) === today) return sessions.length;
    swept.set(office, today);
    const oldest = new Date(now.getTime() - policy.requestKeyDays * 86_400_000);
    const keys = await app.db.query('delete from request_key where office = $1 and at < $2 returning key', [
      office,
      oldest,
    ]);
    await sweepAttempts(app.db.query, office, now);
    return sessions.length + keys.length;
  };
}
