import { dayInShanghai, type Text } from '@zhitongche/base';
import { isClosed } from '@zhitongche/case';
import { noSuchCase, onApplicantSide, openCase, openLocked, type OpenedCase } from '@zhitongche/case/server';
import { type App, type FileReply, idempotent, type OfficeActor } from '@zhitongche/core/server';
import { icsOf } from '@zhitongche/formats';
import type { Query } from '@zhitongche/host';
import { carryOut, type HeldHour, heldHours } from '@zhitongche/register/server';
import { numbersOfCase } from './numbers.ts';
import { BOOKINGS, figures, type Offered, offered } from './places.ts';
import { hasOne, noAppointment, noHour, notNow, tooAbsent } from './refusals.ts';

const STATES = { confirmed: 'booked', used: 'came', absent: 'absent' } as const;
const isShown = (stage: string): stage is keyof typeof STATES => Object.hasOwn(STATES, stage);

/** What one comes to the counter for now; undefined while nothing of the case is done there. */
const purposeOf = ({ service, state }: OpenedCase): Required<Text> | undefined =>
  state.status === 'draft' || isClosed(state.status) ? undefined : service.atCounter?.(state);

const ahead = (app: App, hour: HeldHour): boolean =>
  hour.stage === 'confirmed' && hour.to > app.clock().toISOString();

/** What speaks against another booking of this case; undefined where nothing does. */
function against(app: App, opened: OpenedCase, held: readonly HeldHour[]) {
  if (held.some((hour) => ahead(app, hour))) return hasOne();
  const absences = held.filter(({ stage }) => stage === 'absent').length;
  const most = figures(opened.book, opened.today).number('appointment.absences');
  return absences >= most ? tooAbsent(absences) : undefined;
}

/** What a case has booked at the counter, and what may be booked for it by whoever filed it. */
export async function appointments(app: App, actor: OfficeActor, caseId: string) {
  const opened = await openCase(app, actor, caseId);
  const { query } = app.db;
  const what = purposeOf(opened);
  const held = await heldHours(app, query, actor.office, BOOKINGS, caseId);
  const numbers = await numbersOfCase(app, actor.office, caseId);
  const may = what !== undefined && onApplicantSide(actor, opened);
  const why = may ? against(app, opened, held) : undefined;
  const hours = may && !why ? (await offered(app, query, opened.book)).filter(({ free }) => free > 0) : [];
  return {
    what: what ?? null,
    booked: held.flatMap(({ id, place, from, to, stage }) =>
      isShown(stage) ? [{ id, place, from, to, state: STATES[stage], number: numbers.get(id) ?? null }] : [],
    ),
    hours: hours.map(({ place, title, from, to, free }) => ({ place, title, from, to, free })),
    why: why ? { zh: why.zh, en: why.message } : null,
  };
}

/** Turns away whoever did not file the case, before a transaction holds a connection that a refusal would wait for. */
async function demandOwn(app: App, actor: OfficeActor, caseId: string): Promise<void> {
  if (!onApplicantSide(actor, await openCase(app, actor, caseId))) throw noSuchCase();
}

/** A case of the actor's own, locked until the transaction ends: two bookings at once would each find none. */
async function ownCase(app: App, actor: OfficeActor, query: Query, caseId: string): Promise<OpenedCase> {
  await query('select 1 from case_file where office = $1 and id = $2 for update', [actor.office, caseId]);
  const opened = await openLocked(app, query, actor.office, caseId);
  if (!opened || !onApplicantSide(actor, opened)) throw noSuchCase();
  return opened;
}

const actingFor = (app: App, actor: OfficeActor, { loaded, state, book }: OpenedCase) => ({
  office: actor.office,
  at: app.clock(),
  doer: { id: actor.id, name: actor.name, org: actor.org },
  source: actor.source,
  of: { caseId: loaded.id, number: loaded.number ?? '' },
  home: state.orgs?.city ?? book.root.id,
});

const clock = (iso: string): string => new Date(Date.parse(iso) + 8 * 3_600_000).toISOString().slice(11, 16);

/** Books an hour at a window for a case of one's own: held and settled in one transaction, or refused. */
export async function bookAppointment(
  app: App,
  actor: OfficeActor,
  key: string,
  caseId: string,
  asked: { readonly place: string; readonly from: string },
): Promise<{ id: string }> {
  await demandOwn(app, actor, caseId);
  const request = { case: caseId, ...asked };
  return await idempotent(app, actor, { key, what: 'bookAppointment', request }, async (query) => {
    const opened = await ownCase(app, actor, query, caseId);
    const what = purposeOf(opened);
    if (!what) throw notNow();
    const refused = against(app, opened, await heldHours(app, query, actor.office, BOOKINGS, caseId, true));
    if (refused) throw refused;
    const hour = (await offered(app, query, opened.book)).find(
      ({ place, from, free }) => place === asked.place && from === asked.from && free > 0,
    );
    if (!hour) throw noHour();
    return { id: await settle(app, query, actor, opened, what, hour) };
  });
}

async function settle(
  app: App,
  query: Query,
  actor: OfficeActor,
  opened: OpenedCase,
  what: Required<Text>,
  hour: Offered,
): Promise<string> {
  const acting = actingFor(app, actor, opened);
  const answers = {
    what: { id: hour.place, title: hour.title },
    subject: `${what.zh} ${acting.of.number}`,
    day: dayInShanghai(hour.from),
    from: clock(hour.from),
    to: clock(hour.to),
    people: 1,
    repeat: 'once',
  };
  await carryOut(app, query, acting, BOOKINGS, [{ row: 'enter', answers }]);
  const held = await heldHours(app, query, actor.office, BOOKINGS, acting.of.caseId, true);
  const made = held.find(({ from, stage }) => from === hour.from && stage === 'held');
  if (!made) throw new Error('the booking is not there');
  await carryOut(app, query, acting, BOOKINGS, [{ row: 'move-held', id: made.id, move: 'confirm' }]);
  return made.id;
}

/** Gives an hour up. */
export async function cancelAppointment(
  app: App,
  actor: OfficeActor,
  key: string,
  caseId: string,
  id: string,
): Promise<void> {
  await demandOwn(app, actor, caseId);
  const request = { case: caseId, id };
  await idempotent(app, actor, { key, what: 'cancelAppointment', request }, async (query) => {
    const opened = await ownCase(app, actor, query, caseId);
    const held = await heldHours(app, query, actor.office, BOOKINGS, caseId, true);
    if (!held.some((hour) => hour.id === id && hour.stage === 'confirmed')) throw noAppointment();
    await carryOut(app, query, actingFor(app, actor, opened), BOOKINGS, [
      { row: 'move-held', id, move: 'cancel', data: { reason: '申请人取消' } },
    ]);
    return undefined;
  });
}

/** An appointment as a calendar program takes it; one that was given up says so. */
export async function appointmentFile(
  app: App,
  actor: OfficeActor,
  caseId: string,
  id: string,
): Promise<FileReply> {
  const opened = await openCase(app, actor, caseId);
  if (!onApplicantSide(actor, opened)) throw noSuchCase();
  const held = await heldHours(app, app.db.query, actor.office, BOOKINGS, caseId);
  const hour = held.find((one) => one.id === id);
  if (!hour) throw noAppointment();
  const { service, loaded, book } = opened;
  const title = `${service.name} ${loaded.number ?? ''}`.trim();
  const text = icsOf(title, [
    {
      uid: `${id}@zhitongche`,
      sequence: hour.revision,
      from: hour.from,
      to: hour.to,
      at: app.clock().toISOString(),
      title,
      place: `${book.root.name} ${hour.place}`,
      text: '',
      cancelled: !isShown(hour.stage),
    },
  ]);
  return { body: Buffer.from(text), type: 'text/calendar', name: `${title}.ics` };
}
