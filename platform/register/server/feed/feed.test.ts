import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendances } from '../../../../catalogue/office/attendance/index.ts';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import { courses } from '../../../../catalogue/office/course/index.ts';
import { dutyRoster } from '../../../../catalogue/office/duty-roster/index.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import type { ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { keepRow } from '../kept/keep-row.ts';
import { endFeed, feedSince, renewFeed } from './address.ts';
import { feedBody } from './handlers.ts';

let t: TestOffice;
const keep = async (cast: Cast, register: string, command: object, id?: string, revision?: number) =>
  await keepRow(t.app, await t.actor(cast), {
    register,
    key: newId(),
    command: command as never,
    ...(id === undefined || revision === undefined ? {} : { id, revision }),
  });
const addressOf = async (cast: Cast) =>
  (await renewFeed(t.app, await t.actor(cast), newId())).path.replace('/api/calendar/', '');
const read = (address: string) => feedBody(t.app, address);
const gone = async (work: Promise<unknown>) =>
  await work.then(
    () => 'read',
    (error: ProblemError) => error.code,
  );
/** Events of a calendar as an independent program reads them. */
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));

beforeAll(async () => {
  t = await testOffice({ registers: [bookable, bookings, courses, attendances, dutyRoster] });
  const [hall] = bookable.samples('2026-03-02');
  const { id: room } = await keep('handler', 'booking-resource', { act: 'enter', answers: hall?.answers });
  const book = (cast: Cast, from: string, to: string, subject: string) =>
    keep(cast, 'booking', {
      act: 'enter',
      answers: {
        what: { id: room, title: '' },
        subject,
        day: '2026-03-03',
        from,
        to,
        abroad: 'Europe/Berlin',
        repeat: 'once',
      },
    });
  await book('handler', '09:00', '10:30', '会见，双边；一\\二');
  await book('window', '14:00', '15:00', '别人的会');
  const given = await book('handler', '16:00', '17:00', '不开了的会');
  await keep('handler', 'booking', { act: 'move', move: 'cancel', data: { reason: '改期' } }, given.id, 1);
  const { id, name, org } = await t.actor('handler');
  const turn = (person: string, post: string) =>
    keep('division-head', 'duty-roster', {
      act: 'enter',
      answers: { day: '2026-03-06', shift: 'night', post, person: { id: person, title: '' } },
    });
  await turn(id, 'main');
  await turn((await t.actor('window')).id, 'second');
  const signups = [{ name, unit: { id: org, title: '' } }];
  const course = await keep('handler', 'course', {
    act: 'enter',
    answers: { title: '专办员培训', kind: 'filer', day: '2026-03-02', hours: '6.0', signups },
  });
  await keep('handler', 'course', { act: 'move', move: 'announce' }, course.id, 1);
  await keep('handler', 'course', { act: 'move', move: 'begin' }, course.id, 2);
});
afterAll(() => t.drop());

describe('a calendar of one’s own', () => {
  it('tells what one booked, when one is on duty and which courses one is listed for, and nothing of others', async () => {
    const text = await read(await addressOf('handler'));
    const events = eventsOf(text);
    expect(events.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()])).toEqual([
      ['2026-03-02', '2026-03-03'],
      ['2026-03-03T01:00:00Z', '2026-03-03T02:30:00Z'],
      ['2026-03-06T09:30:00Z', '2026-03-07T00:30:00Z'],
    ]);
    expect(events[0]?.summary).toContain('专办员培训');
    expect(events[1]?.summary).toBe('二楼会见厅 会见，双边；一\\二');
    expect(events[1]?.location).toBe('二楼会见厅');
    expect(events[1]?.description).toContain('柏林、巴黎、罗马 02:00至03:30');
    expect(events[2]?.summary).toContain('夜班 主班');
    expect(text).not.toContain('别人的会');
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  });

  it('is the same text until something changes', async () => {
    const address = await addressOf('handler');
    expect(await read(address)).toBe(await read(address));
  });

  it('leads nowhere by the address before, after its end, for another, and while the account is locked', async () => {
    const [first, second] = [await addressOf('handler'), await addressOf('handler')];
    expect([await gone(read(first)), await gone(read(second))]).toEqual(['calendar.unknown', 'read']);
    const stranger = (await t.actor('window')).id;
    for (const made of ['', 'x', '../me', second.replace('.ics', ''), second.replace(/^[^.]+/, stranger)])
      expect(await gone(read(made))).toBe('calendar.unknown');
    const { id } = await t.actor('handler');
    await t.base.owner.query("update person set status = 'disabled' where id = $1", [id]);
    expect(await gone(read(second))).toBe('calendar.unknown');
    await t.base.owner.query("update person set status = 'active' where id = $1", [id]);
    expect(await gone(read(second))).toBe('read');
    await endFeed(t.app, await t.actor('handler'));
    expect(await gone(read(second))).toBe('calendar.unknown');
    expect(await feedSince(t.app, await t.actor('handler'))).toEqual({ since: null });
  });

  it('an address from before there was a code is read on, and has one from then on', async () => {
    const address = await addressOf('window');
    const { id } = await t.actor('window');
    await t.base.owner.query('update calendar_feed set print = null, mac = null where person = $1', [id]);
    expect(await gone(read(address))).toBe('read');
    const [row] = await t.base.owner.query<{ coded: boolean }>(
      'select print is not null and mac is not null as coded from calendar_feed where person = $1',
      [id],
    );
    expect(row).toEqual({ coded: true });
    // Renewed by a program that knows of no code: the code of before opens nothing.
    await t.base.owner.query("update calendar_feed set digest = repeat('0', 64) where person = $1", [id]);
    expect(await gone(read(address))).toBe('calendar.unknown');
  });

  it('keeps of the secret nothing one could read it by, and takes no address written past the program', async () => {
    const address = await addressOf('window');
    const [row] = await t.base.owner.query<{ text: string }>(
      'select calendar_feed::text as text from calendar_feed',
    );
    expect(row?.text).not.toContain(address.split('.')[1]);
    const { id } = await t.actor('director');
    await t.base.owner.query(
      'insert into calendar_feed (office, person, digest, since, print, mac) select office, $1, digest, since, print, mac from calendar_feed limit 1',
      [id],
    );
    expect(await gone(read(address.replace(/^[^.]+/, id)))).toBe('calendar.unknown');
  });
});
