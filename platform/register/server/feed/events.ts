import { addDays, dayInShanghai, isJsonObject } from '@zhitongche/base';
import type { App, OfficeActor, OfficeConfig } from '@zhitongche/core/server';
import type { CalendarEvent } from '@zhitongche/formats';
import {
  abroadTime,
  mayOpenRegister,
  type RegisterKind,
  seesRow,
  slotOf,
  turnSlot,
} from '@zhitongche/register';
import { openRowData, type RowData, ROW_COLUMNS } from '../kept/read-row.ts';
import { reachOf } from '../kept/register-in.ts';
import { uniqueKeys } from '../kept/row-columns.ts';
import { orgsAbove } from '../check-in/orgs-above.ts';

/** Days before today and after it a calendar tells of. */
const BEFORE = 30;
const AFTER = 370;

/** What of somebody's own there is in the registers he sees: what he booked, when he is on duty, the courses he is listed for. */
export async function ownEvents(app: App, actor: OfficeActor): Promise<readonly CalendarEvent[]> {
  const book = await app.offices.get(actor.office);
  const today = dayInShanghai(app.clock().toISOString());
  const days = [addDays(today, -BEFORE), addDays(today, AFTER)] as const;
  const events: CalendarEvent[] = [];
  for (const kind of app.registers) {
    const reach = reachOf(book, kind, actor);
    if (!mayOpenRegister(reach)) continue;
    for (const data of await ownRows(app, actor, book, kind, days))
      if (seesRow(reach, data.org)) events.push(...eventOf(app, actor, kind, data));
  }
  return events.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.uid < b.uid ? -1 : 1));
}

type Days = readonly [string, string];

async function ownRows(
  app: App,
  actor: OfficeActor,
  book: OfficeConfig,
  kind: RegisterKind,
  days: Days,
): Promise<readonly RowData[]> {
  const { roster, booking, checkIn } = kind;
  if (roster)
    return await app.db.query<RowData>(
      `select ${ROW_COLUMNS} from kept_row where office = $1 and register = $2 and retired_at is null
         and day between $3::date and $4::date and state->'answers'->$5::text->>'id' = $6 order by day, id`,
      [actor.office, kind.code, ...days, roster.person, actor.id],
    );
  if (booking)
    return await app.db.query<RowData>(
      `select ${ROW_COLUMNS} from kept_row k where k.office = $1 and k.register = $2 and k.retired_at is null
         and k.day between $3::date and $4::date and k.stage = any($5::text[])
         and exists (select 1 from kept_event e where e.office = k.office and e.row_id = k.id and e.seq = 1
           and e.doer->>'id' = $6) order by k.day, k.id`,
      [actor.office, kind.code, ...days, booking.occupies, actor.id],
    );
  if (checkIn && checkIn.who !== 'entered') return await listedRows(app, actor, book, kind, days);
  return [];
}

/** Rows that name somebody, by the name they have for each thing that takes place. */
async function listedRows(app: App, actor: OfficeActor, book: OfficeConfig, kind: RegisterKind, days: Days) {
  const { checkIn } = kind;
  if (!checkIn || checkIn.who === 'entered') return [];
  const { who, door } = checkIn;
  const doors = await app.db.query<{ id: string }>(
    `select distinct state->'answers'->$3::text->>'id' as id from kept_row
     where office = $1 and register = $2 and retired_at is null and day between $4::date and $5::date
       and state->'answers'->$3::text->>'id' is not null limit 2000`,
    [actor.office, kind.code, door, ...days],
  );
  const orgs = orgsAbove(book, actor);
  const keys = doors.flatMap(({ id }) =>
    orgs.flatMap((org) =>
      uniqueKeys(kind, { [door]: { id }, [who.name]: actor.name, [who.org]: { id: org } }, app.keys),
    ),
  );
  return await app.db.query<RowData>(
    `select ${ROW_COLUMNS} from kept_row where office = $1 and register = $2 and unique_key = any($3::text[])`,
    [actor.office, kind.code, keys],
  );
}

function eventOf(app: App, actor: OfficeActor, kind: RegisterKind, data: RowData): readonly CalendarEvent[] {
  const { row } = openRowData(actor.office, kind, data, app.keys);
  const { answers } = row;
  const day = kind.day === undefined ? undefined : answers[kind.day];
  const slot = kind.booking
    ? slotOf(kind.booking, answers)
    : kind.roster
      ? turnSlot(kind.roster, answers)
      : kind.checkIn?.when(answers);
  if (!slot) return [];
  const place = kind.booking ? answers[kind.booking.resource] : undefined;
  const abroad = kind.booking ? abroadTime(kind.booking, answers) : '';
  return [
    {
      uid: `${row.id}@zhitongche`,
      sequence: row.revision,
      ...slot,
      // A course says its day and no hours.
      ...(!kind.booking && !kind.roster && typeof day === 'string' ? { day } : {}),
      at: data.updated_at.toISOString(),
      title: kind.title(answers),
      place: isJsonObject(place) && typeof place.title === 'string' ? place.title : '',
      text: [kind.stages?.list[row.stage]?.label ?? '', abroad === '' ? '' : `对方当地时间：${abroad}`]
        .filter((part) => part !== '')
        .join('\n'),
      cancelled: false,
    },
  ];
}
