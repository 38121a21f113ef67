import { dayInShanghai } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { openRowData, ROW_COLUMNS, type RowData, uniqueKey } from '@zhitongche/register/server';
import { isDue, monthsCounted, readKnown } from './known.ts';
import { type ProbeHere, probesHere } from './probed-rows.ts';

/** What the months of everything that is asked came to when they were counted anew; reads only. */
export interface MonthsVerified {
  readonly checked: number;
  /** One sentence for each that says something else. */
  readonly broken: readonly string[];
}

/** Counts every month anew from what is on record and compares it with its row. */
export async function verifyMonths(app: App, office: string): Promise<MonthsVerified> {
  // An office that asks no system has no months, and one restored from its first days not even a tree to ask in.
  const asked = app.probes.map(({ register }) => register);
  const [any] = await app.db.query(
    'select 1 from kept_row where office = $1 and register = any($2::text[]) limit 1',
    [office, asked],
  );
  if (!any) return { checked: 0, broken: [] };
  let checked = 0;
  const broken: string[] = [];
  for (const here of await probesHere(app, office)) {
    const today = dayInShanghai(here.now.toISOString());
    // What was reported or corrected since is about to be counted.
    if (await isDue(here, today)) continue;
    const rows = await monthsKept(here);
    for (const [of, known] of await readKnown(here, today))
      for (const [month, figures] of monthsCounted(known, today)) {
        const answers = here.probe.months.answers({ id: of.id, title: here.asked.title(of.answers) }, month);
        const row = rows.get(uniqueKey(here.months, answers, app.keys) ?? '');
        checked += 1;
        if (!row || !here.probe.months.says(row, figures))
          broken.push(`${here.months.name}“${here.months.title(answers)}”与按记录重新统计的结果不同`);
      }
  }
  return { checked, broken };
}

async function monthsKept({ app, book, months }: ProbeHere) {
  const rows = await app.db.query<RowData & { unique_key: string | null }>(
    `select ${ROW_COLUMNS}, unique_key from kept_row where office = $1 and register = $2 and retired_at is null`,
    [book.office, months.code],
  );
  return new Map(
    rows.map(
      (data) => [data.unique_key ?? '', openRowData(book.office, months, data, app.keys).row] as const,
    ),
  );
}
