import { addDays } from '@zhitongche/base';
import type { Answers } from '@zhitongche/form';
import { describe, expect, test } from 'vitest';
import { found } from '../testing/trip.ts';

const stop = (country: string, city: string, arrive: string, leave: string, more: object = {}) => ({
  country,
  city,
  transit: false,
  arrive,
  leave,
  ...more,
});
const transit = (arrive: string, leave: string) =>
  stop('阿联酋', '迪拜', arrive, leave, { transit: true, leftAirport: false });
const from = (exitDate: string, entryDate: string, ...legs: readonly object[]): Answers => ({
  exitDate,
  entryDate,
  legs: legs.map((leg) => ({ ...leg })),
});

describe('过境', () => {
  test('three nights in an airport are no transit: a fourth country is not hidden as one', () => {
    const trip = from(
      '2026-06-01',
      '2026-06-05',
      transit('2026-06-01', '2026-06-04'),
      stop('埃及', '开罗', '2026-06-04', '2026-06-05'),
    );
    expect(found('R-34', trip)).toMatchObject([{ level: 'block', at: ['legs', 0, 'leave'] }]);
    expect(found('R-34', trip)[0]?.message).toContain('3晚');
  });

  test('a night between two flights is one, and the office says how many nights it takes', () => {
    const trip = from(
      '2026-06-01',
      '2026-06-05',
      transit('2026-06-01', '2026-06-02'),
      stop('埃及', '开罗', '2026-06-02', '2026-06-05'),
    );
    expect(found('R-34', trip)).toEqual([]);
    expect(found('R-34', trip, { policies: { 'outbound-trip.transit-nights': 0 } })).toHaveLength(1);
  });
});

describe('前后衔接', () => {
  const paris = (arrive: string, leave: string) => stop('法国', '巴黎', arrive, leave);

  test.each([
    ['home three days after the last stop', '2026-06-05', [paris('2026-06-01', '2026-06-02')], 'leave', 0],
    ['three days on the way out', '2026-06-05', [paris('2026-06-04', '2026-06-05')], 'arrive', 0],
    [
      'two days between two stops',
      '2026-06-08',
      [paris('2026-06-01', '2026-06-03'), stop('意大利', '罗马', '2026-06-05', '2026-06-08')],
      'arrive',
      1,
    ],
  ])('%s: who spends the nights where is asked', (_what, entry, legs, field, row) => {
    expect(found('C-02', from('2026-06-01', entry, ...legs))).toMatchObject([
      { level: 'warn', at: ['legs', row, field] },
    ]);
  });

  test('a night on board is nothing to explain, two are not over the ocean to Latin America', () => {
    expect(found('C-02', from('2026-06-01', '2026-06-05', paris('2026-06-02', '2026-06-04')))).toEqual([]);
    const saoPaulo = stop('巴西', '圣保罗', '2026-06-02', '2026-06-06');
    expect(found('C-02', from('2026-06-01', '2026-06-08', saoPaulo))).toEqual([]);
    expect(found('C-02', from('2026-06-01', '2026-06-09', saoPaulo))).toHaveLength(1);
  });

  test('the transits on the way say where the time goes', () => {
    const trip = from(
      '2026-06-01',
      '2026-06-06',
      transit('2026-06-01', '2026-06-02'),
      stop('埃及', '开罗', '2026-06-02', '2026-06-05'),
    );
    expect(found('C-02', trip)).toEqual([]);
  });
});

describe('日程', () => {
  const days = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => addDays('2026-06-01', i));
  const official = (date: string, period = 'day') => ({ date, period, kind: 'official', activity: '会谈' });

  test('up to a month every morning and afternoon is filled in: half a day left open is named', () => {
    const programme = days(5).map((date, i) => official(date, i === 2 ? 'am' : 'day'));
    const [hit] = found('C-03', { exitDate: '2026-06-01', entryDate: '2026-06-05', programme });
    expect(hit?.message).toContain('06-03下午');
  });

  test('the days of leaving and coming home may be half', () => {
    const programme = days(5).map((date, i) => official(date, i === 0 ? 'pm' : i === 4 ? 'am' : 'day'));
    expect(found('C-03', { exitDate: '2026-06-01', entryDate: '2026-06-05', programme })).toEqual([]);
  });

  test('beyond a month a plan by the week is enough, and is not counted as idleness', () => {
    const weekly = {
      exitDate: '2026-06-01',
      entryDate: '2026-07-30',
      programme: days(60).flatMap((date, i) => (i % 7 === 0 || i > 57 ? [official(date)] : [])),
    };
    expect(found('C-03', weekly)).toEqual([]);
    expect(found('R-16', weekly)).toEqual([]);
    const without = weekly.programme.filter(({ date }) => date !== '2026-06-15');
    expect(found('C-03', { ...weekly, programme: without })[0]?.message).toContain('06-15');
  });
});

test('whoever joins the group of another unit does not organise it (C-07)', () => {
  const unit = { filerUnit: '某某省商务厅', organiser: '某某省商务厅' };
  for (const caseType of ['join', 'span-join'])
    expect(found('C-07', { ...unit, caseType })).toMatchObject([{ level: 'block', at: ['organiser'] }]);
  expect(found('C-07', { ...unit, caseType: 'join', organiser: '某某部' })).toEqual([]);
  expect(found('C-07', { ...unit, caseType: 'own' })).toEqual([]);
});
