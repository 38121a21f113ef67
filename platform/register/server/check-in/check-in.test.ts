import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attendances } from '../../../../catalogue/office/attendance/index.ts';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import { courses } from '../../../../catalogue/office/course/index.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import type { ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { keepRow } from '../kept/keep-row.ts';
import { listRows } from '../kept/list-rows.ts';
import { showRow } from '../kept/show-row.ts';
import { verifyKept } from '../kept/verify-kept.ts';
import { checkIn } from './check-in.ts';
import { doorCodes } from './door-codes.ts';

const DAY = '2026-03-10';
let t: TestOffice;
let course: string;
let other: string;

const keep = async (cast: Cast, register: string, command: object, id?: string) => {
  const actor = await t.actor(cast);
  const of = id === undefined ? {} : { id, revision: (await showRow(t.app, actor, register, id)).revision };
  return await keepRow(t.app, actor, { register, key: newId(), command: command as never, ...of });
};
const codeAt = async (at: string, id: string, register = 'course', cast: Cast = 'handler') => {
  t.at(at);
  return (await doorCodes(t.app, await t.actor(cast), register, id)).codes[0]?.code ?? '';
};
const send = async (cast: Cast, code: string, more: { late?: boolean; key?: string } = {}) =>
  await checkIn(t.app, await t.actor(cast), { key: newId(), late: false, ...more, code });
const code = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => 'done',
    (error: ProblemError) => error.code,
  );
const lines = async () => (await listRows(t.app, await t.actor('handler'), 'attendance', {})).items;

async function startCourse(title: string, day: string, casts: readonly Cast[]): Promise<string> {
  const signups = await Promise.all(
    casts.map(async (cast) => {
      const { name, org } = await t.actor(cast);
      return { name, unit: { id: org, title: '' } };
    }),
  );
  const answers = { title, kind: 'filer', day, hours: '2.0', capacity: 50, signups };
  const { id } = await keep('handler', 'course', { act: 'enter', answers });
  await keep('handler', 'course', { act: 'move', move: 'announce' }, id);
  await keep('handler', 'course', { act: 'move', move: 'begin' }, id);
  return id;
}

beforeAll(async () => {
  t = await testOffice({ registers: [courses, attendances, bookable, bookings], pool: 12 });
  t.at(`${DAY}T00:30:00.000Z`);
  course = await startCourse('专办员培训', DAY, ['filer', 'signer', 'window']);
  other = await startCourse('领保培训', DAY, ['director']);
});
afterAll(() => t.drop());

describe('a code of the room', () => {
  it('signs in whoever is on the list, by the minute it was shown, once', async () => {
    const shown = await codeAt(`${DAY}T01:00:10.000Z`, course);
    t.at(`${DAY}T01:00:40.000Z`);
    expect(await send('filer', shown)).toMatchObject({ at: `${DAY} 09:00`, already: false });
    t.at(`${DAY}T01:01:10.000Z`);
    // Scanned again: told so, nothing doubled.
    expect(await send('filer', shown.toLowerCase().replace('-', ' '))).toMatchObject({
      at: `${DAY} 09:00`,
      already: true,
    });
    const [line] = (await lines()).filter(({ stage }) => stage === 'in');
    expect(line?.answers).toMatchObject({ signedIn: `${DAY} 09:00`, arrived: `${DAY} 09:00` });
    const { story } = await showRow(t.app, await t.actor('handler'), 'attendance', line?.id ?? '');
    expect(JSON.stringify(story).match(/扫码签到/g)).toHaveLength(1);
  });

  it('is refused when it is made up, expired, another’s, or of a list one is not on', async () => {
    const shown = await codeAt(`${DAY}T01:10:00.000Z`, course);
    for (const made of [
      '',
      'AAAAA-AAAAA',
      '00000-00000',
      `${shown.slice(0, 10)}${shown.endsWith('0') ? '1' : '0'}`,
    ])
      expect(await code(send('signer', made))).toBe('check-in.unknown');
    expect(await code(send('signer', await codeAt(`${DAY}T01:10:00.000Z`, other)))).toBe(
      'check-in.not-listed',
    );
    expect(await code(send('director', shown))).toBe('check-in.not-listed');
    t.at(`${DAY}T01:20:00.000Z`);
    expect(await code(send('signer', shown))).toBe('check-in.stale');
    t.at('2026-03-11T01:10:00.000Z');
    const refused = await send('signer', shown).catch((error: ProblemError) => error);
    expect(refused).toMatchObject({ code: 'check-in.stale' });
    expect((refused as ProblemError).zh).toContain(`这是${DAY} 09:10的签到码，已经过期`);
    expect((await lines()).filter(({ stage }) => stage === 'in')).toHaveLength(1);
  });

  it('kept on a telephone without network counts by the minute it was shown, with the minute it arrived, once', async () => {
    const shown = await codeAt(`${DAY}T01:30:00.000Z`, course);
    t.at(`${DAY}T05:00:00.000Z`);
    const key = newId();
    const answers = await Promise.all([
      send('signer', shown, { late: true, key }),
      send('signer', shown, { late: true, key }),
      send('signer', shown, { late: true }),
    ]);
    expect(answers.filter(({ already }) => !already).length).toBeGreaterThan(0);
    expect(new Set(answers.map(({ at }) => at))).toEqual(new Set([`${DAY} 09:30`]));
    const [line] = (await lines()).filter(({ answers: a }) => a.signedIn === `${DAY} 09:30`);
    expect(line?.answers.arrived).toBe(`${DAY} 13:00`);
    expect(line?.revision).toBe(2);
  });

  it('kept longer than the office waits counts no more', async () => {
    const shown = await codeAt(`${DAY}T01:40:00.000Z`, course);
    t.at('2026-03-11T02:00:00.000Z');
    expect(await code(send('window', shown, { late: true }))).toBe('check-in.too-late');
  });

  it('is shown only by who keeps the course', async () => {
    t.at(`${DAY}T01:45:00.000Z`);
    expect(
      await code(doorCodes(t.app, await t.actor('window'), 'course', course).then(() => undefined)),
    ).toMatch(/row\.(not-open|unknown)|register\.unknown/);
    const [line] = await lines();
    const of = await t.actor('handler');
    expect(await code(doorCodes(t.app, of, 'attendance', line?.id ?? ''))).toBe('row.not-open');
  });
});

describe('a room that was booked', () => {
  it('is taken up by whoever booked it, from half an hour before until the end', async () => {
    t.at('2026-03-11T00:00:00.000Z');
    const [hall] = bookable.samples('2026-03-11');
    const { id: room } = await keep('handler', 'booking-resource', { act: 'enter', answers: hall?.answers });
    const answers = {
      what: { id: room, title: '' },
      subject: '会见',
      day: '2026-03-12',
      from: '10:00',
      to: '11:00',
      repeat: 'once',
    };
    const { id } = await keep('window', 'booking', { act: 'enter', answers });
    await keep('window', 'booking', { act: 'move', move: 'confirm' }, id);
    const early = await codeAt('2026-03-12T01:20:00.000Z', room, 'booking-resource');
    expect(await code(send('window', early))).toBe('check-in.time');
    const shown = await codeAt('2026-03-12T01:31:00.000Z', room, 'booking-resource');
    expect(await code(send('handler', shown))).toBe('check-in.not-listed');
    expect(await send('window', shown)).toMatchObject({ at: '2026-03-12 09:31', already: false });
    expect(await showRow(t.app, await t.actor('window'), 'booking', id)).toMatchObject({ stage: 'used' });
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
