import { addMonths, type Day } from '@zhitongche/base';
import {
  beginOf,
  type Known,
  type MonthFigures,
  monthFigures,
  type RowSpan,
  type Span,
} from '@zhitongche/probe';
import type { KeptRow, RegisterKind } from '@zhitongche/register';
import { openRowData, ROW_COLUMNS, type RowData } from '@zhitongche/register/server';
import type { ProbeHere } from './probed-rows.ts';

/** Months counted anew when something about them is corrected: this one and those of a year before. */
const MONTHS = 13;
/** What began longer before than this does not last into them. */
const LASTS_MONTHS = 12;

/** Every month that is counted of something on a day, as far as days are over. */
export const monthsCounted = (known: Known, today: Day): readonly (readonly [month: Day, MonthFigures])[] =>
  Array.from({ length: MONTHS }, (_, n) => addMonths(`${today.slice(0, 7)}-01`, n + 1 - MONTHS)).flatMap(
    (month) => {
      const figures = monthFigures(month, beginOf(today), known);
      return figures.minutes === 0 ? [] : [[month, figures] as const];
    },
  );

/** A day is over, or something was reported or corrected since. */
export async function isDue({ app, book, probe }: ProbeHere, today: Day): Promise<boolean> {
  const [last] = await app.db.query<{ due: boolean }>(
    `select c.counted_on < $3 or exists (select 1 from kept_row k where k.office = c.office
       and k.register = any($4::text[]) and k.updated_at >= c.counted_at) as due
     from probe_counted c where c.office = $1 and c.probe = $2`,
    [book.office, probe.code, today, [probe.register, probe.outages.register, probe.reported.register]],
  );
  return last?.due ?? true;
}

const spanOf = ({ from, to }: RowSpan, now: Date): Span => ({
  from: Date.parse(from),
  to: to === null ? now.getTime() : Date.parse(to),
});

/** What is known of everything that may be asked, by its row. */
export async function readKnown(here: ProbeHere, today: Day): Promise<ReadonlyMap<KeptRow, Known>> {
  const { app, book, probe, asked, outages, now } = here;
  const since = addMonths(`${today.slice(0, 7)}-01`, 1 - MONTHS - LASTS_MONTHS);
  const reported = app.registers.find(({ code }) => code === probe.reported.register);
  const read = (kind: RegisterKind, from: Day | null) => rowsSince(here, kind, from);
  const down = (await read(outages, since)).flatMap((row) => probe.outages.span(row) ?? []);
  const told = reported ? (await read(reported, since)).flatMap((row) => probe.reported.span(row) ?? []) : [];
  const watched = await app.db.query<{ row_id: string; from_at: Date; until_at: Date }>(
    'select row_id, from_at, until_at from probe_watched where office = $1 and until_at >= $2 order by from_at',
    [book.office, new Date(beginOf(since))],
  );
  return new Map(
    (await read(asked, null)).map((row) => {
      const own = down.filter(({ of }) => of === row.id);
      return [
        row,
        {
          since: Date.parse(row.enteredAt),
          reported: told
            .filter(({ title }) => title === asked.title(row.answers))
            .map((one) => spanOf(one, now)),
          watched: watched
            .filter((one) => one.row_id === row.id)
            .map((one) => ({ from: one.from_at.getTime(), to: one.until_at.getTime() })),
          down: own.filter(({ counts }) => counts).map((one) => spanOf(one, now)),
          spared: own.filter(({ counts }) => !counts).map((one) => spanOf(one, now)),
        },
      ];
    }),
  );
}

/** Rows in force of a register whose day is not before one; null = all. */
async function rowsSince(
  { app, book }: ProbeHere,
  kind: RegisterKind,
  since: Day | null,
): Promise<readonly KeptRow[]> {
  const rows = await app.db.query<RowData>(
    `select ${ROW_COLUMNS} from kept_row
     where office = $1 and register = $2 and retired_at is null and day >= coalesce($3::date, '-infinity'::date)`,
    [book.office, kind.code, since],
  );
  return rows.map((data) => openRowData(book.office, kind, data, app.keys).row);
}
