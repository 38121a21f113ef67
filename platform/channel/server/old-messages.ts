import type { App } from '@zhitongche/core/server';
import { channelPolicy } from './rules.ts';

/** Rows deleted in one statement: nobody waits for it. */
const BATCH = 1_000;

/** Deletes messages that ended longer ago than the office keeps them; what waits or is stuck stays in sight. */
export async function dropOldMessages(app: App, office: string): Promise<void> {
  const days = channelPolicy(app, await app.offices.get(office)).number('channel.keep-days');
  const before = new Date(app.clock().getTime() - days * 86_400_000);
  for (;;) {
    const gone = await app.db.query(
      `delete from message where office = $1 and id in (select id from message
         where office = $1 and state in ('handed-over', 'refused', 'expired') and ended_at < $2 limit ${BATCH}) returning 1 as gone`,
      [office, before],
    );
    if (gone.length < BATCH) return;
  }
}
