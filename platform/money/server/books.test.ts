import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, type Got, openDoor } from '../../../apps/server/testing/door.ts';
import { testOffice, type TestOffice } from '../../../apps/server/testing/office.ts';
import { freshKey, submitted, takes } from '../../../apps/server/testing/story.ts';
import { PAID_FEES, paidToy } from '../../case/model/testing/paid-toy.ts';
import { verifyAll } from '@zhitongche/proof/server';
import { addPolicy } from '../../administration/server/policies.ts';
import { messagesFor } from './local-port.ts';

let t: TestOffice;
let door: Door;
beforeAll(async () => {
  t = await testOffice({ services: [paidToy] });
  door = await openDoor(t);
  for (const [key, value] of Object.entries(PAID_FEES)) await setFee(key, value, '2026-03-02');
}, 60_000);
afterAll(async () => {
  await door.close();
  await t.drop();
});

const setFee = async (key: string, value: string, validFrom: string, validTo?: string): Promise<unknown> =>
  await addPolicy(
    t.app,
    await t.actor('security-admin'),
    { key: freshKey(), what: 'addPolicy', request: { validFrom } },
    { key, value, validFrom, ...(validTo ? { validTo } : {}), source: '某价〔2026〕1号' },
  );
const codeOf = ({ json }: Got): unknown => (json as { code?: unknown } | null)?.code;

/** A case paid at the counter. */
const paid = async (data: { readonly way: 'cash' | 'card'; readonly reference: string }): Promise<string> => {
  const id = await submitted(t, 'paid-toy', { title: '学历证明', copies: 3, urgent: false, poor: false });
  await takes(t, 'window', id, { act: 'agree' });
  await takes(t, 'window', id, { act: 'pay-counter', data });
  return id;
};

type Day = {
  readonly digest: string;
  readonly holds: string | null;
  readonly closed: { readonly name: string } | null;
  readonly channels: readonly {
    readonly channel: string;
    readonly receipts: string;
    readonly told: string;
    readonly differences: readonly { readonly kind: string; readonly reference: string }[];
  }[];
};
const dayOf = async (day: string, counted?: string): Promise<Day> =>
  (await door.call('finance-officer', 'moneyDay', { params: { day }, query: counted ? { counted } : {} }))
    .json as Day;
const brings = (bytes: string, source = 'bank') =>
  door.call('finance-officer', 'importDaySheet', { params: { source }, file: { name: '流水.csv', bytes } });
const closes = (
  day: string,
  body: { readonly seen: string; readonly note?: string; readonly counted?: string },
) => door.call('finance-officer', 'closeMoneyDay', { params: { day }, body: { note: '', ...body } });

const HEADS = '交易日期,流水号,收入,支出,摘要\n';

describe('the day of the books', () => {
  test('is brought to the fen: card receipts against the sheet, cash against what was counted, and signed', async () => {
    t.at('2026-03-02');
    await paid({ way: 'card', reference: 'POS-1' });
    await paid({ way: 'cash', reference: 'S-1' });
    const sheet = `${HEADS}2026-03-02,POS-1,150.00,,刷卡\n2026-03-02,UNKNOWN-1,88.00,,不明来款\n`;
    expect((await brings(sheet)).json).toMatchObject({ fresh: 2, known: 0 });
    // The same file once more, and the same line in another one, change nothing.
    expect((await brings(sheet)).json).toMatchObject({ fresh: 0, known: 2 });
    expect((await brings(`${HEADS}2026-03-02,POS-1,150.00,,刷卡\n`)).json).toMatchObject({
      fresh: 0,
      known: 1,
    });
    const day = await dayOf('2026-03-02', '150.00');
    expect(day.channels).toMatchObject([
      {
        channel: 'bank',
        receipts: '150.00',
        told: '238.00',
        differences: [{ kind: 'no-receipt', reference: 'UNKNOWN-1' }],
      },
      { channel: 'port', receipts: '0.00', told: '0.00', differences: [] },
      { channel: 'till', receipts: '150.00', told: '150.00', differences: [] },
    ]);
    expect(codeOf(await closes('2026-03-02', { seen: day.digest, counted: '150.00' }))).toBe(
      'money.day-note',
    );
    expect(codeOf(await closes('2026-03-02', { seen: '0'.repeat(64), note: '见附' }))).toBe(
      'money.day-changed',
    );
    const closed = await closes('2026-03-02', { seen: day.digest, counted: '150.00', note: '来款人待查' });
    expect(closed.status).toBe(200);
    expect((await dayOf('2026-03-02')).closed).toMatchObject({ name: expect.any(String) });
    expect(codeOf(await closes('2026-03-02', { seen: day.digest, note: '再签' }))).toBe('money.day-closed');
  });

  test('does not change once it is closed: what becomes known later is a line of the next open day', async () => {
    const before = await dayOf('2026-03-02');
    await paid({ way: 'card', reference: 'POS-2' });
    await brings(`${HEADS}2026-03-02,POS-2,150.00,,刷卡\n`);
    expect(await dayOf('2026-03-02')).toEqual(before);
    expect((await dayOf('2026-03-03')).channels[0]).toMatchObject({
      receipts: '150.00',
      told: '150.00',
      differences: [],
    });
  });

  test('is closed in order, and never before it has come', async () => {
    t.at('2026-03-04');
    await paid({ way: 'card', reference: 'POS-3' });
    const later = await dayOf('2026-03-04');
    expect(later.holds).toBe('请先日结2026年3月3日。');
    expect(codeOf(await closes('2026-03-04', { seen: later.digest, note: '先结' }))).toBe('money.day-held');
    expect((await dayOf('2026-03-05')).holds).toBe('这一天还没有到。');
  });

  test('that somebody changed past the program is named by verify', async () => {
    const broken = async () => (await verifyAll(t.app)).flatMap((one) => one.broken);
    expect(await broken()).toEqual([]);
    await t.base.owner.query(`update money_day set note = '没有差异'`);
    expect((await broken()).join()).toContain('2026-03-02的日结');
    await t.base.owner.query(`update money_day set note = '来款人待查'`);
    await t.base.owner.query(
      `update money_day set content = jsonb_set(content, '{channels,0,told}', '"150.00"')`,
    );
    expect((await broken()).join()).toContain('2026-03-02的日结内容与其摘要不同');
  });

  test('takes no sheet it cannot read, and none of it', async () => {
    const answer = await brings('姓名,电话\n李某,1\n');
    expect([answer.status, codeOf(answer)]).toEqual([422, 'money.sheet']);
    expect(codeOf(await brings(`${HEADS}昨天,A-1,1,,\n2026-03-04,A-2,1,,\n`))).toBe('money.sheet');
    expect(
      await t.base.owner.query(`select reference from money_sheet_line where reference like 'A-%'`),
    ).toEqual([]);
  });

  test('keeps every line of the bank: two alike in one sheet, and one of another day by the same number', async () => {
    t.at('2026-03-04');
    const toldOn = async (day: string) => (await dayOf(day)).channels[0];
    const before = Number((await toldOn('2026-03-04'))?.told);
    const batch = '2026-03-04,BATCH-1,50.00,,批量入账\n';
    expect((await brings(HEADS + batch + batch)).json).toMatchObject({ fresh: 2, known: 0 });
    const more = '2026-03-03,BATCH-1,50.00,,批量入账\n';
    expect((await brings(HEADS + batch + batch + more)).json).toMatchObject({ fresh: 1, known: 2 });
    const after = await toldOn('2026-03-04');
    expect(Number(after?.told)).toBe(before + 100);
    expect(after?.differences.filter(({ reference }) => reference === 'BATCH-1')).toHaveLength(2);
    expect((await toldOn('2026-03-03'))?.differences).toMatchObject([{ reference: 'BATCH-1' }]);
  });

  test('is the finance officer’s alone', async () => {
    for (const who of ['window', 'filer', 'director', 'system-admin'] as const)
      expect((await door.call(who, 'moneyDays')).status).toBe(403);
  });
});

describe('an office without a port', () => {
  test('says that nobody pays online, and takes no message', async () => {
    const id = await submitted(t, 'paid-toy', { title: '学历证明', copies: 1, urgent: false, poor: false });
    expect(codeOf(await door.call('filer', 'payOrder', { params: { case: id } }))).toBe('money.no-bill');
    await takes(t, 'window', id, { act: 'agree' });
    expect(codeOf(await door.call('filer', 'payOrder', { params: { case: id } }))).toBe('money.no-port');
    expect(codeOf(await door.call(null, 'payCallback', { body: '{}' }))).toBe('money.no-port');
    expect(codeOf(await door.call('finance-officer', 'localSheet', { query: { day: '2026-03-02' } }))).toBe(
      'money.no-port',
    );
  });
});

describe('a finding', () => {
  test('that nobody noted cannot be settled', async () => {
    const body = { day: '2026-03-02', kind: 'forged', about: '', note: '已核' };
    expect(codeOf(await door.call('finance-officer', 'settleFinding', { body }))).toBe('money.no-finding');
  });

  test('is a fee without a price, today or soon, by its name', async () => {
    await setFee('paid-toy.fee.urgent', '30.00', '2026-03-10', '2026-03-20');
    const { json } = await door.call('finance-officer', 'moneyFindings');
    expect((json as { gaps: unknown }).gaps).toEqual([
      { fee: '加急费', service: '文书认证', words: '2026-03-21起没有收费标准' },
    ]);
  });
});

test('two amounts of one fee never count on one day', async () => {
  await expect(setFee('paid-toy.fee.urgent', '31.00', '2026-03-15')).rejects.toMatchObject({
    more: { problems: [{ code: 'policy.overlap' }] },
  });
  await expect(setFee('paid-toy.fee.urgent', '31.00', '2026-03-05', '2026-03-10')).rejects.toMatchObject({
    more: { problems: [{ code: 'policy.overlap' }] },
  });
  // What has not begun may be set anew, and what follows the last day may follow.
  await setFee('paid-toy.fee.urgent', '32.00', '2026-03-10', '2026-03-20');
  await setFee('paid-toy.fee.urgent', '33.00', '2026-03-21');
});

test('the stand-in tells the same payment of an order by the same number, however often it is pressed', () => {
  const port = { name: '演示', merchant: 'm', cashier: '/', secret: Buffer.from('s'), local: true };
  const order = { merchant: 'm', order: 'o', amount: '1.00', currency: 'CNY', subject: '', back: '' };
  const now = new Date('2026-03-02T01:00:00Z');
  const said = (how: Parameters<typeof messagesFor>[2]) =>
    messagesFor(port, order, how, now).map(
      ({ raw }) => JSON.parse(raw) as { transaction: string; event: string },
    );
  expect(new Set(said('ten-times').map(({ transaction }) => transaction)).size).toBe(1);
  expect(said('paid')[0]?.transaction).toBe(said('late')[0]?.transaction);
  expect(said('again')[0]?.transaction).not.toBe(said('paid')[0]?.transaction);
  expect(said('closed-first').map(({ event }) => event)).toEqual(['closed', 'paid']);
});
