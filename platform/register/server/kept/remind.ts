import { addDays, daysBetween, dayInShanghai } from '@zhitongche/base';
import { SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { movedByClock, type RegisterKind, remindersDue, type RowEvent } from '@zhitongche/register';
import { lockRows, openRowData } from './read-row.ts';
import { registerPolicy } from './register-in.ts';
import { rowWriting } from './row-writing.ts';
import { tellPeople } from './tell-people.ts';
import { eachApart, writeKept } from './write-kept.ts';

/** Rows looked at in one round. */
const BATCH = 100;

/** Tells keepers of days that come near or have come; gives how many rows it looked at. Each day is told once, on any number of nodes. */
export async function remindOfRows(app: App): Promise<number> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const rows = await app.db.query<{ office: string; id: string }>(
    'select office, id from kept_row where tick_on <= $1 order by tick_on, office, id limit $2',
    [today, BATCH],
  );
  for (const { office, id } of rows) await remindOne(app, office, id, today, now);
  return rows.length;
}

async function remindOne(app: App, office: string, id: string, today: string, now: Date): Promise<void> {
  const book = await app.offices.get(office);
  const done = await eachApart(app, office, id, async (query) => {
    const [data] = await lockRows(query, office, [id]);
    const kind = app.registers.find(({ code }) => code === data?.register);
    if (!data || !kind) return;
    const found = openRowData(office, kind, data, app.keys);
    const policy = registerPolicy(book, kind, today);
    const told = remindersDue(kind, found.row, policy, today);
    const moved = movedByClock(kind, found.row, {
      today,
      now: now.toISOString(),
      policy,
      calendar: book.calendar,
    });
    if (told.length + moved.length > 0) {
      const by = rowWriting(app, book, { at: now, doer: SYSTEM_DOER, source: '', action: 'register.remind' });
      await writeKept(app, query, [{ kind, id, before: found, events: [...told, ...moved] }], by);
      for (const event of told)
        await tellPeople({ app, query, book, now }, kind, found.row, {
          keepers: true,
          roles: kind.dates.find(({ field }) => field === event.field)?.tells ?? [],
          texts: [inWords(kind, event, today)],
        });
    }
    await lookedAt(query, office, id, today);
  });
  if (!done) await lookedAt(app.db.query, office, id, today);
}

/** Looked at today, whatever it said: without this a row with nothing to say, or a broken one, would be read in every round. */
const lookedAt = (query: Query, office: string, id: string, today: string) =>
  query('update kept_row set tick_on = $3 where office = $1 and id = $2 and tick_on <= $4', [
    office,
    id,
    addDays(today, 1),
    today,
  ]);

function inWords(kind: RegisterKind, { field, day }: RowEvent & { type: 'reminded' }, today: string): string {
  const label = kind.dates.find((date) => date.field === field)?.label ?? '到期';
  const left = daysBetween(today, day);
  if (left > 0) return `${left}天后（${day}）${label}`;
  return left === 0 ? `今天${label}` : `已于${day}${label}，过了${-left}天`;
}
