import { addDays, daysBetween, weekday, type WorkCalendar } from '@zhitongche/base';
import { type App, notFound, type OfficeActor, unsound } from '@zhitongche/core/server';
import { fieldAt, visibleAnswers } from '@zhitongche/form';
import { capacityOf, openingOn, type Resource, rowClearance, seesRow } from '@zhitongche/register';
import { cardFacts } from './card-facts.ts';
import { openRowData, type RowData, ROW_COLUMNS } from './read-row.ts';
import { type OpenRegister, registerIn } from './register-in.ts';

/** Most days looked at together: a month in whole weeks. */
const DAYS = 42;
/** Most resources shown side by side. */
const RESOURCES = 200;

/** What can be booked over some days, when it is open, and what of it is taken; who has it is told to whoever sees that row. */
export async function slotsOf(app: App, actor: OfficeActor, register: string, from: string, until: string) {
  const opened = await registerIn(app, actor, register);
  const { booking, form } = opened.kind;
  const picks = booking && fieldAt(form, booking.resource)?.field;
  if (!booking || picks?.kind !== 'pick')
    throw notFound('row.no-booking', '这个台账不是预约。', 'This register holds no bookings.');
  const count = daysBetween(from, until) + 1;
  if (count < 1 || count > DAYS) throw tooManyDays();
  const of = await registerIn(app, actor, picks.from);
  const { resource } = of.kind;
  if (!resource) throw new Error(`${picks.from} cannot be booked`);
  const days = Array.from({ length: count }, (_, n) => addDays(from, n));
  const resources = await resourcesOf(app, actor, of, resource, days);
  return {
    resources,
    slots: await takenIn(
      app,
      actor,
      opened,
      resources.map(({ id }) => id),
      from,
      until,
    ),
  };
}

async function resourcesOf(
  app: App,
  actor: OfficeActor,
  of: OpenRegister,
  resource: Resource,
  days: readonly string[],
) {
  const { kind, reach, book } = of;
  const rows = await app.db.query<RowData>(
    `select ${ROW_COLUMNS} from kept_row where office = $1 and register = $2 and retired_at is null
       and ($3 or org = any($4::uuid[])) order by title collate "C", id limit ${RESOURCES}`,
    [actor.office, kind.code, reach.all, reach.seen],
  );
  return rows.map((data) => {
    const { row } = openRowData(actor.office, kind, data, app.keys);
    const answers = visibleAnswers(kind.whole, row.answers, { clearance: rowClearance(reach, row.org) });
    return {
      id: row.id,
      title: kind.title(answers),
      capacity: capacityOf(resource, row.answers),
      facts: cardFacts(kind, answers),
      open: days.flatMap((day) => openOn(resource, row.answers, day, book.calendar)),
    };
  });
}

/** The instant of a day in Beijing, at a time of day. */
export const instant = (day: string, time: string): string =>
  new Date(`${day}T${time}:00+08:00`).toISOString();

/** Hours of one day on which a thing may be booked. */
export function openOn(
  resource: Resource,
  answers: RowData['state']['answers'],
  day: string,
  calendar: WorkCalendar,
) {
  const covered = day >= calendar.covers.from && day <= calendar.covers.to;
  if (resource.workdays && answers[resource.workdays] === true && covered && !calendar.isWorkingDay(day))
    return [];
  return openingOn(resource, answers, weekday(day)).map(({ from, to }) => ({
    from: instant(day, from),
    to: instant(day, to),
  }));
}

async function takenIn(
  app: App,
  actor: OfficeActor,
  { kind, reach }: OpenRegister,
  resources: readonly string[],
  from: string,
  until: string,
) {
  const spans = await app.db.query<{
    id: string;
    resource: string;
    from: Date;
    to: Date;
    register: string;
    org: string;
    title: string;
    stage: string;
    by: { id: string; name: string };
  }>(
    `select s.row_id as id, s.resource, lower(s.span) as from, upper(s.span) as to, s.register, k.org, k.title, k.stage,
       (select e.doer from kept_event e where e.office = s.office and e.row_id = s.row_id and e.seq = 1) as by
     from booking_span s join kept_row k on k.office = s.office and k.id = s.row_id
     where s.office = $1 and s.resource = any($2::uuid[]) and s.span && tstzrange($3, $4) order by lower(s.span), s.row_id`,
    [actor.office, resources, instant(from, '00:00'), instant(addDays(until, 1), '00:00')],
  );
  return spans.map(({ id, resource, from: begin, to, register, org, title, stage, by }) => ({
    resource,
    from: begin.toISOString(),
    to: to.toISOString(),
    row:
      register === kind.code && seesRow(reach, org)
        ? { id, title, stage, by: by.name, mine: by.id === actor.id }
        : null,
  }));
}

/** More days than are looked at together, or none. */
export const tooManyDays = () =>
  unsound(
    [
      {
        code: 'slots.days',
        level: 'block',
        at: ['until'],
        message: `一次最多看${DAYS}天，止日不早于起日`,
        en: `At most ${DAYS} days at a time`,
        todo: '请缩短日期范围',
      },
    ],
    'slots.days',
    `一次最多看${DAYS}天，请缩短日期范围。`,
  );
