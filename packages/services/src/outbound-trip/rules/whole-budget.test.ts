import type { Answers } from '@zhitongche/kernel';
import { describe, expect, test } from 'vitest';
import { found } from '../testing/trip.ts';

const TRIP: Answers = {
  exitDate: '2026-06-01',
  entryDate: '2026-06-05',
  members: [
    { name: '张三', cabin: 'economy' },
    { name: '李四', cabin: 'business' },
  ],
  legs: [{ country: '日本', city: '东京', transit: false, arrive: '2026-06-01', leave: '2026-06-05' }],
  hostAirfare: false,
  fares: [
    { cabin: 'economy', fare: '5000.00', carrier: 'chinese' },
    { cabin: 'business', fare: '15000.00', carrier: 'chinese' },
  ],
  fundSources: ['budget'],
};

describe('a budget is whole before it is filed', () => {
  test('a cabin somebody travels in has its fare', () => {
    expect(found('F-07', TRIP)).toEqual([]);
    const without = { ...TRIP, fares: [{ cabin: 'first', fare: '5000.00', carrier: 'chinese' }] };
    expect(found('F-07', without).map(({ level, at, message }) => [level, at, message])).toEqual([
      ['block', ['fares'], expect.stringContaining('经济舱')],
      ['block', ['fares'], expect.stringContaining('公务舱')],
    ]);
    expect(found('F-07', { ...without, hostAirfare: true })).toEqual([]);
  });

  test('what a 省部级 sleeps for is estimated, as it is paid at cost', () => {
    const trip = { ...TRIP, members: [{ name: '张三', cabin: 'economy', rank: 'ministry' }] };
    expect(found('F-07', trip)).toMatchObject([{ level: 'warn', at: ['legs', 0, 'suitePrice'] }]);
  });

  test('a country without a standard names the neighbour whose standard is taken, else it stops', () => {
    const legs = [{ country: '法国', city: '巴黎', transit: false }];
    expect(found('F-02', { legs })).toMatchObject([{ level: 'block' }]);
    expect(found('F-02', { legs: [{ ...legs[0], standardFrom: '日本' }] })).toMatchObject([
      { level: 'warn' },
    ]);
  });

  test('nobody pays for more people than travel', () => {
    const row = { kind: 'visa', currency: 'CNY', amount: '800.00', persons: 3 };
    expect(found('F-08', { ...TRIP, otherFees: [row] })).toMatchObject([
      { level: 'block', at: ['otherFees', 0, 'persons'] },
    ]);
    const ride = {
      kind: 'airport',
      from: '机场',
      to: '东京',
      currency: 'JPY',
      amount: '3000.00',
      persons: 3,
    };
    expect(found('F-08', { ...TRIP, journeys: [ride], otherFees: [{ ...row, persons: 2 }] })).toMatchObject([
      { at: ['journeys', 0, 'persons'] },
    ]);
  });
});

describe('who pays is told, and pays', () => {
  test('a host who is the only one to pay bears everything', () => {
    const hosted = { ...TRIP, fundSources: ['host'] };
    expect(found('F-09', hosted)).toMatchObject([{ level: 'block', at: ['fundSources'] }]);
    const covers = ['lodging', 'meals', 'transport', 'incidentals'];
    const legs = [
      {
        country: '日本',
        city: '东京',
        transit: false,
        arrive: '2026-06-01',
        leave: '2026-06-05',
        hostCovers: covers,
      },
    ];
    expect(found('F-09', { ...hosted, legs, hostAirfare: true })).toEqual([]);
  });

  test('a host among others who bears nothing is asked what he bears', () => {
    const both = { ...TRIP, fundSources: ['budget', 'host'] };
    expect(found('F-09', both)).toMatchObject([{ level: 'warn' }]);
    expect(found('F-09', { ...both, hostAirfare: true })).toEqual([]);
  });
});
