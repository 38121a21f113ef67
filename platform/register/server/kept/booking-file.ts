import { type App, notFound, type OfficeActor } from '@zhitongche/core/server';
import { icsOf } from '@zhitongche/formats';
import { seesRow, slotOf } from '@zhitongche/register';
import { isJsonObject } from '@zhitongche/base';
import { openRowData, readRowData } from './read-row.ts';
import { registerIn, unknownRow } from './register-in.ts';

/** A booking as a calendar program takes it; one that was given up says so. */
export async function bookingFile(app: App, actor: OfficeActor, register: string, id: string) {
  const { kind, reach } = await registerIn(app, actor, register);
  const data = await readRowData(app.db.query, actor.office, register, id);
  if (!data || !seesRow(reach, data.org)) throw unknownRow();
  const { row } = openRowData(actor.office, kind, data, app.keys);
  const slot = kind.booking && slotOf(kind.booking, row.answers);
  if (!kind.booking || !slot) throw notFound('row.no-booking', '这一条不是预约。', 'This is no booking.');
  const place = row.answers[kind.booking.resource];
  const title = kind.title(row.answers);
  const text = icsOf(kind.name, [
    {
      uid: `${id}@zhitongche`,
      sequence: row.revision,
      ...slot,
      at: data.updated_at.toISOString(),
      title,
      place: isJsonObject(place) && typeof place.title === 'string' ? place.title : '',
      text: kind.stages?.list[row.stage]?.label ?? '',
      cancelled: row.retired !== null || !kind.booking.occupies.includes(row.stage),
    },
  ]);
  return { body: Buffer.from(text), type: 'text/calendar', name: `${title}.ics` };
}
