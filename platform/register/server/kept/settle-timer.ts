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

/** Keeps the next instant at which a row's minutes have something to say, in the transaction that wrote the row. */
export async function settleTimer(
  query: Query,
  book: OfficeConfig,
  kind: RegisterKind,
  row: KeptRow,
  now: Date,
): Promise<void> {
  const next = nextTimer(kind, row, timerSetting(book, kind, now));
  if (next === null)
    await query('delete from row_timer where office = $1 and row_id = $2', [book.office, row.id]);
  else
    await query(
      `insert into row_timer (office, row_id, tick_at) values ($1, $2, $3)
       on conflict (office, row_id) do update set tick_at = excluded.tick_at`,
      [book.office, row.id, next],
    );
}
