import { addDays, dayInShanghai } from '@zhitongche/base';
import { decideTick, SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { commit, openAnyCase, settingOf } from '@zhitongche/case/server';

/** Cases looked at in one round. */
const BATCH = 100;
const SYSTEM = { ...SYSTEM_DOER, grants: [], standsInFor: [] };
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Lets clocks speak whose day has come: reminders, overdue notices, deadlines made certain; gives how many it looked at. */
export async function tick(app: App): Promise<number> {
  const today = dayInShanghai(app.clock().toISOString());
  const rows = await app.db.query<{ office: string; id: string }>(
    'select office, id from case_file where tick_on <= $1 order by tick_on, office, id limit $2',
    [today, BATCH],
  );
  for (const { office, id } of rows) await tickOne(app, office, id, today);
  return rows.length;
}

async function tickOne(app: App, office: string, id: string, today: string): Promise<void> {
  const opened = await openAnyCase(app, office, id, { person: NOBODY, key: '' });
  if (!opened) return;
  const decision = decideTick(opened.service, opened.state, settingOf(opened, SYSTEM));
  // Two processes may tick the same case: the revision lets one of them win, the other has nothing left to say.
  if (decision.ok && decision.value.events.length > 0)
    await commit(app, office, opened, decision.value, { action: 'case.tick', source: '' });
  // Looked at today, whatever it said: without this a clock with nothing to say would be read in every round.
  await app.db.query('update case_file set tick_on = $3 where office = $1 and id = $2 and tick_on <= $4', [
    office,
    id,
    addDays(today, 1),
    today,
  ]);
}
