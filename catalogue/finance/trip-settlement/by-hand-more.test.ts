import { describe, expect, test } from 'vitest';
import { TABLES } from '../../shared/testing/tables.ts';
import { isOver } from './bills.ts';
import { settle, type Settled } from './compute.ts';
import type { Settlement } from './form.ts';

/*
 * More settlements worked out on paper, of trips that did not go as planned; rules and rates as in `by-hand.test.ts`, and
 * 1 MOP = 0.88. Somebody who went later or came back earlier than the group is paid for his own days and nights.
 */
type Stop = NonNullable<Settlement['stays']>[number];
type Claim = NonNullable<Settlement['claims']>[number];

const RATES = { JPY: '0.047', USD: '7.1', EUR: '8.2', GBP: '9.4', HKD: '0.91', MOP: '0.88' } as const;
const on = (day: string): string => `2026-${day}`;
const stop = (
  country: string,
  city: string,
  arrive: string,
  leave: string,
  more: Partial<Stop> = {},
): Stop => ({
  country,
  city,
  arrive: on(arrive),
  leave: on(leave),
  ...more,
});
const bill = (item: Claim['item'], currency: Claim['currency'], amount: string, more: Partial<Claim> = {}) =>
  ({ who: '甲', item, currency, amount, ...more }) as Claim;
const bed = (city: string, currency: Claim['currency'], amount: string, more: Partial<Claim> = {}) =>
  bill('lodging', currency, amount, { city, ...more });

interface Trip {
  readonly days: readonly [exit: string, entry: string];
  readonly stays: readonly Stop[];
  readonly people?: Settlement['people'];
  readonly claims?: readonly Claim[];
}
const settled = ({ days: [exit, entry], stays, people, claims = [] }: Trip): Settled =>
  settle(
    {
      exit: on(exit),
      entry: on(entry),
      stays,
      people: people ?? [{ name: '甲', rank: 'division' }],
      claims,
      rates: Object.entries(RATES).map(([currency, rate]) => ({
        currency: currency as keyof typeof RATES,
        day: on(exit),
        rate,
        source: '中国外汇交易中心',
      })),
    },
    { facts: { table: (name) => TABLES[name] ?? [] }, withTransport: 40 },
  );
/** Yuan by kind of cost, the sum, and how many lines are above their standard. */
const comesTo = (trip: Trip) => {
  const { byItem, cny, lines, missing } = settled(trip);
  expect(missing).toEqual([]);
  return [Object.fromEntries(byItem.map((one) => [one.item, one.cny])), cny, lines.filter(isOver).length];
};
const lacks = (trip: Trip) => settled(trip).missing;

const TOKYO = stop('日本', '东京', '06-01', '06-05');
const SEOUL = stop('韩国', '首尔', '06-01', '06-04');

describe('a trip that did not go as planned', () => {
  test('who came back two days before the group is paid for three days and two nights', () => {
    // 甲 78 000, 乙 40 000 of 42 000 (2 nights): 118 000 × 0.047; days 5 + 3: 80 000 and 40 000 × 0.047.
    expect(
      comesTo({
        days: ['06-01', '06-05'],
        stays: [TOKYO],
        people: [
          { name: '甲', rank: 'division' },
          { name: '乙', rank: 'division', entry: on('06-03') },
        ],
        claims: [bed('东京', 'JPY', '78000.00'), bed('东京', 'JPY', '42000.00', { who: '乙' })],
      }),
    ).toEqual([{ lodging: '5546.00', meals: '3760.00', incidentals: '1880.00' }, '11186.00', 1]);
  });

  test('who joined the group on the third day has one night and one day in the first city', () => {
    // 180 of 200 × 7.1 = 1 278, 40 000 × 0.047 = 1 880; 70 × 7.1 + 30 000 × 0.047; 35 × 7.1 + 15 000 × 0.047.
    expect(
      comesTo({
        days: ['06-01', '06-06'],
        stays: [SEOUL, stop('日本', '东京', '06-04', '06-06')],
        people: [{ name: '甲', rank: 'division', exit: on('06-03') }],
        claims: [bed('首尔', 'USD', '200.00'), bed('东京', 'JPY', '40000.00')],
      }),
    ).toEqual([{ lodging: '3158.00', meals: '1907.00', incidentals: '953.50' }, '6018.50', 1]);
  });

  test('one hotel paid in two currencies has one standard, not two', () => {
    // 80 000 − 60 000 = 20 000 yen left, 940 yuan, 132.39 dollars: 60 000 × 0.047 = 2 820, 132.39 × 7.1 = 939.969.
    expect(
      comesTo({
        days: ['06-01', '06-05'],
        stays: [TOKYO],
        claims: [bed('东京', 'JPY', '60000.00'), bed('东京', 'USD', '200.00')],
      }),
    ).toEqual([{ lodging: '3759.97', meals: '2350.00', incidentals: '1175.00' }, '7284.97', 1]);
  });

  test('the host provides meals only', () => {
    // 449.99 × 8.2 = 3 689.918; 38 × 4 × 8.2 = 1 246.40.
    expect(
      comesTo({
        days: ['06-01', '06-04'],
        stays: [stop('德国', '柏林', '06-01', '06-04', { hostCovers: ['meals'] })],
        claims: [bed('柏林', 'EUR', '449.99')],
      }),
    ).toEqual([{ lodging: '3689.92', incidentals: '1246.40' }, '4936.32', 0]);
  });

  test('Hong Kong and on to Macao, whose hotel is billed in patacas', () => {
    // 3 700 × 0.91 = 3 367; 1 200 × 0.91 = 1 092 yuan, 1 240.90 patacas of 1 300: × 0.88 = 1 091.992; 2 + 2 days.
    expect(
      comesTo({
        days: ['06-01', '06-04'],
        stays: [stop('香港', '香港', '06-01', '06-03'), stop('澳门', '澳门', '06-03', '06-04')],
        claims: [bed('香港', 'HKD', '3700.00'), bed('澳门', 'MOP', '1300.00')],
      }),
    ).toEqual([{ lodging: '4458.99', meals: '1820.00', incidentals: '1092.00' }, '7370.99', 1]);
  });

  test('a leg that was cancelled is named until it is taken off; the fee for its hotel is another cost', () => {
    const claims = [bed('首尔', 'USD', '360.00'), bill('other', 'USD', '90.00')];
    const days = ['06-01', '06-03'] as const;
    const seoul = stop('韩国', '首尔', '06-01', '06-03');
    expect(lacks({ days, stays: [seoul, stop('日本', '东京', '06-04', '06-06')], claims })).toEqual([
      '日本东京的抵达日期在入境之后，没有去的请删去这一站',
    ]);
    // 360 × 7.1 = 2 556; 210 × 7.1; 105 × 7.1; 90 × 7.1.
    expect(comesTo({ days, stays: [seoul], claims })).toEqual([
      { lodging: '2556.00', meals: '1491.00', incidentals: '745.50', other: '639.00' },
      '5431.50',
      0,
    ]);
  });

  test('no night, no bed: a day room on a trip of one day is above a standard of nothing', () => {
    // 500 × 0.91 and 300 × 0.91.
    expect(
      comesTo({
        days: ['06-01', '06-01'],
        stays: [stop('香港', '香港', '06-01', '06-01')],
        claims: [bed('香港', 'HKD', '500.00')],
      }),
    ).toEqual([{ lodging: '0.00', meals: '455.00', incidentals: '273.00' }, '728.00', 1]);
  });

  test('three countries and two nights on board: nine days and six nights', () => {
    // 440 × 7.1 + 300 of 310 × 8.2 + 400 × 9.4; days 3, 2, 4: 165 × 7.1 + 120 × 8.2 + 180 × 9.4; 120 × 7.1 + 76 × 8.2 + 140 × 9.4.
    expect(
      comesTo({
        days: ['06-01', '06-09'],
        stays: [
          stop('新加坡', '新加坡', '06-01', '06-03'),
          stop('德国', '柏林', '06-04', '06-06'),
          stop('英国', '伦敦', '06-06', '06-08'),
        ],
        claims: [bed('新加坡', 'USD', '440.00'), bed('柏林', 'EUR', '310.00'), bed('伦敦', 'GBP', '400.00')],
      }),
    ).toEqual([{ lodging: '9344.00', meals: '3847.50', incidentals: '2791.20' }, '15982.70', 1]);
  });
});

describe('what nobody can work out yet is named', () => {
  const days = ['06-01', '06-06'] as const;

  test('a bill in a currency without a rate', () => {
    expect(lacks({ days, stays: [TOKYO], claims: [bill('other', 'THB', '100.00')] })).toEqual([
      '没有泰铢的折算率',
    ]);
  });

  test('stops that overlap would count a night twice, a stop left before it was reached none', () => {
    expect(lacks({ days, stays: [SEOUL, stop('日本', '东京', '06-03', '06-06')] })).toEqual([
      '日本东京的抵达日期早于离开上一站的日期，会多算夜数',
    ]);
    expect(lacks({ days, stays: [stop('日本', '东京', '06-05', '06-01')] })).toEqual([
      '日本东京的离开日期早于抵达日期',
    ]);
  });

  test('across the date line one lands the day before', () => {
    expect(
      lacks({
        days: ['06-01', '06-07'],
        stays: [stop('日本', '东京', '06-01', '06-04'), stop('美国', '火奴鲁鲁', '06-03', '06-06')],
      }),
    ).toEqual([]);
  });

  test('an approval of one bill says nothing of another', () => {
    const approval = '会议指定酒店，外事、财务已批';
    const two = (second: Partial<Claim>) => ({
      days: ['06-01', '06-05'] as const,
      stays: [TOKYO],
      claims: [bed('东京', 'JPY', '50000.00', { approval }), bed('东京', 'JPY', '60000.00', second)],
    });
    expect(lacks(two({}))).toEqual([
      '甲在日本东京的住宿费合计超过标准，有的票据写了事前审批、有的没有，请逐张写明',
    ]);
    expect(lacks(two({ approval }))).toEqual([]);
  });

  test('a city two countries have is named with its country', () => {
    const stays = [stop('德国', '柏林', '06-01', '06-03'), stop('美国', '柏林', '06-03', '06-06')];
    expect(lacks({ days, stays, claims: [bed('柏林', 'EUR', '300.00')] })).toEqual([
      '“柏林”在德国、美国都有，请写成“德国柏林”',
    ]);
    // 300 of 310 × 8.2.
    const [first] = settled({ days, stays, claims: [bed('德国柏林', 'EUR', '310.00')] }).lines;
    expect(first).toMatchObject({ allowed: '300.00', over: '10.00', cny: '2460.00' });
    expect(lacks({ days, stays, claims: [bed('德国柏林', 'EUR', '310.00')] })).toEqual([]);
  });
});
