import { dayInShanghai } from '@zhitongche/base';
import { loginPolicy } from '@zhitongche/account/server';
import type { App } from '@zhitongche/core/server';
import { figuresOf } from './codes.ts';
import { codeVisitor } from './rows.ts';

/**
 * Forgets sessions and codes that are over, and what was kept of accounts closed longer ago than the office keeps it: the
 * cases stay by their own term, with the name they were filed under.
 */
export async function sweepVisitors(app: App, office: string): Promise<number> {
  const now = app.clock();
  const { policyRows } = await app.offices.get(office);
  const { idleMinutes } = loginPolicy(policyRows, dayInShanghai(now.toISOString()));
  const { closedDays } = await figuresOf(app);
  const sessions = await app.db.query(
    'delete from visitor_session where office = $1 and (expires_at <= $2 or seen_at <= $3) returning party',
    [office, now, new Date(now.getTime() - idleMinutes * 60_000)],
  );
  const codes = await app.db.query(
    'delete from visitor_code where office = $1 and created_at <= $2 returning id',
    [office, new Date(now.getTime() - 2 * 86_400_000)],
  );
  const gone = await app.db.tx(async (query) => {
    const rows = await query<{ id: string }>(
      `update visitor set name = '已注销', mail = null, phone = null, document = null, password = ''
       where office = $1 and status = 'closed' and closed_at <= $2 and password <> '' returning id`,
      [office, new Date(now.getTime() - closedDays * 86_400_000)],
    );
    for (const { id } of rows) await codeVisitor(app.keys, query, office, id);
    return rows.length;
  });
  return sessions.length + codes.length + gone;
}
