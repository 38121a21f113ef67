import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { type Guest, guest, lastMessage, registered } from '../../../apps/server/testing/public-door.ts';
import { publicService } from '../../../apps/server/testing/public-service.ts';
import { submitted } from '../../../apps/server/testing/story.ts';
import { toyService } from '../../../apps/server/testing/toy-service.ts';
import { bookable, bookings } from '../../../catalogue/office/booking/index.ts';
import type { Service } from '@zhitongche/case';
import { newId } from '@zhitongche/host';
import { passOn } from '@zhitongche/channel/server';
import { keepRow, verifyKept } from '@zhitongche/register/server';
import { queue as queueOf } from './queue.ts';
import { tendAppointments } from './tend.ts';

/** What the public files, and whoever files brings something to the counter while it is reviewed. */
const brought: Service = {
  ...publicService,
  atCounter: ({ step }) => (step === 'review' ? { zh: '交旗帜押金', en: 'Leave the deposit' } : undefined),
};

let t: TestOffice;
let door: Door;
let window = '';
let shen: Guest;
let mine = '';
const idOf = (got: Got) => (got.json as { id: string }).id;

type Hour = { readonly place: string; readonly from: string; readonly to: string; readonly free: number };
type Shown = {
  readonly what: { readonly zh: string; readonly en: string } | null;
  readonly booked: readonly {
    readonly id: string;
    readonly from: string;
    readonly state: string;
    readonly number: { no: string; state: string; desk: string; before: number } | null;
  }[];
  readonly hours: readonly Hour[];
  readonly why: { readonly zh: string } | null;
};
type Queue = {
  readonly expected: readonly { readonly id: string }[];
  readonly numbers: readonly { readonly id: string; readonly no: string; readonly state: string }[];
};

const shown = async (who: Guest, id: string) =>
  (await who.call('appointments', { params: { case: id } })).json as Shown;
const books = (who: Guest, id: string, { place, from }: Hour) =>
  who.call('bookAppointment', { params: { case: id }, body: { place, from } });
const queue = async () => (await door.call('window', 'queue', { query: { place: window } })).json as Queue;
const draws = (booking: string | null, matter = '咨询') =>
  door.call('window', 'drawNumber', { params: { place: window }, body: { booking, matter } });
const called = async (desk: string) =>
  (
    (await door.call('window', 'callNext', { params: { place: window }, body: { desk } })).json as {
      no: string | null;
    }
  ).no;
/** Comes back another day: sessions end with the day. */
const comesBack = (who: Guest, to: string) =>
  who.call('visitLogin', { body: { to, password: 'Yunze-2026-Door' } });
const failure = ({ json }: Got) => (json as { code: string }).code;
const at = (time: string, day = '2026-03-03') => `${day}T${time}:00+08:00`;

async function files(who: Guest, holder: string): Promise<string> {
  const id = idOf(await who.call('createCase', { body: { service: 'flags' } }));
  const { state } = (await who.call('case', { params: { case: id } })).json as {
    state: { revision: number };
  };
  const sent = await who.call('act', {
    params: { case: id },
    body: {
      revision: state.revision,
      command: { act: 'submit', answers: { subject: `${holder}的活动`, copies: 1, holder } },
    },
  });
  if (sent.status !== 200) throw new Error(sent.text);
  return id;
}

beforeAll(async () => {
  t = await testOffice({ services: [brought, toyService], registers: [bookable, bookings] });
  t.at(at('08:00', '2026-03-02'));
  door = await openDoor(t);
  ({ id: window } = await keepRow(t.app, await t.actor('handler'), {
    register: 'booking-resource',
    key: newId(),
    command: {
      act: 'enter',
      answers: {
        name: '大厅窗口',
        kind: 'window',
        capacity: 1,
        workdays: true,
        opening: (['1', '2', '3', '4', '5'] as const).map((weekday) => ({
          weekday,
          from: '09:00',
          to: '10:00',
        })),
      },
    },
  }));
  shen = await registered(t, door, 'shen@example.com', '沈清和');
  mine = await files(shen, '沈清和');
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

describe('an hour at the counter', () => {
  test('is offered for what one comes for, in the opening hours and nowhere else', async () => {
    const { what, hours } = await shown(shen, mine);
    expect(what).toEqual({ zh: '交旗帜押金', en: 'Leave the deposit' });
    // Two half hours each working day, Monday to Friday of two weeks and the Monday after them.
    expect(hours).toHaveLength(22);
    expect(hours[0]).toMatchObject({ place: window, from: '2026-03-02T01:00:00.000Z', free: 1 });
    expect(hours.map(({ from }) => from.slice(0, 10))).not.toContain('2026-03-07');
  });

  test('is booked once, is nobody else’s then, and its calendar file is read', async () => {
    const { hours } = await shown(shen, mine);
    const tuesday = hours.find(({ from }) => from === new Date(at('09:00')).toISOString());
    if (!tuesday) throw new Error('the hour is not offered');
    const other = await registered(t, door, 'lu@example.com', '陆望舒');
    const theirs = await files(other, '陆望舒');
    // Both at once: one has it, and the other is told so.
    const [one, two] = await Promise.all([books(shen, mine, tuesday), books(other, theirs, tuesday)]);
    expect([one, two].filter(({ status }) => status === 200)).toHaveLength(1);
    const lost = one.status === 200 ? two : one;
    expect(['appointment.no-hour', 'booking.taken']).toContain(failure(lost));
    if (one.status !== 200) {
      const [held] = (await shown(other, theirs)).booked;
      await other.call('cancelAppointment', { params: { case: theirs, id: held?.id ?? '' } });
      expect((await books(shen, mine, tuesday)).status).toBe(200);
    }
    expect(failure(await books(shen, mine, hours.at(-1) ?? tuesday))).toBe('appointment.has-one');
    const { booked } = await shown(shen, mine);
    expect(booked).toMatchObject([{ from: tuesday.from, state: 'booked', number: null }]);
    const file = await shen.call('appointmentFile', { params: { case: mine, id: booked[0]?.id ?? '' } });
    expect(file.text).toContain('DTSTART:20260303T010000Z');
    expect(file.text).toContain('STATUS:CONFIRMED');
    // Another of the public learns nothing of it, nor takes it away.
    for (const name of ['appointments', 'cancelAppointment', 'appointmentFile'] as const)
      expect((await other.call(name, { params: { case: mine, id: booked[0]?.id ?? '' } })).status).toBe(404);
  });

  test('an hour that is not offered is refused, whatever is asked for', async () => {
    const stranger = await registered(t, door, 'qi@example.com', '齐思远');
    const theirs = await files(stranger, '齐思远');
    const asked = (from: string, place = window) => books(stranger, theirs, { place, from, to: '', free: 1 });
    for (const from of [
      '2026-03-01T01:00:00.000Z',
      '2026-03-03T01:10:00.000Z',
      '2026-03-07T01:00:00.000Z',
      'tomorrow',
    ])
      expect([from, failure(await asked(from))]).toEqual([from, 'appointment.no-hour']);
    expect(failure(await asked('2026-03-03T01:30:00.000Z', newId()))).toBe('appointment.no-hour');
    const unit = await submitted(t, 'toy', { subject: '随单位', copies: 1 });
    const [hour] = (await shown(stranger, theirs)).hours;
    const refused = await door.call('filer', 'bookAppointment', {
      params: { case: unit },
      body: { place: window, from: hour?.from ?? '' },
    });
    expect(failure(refused)).toBe('appointment.not-now');
  });
});

describe('the day itself', () => {
  test('the day before whoever booked is reminded once, at the address they have proven', async () => {
    t.at(at('09:30', '2026-03-02'));
    expect(await tendAppointments(t.app, t.office)).toBe(1);
    expect(await tendAppointments(t.app, t.office)).toBe(0);
    await passOn(t.app, t.office);
    const mail = await lastMessage(t, 'shen@example.com');
    expect(mail).toContain('预约提醒：2026年3月3日09:00到“大厅窗口”');
    expect(mail).toContain(`/visit/hall/cases/${mine}`);
    // Neither the matter nor its holder leaves.
    expect(mail).not.toContain('沈清和');
  });

  test('who comes in the hour booked is called before who came since without one', async () => {
    t.at(at('08:50'));
    await comesBack(shen, 'shen@example.com');
    expect(((await draws(null, '咨询')).json as { no: string }).no).toBe('001');
    t.at(at('09:05'));
    await draws(null, '取件');
    t.at(at('09:10'));
    const [expected] = (await queue()).expected;
    expect((await draws(expected?.id ?? '', '交押金')).status).toBe(200);
    expect(failure(await draws(expected?.id ?? ''))).toBe('queue.no-booking');
    expect((await shown(shen, mine)).booked).toMatchObject([
      { state: 'came', number: { no: '003', state: 'waiting', before: 1 } },
    ]);
    expect(await called('1号窗口')).toBe('001');
    // Two desks at once never call the same one.
    const both = await Promise.all([called('2号窗口'), called('3号窗口')]);
    expect(new Set(both)).toEqual(new Set(['002', '003']));
    expect(await called('4号窗口')).toBeNull();
    expect((await shown(shen, mine)).booked[0]?.number).toMatchObject({ state: 'called', before: 0 });
  });

  test('a number nobody answered is called again, passed over, and queues anew', async () => {
    const first = (await queue()).numbers.find(({ no }) => no === '001');
    const moves = (move: string) =>
      door.call('window', 'moveNumber', { params: { id: first?.id ?? '' }, body: { move } });
    for (const move of ['again', 'miss', 'back'])
      expect([move, (await moves(move)).status]).toEqual([move, 204]);
    expect(failure(await moves('serve'))).toBe('queue.moved-on');
    expect(await called('1号窗口')).toBe('001');
    expect((await moves('serve')).status).toBe(204);
    expect(
      failure(await door.call('window', 'moveNumber', { params: { id: newId() }, body: { move: 'serve' } })),
    ).toBe('queue.no-number');
  });

  test('the counter learns all of it in one question, however often its page asks', async () => {
    const asked: string[] = [];
    const app = {
      ...t.app,
      db: {
        ...t.app.db,
        query: ((text: string, values) => {
          asked.push(text);
          return t.app.db.query(text, values);
        }) as typeof t.app.db.query,
      },
    };
    const known = await queue();
    const seen = await queueOf(app, await t.actor('window'), window);
    expect(asked).toHaveLength(1);
    expect(seen).toMatchObject(known);
    // Without one named it is the first there is.
    expect(await queueOf(app, await t.actor('window'), undefined)).toEqual(seen);
    expect(seen.numbers[0]?.drawnAt).toMatch(/^2026-03-03T\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('the screen shows numbers and desks to everybody, and nothing of anybody', async () => {
    const { text, json } = await guest(door).call('queueScreen', { params: { place: window } });
    expect((json as { title: string }).title).toBe('大厅窗口');
    expect(text).toContain('003');
    expect(text).not.toMatch(/沈清和|押金|flags|2026-0/);
    expect(failure(await guest(door).call('queueScreen', { params: { place: newId() } }))).toBe(
      'queue.no-place',
    );
  });
});

describe('who does not come', () => {
  test('is noted once, told, gives the hour back, and after twice draws a number like everybody', async () => {
    const lin = await registered(t, door, 'lin@example.com', '林见微');
    const theirs = await files(lin, '林见微');
    for (const day of ['2026-03-04', '2026-03-05']) {
      await comesBack(lin, 'lin@example.com');
      const hour = (await shown(lin, theirs)).hours.find(
        ({ from }) => from === new Date(at('09:00', day)).toISOString(),
      );
      if (!hour) throw new Error(`nothing is offered on ${day}`);
      expect((await books(lin, theirs, hour)).status).toBe(200);
      t.at(at('11:00', day));
      await tendAppointments(t.app, t.office);
    }
    await comesBack(lin, 'lin@example.com');
    const { booked, hours, why } = await shown(lin, theirs);
    expect(booked.map(({ state }) => state)).toEqual(['absent', 'absent']);
    expect(hours).toEqual([]);
    expect(why?.zh).toContain('2 次约了没有到');
    expect((await lin.call('notices')).text).toContain('已记为未到');
    const friday = {
      place: window,
      from: new Date(at('09:00', '2026-03-06')).toISOString(),
      to: '',
      free: 1,
    };
    expect(failure(await books(lin, theirs, friday))).toBe('appointment.absent');
  });

  test('cannot give the hour up once it has begun, so that nobody was missing', async () => {
    const luo = await registered(t, door, 'luo@example.com', '罗长安');
    const theirs = await files(luo, '罗长安');
    const hour = (await shown(luo, theirs)).hours.find(
      ({ from }) => from === new Date(at('09:00', '2026-03-06')).toISOString(),
    );
    if (!hour) throw new Error('nothing is offered');
    expect((await books(luo, theirs, hour)).status).toBe(200);
    const [held] = (await shown(luo, theirs)).booked;
    for (const time of ['09:01', '09:45']) {
      t.at(at(time, '2026-03-06'));
      await comesBack(luo, 'luo@example.com');
      const params = { case: theirs, id: held?.id ?? '' };
      expect(failure(await luo.call('cancelAppointment', { params }))).toBe('booking.too-late');
    }
    t.at(at('11:00', '2026-03-06'));
    await tendAppointments(t.app, t.office);
    await comesBack(luo, 'luo@example.com');
    expect((await shown(luo, theirs)).booked).toMatchObject([{ state: 'absent' }]);
  });

  test('who gives up a day before loses nothing, and the hour is free again', async () => {
    const he = await registered(t, door, 'he@example.com', '何知秋');
    const theirs = await files(he, '何知秋');
    const [hour] = (await shown(he, theirs)).hours;
    if (!hour) throw new Error('nothing is offered');
    expect((await books(he, theirs, hour)).status).toBe(200);
    const [held] = (await shown(he, theirs)).booked;
    const gives = () => he.call('cancelAppointment', { params: { case: theirs, id: held?.id ?? '' } });
    expect((await gives()).status).toBe(204);
    expect(failure(await gives())).toBe('appointment.none');
    // The very hour may be booked anew.
    expect((await books(he, theirs, hour)).status).toBe(200);
    expect((await verifyKept(t.app, t.office)).broken).toEqual([]);
  });
});
