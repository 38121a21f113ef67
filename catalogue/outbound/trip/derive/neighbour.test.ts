import { soundAnswers, type Answers } from '@zhitongche/form';
import { expect, describe, test } from 'vitest';
import { contextOf } from '../../../shared/testing/context.ts';
import { TABLES } from '../../../shared/testing/tables.ts';
import { tripForm } from '../form.ts';
import { policies } from '../policy.ts';
import { found, TODAY } from '../testing/trip.ts';
import { deriveTrip } from './derive.ts';

const WORLD = {
  tables: {
    countries: [
      ...(TABLES.countries ?? []),
      { name: '巴拉圭', kind: 'abroad', farAway: true, relations: false, region: '美洲' },
    ],
  },
};
const said = (code: string, answers: Answers) => found(code, answers, WORLD)[0];

/** Two people for five days in a country that has no row of its own in the table of the stories. */
const visit = (more: Answers = {}): Answers => ({
  exitDate: '2026-05-11',
  entryDate: '2026-05-15',
  members: [
    { name: '甲', rank: 'division', cabin: 'economy' },
    { name: '乙', rank: 'section', cabin: 'economy' },
  ],
  legs: [
    {
      country: '巴拉圭',
      city: '亚松森',
      transit: false,
      arrive: '2026-05-11',
      leave: '2026-05-15',
      ...more,
    },
  ],
  hostAirfare: true,
});
const funding = (answers: Answers) =>
  deriveTrip(soundAnswers(tripForm, answers), contextOf(policies, { today: TODAY, ...WORLD })).funding;

describe('与我新建交或未建交国家，参照经济水平相近的邻国标准执行 (财行〔2013〕516号, §9.4)', () => {
  test('with the neighbour named, the budget is whole: Argentina 170, 50 and 40 dollars at 7 yuan', () => {
    const { lines, missing, cny } = funding(visit({ standardFrom: '阿根廷' }));
    // By hand: lodging 170×2×4 = 1360, meals 50×2×5 = 500, incidentals 40×2×5 = 400; 2260 dollars × 7.
    expect(lines.map(({ label, amount }) => [label, amount])).toEqual([
      ['住宿费', '1360.00'],
      ['伙食费', '500.00'],
      ['公杂费', '400.00'],
    ]);
    expect(lines.every(({ note }) => note.includes('参照阿根廷'))).toBe(true);
    expect(missing).toEqual([]);
    expect(cny).toBe('15820.00');
  });

  test('while it is not named, the rule asks for it and the budget says what is missing', () => {
    expect(funding(visit()).missing).toHaveLength(1);
    expect(said('F-02', visit())).toMatchObject({ at: ['legs', 0, 'standardFrom'] });
  });

  test('named, the rule says by whose standard the money is counted', () => {
    expect(said('F-02', visit({ standardFrom: '阿根廷' }))?.message).toContain('参照阿根廷');
  });

  test('a neighbour without a row of its own does not help', () => {
    expect(funding(visit({ standardFrom: '巴拉圭' })).missing).toHaveLength(1);
  });

  test('a hotel above the neighbour’s standard is stopped like any other', () => {
    const dear = visit({ standardFrom: '阿根廷', hotelPrice: '171.00', conferenceHotel: false });
    expect(said('F-01', dear)?.message).toContain('170');
  });
});
