import { addDays, dayInShanghai } from '@zhitongche/base';
import { decideTick, SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { commit, openAnyCase, settingOf } from '@zhitongche/case/server';
import { describe } from '@zhitongche/host';

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

/** Tells what is used of limits in minutes and days; gives how many cases it looked at. Each part is told once, on any number of nodes. */
export async function tickTimers(app: App): Promise<number> {
  const now = app.clock();
  const rows = await app.db.query<{ office: string; id: string }>(
    'select office, id from case_file where timer_at <= $1 order by timer_at, office, id limit $2',
    [now, BATCH],
  );
  for (const { office, id } of rows) {
    const said = await tellOne(app, office, id).catch((error: unknown) => {
      app.log.error({ office, case: id, error: describe(error) }, 'a limit of a case could not be told');
      return FAILED;
    });
    // What had nothing to say, or could not be told, must not be read in every round nor hide the others behind it.
    if (said !== OVERTAKEN)
      await app.db.query(
        "update case_file set timer_at = $3::timestamptz + interval '1 hour' where office = $1 and id = $2 and timer_at <= $3 and revision = coalesce($4, revision)",
        [office, id, now, said],
      );
  }
  return rows.length;
}

/** Somebody acted on the case meanwhile: it is looked at again in the next round. */
const OVERTAKEN = -1;
const FAILED = null;

/** Says what is to be said of a case; gives the revision at which nothing is left to say. */
async function tellOne(app: App, office: string, id: string): Promise<number> {
  const opened = await openAnyCase(app, office, id, { person: NOBODY, key: '' });
  if (!opened) return OVERTAKEN;
  const decision = decideTick(opened.service, opened.state, settingOf(opened, SYSTEM));
  if (!decision.ok || decision.value.events.length === 0) return opened.loaded.revision;
  const told = await commit(app, office, opened, decision.value, { action: 'case.tick', source: '' });
  return told ? told.change.columns.revision : OVERTAKEN;
}

async function tickOne(app: App, office: string, id: string, today: string): Promise<void> {
  // Two processes may tick the same case: the revision lets one of them win.
  const said = await tellOne(app, office, id);
  if (said === OVERTAKEN) return;
  // Looked at today, whatever it said: without this a clock with nothing to say would be read in every round.
  await app.db.query(
    'update case_file set tick_on = $3 where office = $1 and id = $2 and tick_on <= $4 and revision = $5',
    [office, id, addDays(today, 1), today, said],
  );
}
