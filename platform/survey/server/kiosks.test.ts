import { afterAll, beforeAll, expect, test } from 'vitest';
import { windowVoice } from '../../../catalogue/public/satisfaction/index.ts';
import { type Door, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { newId } from '@zhitongche/host';
import { openEnvelopes } from './open-envelopes.ts';

let t: TestOffice;
let door: Door;
let survey: string;

beforeAll(async () => {
  t = await testOffice({ questionnaires: [windowVoice], pool: 12 });
  door = await openDoor(t);
  t.at('2026-03-10');
  const body = {
    questionnaire: 'window',
    judges: 'year',
    title: '窗口服务',
    period: '2026',
    closes: '2026-12-31',
  };
  survey = String(((await door.call('window', 'openSurvey', { body })).json as { id: string }).id);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

const ask = async (name: Parameters<Door['call']>[1], body: object) => {
  const { status, json } = await door.call(null, name, { body });
  return { status, json: json as Record<string, never> };
};
const codeFor = async (window: string) =>
  ((await door.call('window', 'addKiosk', { body: { window, survey } })).json as { code: string }).code;
const setUp = async (window: string) => {
  const { json } = await ask('setUpKiosk', { code: await codeFor(window) });
  return { kiosk: String(json['kiosk']), secret: String(json['secret']) };
};
const rating = (mark: number, day = '2026-03-10') => ({
  id: newId().replaceAll('-', ''),
  day,
  answer: { mark, reasons: mark <= 2 ? ['slow'] : [] },
});
const lying = async () =>
  ((await door.call('window', 'survey', { params: { id: survey } })).json as { lying: number }).lying;

test('a device is set up once, by a code its officer was given, for a quarter of an hour', async () => {
  t.at('2026-03-10T01:00:00.000Z');
  const code = await codeFor('1号窗口');
  expect(code).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/);
  expect((await ask('setUpKiosk', { code: '0000-0000-0000' })).status).toBe(403);
  const made = await ask('setUpKiosk', { code: code.toLowerCase() });
  expect(made.json).toMatchObject({ window: '1号窗口', sheet: { ask: { en: 'How was your visit today?' } } });
  expect((await ask('setUpKiosk', { code })).status).toBe(403);
  const late = await codeFor('2号窗口');
  t.at('2026-03-10T01:15:01.000Z');
  expect((await ask('setUpKiosk', { code: late })).status).toBe(403);
});

test('an hour without network and fifty ratings: fifty arrive, each once, though answers were lost and doubled', async () => {
  t.at('2026-03-10');
  const of = await setUp('3号窗口');
  const kept = Array.from({ length: 50 }, (_, n) => rating((n % 5) + 1));
  // The answer to the first try was lost, two tries overlapped, and the last brought all of them once more.
  const first = { ...of, ratings: kept.slice(0, 20) };
  expect((await ask('sendKiosk', first)).json['taken']).toHaveLength(20);
  await Promise.all([ask('sendKiosk', first), ask('sendKiosk', { ...of, ratings: kept.slice(10, 40) })]);
  const last = await ask('sendKiosk', { ...of, ratings: kept.toReversed() });
  expect(new Set(last.json['taken'])).toEqual(new Set(kept.map(({ id }) => id)));
  expect(await lying()).toBe(50);
  t.at('2026-03-11');
  await openEnvelopes(t.app, t.office);
  const { json } = await door.call('director', 'survey', { params: { id: survey } });
  expect(json).toMatchObject({
    counted: {
      n: 50,
      satisfied: 30,
      value: 0.6,
      channels: [{ n: 0 }, { channel: 'kiosk', n: 50 }, { n: 0 }],
      marks: [5, 4, 3, 2, 1].map((mark) => ({ mark, n: 10 })),
    },
  });
});

test('a day the clock of the device makes up counts as today, a rating that fits no questionnaire is put away', async () => {
  t.at('2026-03-12');
  const of = await setUp('4号窗口');
  const before = await lying();
  const ratings = [rating(5, '2031-01-01'), rating(5, '2019-01-01'), { ...rating(5), answer: { mark: 9 } }];
  const sent = await ask('sendKiosk', { ...of, ratings });
  expect(sent.json['taken']).toHaveLength(3);
  expect(await lying()).toBe(before + 2);
  const days = await t.base.owner.query<{ day: string }>('select distinct day from survey_envelope');
  expect(days).toEqual([{ day: '2026-03-12' }]);
});

test('another’s secret, or a device taken out of use, is refused and counts nothing', async () => {
  t.at('2026-03-12');
  const [one, other] = [await setUp('5号窗口'), await setUp('6号窗口')];
  const before = await lying();
  expect((await ask('sendKiosk', { ...one, secret: other.secret, ratings: [rating(5)] })).status).toBe(403);
  expect((await door.call('window', 'endKiosk', { params: { id: one.kiosk } })).status).toBe(204);
  expect((await ask('sendKiosk', { ...one, ratings: [rating(5)] })).json).toMatchObject({
    code: 'survey.kiosk',
  });
  expect(await lying()).toBe(before);
  const known = (await door.call('handler', 'kiosks')).json as readonly {
    window: string;
    waiting: boolean;
  }[];
  expect(known.map(({ window, waiting }) => [window, waiting])).toEqual([
    ['1号窗口', false],
    ['2号窗口', true],
    ['3号窗口', false],
    ['4号窗口', false],
    ['6号窗口', false],
  ]);
});

test('a survey that is over takes what a device had kept from its days, and nothing more', async () => {
  t.at('2026-03-13');
  const body = {
    questionnaire: 'window',
    judges: 'year',
    title: '短期',
    period: '2026',
    closes: '2026-03-15',
  };
  const { id } = (await door.call('window', 'openSurvey', { body })).json as { id: string };
  const added = await door.call('window', 'addKiosk', { body: { window: '7号窗口', survey: id } });
  const { json } = await ask('setUpKiosk', { code: (added.json as { code: string }).code });
  const of = { kiosk: String(json['kiosk']), secret: String(json['secret']) };
  t.at('2026-03-16');
  const [last, late] = [rating(5, '2026-03-15'), rating(1, '2026-03-16')];
  expect((await ask('sendKiosk', { ...of, ratings: [last, late] })).json['taken']).toEqual([last.id]);
  // The device asks nobody any more, and keeps what it has for when it is set up anew.
  expect((await ask('sendKiosk', { ...of, ratings: [late] })).status).toBe(403);
  expect((await door.call('window', 'survey', { params: { id } })).json).toMatchObject({ lying: 1 });
});
