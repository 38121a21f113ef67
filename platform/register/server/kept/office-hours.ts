import { addDays, isJsonObject } from '@zhitongche/base';
import type { App, OfficeConfig } from '@zhitongche/core/server';
import type { Query } from '@zhitongche/host';
import { bookedId, capacityOf, type Slot, slotOf } from '@zhitongche/register';
import { lockHeld, openRowData, readHeld } from './read-row.ts';
import { instant, openOn } from './slots.ts';

/** Something that may be booked: its hours over some days, and what of it is taken. */
export interface OfficeHours {
  readonly id: string;
  readonly title: string;
  readonly capacity: number;
  readonly open: readonly Slot[];
  readonly taken: readonly Slot[];
}

/** What of a register may be booked, of those that answer a field so; empty where an office keeps no such register. */
export async function officeHours(
  app: App,
  query: Query,
  book: OfficeConfig,
  { register, field, value }: { readonly register: string; readonly field: string; readonly value: string },
  from: string,
  days: number,
): Promise<readonly OfficeHours[]> {
  const resource = app.registers.find(({ code }) => code === register)?.resource;
  if (!resource) return [];
  const rows = await query<{
    id: string;
    title: string;
    answers: Readonly<Record<string, never>>;
    taken: readonly Slot[];
  }>(
    `select k.id, k.title, k.state->'answers' as answers,
       (select coalesce(json_agg(json_build_object('from', lower(s.span), 'to', upper(s.span))), '[]') from booking_span s
         where s.office = k.office and s.resource = k.id and s.span && tstzrange($5, $6)) as taken
     from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
       and k.state->'answers'->>$3::text = $4 order by k.title collate "C", k.id limit 100`,
    [book.office, register, field, value, instant(from, '00:00'), instant(addDays(from, days), '00:00')],
  );
  const wanted = Array.from({ length: days }, (_, n) => addDays(from, n));
  return rows.map(({ id, title, answers, taken }) => ({
    id,
    title,
    capacity: capacityOf(resource, answers),
    open: wanted.flatMap((day) => openOn(resource, answers, day, book.calendar)),
    taken: taken.map((slot) => ({
      from: new Date(slot.from).toISOString(),
      to: new Date(slot.to).toISOString(),
    })),
  }));
}

/** A booking of a case, with the hours it is for. */
export interface HeldHour extends Slot {
  readonly id: string;
  readonly resource: string;
  /** What is booked, as it is called. */
  readonly place: string;
  readonly stage: string;
  readonly revision: number;
}

/** What a case has booked in a register, the nearest first; `lock` for whoever changes it. */
export async function heldHours(
  app: App,
  query: Query,
  office: string,
  register: string,
  caseId: string,
  lock = false,
): Promise<readonly HeldHour[]> {
  const kind = app.registers.find(({ code }) => code === register);
  const { booking } = kind ?? {};
  if (!kind || !booking) return [];
  const rows = lock
    ? await lockHeld(query, office, kind, caseId)
    : await readHeld(query, office, kind, caseId);
  return rows
    .flatMap((data): readonly HeldHour[] => {
      const { row } = openRowData(office, kind, data, app.keys);
      const slot = slotOf(booking, row.answers);
      const resource = bookedId(booking, row.answers);
      const what = row.answers[booking.resource];
      if (!slot || resource === undefined) return [];
      const place = isJsonObject(what) && typeof what.title === 'string' ? what.title : '';
      return [{ id: row.id, resource, place, stage: row.stage, revision: row.revision, ...slot }];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
