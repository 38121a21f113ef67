import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import { stickers } from '../../../../catalogue/stock/sticker/stickers.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import type { ProblemError } from '@zhitongche/core/server';
import { newId } from '@zhitongche/host';
import { carryOut } from './case-orders.ts';
import { importKept } from './import-kept.ts';
import { keepRow } from './keep-row.ts';
import { showRow } from './show-row.ts';
import { verifyKept } from './verify-kept.ts';
import { lapseHolds } from './write-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [bookable, bookings, stickers], pool: 24 });
});
afterAll(() => t.drop());

const keep = async (cast: Cast, register: string, command: object, id?: string, revision?: number) =>
  (
    await keepRow(t.app, await t.actor(cast), {
      register,
      key: newId(),
      command: command as never,
      ...(id === undefined ? {} : { id }),
      ...(revision === undefined ? {} : { revision }),
    })
  ).id;
const OPEN = (['1', '2', '3', '4', '5'] as const).map((weekday) => ({ weekday, from: '09:00', to: '18:00' }));
const thing = (name: string, capacity: number) => ({
  name,
  kind: 'room',
  capacity,
  workdays: true,
  opening: OPEN,
});
const room = (name: string, capacity = 1) =>
  keep('handler', 'booking-resource', { act: 'enter', answers: thing(name, capacity) });
const answersOf = (what: string, day: string, from: string, to: string) => ({
  what: { id: what, title: '' },
  subject: '会见',
  day,
  from,
  to,
  repeat: 'once',
});
const book = (what: string, day: string, from: string, to: string, more: object = {}) =>
  keep('handler', 'booking', { act: 'enter', answers: answersOf(what, day, from, to), ...more });
const move = (id: string, revision: number, key: string, data?: object) =>
  keep('handler', 'booking', { act: 'move', move: key, ...(data ? { data } : {}) }, id, revision);
const stage = async (id: string) => (await showRow(t.app, await t.actor('handler'), 'booking', id)).stage;
const codes = async (work: Promise<unknown>): Promise<readonly string[]> =>
  await work.then(
    () => [],
    (error: ProblemError) => error.more?.problems?.map(({ code }) => code) ?? [String(error.code)],
  );
async function read(text: string, confirm?: string) {
  return await importKept(t.app, await t.actor('handler'), {
    register: 'booking',
    key: newId(),
    file: { name: '预约.csv', stream: Readable.from([Buffer.from(text)]), limit: 1_000_000 },
    ...(confirm === undefined ? {} : { confirm }),
  });
}

describe('a thing whose places became fewer', () => {
  it('is had by no more at a time than it has places now, and keeps whom it has', async () => {
    const booth = await room('减座室', 2);
    const first = await book(booth, '2026-03-10', '09:00', '10:00');
    const second = await book(booth, '2026-03-10', '09:00', '10:00');
    await keep('handler', 'booking-resource', { act: 'edit', answers: thing('减座室', 1) }, booth, 1);
    await move(second, 1, 'confirm');
    await move(first, 1, 'cancel', { reason: '不用' });
    expect(await codes(book(booth, '2026-03-10', '09:00', '10:00'))).toEqual(['booking.taken']);
    expect(await stage(second)).toBe('confirmed');
  });

  it('and is retired while it is booked: a booking that stands can be confirmed and given up, a new one not made', async () => {
    const gone = await room('撤销室');
    const id = await book(gone, '2026-03-10', '09:00', '10:00');
    await keep('handler', 'booking-resource', { act: 'retire', reason: '装修' }, gone, 1);
    expect(await codes(book(gone, '2026-03-11', '09:00', '10:00'))).toEqual(['field.unknown-pick']);
    await move(id, 1, 'confirm');
    await move(id, 2, 'cancel', { reason: '装修' });
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});

describe('bookings brought in by a list', () => {
  it('are held to the opening hours as any other', async () => {
    await room('名单室');
    const { problems } = await read(
      '预约什么,事由,日期,开始,结束,重复\n名单室,例会,2026-03-08,09:00,10:00,只这一次\n名单室,例会,2026-03-10,06:00,07:00,只这一次\n名单室,例会,2026-03-10,09:00,10:00,只这一次\n',
    );
    expect(problems.map(({ cell, problem }) => [cell, problem.code])).toEqual([
      ['C2', 'B-03'],
      ['D3', 'B-03'],
    ]);
  });

  it('that overlap one another or one on record write nothing and say so', async () => {
    const hall = await room('重叠室');
    await book(hall, '2026-03-12', '09:00', '10:00');
    const text = '预约什么,事由,日期,开始,结束,重复\n重叠室,例会,2026-03-12,09:30,10:30,只这一次\n';
    const { digest } = await read(text);
    expect(await codes(read(text, digest))).toEqual(['booking.taken']);
  });
});

describe('who waits', () => {
  it('is not passed over because many before him waited for days gone by', async () => {
    const [hall, other] = [await room('候补室'), await room('旁室')];
    await keep('handler', 'booking', {
      act: 'enter',
      stage: 'waiting',
      answers: answersOf(hall, '2026-03-13', '09:00', '10:00'),
    });
    for (let n = 0; n < 210; n += 1)
      await keep('handler', 'booking', {
        act: 'enter',
        stage: 'waiting',
        answers: answersOf(other, '2026-03-13', '09:00', '10:00'),
      });
    t.at('2026-03-16');
    const id = await book(hall, '2026-03-17', '09:00', '10:00');
    const waits = await keep('handler', 'booking', {
      act: 'enter',
      stage: 'waiting',
      answers: answersOf(hall, '2026-03-17', '09:00', '10:00'),
    });
    await move(id, 1, 'cancel', { reason: '不用' });
    expect(await stage(waits)).toBe('held');
  }, 60_000);

  it('is not offered a time that has passed', async () => {
    const hall = await room('过时室');
    const id = await book(hall, '2026-03-17', '09:30', '10:00');
    const waits = await keep('handler', 'booking', {
      act: 'enter',
      stage: 'waiting',
      answers: answersOf(hall, '2026-03-17', '09:30', '10:00'),
    });
    t.at('2026-03-18');
    await lapseHolds(t.app);
    expect([await stage(id), await stage(waits)]).toEqual(['lapsed', 'waiting']);
    t.at('2026-03-02');
  });

  it('two who free two places at once offer each to one, and nobody is offered twice', async () => {
    const booth = await room('两座室', 2);
    const held = [
      await book(booth, '2026-03-19', '09:00', '10:00'),
      await book(booth, '2026-03-19', '09:00', '10:00'),
    ];
    const waiting: string[] = [];
    for (let n = 0; n < 3; n += 1)
      waiting.push(
        await keep('handler', 'booking', {
          act: 'enter',
          stage: 'waiting',
          answers: answersOf(booth, '2026-03-19', '09:00', '10:00'),
        }),
      );
    const done = await Promise.all(held.map((id) => codes(move(id, 1, 'cancel', { reason: '不用' }))));
    const offered = (await Promise.all(waiting.map(stage))).filter((one) => one === 'held');
    expect(offered).toHaveLength(done.filter((problems) => problems.length === 0).length);
    expect(done).toEqual([[], []]);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});

describe('a booking of no length, over midnight, moved onto a taken time', () => {
  it('is refused whole', async () => {
    const hall = await room('边界室');
    expect(await codes(book(hall, '2026-03-20', '09:00', '09:00'))).toEqual(['B-01']);
    expect((await codes(book(hall, '2026-03-20', '17:00', '24:00')))[0]).toMatch(/^field\./);
    const a = await book(hall, '2026-03-20', '09:00', '10:00');
    const b = await book(hall, '2026-03-20', '10:00', '11:00');
    expect(
      await codes(
        keep(
          'handler',
          'booking',
          { act: 'edit', answers: answersOf(hall, '2026-03-20', '09:30', '10:30') },
          b,
          1,
        ),
      ),
    ).toEqual(['booking.taken']);
    await keep('handler', 'booking', { act: 'retire', reason: '误登' }, a, 1);
    await book(hall, '2026-03-20', '09:00', '10:00');
    expect(await codes(keep('handler', 'booking', { act: 'restore', reason: '又要' }, a, 2))).toEqual([
      'booking.taken',
    ]);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});

describe('a draw', () => {
  const draw = async (count: number) => {
    const { id, name, org } = await t.actor('handler');
    await t.app.db.tx((query) =>
      carryOut(
        t.app,
        query,
        {
          office: t.office,
          at: t.app.clock(),
          doer: { id, name, org },
          source: '',
          of: { caseId: newId(), number: 'X' },
          home: t.orgs.root,
        },
        'sticker',
        [
          {
            row: 'draw',
            where: { place: 'store' },
            move: 'use',
            data: { certificate: 'X' },
            count,
          },
        ],
      ),
    );
  };

  it('of a number that is none is refused, and of more than there are, without reading the whole shelf', async () => {
    for (let n = 0; n < 3; n += 1)
      await keep('handler', 'sticker', {
        act: 'enter',
        answers: { serial: `S-${n}`, batch: 'B', place: 'store' },
      });
    for (const count of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(await codes(draw(count)), String(count)).toEqual(['stock.count']);
    expect(await codes(draw(1e9))).toEqual(['stock.empty']);
    expect(await codes(draw(4))).toEqual(['stock.empty']);
    expect(await codes(draw(3))).toEqual([]);
  });

  it('beside somebody who spoils the same piece: one of the two, never both on one state', async () => {
    const id = await keep('handler', 'sticker', {
      act: 'enter',
      answers: { serial: 'R-1', batch: 'B', place: 'store' },
    });
    await Promise.all([
      codes(draw(1)),
      codes(keep('handler', 'sticker', { act: 'move', move: 'spoil', data: { reason: '污损' } }, id, 1)),
      codes(keep('handler', 'sticker', { act: 'retire', reason: '误登' }, id, 1)),
    ]);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });

  it('a case that names a row on record may change it whatever moves have set of it', async () => {
    const id = await keep('handler', 'sticker', {
      act: 'enter',
      answers: { serial: 'E-1', batch: 'B', place: 'store' },
    });
    await keep('handler', 'sticker', { act: 'move', move: 'issue', data: { holder: '林见山' } }, id, 1);
    const { id: person, name, org } = await t.actor('handler');
    await t.app.db.tx((query) =>
      carryOut(
        t.app,
        query,
        {
          office: t.office,
          at: t.app.clock(),
          doer: { id: person, name, org },
          source: '',
          of: { caseId: newId(), number: 'X' },
          home: t.orgs.city,
        },
        'sticker',
        [{ row: 'edit', find: { serial: 'E-1' }, answers: { batch: 'C' } }],
      ),
    );
    const after = await showRow(t.app, await t.actor('handler'), 'sticker', id);
    expect([after.answers.batch, after.answers.holder, after.org]).toEqual(['C', '林见山', t.orgs.root]);
  });
});
