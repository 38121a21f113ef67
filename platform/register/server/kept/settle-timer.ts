import type { OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { type KeptRow, nextTimer, type RegisterKind, type TimerSetting } from '@zhitongche/register';
import { registerPolicy } from './register-in.ts';

/** What the minutes of a register's rows are counted with. */
export const timerSetting = (book: OfficeConfig, kind: RegisterKind, now: Date): TimerSetting => ({
  now: now.toISOString(),
  calendar: book.calendar,
  policyOn: (day) => registerPolicy(book, kind, day),
});

/** Keeps the next instants at which the minutes of rows have something to say, in the transaction that wrote the rows. */
export async function settleTimers(
  query: Query,
  book: OfficeConfig,
  written: readonly (readonly [kind: RegisterKind, row: KeptRow])[],
  now: Date,
): Promise<void> {
  const timed = written.filter(([kind]) => kind.timers);
  if (timed.length === 0) return;
  const ticks = timed.map(([kind, row]) => nextTimer(kind, row, timerSetting(book, kind, now)));
  // A row changed twice in one act is settled as it stands last.
  const last = new Map(timed.map(([, { id }], index) => [id, ticks[index] ?? null]));
  await query(
    `with settled as (select * from unnest($2::uuid[], $3::timestamptz[]) as s (row_id, tick_at)),
       over as (delete from row_timer where office = $1 and row_id in (select row_id from settled where tick_at is null))
     insert into row_timer (office, row_id, tick_at) select $1, row_id, tick_at from settled where tick_at is not null
     on conflict (office, row_id) do update set tick_at = excluded.tick_at`,
    [book.office, [...last.keys()], [...last.values()]],
  );
}
