import { type Day, dayInShanghai } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import type { Known, MonthFigures } from '@zhitongche/probe';
import type { KeptRow } from '@zhitongche/register';
import { eachApart, lockNamed, openRowData, uniqueKey } from '@zhitongche/register/server';
import { isDue, monthsCounted, readKnown } from './known.ts';
import { enterRow, moveRow, type ProbeHere, probesHere } from './probed-rows.ts';

/** Counts the months of everything that is asked or reported, as far as days are over; gives how many rows changed. Once for each, on any number of nodes. */
export async function countMonths(app: App, office: string): Promise<number> {
  let changed = 0;
  for (const here of await probesHere(app, office)) {
    const today = dayInShanghai(here.now.toISOString());
    if (!(await isDue(here, today))) continue;
    const known = await readKnown(here, today);
    for (const [row, about] of known) changed += await countOf(here, row, about, today);
    await app.db.query(
      `insert into probe_counted (office, probe, counted_on, counted_at) values ($1, $2, $3, $4)
       on conflict (office, probe) do update set counted_on = excluded.counted_on, counted_at = excluded.counted_at`,
      [office, here.probe.code, today, here.now],
    );
  }
  return changed;
}

/** Counts the months of one thing; gives how many rows that changed. */
async function countOf(here: ProbeHere, of: KeptRow, known: Known, today: Day): Promise<number> {
  const { app, book } = here;
  let changed = 0;
  for (const [month, figures] of monthsCounted(known, today))
    await eachApart(app, book.office, of.id, async (query) => {
      if (await settled(here, query, of, month, figures)) changed += 1;
    });
  return changed;
}

/** Enters the month where it is not there and sets its figures where it says others; true = something changed. */
async function settled(
  here: ProbeHere,
  query: Query,
  of: KeptRow,
  month: Day,
  figures: MonthFigures,
): Promise<boolean> {
  const { app, book, probe, asked, months, now } = here;
  // Two nodes that count at once follow one another: the second finds it as the first left it.
  await query("select pg_advisory_xact_lock(hashtext('probe-month'), hashtext($1))", [of.id]);
  const answers = probe.months.answers({ id: of.id, title: asked.title(of.answers) }, month);
  const [found] = await lockNamed(query, book.office, months, [uniqueKey(months, answers, app.keys) ?? '']);
  const row = found && openRowData(book.office, months, found, app.keys).row;
  if (row && probe.months.says(row, figures)) return false;
  const id = row?.id ?? newId(now.getTime());
  if (!row) await enterRow(here, query, months, { id, answers, home: of.org });
  await moveRow(here, query, months, {
    id,
    move: probe.months.counts,
    data: probe.months.counted(figures),
  });
  return true;
}
