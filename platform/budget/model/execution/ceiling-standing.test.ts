import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Ceiling, SpendingLine } from '@zhitongche/register';
import { comesUnder, standingOf } from './ceiling-standing.ts';
import { publicExpenseOf } from './three-public.ts';

const RULES = { warnAt: [80, 90, 100], yellowPoints: 10, redPoints: 20 };
const ceiling = (more: Partial<Ceiling> = {}): Ceiling => ({
  name: '出国费',
  year: 2024,
  amount: '1604500.00',
  project: '',
  economic: ['30212'],
  purpose: '',
  publicExpense: 'abroad',
  plan: [],
  ...more,
});
const line = (amount: string, more: Partial<SpendingLine> = {}): SpendingLine => ({
  day: '2024-05-10',
  amount,
  function: '2010302',
  economic: '30212',
  project: '',
  purpose: '',
  waits: false,
  ...more,
});
const standing = (
  own: Ceiling,
  lines: readonly SpendingLine[],
  day = '2024-06-30',
  held: readonly string[] = [],
) =>
  standingOf(
    own,
    { lines, holds: held.map((amount) => ({ day: '2024-09-01', amount, economic: '30212', project: '' })) },
    day,
    RULES,
  );

describe('a ceiling', () => {
  test('is spent by its own lines, kept back by what is approved, and what is left is the rest', () => {
    // The department of Hebei may spend 160.45 万元 on trips in 2024.
    const lines = [
      line('400000.00'),
      line('-1000.05'),
      line('77.00', { economic: '30217' }),
      line('9.00', { day: '2023-12-31' }),
      line('5.00', { waits: true }),
    ];
    expect(standing(ceiling(), lines, '2024-06-30', ['200000.00'])).toMatchObject({
      spent: '398999.95',
      reserved: '200000.00',
      left: '1005500.05',
      // 598 999.95 of 1 604 500
      used: '37.33',
      light: 'green',
    });
  });

  test.each([
    ['1283600.00', 80, 'yellow'],
    ['1444050.00', 90, 'yellow'],
    ['1604500.00', 100, 'yellow'],
    ['1604500.01', 100, 'red'],
    ['1283599.00', null, 'green'],
  ])('of which %s is taken has reached %s and shows %s', (amount, reached, light) => {
    expect(standing(ceiling(), [line(amount)])).toMatchObject({ reached, light });
  });

  test('of a project counts that project, of a class what lies below it, of a purpose that purpose', () => {
    const own = { project: '13000024P0080A4106683', economic: ['302'], purpose: '密评' };
    const one = { project: '13000024P0080A4106683', economic: '30213', purpose: '密评' };
    expect(comesUnder(own, one)).toBe(true);
    expect(comesUnder(own, { ...one, project: '' })).toBe(false);
    expect(comesUnder(own, { ...one, economic: '31002' })).toBe(false);
    expect(comesUnder(own, { ...one, purpose: '等保' })).toBe(false);
  });

  test('the seven of one project are 240 万元 together', () => {
    const seven = ['160000', '320000', '600000', '234000', '320000', '448800', '317200'];
    const all = seven.map((amount, at) =>
      ceiling({ amount: `${amount}.00`, economic: [], purpose: `用途${at}` }),
    );
    const lines = seven.map((amount, at) => line(`${amount}.00`, { purpose: `用途${at}` }));
    expect(all.map((own) => standing(own, lines).left)).toEqual(seven.map(() => '0.00'));
    expect(standing(ceiling({ amount: '2400000.00', economic: [] }), lines)).toMatchObject({
      left: '0.00',
      used: '100.00',
    });
  });

  test('is behind its plan by points and by money', () => {
    const plan = [
      { month: 3, percent: '8' },
      { month: 6, percent: '60' },
      { month: 10, percent: '90' },
      { month: 12, percent: '100' },
    ];
    // 60 % of 1 000 000 is to be paid, 450 000 was.
    expect(standing(ceiling({ amount: '1000000.00', plan }), [line('450000.00')])).toMatchObject({
      planned: '60.00',
      paid: '45.00',
      points: '-15.00',
      gap: '-150000.00',
      light: 'yellow',
      // Carried on as the plan goes on: 450 000 × 100 ÷ 60.
      forecast: '750000.00',
    });
    expect(standing(ceiling({ amount: '1000000.00', plan }), [line('390000.00')]).light).toBe('red');
  });

  test('without a plan is carried on by days, and is never less than what is taken already', () => {
    // 182 of the 366 days of 2024 are over on 30 June.
    expect(standing(ceiling(), [line('182000.00')]).forecast).toBe('366000.00');
    expect(standing(ceiling(), [line('182000.00')], '2024-06-30', ['500000.00'])).toMatchObject({
      forecast: '682000.00',
      forecastBy: '已支出加已预留',
    });
    expect(standing(ceiling(), [line('1.00')], '2024-01-20').forecast).toBeNull();
  });

  test('can be recomputed from its lines: spent, reserved and left always make the ceiling', () => {
    const cents = fc.integer({ min: -1_000_000, max: 50_000_000 });
    const text = (n: number): string =>
      `${n < 0 ? '-' : ''}${Math.trunc(Math.abs(n) / 100)}.${String(Math.abs(n) % 100).padStart(2, '0')}`;
    const back = (money: string): number => Math.round(Number(money) * 100);
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), fc.array(cents, { maxLength: 8 }), (spent, held) => {
        const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
        const now = standing(
          ceiling(),
          spent.map((n) => line(text(n))),
          '2024-12-31',
          held.map(text),
        );
        expect(back(now.spent)).toBe(sum(spent));
        expect(back(now.reserved)).toBe(sum(held));
        expect(back(now.left)).toBe(160_450_000 - sum(spent) - sum(held));
      }),
    );
  });
});

test.each([
  ['30212', 'abroad'],
  ['3021202', 'abroad'],
  ['31013', 'vehicle-purchase'],
  ['30231', 'vehicle-running'],
  ['30217', 'reception'],
  ['30211', null],
])('%s pays for %s', (economic, expected) => {
  expect(publicExpenseOf(economic)).toBe(expected);
});
