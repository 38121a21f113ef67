import { dayInShanghai } from '@zhitongche/base';
import {
  dueOf,
  NUMBER_MOVES,
  NUMBER_STATES,
  type NumberMove,
  type NumberState,
  numberSaid,
} from '@zhitongche/appointment';
import { type App, idempotent, type OfficeActor } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { keepIn, registerIn } from '@zhitongche/register/server';
import { BOOKINGS, WINDOWS } from './places.ts';
import { movedOn, noBooking, noNumber, noPlace } from './refusals.ts';

const todayOf = (app: App): string => dayInShanghai(app.clock().toISOString());

/** What a window is called; throws where there is none. */
export async function placeNamed(query: Query, office: string, id: string): Promise<string> {
  const [row] = await query<{ title: string }>(
    `select title from kept_row where office = $1 and id = $2 and register = $3 and retired_at is null
       and state->'answers'->>$4::text = $5`,
    [office, id, WINDOWS.register, WINDOWS.field, WINDOWS.value],
  );
  if (!row) throw noPlace();
  return row.title;
}

interface Booked {
  readonly from: Date;
  readonly to: Date;
  readonly revision: number;
  readonly case_id: string | null;
}

/** A booking of today at that window, locked, that nobody drew a number for yet. */
async function bookedToday(
  query: Query,
  app: App,
  office: string,
  place: string,
  id: string,
): Promise<Booked> {
  const [row] = await query<Booked>(
    `select lower(s.span) as from, upper(s.span) as to, (k.state->>'revision')::int as revision, k.case_id
     from kept_row k join booking_span s on s.office = k.office and s.row_id = k.id
     where k.office = $1 and k.id = $2 and k.register = $3 and s.resource = $4 and k.stage = 'confirmed'
       and (lower(s.span) at time zone 'Asia/Shanghai')::date = $5::date for update of k`,
    [office, id, BOOKINGS, place, todayOf(app)],
  );
  if (!row) throw noBooking();
  return row;
}

/** Draws a number for whoever is there: with an hour booked, which then counts as used, or without one. */
export async function drawNumber(
  app: App,
  actor: OfficeActor,
  key: string,
  place: string,
  asked: { readonly booking: string | null; readonly matter: string },
): Promise<{ id: string; no: string }> {
  const { office } = actor;
  const request = { place, ...asked };
  return await idempotent(app, actor, { key, what: 'drawNumber', request }, async (query) => {
    await placeNamed(query, office, place);
    const { booking } = asked;
    const booked = booking === null ? undefined : await bookedToday(query, app, office, place, booking);
    if (booked && booking !== null)
      await keepIn(app, actor, query, await registerIn(app, actor, BOOKINGS), {
        register: BOOKINGS,
        id: booking,
        revision: booked.revision,
        key,
        command: { act: 'move', move: 'come' },
      });
    const now = app.clock();
    const id = newId(now.getTime());
    const slot = booked && { from: booked.from.toISOString(), to: booked.to.toISOString() };
    // One after the other: two drawn at once would be the same number.
    await query("select pg_advisory_xact_lock(hashtext('queue-number'), hashtext($1))", [
      `${office}/${place}`,
    ]);
    const [drawn] = await query<{ no: number }>(
      `insert into queue_number (office, id, day, resource, no, booking, case_id, matter, due, drawn_at)
       select $1, $2::uuid, $3::date, $4::uuid, coalesce(max(no), 0) + 1, $5::uuid, $6::uuid, $7, $8::timestamptz,
         $9::timestamptz from queue_number
       where office = $1 and resource = $4 and day = $3 returning no`,
      [
        office,
        id,
        todayOf(app),
        place,
        booking,
        booked?.case_id ?? null,
        asked.matter.trim(),
        dueOf(now.toISOString(), slot),
        now,
      ],
    );
    return { id, no: numberSaid(drawn?.no ?? 0) };
  });
}

/** Calls who is next to a desk; whom the desk called before is through. Two desks never call the same one. */
export async function callNext(
  app: App,
  actor: OfficeActor,
  key: string,
  place: string,
  desk: string,
): Promise<{ no: string | null }> {
  const { office } = actor;
  return await idempotent(app, actor, { key, what: 'callNext', request: { place, desk } }, async (query) => {
    await placeNamed(query, office, place);
    const [now, today] = [app.clock(), todayOf(app)];
    await query(
      `update queue_number set state = 'served', ended_at = $5
       where office = $1 and resource = $2 and day = $3 and desk = $4 and state = 'called'`,
      [office, place, today, desk, now],
    );
    const [called] = await query<{ no: number }>(
      `update queue_number set state = 'called', desk = $4, calls = calls + 1, called_at = $5
       where office = $1 and id = (select id from queue_number
         where office = $1 and resource = $2 and day = $3 and state = 'waiting' order by due, no limit 1
         for update skip locked) returning no`,
      [office, place, today, desk, now],
    );
    return { no: called ? numberSaid(called.no) : null };
  });
}

/** Calls a number again, says that it is done or that nobody came, or lets it queue anew. */
export async function moveNumber(
  app: App,
  actor: OfficeActor,
  key: string,
  id: string,
  move: NumberMove,
): Promise<void> {
  const { office } = actor;
  await idempotent(app, actor, { key, what: 'moveNumber', request: { id, move } }, async (query) => {
    const [row] = await query<{ state: NumberState }>(
      'select state from queue_number where office = $1 and id = $2 and day = $3 for update',
      [office, id, todayOf(app)],
    );
    if (!row) throw noNumber();
    const { from, to } = NUMBER_MOVES[move];
    if (!(from as readonly NumberState[]).includes(row.state)) throw movedOn(NUMBER_STATES[row.state]);
    const now = app.clock();
    await query(
      `update queue_number set state = $3, calls = calls + $4, due = case when $3 = 'waiting' then $5 else due end,
         desk = case when $3 = 'waiting' then '' else desk end, ended_at = case when $3 in ('served', 'missed') then $5 end
       where office = $1 and id = $2`,
      [office, id, to, move === 'again' ? 1 : 0, now],
    );
    return undefined;
  });
}

/** The number of each booking of a case, with how many are called before it. */
export async function numbersOfCase(app: App, office: string, caseId: string) {
  const rows = await app.db.query<{
    booking: string;
    no: number;
    state: NumberState;
    desk: string;
    before: number;
  }>(
    `select q.booking, q.no, q.state, q.desk, (select count(*)::int from queue_number o where o.office = q.office
       and o.resource = q.resource and o.day = q.day and o.state = 'waiting' and (o.due, o.no) < (q.due, q.no)) as before
     from queue_number q where q.office = $1 and q.case_id = $2 and q.booking is not null`,
    [office, caseId],
  );
  return new Map(
    rows.map(({ booking, no, state, desk, before }) => [
      booking,
      { no: numberSaid(no), state, desk, before: state === 'waiting' ? before : 0 },
    ]),
  );
}
