import { addDays, dayInShanghai } from '@zhitongche/base';
import { type NumberState, numberSaid } from '@zhitongche/appointment';
import type { App, OfficeActor } from '@zhitongche/core/server';
import { placeNamed } from './numbers.ts';
import { BOOKINGS, WINDOWS } from './places.ts';

const midnight = (day: string): string => `${day}T00:00:00+08:00`;

const windowsOf = (app: App, office: string, today: string) =>
  app.db.query<{ id: string; title: string; waiting: number }>(
    `select k.id, k.title, (select count(*)::int from queue_number q where q.office = k.office and q.resource = k.id
       and q.day = $5::date and q.state = 'waiting') as waiting
     from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
       and k.state->'answers'->>$3::text = $4 order by k.title collate "C", k.id limit 100`,
    [office, WINDOWS.register, WINDOWS.field, WINDOWS.value, today],
  );

const expectedAt = (app: App, office: string, place: string, today: string) =>
  app.db.query<{ id: string; title: string; from: Date; to: Date; case_id: string | null }>(
    `select k.id, k.title, lower(s.span) as from, upper(s.span) as to, k.case_id
     from booking_span s join kept_row k on k.office = s.office and k.id = s.row_id
     where s.office = $1 and s.resource = $2 and s.span && tstzrange($3, $4) and k.register = $5 and k.stage = 'confirmed'
     order by lower(s.span), k.id`,
    [office, place, midnight(today), midnight(addDays(today, 1)), BOOKINGS],
  );

interface Row {
  readonly id: string;
  readonly no: number;
  readonly matter: string;
  readonly state: NumberState;
  readonly desk: string;
  readonly calls: number;
  readonly booking: string | null;
  readonly case_id: string | null;
  readonly drawn_at: Date;
}

/** A window today: who is expected, who waits in which order, who was called, and how long one waits. */
export async function queue(app: App, { office }: OfficeActor, asked: string | undefined) {
  const today = dayInShanghai(app.clock().toISOString());
  const places = await windowsOf(app, office, today);
  const place = asked ?? places[0]?.id;
  if (place === undefined)
    return { places, place: null, expected: [], numbers: [], served: 0, missed: 0, median: null };
  await placeNamed(app.db.query, office, place);
  const numbers = await app.db.query<Row>(
    `select id, no, matter, state, desk, calls, booking, case_id, drawn_at from queue_number
     where office = $1 and resource = $2 and day = $3 and state <> 'served'
     order by array_position(array['called', 'waiting', 'missed'], state), due, no limit 300`,
    [office, place, today],
  );
  const [sums] = await app.db.query<{ served: number; missed: number; median: number | null }>(
    `select count(*) filter (where state = 'served')::int as served, count(*) filter (where state = 'missed')::int as missed,
       (percentile_disc(0.5) within group (order by extract(epoch from called_at - drawn_at)) / 60)::int as median
     from queue_number where office = $1 and resource = $2 and day = $3`,
    [office, place, today],
  );
  return {
    places,
    place,
    expected: (await expectedAt(app, office, place, today)).map(({ id, title, from, to, case_id }) => ({
      id,
      title,
      from: from.toISOString(),
      to: to.toISOString(),
      caseId: case_id,
    })),
    numbers: numbers.map(({ no, booking, case_id, drawn_at, ...row }) => ({
      ...row,
      no: numberSaid(no),
      booked: booking !== null,
      caseId: case_id,
      drawnAt: drawn_at.toISOString(),
    })),
    served: sums?.served ?? 0,
    missed: sums?.missed ?? 0,
    median: sums?.median ?? null,
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
