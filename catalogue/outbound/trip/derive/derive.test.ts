import { soundAnswers, type Answers } from '@zhitongche/form';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, decimalOf, plus, whole, ZERO } from '@zhitongche/base';
import type { World } from '@zhitongche/case/testing';
import { contextOf } from '../../../shared/testing/context.ts';
import { tripForm } from '../form.ts';
import { policies } from '../policy.ts';
import { TODAY, trip } from '../testing/trip.ts';
import { dueBack } from '../../../shared/return-days.ts';
import { deriveTrip } from './derive.ts';
import { stayLimit } from '../../../shared/entry-rules.ts';
import { entriesOf, entryFor } from './entry.ts';
import { routeRules } from '../rules/route.ts';
import { staysOf } from '../../../shared/travel-stays.ts';
import { daysAbroad } from '../../../shared/days-abroad.ts';

const derive = (answers: Answers, given: World = {}) =>
  deriveTrip(soundAnswers(tripForm, answers), contextOf(policies, { today: TODAY, ...given }));

const line = (answers: Answers, label: string, given: World = {}) =>
  derive(answers, given).funding.lines.find((l) => l.label === label);

describe('a real budget opinion form: one person, five days in another city of Japan', () => {
  const form: Answers = {
    exitDate: '2026-10-30',
    entryDate: '2026-11-03',
    members: [{ name: '甲', rank: 'technical', cabin: 'economy' }],
    legs: [{ country: '日本', city: '奈良', transit: false, arrive: '2026-10-30', leave: '2026-11-03' }],
    hostAirfare: false,
    fares: [{ cabin: 'economy', fare: '25000.00', carrier: 'chinese' }],
    journeys: [
      {
        kind: 'intercity',
        from: '奈良',
        to: '东京',
        means: '火车',
        currency: 'CNY',
        amount: '6000.00',
        persons: 1,
      },
    ],
    otherFees: [{ kind: 'other', currency: 'CNY', amount: '2000.00', persons: 1 }],
  };
  // The form counted five nights for five days.
  const counted = { policies: { 'outbound-trip.nights': 'days' } };

  test('comes to 40 311.60 yuan', () => {
    expect(derive(form, counted).funding.cny).toBe('40311.60');
  });

  test.each([
    ['住宿费', '45000.00'],
    ['伙食费', '50000.00'],
    ['公杂费', '25000.00'],
  ])('%s is %s yen', (label, amount) => {
    expect(line(form, label, counted)).toMatchObject({ currency: 'JPY', amount });
  });

  test('by nights actually spent, lodging is four nights', () => {
    expect(line(form, '住宿费')).toMatchObject({ days: 4, amount: '36000.00' });
  });

  test.each([
    [['meals', 'incidentals'], undefined, undefined],
    [['transport'], '50000.00', '10000.00'],
    [['meals'], undefined, '25000.00'],
  ])('with %j provided by the host: meals %s, incidentals %s', (hostCovers, meals, incidentals) => {
    const hosted = {
      ...form,
      legs: [
        {
          country: '日本',
          city: '奈良',
          transit: false,
          arrive: '2026-10-30',
          leave: '2026-11-03',
          hostCovers,
        },
      ],
    };
    expect(line(hosted, '伙食费')?.amount).toBe(meals);
    expect(line(hosted, '公杂费')?.amount).toBe(incidentals);
  });

  test('the way to the airport is paid like a journey between cities', () => {
    const journeys = [
      {
        kind: 'airport',
        from: '奈良',
        to: '关西机场',
        means: '火车',
        currency: 'JPY',
        amount: '2000.00',
        persons: 1,
      },
    ];
    expect(line({ ...form, journeys }, '往返机场交通')).toMatchObject({
      kind: 'journey',
      amount: '2000.00',
      cny: '121.86',
    });
  });

  test('a missing rate leaves the sum open and says so', () => {
    const { funding } = derive(form, { tables: { 'exchange-rates': [] } });
    expect(funding.cny).toBeNull();
    expect(funding.missing.join()).toContain('日元');
  });

  test('the rate in force is the latest not after the day', () => {
    const rates = (rate: string, date: string) => ({ currency: 'JPY', rate, date });
    const tables = {
      'exchange-rates': [
        rates('0.05', '2026-01-01'),
        rates('0.04', '2026-03-01'),
        rates('0.03', '2026-04-01'),
      ],
    };
    expect(derive(form, { tables }).funding.byCurrency.find((c) => c.currency === 'JPY')).toMatchObject({
      rate: '0.04',
      rateDate: '2026-03-01',
    });
  });
});

describe('rooms and seats by rank', () => {
  const minister: Answers = {
    exitDate: '2026-10-30',
    entryDate: '2026-11-03',
    hostAirfare: false,
    members: [
      { rank: 'ministry', cabin: 'first' },
      { rank: 'division', cabin: 'economy' },
    ],
    legs: [
      {
        country: '日本',
        city: '东京',
        transit: false,
        arrive: '2026-10-30',
        leave: '2026-11-03',
        suitePrice: '60000.00',
      },
    ],
    fares: [
      { cabin: 'first', fare: '50000.00', carrier: 'chinese' },
      { cabin: 'economy', fare: '8000.00', carrier: 'chinese' },
    ],
  };
  test('省部级 is lodged at cost, the others within the standard', () => {
    expect(line(minister, '住宿费（省部级）')).toMatchObject({ persons: 1, amount: '240000.00' });
    expect(line(minister, '住宿费')).toMatchObject({ persons: 1, amount: '80000.00' });
  });
  test('fares count who sits in each cabin', () => {
    expect(line(minister, '国际旅费（头等舱）')?.amount).toBe('50000.00');
    expect(line(minister, '国际旅费（经济舱）')?.amount).toBe('8000.00');
  });
  test('fares paid by the host are no cost', () => {
    expect(line({ ...minister, hostAirfare: true }, '国际旅费（头等舱）')).toBeUndefined();
  });
});

describe('days and nights', () => {
  test('three cities in ten days share out the days abroad', () => {
    const derived = derive(trip());
    expect(derived.days).toBe(10);
    expect(derived.stays.map((s) => s.nights)).toEqual([3, 3, 3]);
    expect(derived.stays.reduce((sum, s) => sum + s.days, 0)).toBe(10);
    expect(derived.destinationKind).toBe('abroad');
  });

  test('the days of the stops always add up to the days abroad', () => {
    const offsets = fc.array(fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: 0, max: 15 })), {
      minLength: 1,
      maxLength: 6,
    });
    const day = (n: number) => new Date(Date.UTC(2026, 5, 10 + n)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), offsets, (length, spans) => {
        const [exit, entry] = [day(0), day(length)];
        const legs = spans.map(([from, stay]) => ({
          country: '日本',
          transit: false,
          arrive: day(from),
          leave: day(from + stay),
        }));
        const stays = staysOf(exit, entry, legs);
        const sum = stays.reduce((total, stay) => total + stay.days, 0);
        expect(sum).toBe(stays.length === 0 ? 0 : length + 1);
      }),
    );
  });

  test('passports are due on exit day + approved days + 7', () => {
    expect(dueBack('2026-03-01', 5, 7)).toBe('2026-03-13');
  });

  test.each([
    ['2026-06-05', '2026-06-01'],
    [undefined, '2026-06-01'],
  ])('exit %s, entry %s is no stay', (exit, entry) => {
    expect(daysAbroad(exit, entry)).toBeUndefined();
  });
});

describe('visa or exemption', () => {
  const { facts } = contextOf(policies);
  test.each([
    ['service', '韩国', 9, 'exempt'],
    ['service', '韩国', 30, 'exempt'],
    ['service', '韩国', 31, 'visa'],
    ['public-ordinary', '韩国', 9, 'visa'],
    ['public-ordinary', '塞尔维亚', 200, 'exempt'],
    ['service', '英国', 5, 'ask'],
    ['diplomatic', '意大利', 5, 'ask'],
    ['diplomatic', '伊拉克', 5, 'visa'],
    ['public-ordinary', '巴西', 8, 'exempt'],
    ['service', '新加坡', 3, 'ask'],
    ['service', '美国', 5, 'visa'],
    ['service', '香港', 2, 'permit'],
  ])('%s passport to %s for %i days: %s', (passport, country, days, answer) => {
    const entry = entryFor(facts, passport, country, '2026-06-01', days);
    expect(entry.answer).toBe(answer);
    expect(entry.source).not.toBe('');
  });

  test('an exemption that begins later does not help yet', () => {
    expect(entryFor(facts, 'public-ordinary', '巴西', '2024-06-04', 5).answer).toBe('visa');
  });

  const row = {
    country: '埃及',
    documents: '公务护照',
    service: 'Y',
    from: '2020-01-01',
    stay: '30日',
    status: '有效',
    source: '中国与外国互免签证协定一览表（外交部领事司，资料截至2025-07-25）',
  };
  const told = (more: object, day = '2026-06-01') =>
    entryFor(
      { ...facts, table: (name) => (name === 'visa-exemptions' ? [{ ...row, ...more }] : facts.table(name)) },
      'service',
      '埃及',
      day,
      5,
    );

  test('an answer read from a compiled row says that nobody compared it with the Ministry’s list', () => {
    expect(told({}).source).toContain('汇编所得，未与外交部公布的名单核对');
    expect(told({ compared: true }).source).not.toContain('汇编');
  });

  test('a rule is good up to its last day, and from then on nobody knows', () => {
    expect(told({ until: '2026-12-31' }, '2026-12-27').answer).toBe('exempt');
    const after = told({ until: '2026-12-31' }, '2027-01-01');
    expect(after.answer).toBe('ask');
    expect(after.source).toContain('至2026-12-31止，其后是否免签未知');
    // The stay must lie within it, not only the arrival.
    expect(told({ until: '2026-12-31' }, '2026-12-29').answer).toBe('ask');
  });

  test('a country entered twice is looked at to the last day there, not only as long as all days together', () => {
    const { facts: base } = contextOf(policies);
    const table = (name: string) =>
      name === 'visa-exemptions' ? [{ ...row, until: '2026-06-08' }] : base.table(name);
    const stays = (last: string) =>
      entriesOf(
        [{ name: '陈', passportKind: 'service' }],
        [
          { country: '埃及', arrive: '2026-06-01', leave: '2026-06-02' },
          { country: '法国', arrive: '2026-06-02', leave: '2026-06-07' },
          { country: '埃及', arrive: '2026-06-07', leave: last },
        ],
        { ...base, table },
      ).find(({ country }) => country === '埃及');
    expect(stays('2026-06-08')).toMatchObject({ answer: 'exempt', stayDays: 4 });
    expect(stays('2026-06-09')).toMatchObject({ answer: 'ask' });
  });

  test('what nobody knows is told while the trip is filled in, at the stop it concerns', () => {
    const uncertain = routeRules.find(({ code }) => code === 'C-06');
    const { facts: base, ...context } = contextOf(policies);
    const table = (name: string) =>
      name === 'visa-exemptions' ? [{ ...row, until: '2026-06-03' }] : base.table(name);
    const answers = {
      members: [{ name: '陈', passportKind: 'service' }],
      legs: [{ country: '埃及', arrive: '2026-06-01', leave: '2026-06-05' }],
    };
    const found = uncertain?.run(answers, { ...context, facts: { ...base, table } }) ?? [];
    expect(found).toHaveLength(1);
    expect(found[0]?.at).toEqual(['legs', 0, 'country']);
    expect(found[0]?.message).toContain('至2026-06-03止，其后是否免签未知');
  });

  test('an answer never cites a software repository, not even from a table loaded long ago', () => {
    const { source } = told({ source: '汇编本（GitHub someone/list dce08c7，资料至2025-07-25）' });
    expect(source).not.toMatch(/github|someone/i);
    expect(source).toContain('来源未注明');
  });

  test.each([
    ['30日', 30],
    ['每180日停留最长不超过90日', 90],
    ['30日，每180日累计停留不超过90日', 30],
    ['入境之日起不超过14天', 14],
    ['在任意连续的180日内，免签停留期不超过90日', 90],
    ['1个月', 30],
    ['不超过3个月', 90],
    ['无停留期限', Number.POSITIVE_INFINITY],
    ['未注明', undefined],
  ])('the clause %j allows %s days', (clause, days) => {
    expect(stayLimit(clause)).toBe(days);
  });

  test('every traveller gets an answer for every country entered', () => {
    const { entries } = derive(trip());
    expect(entries).toHaveLength(18);
    expect(new Set(entries.map((e) => e.todo))).toEqual(
      new Set(['办理签证', '办理出境证明', '向领事部门核实是否免签']),
    );
  });
});

describe('computing never fails', () => {
  test('whatever is typed, figures come out and the yuan add up', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.constant('2026-06-01'),
      fc.constant('日本'),
      fc.constant('12.50'),
    );
    const row = fc.dictionary(
      fc.constantFrom(
        'country',
        'city',
        'arrive',
        'leave',
        'transit',
        'hotelPrice',
        'rank',
        'cabin',
        'amount',
        'currency',
        'persons',
        'fare',
      ),
      cell,
    );
    const keys = fc.constantFrom(
      'exitDate',
      'entryDate',
      'legs',
      'members',
      'fares',
      'journeys',
      'otherFees',
      'trainDays',
      'hostAirfare',
      'banquet',
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.oneof(cell, fc.array(row, { maxLength: 4 }))), (answers) => {
        const { funding } = derive(answers);
        const sum = funding.lines.reduce((all, l) => plus(all, decimalOf(l.cny ?? '0') ?? ZERO), ZERO);
        if (funding.cny !== null) expect(compare(sum, decimalOf(funding.cny) ?? whole(-1))).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});
