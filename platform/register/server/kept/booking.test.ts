import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import type { ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { bookingFile } from './booking-file.ts';
import { keepRow } from './keep-row.ts';
import { showRow } from './show-row.ts';
import { verifyKept } from './verify-kept.ts';
import { lapseHolds } from './write-kept.ts';

let t: TestOffice;
let hall: string;
let booth: string;
beforeAll(async () => {
  t = await testOffice({ registers: [bookable, bookings], pool: 24 });
  const ids: string[] = [];
  for (const { answers } of bookable.samples('2026-03-02'))
    ids.push((await keep('handler', 'booking-resource', { act: 'enter', answers })).id);
  [hall = '', booth = ''] = ids;
});
afterAll(() => t.drop());

const keep = async (cast: Cast, register: string, command: object, id?: string, revision?: number) =>
  await keepRow(t.app, await t.actor(cast), {
    register,
    key: newId(),
    command: command as never,
    ...(id === undefined ? {} : { id }),
    ...(revision === undefined ? {} : { revision }),
  });
const book = async (what: string, day: string, from: string, to: string, more: object = {}) =>
  (
    await keep('handler', 'booking', {
      act: 'enter',
      answers: { what: { id: what, title: '' }, subject: '会见', day, from, to, repeat: 'once', ...more },
    })
  ).id;
const wait = async (what: string, day: string, from: string, to: string, cast: Cast = 'handler') =>
  (
    await keep(cast, 'booking', {
      act: 'enter',
      stage: 'waiting',
      answers: { what: { id: what, title: '' }, subject: '候补的会', day, from, to, repeat: 'once' },
    })
  ).id;
const move = (id: string, revision: number, key: string, data?: object) =>
  keep('handler', 'booking', { act: 'move', move: key, ...(data ? { data } : {}) }, id, revision);
const stage = async (id: string) => (await showRow(t.app, await t.actor('handler'), 'booking', id)).stage;
const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) => error.more.problems?.map(({ code }) => code) ?? [error.code],
  );
/** Overlaps of one lane, counted by a query of its own. */
const overlaps = async (): Promise<number> =>
  (
    await t.base.owner.query<{ n: number }>(
      `select count(*)::int as n from booking_span a join booking_span b
       on a.lane = b.lane and a.row_id < b.row_id and a.span && b.span`,
    )
  )[0]?.n ?? -1;

describe('a room booked', () => {
  it('is nobody else’s at that time, and is again a minute later', async () => {
    const id = await book(hall, '2026-03-03', '09:00', '10:00');
    expect(await codes(book(hall, '2026-03-03', '09:30', '10:30'))).toEqual(['booking.taken']);
    await book(hall, '2026-03-03', '10:00', '11:00');
    await move(id, 1, 'cancel', { reason: '改期' });
    await book(hall, '2026-03-03', '09:30', '10:00');
  });

  it('is not booked in the past, over midnight, when it is closed, or without a room', async () => {
    expect(await codes(book(hall, '2026-03-01', '09:00', '10:00'))).toEqual(['B-02', 'B-03']);
    expect(await codes(book(hall, '2026-03-02', '08:30', '08:50'))).toEqual(['B-02']);
    expect(await codes(book(hall, '2026-03-03', '17:00', '01:00'))).toEqual(['B-01']);
    expect(await codes(book(hall, '2026-03-07', '09:00', '10:00'))).toEqual(['B-03']);
    expect(await codes(book(booth, '2026-03-04', '11:30', '14:30'))).toEqual(['B-03']);
    expect(await codes(book(newId(), '2026-03-04', '09:00', '10:00'))).toEqual(['field.unknown-pick']);
  });

  it('takes as many at a time as it has places', async () => {
    await book(booth, '2026-03-04', '09:00', '09:20');
    await book(booth, '2026-03-04', '09:10', '09:30');
    expect(await codes(book(booth, '2026-03-04', '09:15', '09:25'))).toEqual(['booking.taken']);
  });

  it('every week is booked for all weeks or for none', async () => {
    const weekly = { repeat: 'weekly', repeatUntil: '2026-04-20' };
    await expect(book(hall, '2026-03-09', '15:00', '16:00', weekly)).rejects.toMatchObject({
      more: { problems: [{ message: '2026-04-06：这一天是休息日，不开放' }] },
    });
    await book(hall, '2026-03-09', '15:00', '16:00', { ...weekly, repeatUntil: '2026-03-30' });
    const days = await t.app.db.query<{ day: string }>(
      `select lower(span)::date as day from booking_span s where resource = $1 and lower(span)::time = '07:00' order by 1`,
      [hall],
    );
    expect(days.map(({ day }) => day)).toEqual(['2026-03-09', '2026-03-16', '2026-03-23', '2026-03-30']);
    const [before] = await t.app.db.query('select count(*)::int as n from kept_row');
    const others = { ...weekly, repeatUntil: '2026-03-16' };
    expect(await codes(book(hall, '2026-03-02', '15:30', '16:30', others))).toEqual(['booking.taken']);
    expect((await t.app.db.query('select count(*)::int as n from kept_row'))[0]).toEqual(before);
  });
});

describe('who waits', () => {
  it('is offered what becomes free, the first whom it fits, once, and told', async () => {
    const id = await book(hall, '2026-03-05', '09:00', '10:00');
    const later = await wait(hall, '2026-03-05', '09:30', '11:00', 'window');
    const last = await wait(hall, '2026-03-05', '09:00', '10:00');
    await book(hall, '2026-03-05', '10:30', '11:30');
    await move(id, 1, 'cancel', { reason: '不开了' });
    expect([await stage(later), await stage(last)]).toEqual(['waiting', 'held']);
    const told = await t.app.db.query<{ text: string }>('select text from notice where row_id = $1', [last]);
    expect(told.map(({ text }) => text)).toEqual([
      '预约“二楼会见厅 候补的会”候补到位，已为您预留，请尽快确认',
    ]);
  });

  it('a hold nobody confirms lapses, and the next is offered it', async () => {
    t.at('2026-03-05');
    const id = await book(hall, '2026-03-06', '09:00', '10:00');
    const next = await wait(hall, '2026-03-06', '09:00', '10:00');
    await lapseHolds(t.app);
    expect(await stage(id)).toBe('held');
    t.at('2026-03-05T02:00:00.000Z');
    await Promise.all([lapseHolds(t.app), lapseHolds(t.app)]);
    expect([await stage(id), await stage(next)]).toEqual(['lapsed', 'held']);
  });
});

describe('a booking in a calendar program', () => {
  it('says when, where and whether it still stands', async () => {
    const id = await book(hall, '2026-03-10', '09:00', '10:30', { subject: '会见，双边；一' });
    await move(id, 1, 'confirm');
    const file = await bookingFile(t.app, await t.actor('handler'), 'booking', id);
    const text = file.body.toString('utf8');
    expect(text).toContain('DTSTART:20260310T010000Z\r\nDTEND:20260310T023000Z\r\n');
    expect(text).toContain(String.raw`SUMMARY:二楼会见厅 会见，双边；一`);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    await move(id, 2, 'cancel', { reason: '改期' });
    const after = await bookingFile(t.app, await t.actor('handler'), 'booking', id);
    expect(after.body.toString('utf8')).toContain('STATUS:CANCELLED');
  });
});

describe('two hundred for one place', () => {
  it('one has it, the others are told, and the database holds no overlap', async () => {
    const results = await Promise.all(
      Array.from({ length: 200 }, () => codes(book(hall, '2026-03-11', '09:00', '10:00'))),
    );
    expect(results.filter((problems) => problems.length === 0)).toHaveLength(1);
    expect(new Set(results.flat())).toEqual(new Set(['booking.taken']));
    expect(await overlaps()).toBe(0);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
