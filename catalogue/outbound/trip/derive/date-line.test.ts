import { soundAnswers, type Answers } from '@zhitongche/form';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../shared/testing/context.ts';
import { tripForm } from '../form.ts';
import { policies } from '../policy.ts';
import { found, TODAY } from '../testing/trip.ts';
import { deriveTrip } from './derive.ts';

const leg = (country: string, city: string, arrive: string, leave: string) => ({
  country,
  city,
  transit: false,
  arrive,
  leave,
});
const derive = (answers: Answers) =>
  deriveTrip(soundAnswers(tripForm, answers), contextOf(policies, { today: TODAY }));

describe('a trip across the date line', () => {
  // Leaves Beijing at 00:30 on 10 June, lands in San Francisco on the evening of the 9th.
  const west = {
    exitDate: '2026-06-10',
    entryDate: '2026-06-14',
    legs: [leg('美国', '旧金山', '2026-06-09', '2026-06-13')],
  };

  test('may land the day before it left', () => {
    expect(found('C-02', west)).toEqual([]);
  });

  test('spends the four nights it spends: 9, 10, 11 and 12 June', () => {
    expect(derive(west).stays).toMatchObject([{ nights: 4, days: 5 }]);
  });

  test('may go on from Asia and land the day before', () => {
    const legs = [
      leg('日本', '东京', '2026-06-10', '2026-06-12'),
      leg('美国', '纽约', '2026-06-11', '2026-06-13'),
    ];
    expect(found('C-02', { ...west, legs })).toEqual([]);
    expect(
      found('C-02', {
        ...west,
        legs: [legs[0] ?? {}, leg('库克群岛', '阿瓦鲁阿', '2026-06-11', '2026-06-13')],
      }),
    ).toEqual([]);
  });

  test.each([
    ['美国', '2026-06-08'],
    ['日本', '2026-06-09'],
    ['新西兰', '2026-06-09'],
  ])('to %s cannot land on %s when it leaves on 10 June', (country, arrive) => {
    const legs = [leg(country, '某市', arrive, '2026-06-13')];
    expect(found('C-02', { ...west, legs })).toMatchObject([{ at: ['legs', 0, 'arrive'] }]);
  });
});

describe('days of a stay without visa', () => {
  test('a change of city on one day is one day: 30 in Brazil, not 31', () => {
    const { entries } = derive({
      exitDate: '2026-06-01',
      entryDate: '2026-07-01',
      members: [{ name: '甲', passportKind: 'service' }],
      legs: [
        leg('巴西', '圣保罗', '2026-06-01', '2026-06-15'),
        leg('巴西', '巴西利亚', '2026-06-15', '2026-06-30'),
      ],
    });
    expect(entries).toMatchObject([{ stayDays: 30, answer: 'exempt' }]);
  });

  test('who leaves the country and comes back is counted for both stays', () => {
    const { entries } = derive({
      exitDate: '2026-06-01',
      entryDate: '2026-06-20',
      members: [{ name: '甲', passportKind: 'service' }],
      legs: [
        leg('巴西', '圣保罗', '2026-06-01', '2026-06-05'),
        leg('阿根廷', '布宜诺斯艾利斯', '2026-06-05', '2026-06-08'),
        leg('巴西', '巴西利亚', '2026-06-08', '2026-06-10'),
      ],
    });
    expect(entries.map(({ country, stayDays }) => [country, stayDays])).toEqual([
      ['巴西', 8],
      ['阿根廷', 4],
    ]);
  });
});
