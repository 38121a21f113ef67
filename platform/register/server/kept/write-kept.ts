import { SYSTEM_DOER } from '@zhitongche/case';
import type { App } from '@zhitongche/core/server';
import { newId, type Query } from '@zhitongche/host';
import { bookedId, endOf, type RegisterKind, type RowEvent, slotOf } from '@zhitongche/register';
import { demandAsWritten } from './as-written.ts';
import { broughtBy } from './brought.ts';
import { demandRoom } from './demand-room.ts';
import { heardOf } from './hear.ts';
import { type FoundRow, lockRows, openRowData, readWaiting } from './read-row.ts';
import { rowWriting } from './row-writing.ts';
import { type Freed, freeLane, settleSpan, type SpanSetting } from './spans.ts';
import { settleTimers } from './settle-timer.ts';
import { type RowChange, type RowWriting, writeInParts } from './write-rows.ts';

/**
 * Writes changes of rows with everything that comes with them, in the caller's transaction: rows they bring, what bookings
 * occupy, and what became free offered to whoever waits first.
 */
export async function writeKept(
  app: App,
  query: Query,
  changes: readonly RowChange[],
  by: RowWriting,
): Promise<void> {
  await demandSound(app, query, by, changes);
  const brought = [...changes, ...(await broughtBy(app, query, changes, by))];
  const heard = await heardOf(app, query, brought, by);
  await demandSound(app, query, by, heard);
  const all = [...brought, ...heard];
  const rows = await writeInParts(query, all, by);
  const setting: SpanSetting = { app, query, book: await app.offices.get(by.office), now: by.at };
  await demandRoom(query, setting.book, all, rows, by.at);
  const written = rows.flatMap((row, index) => {
    const kind = all[index]?.kind;
    return kind ? [[kind, row] as const] : [];
  });
  await settleTimers(query, setting.book, written, by.at);
  for (const [kind, row] of written) {
    if (!kind.booking) continue;
    for (const freed of await settleSpan(setting, kind, row)) await offerFreed(setting, freed);
  }
}

/** Nothing is written on top of a row that is not as the program wrote it. */
const demandSound = (app: App, query: Query, { office }: RowWriting, changes: readonly RowChange[]) =>
  demandAsWritten(
    app,
    query,
    office,
    changes.flatMap(({ id, before }) => (before ? [id] : [])),
  );

/** Offers a freed span to the first on the waiting list whom it fits; once. */
async function offerFreed(setting: SpanSetting, { kind, resource, slot }: Freed): Promise<void> {
  const waits = kind.booking?.waits;
  if (!kind.booking || !waits) return;
  const { app, query } = setting;
  const { office } = setting.book;
  const now = setting.now.toISOString();
  if (slot.to <= now) return;
  // Two places freed at once are offered one after the other: else both would look at the same who wait, and one be offered to nobody.
  await query("select pg_advisory_xact_lock(hashtext('kept-offers'), hashtext($1))", [
    `${office}/${resource}`,
  ]);
  const waiting = await readWaiting(query, office, kind, waits.stage, [kind.booking.resource, resource]);
  for (const data of waiting) {
    const found = openRowData(office, kind, data, app.keys);
    const wanted = slotOf(kind.booking, found.row.answers);
    if (!wanted || bookedId(kind.booking, found.row.answers) !== resource) continue;
    if (wanted.from >= slot.to || wanted.to <= slot.from || wanted.from <= now) continue;
    if ((await freeLane(setting, resource, wanted, data.id)) === null) continue;
    const [locked] = await lockRows(query, office, [data.id]);
    if (!locked || locked.head !== data.head) continue;
    await systemMove(setting, kind, found, waits.offer);
    await tellEnterer(setting, kind, found, '候补到位，已为您预留，请尽快确认');
    return;
  }
}

/** Takes a move as the system: a hold that lapses, a place offered to whoever waits. */
async function systemMove(
  { app, query, book, now }: SpanSetting,
  kind: RegisterKind,
  found: FoundRow,
  key: string,
): Promise<void> {
  const move = kind.stages?.moves.find((one) => one.key === key);
  if (!move) throw new Error(`${kind.code} has no move ${key}`);
  const event: RowEvent = {
    type: 'moved',
    move: key,
    label: move.label,
    from: found.row.stage,
    to: endOf(move, found.row.stage),
    data: {},
    set: {},
  };
  const by = rowWriting(app, book, { at: now, doer: SYSTEM_DOER, source: '', action: 'register.move' });
  await writeKept(app, query, [{ kind, id: found.row.id, before: found, events: [event] }], by);
}

/** A message to whoever entered a row. */
async function tellEnterer(
  { query, book, now }: SpanSetting,
  kind: RegisterKind,
  { row }: FoundRow,
  said: string,
): Promise<void> {
  await query(
    `insert into notice (office, person, id, at, text, row_register, row_id, kind)
     select $1, p.id, $2, $3, $4, $5, $6, 'row' from kept_event e join person p on p.office = e.office and p.id::text = e.doer->>'id'
     where e.office = $1 and e.row_id = $6 and e.seq = 1`,
    [
      book.office,
      newId(now.getTime()),
      now,
      `${kind.name}“${kind.title(row.answers)}”${said}`,
      kind.code,
      row.id,
    ],
  );
}

/** Does a job's work on one row in a transaction of its own; what goes wrong with it is logged and stops no other row. */
export async function eachApart(
  app: App,
  office: string,
  id: string,
  work: (query: Query) => Promise<void>,
): Promise<boolean> {
  try {
    await app.db.tx(work);
    return true;
  } catch (error) {
    app.log.error({ err: error, office, row: id }, 'a kept row was passed over');
    return false;
  }
}

/** Lets holds lapse that nobody confirmed in time; gives how many. */
export async function lapseHolds(app: App): Promise<number> {
  const now = app.clock();
  const due = await app.db.query<{ office: string; row_id: string }>(
    'select office, row_id from booking_span where held_until <= $1 order by held_until limit 100',
    [now],
  );
  for (const { office, row_id: id } of due)
    await eachApart(app, office, id, async (query) => {
      const [data] = await lockRows(query, office, [id]);
      const kind = app.registers.find(({ code }) => code === data?.register);
      const holds = kind?.booking?.holds;
      if (!data || !kind || !holds || data.state.stage !== holds.stage) return;
      const found = openRowData(office, kind, data, app.keys);
      const setting: SpanSetting = { app, query, book: await app.offices.get(office), now };
      await systemMove(setting, kind, found, holds.lapse);
      await tellEnterer(setting, kind, found, '预留已过时，未确认，已放开');
    });
  return due.length;
}
