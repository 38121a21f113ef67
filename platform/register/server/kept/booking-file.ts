import { type App, notFound, type OfficeActor } from '@zhitongche/core/server';
import { icsOf } from '@zhitongche/formats';
import { slotOf } from '@zhitongche/register';
import { isJsonObject } from '@zhitongche/base';
import { registerIn, seenRow } from './register-in.ts';

/** A booking as a calendar program takes it; one that was given up says so. */
export async function bookingFile(app: App, actor: OfficeActor, register: string, id: string) {
  const opened = await registerIn(app, actor, register);
  const { kind } = opened;
  const { row, updatedAt } = await seenRow(app, actor, opened, id);
  const slot = kind.booking && slotOf(kind.booking, row.answers);
  if (!kind.booking || !slot) throw notFound('row.no-booking', '这一条不是预约。', 'This is no booking.');
  const place = row.answers[kind.booking.resource];
  const title = kind.title(row.answers);
  const text = icsOf(kind.name, [
    {
      uid: `${id}@zhitongche`,
      sequence: row.revision,
      ...slot,
      at: updatedAt.toISOString(),
      title,
      place: isJsonObject(place) && typeof place.title === 'string' ? place.title : '',
      text: kind.stages?.list[row.stage]?.label ?? '',
      cancelled: row.retired !== null || !kind.booking.occupies.includes(row.stage),
    },
  ]);
  return { body: Buffer.from(text), type: 'text/calendar', name: `${title}.ics` };
}
