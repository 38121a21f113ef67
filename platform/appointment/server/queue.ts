import { addDays, dayInShanghai } from '@zhitongche/base';
import { type NumberState, numberSaid } from '@zhitongche/appointment';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { placeNamed } from './numbers.ts';
import { BOOKINGS, WINDOWS } from './places.ts';
import { noPlace } from './refusals.ts';

const midnight = (day: string): string => `${day}T00:00:00+08:00`;

interface Found {
  readonly places: readonly { readonly id: string; readonly title: string; readonly waiting: number }[];
  readonly place: string | null;
  readonly expected: readonly {
    readonly id: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly caseId: string | null;
  }[];
  readonly numbers: readonly {
    readonly id: string;
    readonly no: number;
    readonly matter: string;
    readonly state: NumberState;
    readonly desk: string;
    readonly calls: number;
    readonly booked: boolean;
    readonly caseId: string | null;
    readonly drawnAt: string;
  }[];
  readonly served: number;
  readonly missed: number;
  readonly median: number | null;
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

// The page asks every few seconds at every counter: all of it is one question.
const QUEUE = `
  with windows as (
    select k.id, k.title, row_number() over (order by k.title collate "C", k.id) as nth,
      (select count(*)::int from queue_number q where q.office = k.office and q.resource = k.id
        and q.day = $5::date and q.state = 'waiting') as waiting
    from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
      and k.state->'answers'->>$3::text = $4 order by nth limit 100
  ), here as (
    select k.id from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
      and k.state->'answers'->>$3::text = $4 and k.id = coalesce($6::uuid, (select id from windows where nth = 1))
  ), today as (
    select q.* from queue_number q where q.office = $1 and q.resource = (select id from here) and q.day = $5::date
  ), shown as (
    select * from today where state <> 'served'
    order by array_position(array['called', 'waiting', 'missed'], state), due, no limit 300
  )
  select
    (select coalesce(json_agg(json_build_object('id', id, 'title', title, 'waiting', waiting) order by nth), '[]')
      from windows) as places,
    (select id from here) as place,
    (select coalesce(json_agg(json_build_object('id', k.id, 'title', k.title, 'from', ${instant('lower(s.span)')},
        'to', ${instant('upper(s.span)')}, 'caseId', k.case_id) order by lower(s.span), k.id), '[]')
      from booking_span s join kept_row k on k.office = s.office and k.id = s.row_id
      where s.office = $1 and s.resource = (select id from here) and s.span && tstzrange($7, $8)
        and k.register = $9 and k.stage = 'confirmed') as expected,
    (select coalesce(json_agg(json_build_object('id', id, 'no', no, 'matter', matter, 'state', state, 'desk', desk,
        'calls', calls, 'booked', booking is not null, 'caseId', case_id, 'drawnAt', ${instant('drawn_at')})
        order by array_position(array['called', 'waiting', 'missed'], state), due, no), '[]') from shown) as numbers,
    (select count(*)::int from today where state = 'served') as served,
    (select count(*)::int from today where state = 'missed') as missed,
    (select (percentile_disc(0.5) within group (order by extract(epoch from called_at - drawn_at)) / 60)::int
      from today) as median`;

/** A window today: who is expected, who waits in which order, who was called, and how long one waits. */
export async function queue(app: App, { office }: OfficeActor, asked: string | undefined) {
  const today = dayInShanghai(app.clock().toISOString());
  const [found] = await app.db.query<Found>(QUEUE, [
    office,
    WINDOWS.register,
    WINDOWS.field,
    WINDOWS.value,
    today,
    asked ?? null,
    midnight(today),
    midnight(addDays(today, 1)),
    BOOKINGS,
  ]);
  if (!found || (asked !== undefined && found.place === null)) throw noPlace();
  return {
    ...found,
    places: [...found.places],
    expected: [...found.expected],
    numbers: found.numbers.map(({ no, ...row }) => ({ ...row, no: numberSaid(no) })),
  };
}

/** What the screen of a hall shows: numbers and desks, nothing of anybody. */
export async function queueScreen(app: App, office: string, place: string) {
  const today = dayInShanghai(app.clock().toISOString());
  const title = await placeNamed(app.db.query, office, place);
  const called = await app.db.query<{ no: number; desk: string; calls: number }>(
    `select no, desk, calls from queue_number where office = $1 and resource = $2 and day = $3 and state = 'called'
     order by called_at desc, no limit 8`,
    [office, place, today],
  );
  const waiting = await app.db.query<{ no: number }>(
    `select no from queue_number where office = $1 and resource = $2 and day = $3 and state = 'waiting'
     order by due, no limit 12`,
    [office, place, today],
  );
  return {
    title,
    called: called.map(({ no, ...row }) => ({ ...row, no: numberSaid(no) })),
    waiting: waiting.map(({ no }) => numberSaid(no)),
  };
}
