import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAmounts, less, sum } from './amount.ts';
import { readSheet } from './day-sheet.ts';
import { readPortMessage } from './port-message.ts';
import { type Booked, reconcile, type Told } from './reconcile.ts';

const DAY = '2026-03-02';
const receipt = (reference: string, amount: string, more: Partial<Booked> = {}): Booked => ({
  reference,
  amount,
  channel: 'bank',
  day: DAY,
  what: `办件${reference}`,
  ...more,
});
const line = (reference: string, amount: string, more: Partial<Told> = {}): Told => ({
  reference,
  amount,
  channel: 'bank',
  day: DAY,
  memo: '转账',
  ...more,
});
const bank = (booked: readonly Booked[], told: readonly Told[]) => reconcile(DAY, booked, told)[0];

describe('a day of the books', () => {
  test('balances where every receipt is a line of the bank', () => {
    expect(
      bank([receipt('A', '150.00'), receipt('B', '0.10')], [line('B', '0.10'), line('A', '150.00')]),
    ).toMatchObject({ receipts: '150.10', told: '150.10', matched: 2, differences: [] });
  });

  test.each([
    ['no-line', [receipt('A', '150.00')], [], '-150.00'],
    ['no-receipt', [], [line('A', '150.00')], '150.00'],
    ['amount', [receipt('A', '150.00')], [line('A', '149.99')], '-0.01'],
    ['twice', [receipt('A', '9.00'), receipt('A', '9.00')], [line('A', '9.00')], '-9.00'],
    ['other-day', [receipt('A', '9.00')], [line('A', '9.00', { day: '2026-02-27' })], '-9.00'],
  ] as const)('names what differs: %s', (kind, booked, told, amount) => {
    expect(bank(booked, told)?.differences).toMatchObject([{ kind, amount, reference: 'A' }]);
  });

  test('knows money that went back from money that came by the same number', () => {
    expect(
      bank([receipt('A', '150.00'), receipt('A', '-150.00')], [line('A', '150.00'), line('A', '-150.00')]),
    ).toMatchObject({ receipts: '0.00', told: '0.00', differences: [] });
  });

  test('has its cash counted', () => {
    const cash = [receipt('S-1', '50.00', { channel: 'till' })];
    expect(reconcile(DAY, cash, [])[2]?.differences).toMatchObject([{ kind: 'till', amount: '-50.00' }]);
    expect(reconcile(DAY, cash, [], '50.00')[2]?.differences).toEqual([]);
  });

  test('has sums that differ by exactly what is named, whatever was booked and told', () => {
    const entry = fc.record({
      reference: fc.constantFrom('A', 'B', 'C', 'D'),
      fen: fc.integer({ min: -30_000, max: 30_000 }).filter((n) => n !== 0),
      day: fc.constantFrom(DAY, '2026-02-27', '2026-03-03'),
      channel: fc.constantFrom('bank' as const, 'port' as const),
    });
    const amountOf = (fen: number) => (fen / 100).toFixed(2);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), fc.array(entry, { maxLength: 8 }), (ours, theirs) => {
        const compared = reconcile(
          DAY,
          ours.map(({ fen, ...one }) => receipt(one.reference, amountOf(fen), one)),
          theirs.map(({ fen, ...one }) => line(one.reference, amountOf(fen), one)),
        );
        for (const { receipts, told, differences } of compared)
          expect(compareAmounts(less(told, receipts), sum(differences.map(({ amount }) => amount)))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a day sheet', () => {
  test('is read by its heads, whatever stands above, and passes over sums', () => {
    expect(
      readSheet([
        ['中国某银行对账单', '', '', '', ''],
        ['交易日期', '交易流水号', '收入金额（元）', '支出金额（元）', '摘要'],
        ['2026/3/2', 'ICBC-1', '1,150.00', '', '认证费'],
        ['20260302', 'ICBC-2', '', '50', '退费'],
        ['合计', '', '1,150.00', '50.00', ''],
      ]),
    ).toEqual({
      entries: [
        { day: DAY, reference: 'ICBC-1', amount: '1150.00', memo: '认证费' },
        { day: DAY, reference: 'ICBC-2', amount: '-50.00', memo: '退费' },
      ],
      problems: [],
    });
  });

  test('that is something else, or has lines nobody understands, says so', () => {
    expect(readSheet([['姓名', '电话']]).problems).toHaveLength(1);
    expect(
      readSheet([
        ['日期', '流水号', '金额'],
        ['昨天', 'A', '1'],
        ['2026-03-02', 'B', '若干'],
      ]).problems,
    ).toEqual(['第2行的日期“昨天”看不懂。', '第3行（流水号B）没有看得懂的金额。']);
  });

  test('keeps no line back: a number too long to be kept is told', () => {
    const long = '9'.repeat(61);
    expect(
      readSheet([
        ['日期', '流水号', '金额'],
        ['2026-03-02', 'A', '1'],
        ['2026-03-02', long, '50'],
      ]).problems,
    ).toEqual([`第3行的流水号“${long}”超过60个字符。`]);
  });
});

describe('what the port tells', () => {
  const paid = {
    merchant: 'M',
    event: 'paid',
    transaction: 'T-1000',
    order: 'O',
    amount: '50.00',
    currency: 'CNY',
    day: '2026-03-02',
  };
  test('is of a day there is', () => {
    expect(readPortMessage(paid)?.day).toBe('2026-03-02');
    for (const day of ['2026-02-30', '2026-13-01', '0000-00-00'])
      expect(readPortMessage({ ...paid, day })).toBeUndefined();
  });
});
