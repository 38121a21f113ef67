import { minutesInWords } from '@zhitongche/base';
import { SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { type RowEvent, rowTimers, timersDue, type TimerStand } from '@zhitongche/register';
import { lockRows, openRowData } from './read-row.ts';
import { rowWriting } from './row-writing.ts';
import { settleTimers, timerSetting } from './settle-timer.ts';
import { tellPeople } from './tell-people.ts';
import { eachApart, writeKept } from './write-kept.ts';

/** Rows looked at in one round. */
const BATCH = 100;

/** Tells whoever is to know how much of a limit is used; gives how many rows it looked at. Each part is told once, on any number of nodes. */
export async function tellTimers(app: App): Promise<number> {
  const now = app.clock();
  const rows = await app.db.query<{ office: string; row_id: string }>(
    'select office, row_id from row_timer where tick_at <= $1 order by tick_at, office, row_id limit $2',
    [now, BATCH],
  );
  for (const { office, row_id } of rows) await tellOne(app, office, row_id, now);
  return rows.length;
}

async function tellOne(app: App, office: string, id: string, now: Date): Promise<void> {
  const book = await app.offices.get(office);
  const done = await eachApart(app, office, id, async (query) => {
    const [data] = await lockRows(query, office, [id]);
    const kind = app.registers.find(({ code }) => code === data?.register);
    if (!data || !kind) return;
    const found = openRowData(office, kind, data, app.keys);
    const setting = timerSetting(book, kind, now);
    const told = timersDue(kind, found.row, setting);
    if (told.length === 0) return settleTimers(query, book, [[kind, found.row]], now);
    const by = rowWriting(app, book, { at: now, doer: SYSTEM_DOER, source: '', action: 'register.remind' });
    await writeKept(app, query, [{ kind, id, before: found, events: told }], by);
    const stands = rowTimers(kind, found.row, setting);
    for (const event of told) {
      const stand = stands.find(({ key }) => key === event.timer);
      if (!stand) continue;
      await tellPeople({ app, query, book, now }, kind, found.row, {
        keepers: event.keepers,
        roles: event.roles,
        texts: [inWords(stand, event)],
      });
    }
  });
  // One that is not as it was written must not be read in every round, nor hide the others behind it.
  if (!done)
    await app.db.query(
      "update row_timer set tick_at = $3::timestamptz + interval '1 hour' where office = $1 and row_id = $2 and tick_at <= $3",
      [office, id, now],
    );
}

function inWords(
  { label, ms, limit }: TimerStand,
  { percent }: Extract<RowEvent, { type: 'timer-told' }>,
): string {
  const allowed = (limit ?? 0) * 60_000;
  const used = `${label}时限${minutesInWords(allowed)}`;
  if (ms > allowed) return `${used}，已超过${minutesInWords(ms - allowed)}`;
  return percent >= 100 ? `${used}已到` : `${used}，还剩${minutesInWords(allowed - ms)}`;
}
