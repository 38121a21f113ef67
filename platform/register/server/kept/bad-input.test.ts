import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Door, openDoor } from '../../../../apps/server/testing/door.ts';
import { type Cast, testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { sisterCities } from '../../../../catalogue/friendship/sister-city/index.ts';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import { stickerBatches, stickers } from '../../../../catalogue/stock/sticker/index.ts';
import { custody } from '../../../../catalogue/travel-document/custody/index.ts';
import { toyKeys } from '../../testing/toy-register.ts';

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({
    registers: [toyKeys, stickers, stickerBatches, custody, bookable, bookings, sisterCities],
  });
  door = await openDoor(t);
});
afterAll(async () => {
  await door.close();
  await t.drop();
});

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly todo?: string;
  readonly at: readonly string[];
  readonly basis?: { readonly title: string };
}
interface Refusal {
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly problems: readonly Problem[];
}

const call = (who: Cast, register: string, command: object, id?: string, revision = 1) =>
  id === undefined
    ? door.call(who, 'keptEnter', { params: { register }, body: { command } })
    : door.call(who, 'keptAct', { params: { register, id }, body: { revision, command } });

async function done(...asked: Parameters<typeof call>): Promise<string> {
  const { status, text, json } = await call(...asked);
  expect({ status, text }).toMatchObject({ status: 200 });
  return (json as { id: string }).id;
}

/** Everything on record of rows: what a refusal must leave as it was. */
const record = async (): Promise<string> => {
  const [row] = await t.base.owner.query<{ all: string }>(
    `select (select count(*) from kept_row) || '/' || (select count(*) from kept_event) || '/' ||
       (select count(*) from booking_span) || '/' || (select coalesce(sum(revision), 0) from kept_row) || '/' ||
       (select coalesce(sum(n), 0) from kept_count) as all`,
  );
  return row?.all ?? '';
};

/** What was refused: a problem in Chinese that says what to do, and nothing written. */
async function refused(ask: () => ReturnType<Door['call']>): Promise<Refusal> {
  const before = await record();
  const { status, json, text } = await ask();
  expect({ status, text, client: status >= 400 && status < 500 }).toMatchObject({ client: true });
  expect(await record()).toBe(before);
  const { detail = '', code = '', problems = [] } = json as Partial<Refusal>;
  expect(detail).toMatch(/\p{Script=Han}/u);
  for (const problem of problems) {
    expect(problem.message).toMatch(/\p{Script=Han}/u);
    expect(problem.todo ?? '', problem.message).toMatch(/\p{Script=Han}/u);
  }
  return { status, detail, code, problems };
}
const refusedRow = (...asked: Parameters<typeof call>) => refused(() => call(...asked));

const sticker = (serial: string) => ({ serial, batch: 'D-1', place: 'store' });
const hours = (['1', '2', '3', '4', '5'] as const).map((weekday) => ({
  weekday,
  from: '09:00',
  to: '18:00',
}));
const passport = (number: string) => ({
  kind: 'ordinary',
  number,
  holder: '沈观澜',
  unit: { id: t.orgs.unit, title: '' },
  place: '甲柜1层01格',
  issued: '2024-01-02',
  until: '2029-01-01',
});

describe('bad input to registers, stocks and bookings', () => {
  it('a serial that exists is told with the one that has it, also in the middle of a delivery', async () => {
    await done('handler', 'sticker', { act: 'enter', answers: sticker('YZ000010') });
    const { status, problems } = await refusedRow('handler', 'sticker', {
      act: 'enter',
      answers: sticker('yz 000010'),
    });
    expect(status).toBe(422);
    expect(problems[0]).toMatchObject({
      code: 'row.taken',
      at: ['serial'],
      message: '“附加证明书贴纸”里已有号码相同的一条：YZ000010',
    });
    const batch = await done('handler', 'sticker-batch', {
      act: 'enter',
      answers: {
        batch: 'D-2',
        supplier: '印务公司',
        arrived: '2026-03-02',
        prefix: 'YZ',
        digits: 6,
        from: 1,
        to: 40,
        place: 'store',
      },
    });
    await done(
      'handler',
      'sticker-batch',
      { act: 'move', move: 'accept', data: { checked: 20, sound: 20 } },
      batch,
    );
    const whole = await refusedRow('passport-officer', 'sticker-batch', { act: 'agree' }, batch, 2);
    expect(whole.problems.map(({ code }) => code)).toEqual(['row.taken']);
    expect(whole.problems[0]?.message).toContain('YZ000010');
  });

  it('a piece that is out is not lent again, and the rule it would break is named', async () => {
    const id = await done('passport-officer', 'custody', { act: 'enter', answers: passport('PE1234567') });
    const lend = {
      act: 'move',
      move: 'lend',
      data: { borrower: '沈观澜', outside: '国外办〔2026〕7号', exitOn: '2026-03-10', days: 5 },
    };
    await done('passport-officer', 'custody', lend, id);
    const again = await refusedRow('passport-officer', 'custody', lend, id, 2);
    expect(again).toMatchObject({ status: 409, code: 'row.not-open' });
    expect(again.detail).toContain('现在是“借出”，不能直接“借出”');
    expect(again.problems[0]?.basis?.title).toBe('《外交护照公务护照和公务普通护照收缴管理规定》');
    const [stock] = await t.base.owner.query<{ id: string }>(
      `select id from kept_row where register = 'sticker' and title = 'YZ000010'`,
    );
    const use = { act: 'move', move: 'use', data: { certificate: '2026-9' } };
    await done('handler', 'sticker', use, stock?.id);
    const used = await refusedRow('handler', 'sticker', use, stock?.id, 2);
    expect(used.detail).toContain('现在是“已用”，不能直接“用于证书”');
  });

  it('a booking in the past, over midnight or of no length is told at its field', async () => {
    const hall = await done('handler', 'booking-resource', {
      act: 'enter',
      answers: { name: '一号厅', kind: 'room', capacity: 1, workdays: true, opening: hours },
    });
    const book = (day: string, from: string, to: string) =>
      refusedRow('handler', 'booking', {
        act: 'enter',
        answers: { what: { id: hall, title: '' }, subject: '会见', day, from, to, repeat: 'once' },
      });
    const past = await book('2026-02-27', '10:00', '11:00');
    expect(past.problems.map(({ at, message }) => [at, message])).toContainEqual([
      ['day'],
      '预约的时间已经过去',
    ]);
    const night = await book('2026-03-05', '17:00', '01:00');
    expect(night.problems.map(({ message }) => message).join()).toContain('预约不能跨过午夜');
    expect((await book('2026-03-05', '17:00', '24:00')).problems[0]?.at).toEqual(['to']);
    expect((await book('2026-03-05', '10:00', '10:00')).problems.length).toBeGreaterThan(0);
  });

  it('a loop of relations is refused however long it is, at both ends', async () => {
    const ids: string[] = [];
    for (const tag of ['L-1', 'L-2', 'L-3'])
      ids.push(
        await done('handler', 'toy-keys', { act: 'enter', answers: { tag, room: `${tag}室`, kind: 'door' } }),
      );
    const [a = '', b = '', c = ''] = ids;
    const tie = (id: string) => ({ act: 'tie', relation: 'ring', to: { register: 'toy-keys', id } });
    await done('handler', 'toy-keys', tie(b), a, 1);
    await done('handler', 'toy-keys', tie(c), b, 2);
    const loop = await refusedRow('handler', 'toy-keys', tie(a), c, 2);
    expect(loop.detail).toContain('已在这一条之下，不能再放到它的上面');
    const self = await refusedRow('handler', 'toy-keys', tie(c), c, 2);
    expect(self.detail).toContain('不能关联自己');
  });

  it('a row edited by two is saved once: the second learns who was faster, and what he typed is his to keep', async () => {
    const answers = { tag: 'E-1', room: '东室', kind: 'door' };
    const id = await done('handler', 'toy-keys', { act: 'enter', answers });
    await done('handler', 'toy-keys', { act: 'edit', answers: { ...answers, room: '南室' } }, id, 1);
    const late = await refused(() =>
      call('handler', 'toy-keys', { act: 'edit', answers: { ...answers, room: '北室' } }, id, 1),
    );
    expect(late).toMatchObject({ status: 409, code: 'row.stale-revision' });
    expect(late.detail).toMatch(/^这一条已由.+改动，请查看最新内容后再保存；您填写的内容没有丢失。$/);
  });

  it('a list of another register writes nothing and says which columns are wanted', async () => {
    const list = (bytes: string, who: Cast = 'passport-officer') =>
      door.call(who, 'keptImport', { params: { register: 'custody' }, file: { name: '清单.csv', bytes } });
    const before = await record();
    const none = await list('品名,数量\n贴纸,三\n');
    const said = JSON.stringify(none.json);
    expect(said).toContain('没有找到“证照保管”的列名，第一行应有');
    expect(said).toContain('证照种类');
    // Two columns of the same name are not enough to take one list for another.
    const near = await list('城市,国家,单位,备注\n长野,日本,某某省商务厅,友城\n');
    expect((near.json as { written?: boolean }).written ?? false).toBe(false);
    expect(near.text).toMatch(/没有找到|请填写/);
    expect(await record()).toBe(before);
    const stranger = await refused(() => list('证照种类,证照号码\n公务护照,SE1\n', 'window'));
    expect(stranger.status).toBe(403);
  });

  it('a stage skipped says where the row stands and names the rule', async () => {
    const [row] = await t.base.owner.query<{ id: string; revision: number }>(
      `select id, revision from kept_row where register = 'sticker' and stage = 'used' limit 1`,
    );
    const skipped = await refusedRow(
      'handler',
      'sticker',
      { act: 'move', move: 'destroy' },
      row?.id,
      row?.revision,
    );
    expect(skipped.detail).toContain('现在是“已用”，不能直接“销毁”');
    const alone = await refusedRow('handler', 'sticker', {
      act: 'enter',
      answers: sticker('YZ000099'),
      stage: 'destroyed',
      reason: '补录',
    });
    expect(alone.detail).toContain('须两人办理');
    // No instrument says so of every register: it is the office's own rule, and says that.
    expect(alone.problems[0]?.basis).toEqual({
      title: '本单位台账管理规定',
      article: '双人办理：提出与确认由不同的人办理',
    });
  });

  it('a reader who asks for a column that is not theirs is told so, and learns nothing from it', async () => {
    const asked = async (query: Record<string, string>) => ({
      rows: await refused(() => door.call('window', 'keptRows', { params: { register: 'custody' }, query })),
      file: await refused(() =>
        door.call('window', 'keptExport', { params: { register: 'custody' }, query }),
      ),
    });
    for (const filters of ['holder=沈观澜', 'number=PE1234567', 'nothing=1', 'kind'])
      for (const one of Object.values(await asked({ filters }))) {
        expect(one).toMatchObject({ status: 422, problems: [{ code: 'row.column', at: ['filters'] }] });
        expect(one.problems[0]?.message).toContain('不能按这一列筛选');
      }
    const counted = await refused(() =>
      door.call('window', 'keptCounts', { params: { register: 'custody' }, query: { by: 'holder' } }),
    );
    expect(counted.problems[0]).toMatchObject({ code: 'row.column', message: '这一列不能用来计数' });
    const list = await door.call('window', 'keptRows', { params: { register: 'custody' } });
    expect(list.status).toBe(200);
    expect(list.text).not.toContain('沈观澜');
    expect(list.text).not.toContain('PE1234567');
    const nobody = await refused(() => door.call('filer', 'keptRows', { params: { register: 'sticker' } }));
    expect(nobody.status).toBe(404);
  });
});
