import { addDays, dayInChinese, dayInShanghai } from '@zhitongche/base';
import type { App } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { moveAsSystem } from '@zhitongche/register/server';
import { BOOKINGS, figures, WINDOWS } from './places.ts';

/** Days numbers are kept, for who asks how long one waited. */
const KEPT_DAYS = 90;

interface Due {
  readonly id: string;
  readonly case_id: string;
  readonly applicant: string;
  readonly closed: boolean;
  readonly place: string;
  readonly from: Date;
}

// Settled bookings of cases at windows whose hour begins, or ended, within a span, and of which this was not told yet.
const DUE = `
  select k.id, k.case_id, f.applicant, f.closed_at is not null as closed, w.title as place, lower(s.span) as from
  from booking_span s
    join kept_row k on k.office = s.office and k.id = s.row_id and k.register = $5 and k.stage = 'confirmed'
    join kept_row w on w.office = s.office and w.id = s.resource and w.register = $6
      and w.state->'answers'->>$7::text = $8
    join case_file f on f.office = k.office and f.id = k.case_id
  where s.office = $1 and $2 in ('soon', 'absent')
    and case when $2 = 'soon' then lower(s.span) > $3 and lower(s.span) <= $4 else upper(s.span) <= $4 end
    and lower(s.span) > $3::timestamptz - interval '40 days'
    and not exists (select 1 from appointment_told t where t.office = s.office and t.row_id = k.id and t.what = $2)
  order by lower(s.span), k.id limit 200`;

type What = 'soon' | 'absent';

/** Reminds of hours that come near, notes hours nobody came in, and lets old numbers go; gives how much it did. */
export async function tendAppointments(app: App, office: string): Promise<number> {
  const now = app.clock();
  const today = dayInShanghai(now.toISOString());
  const policy = figures(await app.offices.get(office), today);
  const soon = new Date(now.getTime() + policy.number('appointment.remind-hours') * 3_600_000);
  const over = new Date(now.getTime() - policy.number('appointment.absent-minutes') * 60_000);
  const told = async (what: What, until: Date): Promise<number> => {
    const due = await app.db.query<Due>(DUE, [
      office,
      what,
      now,
      until,
      BOOKINGS,
      WINDOWS.register,
      WINDOWS.field,
      WINDOWS.value,
    ]);
    for (const one of due) await app.db.tx((query) => tellOne(app, query, office, what, one));
    return due.length;
  };
  const done = (await told('absent', over)) + (await told('soon', soon));
  await app.db.query('delete from queue_number where office = $1 and day < $2', [
    office,
    addDays(today, -KEPT_DAYS),
  ]);
  await app.db.query('delete from appointment_told where office = $1 and at < $2', [
    office,
    new Date(now.getTime() - KEPT_DAYS * 86_400_000),
  ]);
  if (done > 0) app.wake();
  return done;
}

const hourSaid = (from: Date): string => {
  const [day, time] = new Date(from.getTime() + 8 * 3_600_000).toISOString().split('T');
  return `${dayInChinese(day ?? '')}${(time ?? '').slice(0, 5)}`;
};

/** Tells an applicant once, on any number of nodes; an hour nobody came in is given back in the same transaction. */
async function tellOne(app: App, query: Query, office: string, what: What, one: Due): Promise<void> {
  const now = app.clock();
  const first = await query(
    'insert into appointment_told (office, row_id, what, at) values ($1, $2, $3, $4) on conflict do nothing returning row_id',
    [office, one.id, what, now],
  );
  if (first.length === 0) return;
  // A matter that ended meanwhile had nothing left to come for.
  const move = one.closed ? 'release' : 'no-show';
  if (
    what === 'absent' &&
    !(await moveAsSystem(app, query, office, { register: BOOKINGS, id: one.id, move }))
  )
    return;
  if (one.closed) return;
  const text =
    what === 'soon'
      ? `预约提醒：${hourSaid(one.from)}到“${one.place}”。来不了请提前在办件页取消。`
      : `${hourSaid(one.from)}约了“${one.place}”，没有取号，已记为未到。仍需到窗口的，请重新预约或直接到窗口取号。`;
  await query(
    `insert into notice (office, person, id, at, text, case_id, kind) values ($1, $2, $3, $4, $5, $6, 'reminder')`,
    [office, one.applicant, newId(now.getTime()), now, text, one.case_id],
  );
}
