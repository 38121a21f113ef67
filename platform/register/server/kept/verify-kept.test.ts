import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testOffice, type TestOffice } from '../../../../apps/server/testing/office.ts';
import { bookable, bookings } from '../../../../catalogue/office/booking/index.ts';
import { newId } from '@zhitongche/host';
import { toyKeys } from '../../testing/toy-register.ts';
import { keepRow } from './keep-row.ts';
import { verifyKept } from './verify-kept.ts';

let t: TestOffice;
beforeAll(async () => {
  t = await testOffice({ registers: [toyKeys, bookable, bookings] });
});
afterAll(() => t.drop());

const keep = async (register: string, command: object, id?: string, revision?: number) =>
  (
    await keepRow(t.app, await t.actor('handler'), {
      register,
      key: newId(),
      command: command as never,
      ...(id === undefined ? {} : { id }),
      ...(revision === undefined ? {} : { revision }),
    })
  ).id;
const key = (tag: string) =>
  keep('toy-keys', { act: 'enter', answers: { tag, room: `${tag}室`, kind: 'door' } });
/** Past the program, as the owner of the database. */
const sql = (text: string, values: readonly unknown[] = []) => t.base.owner.query(text, values);
const said = async () => (await verifyKept(t.app, t.office)).broken;

let n = 0;
let one = '';
let other = '';
/** What the second key is called in a finding. */
let named = '';
beforeEach(async () => {
  n += 1;
  one = await key(`甲${n}`);
  other = await key(`乙${n}`);
  named = `台账“钥匙”的“乙${n} 乙${n}室”（编号 ${other}）`;
  await keep('toy-keys', { act: 'move', move: 'lend', data: { to: '林' } }, one, 1);
  expect(await said()).toEqual([]);
});
afterEach(async () => {
  for (const table of ['kept_row', 'kept_event', 'kept_count', 'booking_span', 'booking_lane'])
    await sql(`delete from ${table}`);
  await sql(`delete from audit where detail ? 'heads'`);
});

describe('looking rows up names in plain words', () => {
  it('a changed field: of which row, and which', async () => {
    await sql(`update kept_row set state = jsonb_set(state, '{answers,room}', '"改过"') where id = $1`, [
      other,
    ]);
    expect(await said()).toEqual([`${named}的“房间”与按记录重放的结果不同`]);
  });

  it('a changed record: which of the row’s', async () => {
    await sql(`update kept_event set body = jsonb_set(body, '{answers,room}', '"改过"') where row_id = $1`, [
      other,
    ]);
    expect((await said())[0]).toBe(`${named}的第 1 条记录内容与其摘要不符`);
  });

  it('a deleted row, by what the audit and the counts still say of it', async () => {
    await sql('delete from kept_row where id = $1', [other]);
    await sql('delete from kept_event where row_id = $1', [other]);
    expect(await said()).toEqual([
      `台账条目 ${other} 的第 1 条记录已不存在，审计记有它`,
      '台账 toy-keys 阶段“in”的条数记为 1，实有 0',
    ]);
  });

  it('a deleted row whose records were left', async () => {
    await sql('delete from kept_row where id = $1', [other]);
    expect(await said()).toContain(`台账条目 ${other} 的记录还在，条目已不存在`);
  });

  it('a record taken out of the middle', async () => {
    await keep('toy-keys', { act: 'move', move: 'take' }, one, 2);
    await sql('delete from kept_event where row_id = $1 and seq = 2', [one]);
    expect((await said())[0]).toMatch(
      new RegExp(`（编号 ${one}）的第 \\d 条记录(缺失，或次序有变|与前一条不相接)`),
    );
  });

  it('a swapped pair: two rows in each other’s place', async () => {
    await sql(
      `update kept_row k set state = o.state, title = o.title, head = o.head, revision = o.revision, salt = o.salt,
         unique_key = null, stage = o.stage from kept_row o
       where k.id in ($1, $2) and o.id in ($1, $2) and o.id <> k.id`,
      [one, other],
    );
    const broken = await said();
    for (const id of [one, other])
      expect(broken.some((line) => line.endsWith(`（编号 ${id}）现在的样子与它最后一条记录不符`))).toBe(true);
  });

  it('a swapped pair: two rows that exchanged all their records as well', async () => {
    await sql(
      `update kept_event set row_id = case row_id when $1::uuid then $2::uuid else $1::uuid end, seq = seq + 100
       where row_id in ($1, $2)`,
      [one, other],
    );
    await sql('update kept_event set seq = seq - 100 where row_id in ($1, $2)', [one, other]);
    await sql(
      `update kept_row k set state = o.state, title = o.title, head = o.head, revision = o.revision, salt = o.salt,
         unique_key = null, stage = o.stage from kept_row o
       where k.id in ($1, $2) and o.id in ($1, $2) and o.id <> k.id`,
      [one, other],
    );
    const broken = (await said()).join('\n');
    expect(broken).toContain(`（编号 ${one}）的第 1 条记录没有写入审计`);
    expect(broken).toContain(`（编号 ${other}）的第 2 条记录没有写入审计`);
  });

  it('a forged move: a stage put on without a record', async () => {
    await sql(
      `update kept_row set stage = 'gone', state = jsonb_set(state, '{stage}', '"gone"') where id = $1`,
      [other],
    );
    expect((await said())[0]).toBe(`${named}的“阶段”与按记录重放的结果不同`);
  });

  it('a row moved to another stage, shelf or case in the lists alone', async () => {
    await sql(`update kept_row set stage = 'out' where id = $1`, [other]);
    expect((await said())[0]).toBe(`${named}在列表里的阶段与内容不符`);
    await sql(`update kept_row set stage = 'in', facets = '{toy-keys:kind=safe}' where id = $1`, [other]);
    expect((await said())[0]).toBe(`${named}在列表里的筛选项与内容不符`);
    await sql(`update kept_row set facets = '{toy-keys:kind=door}', case_id = $2 where id = $1`, [
      other,
      newId(),
    ]);
    expect((await said())[0]).toBe(`${named}在列表里的所属办件与内容不符`);
  });

  it('counts beside the rows that somebody changed', async () => {
    // Acts spread over slots by chance: one of them, whichever it is, is enough.
    await sql(
      `update kept_count set n = n + 3 where ctid in
         (select ctid from kept_count where register = 'toy-keys' and stage = 'in' limit 1)`,
    );
    expect((await said())[0]).toBe('台账 toy-keys 阶段“in”的条数记为 4，实有 1');
  });

  it('a link taken away at one end', async () => {
    const to = { register: 'toy-keys', id: other };
    await keep('toy-keys', { act: 'tie', relation: 'ring', to }, one, 2);
    expect(await said()).toEqual([]);
    await sql(`update kept_row set state = jsonb_set(state, '{ties}', '[]') where id = $1`, [other]);
    expect(await said()).toEqual([`${named}的“关联”与按记录重放的结果不同`]);
  });

  it('a booking whose time or place was changed, taken away, or is nobody’s', async () => {
    const [hall] = bookable.samples('2026-03-02');
    const what = await keep('booking-resource', { act: 'enter', answers: hall?.answers });
    const id = await keep('booking', {
      act: 'enter',
      answers: {
        what: { id: what, title: '' },
        subject: '会见',
        day: '2026-03-03',
        from: '09:00',
        to: '10:00',
        repeat: 'once',
      },
    });
    expect(await said()).toEqual([]);
    const span = async (set: string) => {
      await sql(`update booking_span set ${set} where row_id = $1`, [id]);
      return (await said())[0] ?? '';
    };
    const wrong = new RegExp(`（编号 ${id}）在列表里的占用的时间或地方与内容不符$`);
    expect(await span(`span = tstzrange(lower(span), upper(span) + interval '1 hour')`)).toMatch(wrong);
    expect(await span(`span = tstzrange(lower(span), upper(span) - interval '1 hour')`)).toBe('');
    // Another could be let into the same place at the same time.
    expect(await span(`lane = int8range(1, 1, '[]')`)).toMatch(wrong);
    await sql('delete from booking_span where row_id = $1', [id]);
    expect((await said())[0]).toMatch(wrong);
    const nobody = newId();
    await sql(
      `insert into booking_span (office, row_id, register, resource, lane, span)
       values ($1, $2, 'booking', $3, int8range(2, 2, '[]'), tstzrange('2026-03-04', '2026-03-05'))`,
      [t.office, nobody, what],
    );
    expect(await said()).toContain(`预约 ${nobody} 占用着时间，台账里没有这一条`);
  });
});
