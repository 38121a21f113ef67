import { describe, expect, test } from 'vitest';
import { legColumns } from '../fields/itinerary.ts';
import { tripForm } from '../form.ts';
import { found, rows, stops } from '../testing/trip.ts';

const UPLOAD = [{ id: 'f', name: '文件.pdf', size: 1000, type: 'application/pdf', digest: '0'.repeat(64) }];

describe('purpose and plan', () => {
  const programme = (official: number, days: number) =>
    Array.from({ length: days }, (_, i) => ({
      date: `2026-06-0${i + 1}`,
      kind: i < official ? 'official' : 'other',
    }));

  test.each([
    [6, 9, 0],
    [5, 9, 1],
    [4, 5, 0],
    [3, 5, 1],
  ])(
    'official activity on %i of %i days: %i warning (two thirds are expected)',
    (official, days, expected) => {
      const answers = {
        exitDate: '2026-06-01',
        entryDate: `2026-06-0${days}`,
        programme: programme(official, days),
      };
      expect(found('R-16', answers)).toHaveLength(expected);
    },
  );

  test('a morning of official activity is half a day', () => {
    const half = (date: string, period: string, kind: string) => ({ date, period, kind });
    const programme = [
      half('2026-06-01', 'day', 'travel'),
      half('2026-06-02', 'am', 'official'),
      half('2026-06-02', 'pm', 'other'),
      half('2026-06-03', 'am', 'official'),
      half('2026-06-03', 'pm', 'official'),
    ];
    // One and a half of three days are less than two thirds; two of three are not.
    const dates = { exitDate: '2026-06-01', entryDate: '2026-06-03' };
    const [hit] = found('R-16', { ...dates, programme });
    expect(hit?.message).toContain('1.5天');
    const whole = programme.with(2, half('2026-06-02', 'pm', 'official'));
    expect(found('R-16', { ...dates, programme: whole })).toEqual([]);
  });

  test('a programme of which only the first days are typed in is not judged yet', () => {
    expect(
      found('R-16', { exitDate: '2026-06-01', entryDate: '2026-06-09', programme: programme(1, 3) }),
    ).toEqual([]);
  });

  test('words of sightseeing must be explained where they stand', () => {
    expect(found('R-17', { purpose: '赴某国观光', tasks: '出席合作园区开工仪式' })).toMatchObject([
      { at: ['purpose'] },
      { at: ['tasks'] },
    ]);
    expect(found('R-17', { purpose: '签署合作协议' })).toEqual([]);
  });

  test('一般性出访 is asked about, and the programme is read too', () => {
    expect(found('R-17', { necessity: '属一般性出访' })).toMatchObject([{ at: ['necessity'] }]);
    const programme = [{ activity: '会谈' }, { activity: '游览名胜' }];
    expect(found('R-17', { programme })).toMatchObject([{ at: ['programme', 1, 'activity'] }]);
  });

  test('a post without a word on duties does not show that it fits the task', () => {
    expect(found('R-19', { members: [{ role: 'member', post: '科长' }] })).toHaveLength(1);
    expect(found('R-19', { members: [{ role: 'interpreter', post: '翻译' }] })).toEqual([]);
    expect(found('R-19', { members: [{ role: 'member', post: '科长', dutyScope: '外贸' }] })).toEqual([]);
  });

  test('outside the plan stops, with a swap it warns', () => {
    expect(found('R-22', { inPlan: true })).toEqual([]);
    expect(found('R-22', { inPlan: false })).toMatchObject([{ level: 'block' }]);
    expect(found('R-22', { inPlan: false, planSwap: '置换原计划第3项' })).toMatchObject([{ level: 'warn' }]);
  });
});

describe('publicity', () => {
  const shown = (from: string, to: string, unit = '商务局') => [{ unit, from, to }];
  test.each([
    // Monday to Friday
    ['2026-01-12', '2026-01-16', 0],
    // Tuesday to Sunday: the weekend does not count
    ['2026-01-13', '2026-01-18', 1],
    // Spring Festival 2026: off 15 to 23 February, 14 and 28 February worked
    ['2026-02-13', '2026-02-23', 1],
    ['2026-02-13', '2026-02-26', 0],
    // still running on the day of filing
    ['2026-02-23', '2026-03-02', 1],
  ])('from %s to %s: %i stop', (from, to, expected) => {
    expect(found('R-21', { publicity: shown(from, to), members: [{ employer: '商务局' }] })).toHaveLength(
      expected,
    );
  });

  test('publicity of long ago says nothing of this filing', () => {
    const members = [{ employer: '商务局' }];
    // 180 days before 2 March 2026 is 3 September 2025.
    expect(found('R-21', { publicity: shown('2025-08-20', '2025-09-03'), members })).toEqual([]);
    const [old] = found('R-21', { publicity: shown('2025-08-20', '2025-09-02'), members });
    expect(old?.message).toContain('2025-09-02');
  });

  test.each([
    ['无异议', 0],
    ['公示期间没有收到反映。', 0],
    ['未收到异议', 0],
    ['没有收到任何反映和异议', 0],
    ['无异议，有意见', 1],
    ['有异议，已核实', 1],
    ['收到2条反映', 1],
  ])('“%s” as what came back: %i to be explained', (feedback, expected) => {
    const publicity = [{ unit: '商务局', from: '2026-01-12', to: '2026-01-16', feedback }];
    const hits = found('R-21', { publicity, members: [{ employer: '商务局' }] });
    expect(hits).toHaveLength(expected);
    expect(hits.every((p) => p.level === 'warn' && p.at.join('.') === 'publicity.0.feedback')).toBe(true);
  });

  test('every unit that sends people publishes for itself', () => {
    const answers = {
      publicity: shown('2026-01-12', '2026-01-16'),
      members: [{ employer: '商务局' }, { employer: '科技局' }],
    };
    const [problem, ...rest] = found('R-21', answers);
    expect(problem?.message).toContain('科技局');
    expect(rest).toEqual([]);
  });
});

describe('money', () => {
  test('both halves of the opinion form must be there, where the departments do not sign here', () => {
    const sealed = { policies: { 'outbound-trip.unit-opinions': ['personnel'] } };
    const missing = found('R-23', {}, sealed);
    expect(missing.map((p) => p.at[0])).toEqual(['budgetForm']);
    expect(missing.every((p) => p.basis?.title.includes('财行〔2013〕516号'))).toBe(true);
    expect(found('R-23', { budgetForm: UPLOAD }, sealed)).toEqual([]);
    expect(found('R-23', {})).toEqual([]);
  });

  test('a cost outside the approved budget of the year goes nowhere', () => {
    const budget = { fundSources: ['budget'] };
    expect(found('F-06', { ...budget, inBudget: false })).toMatchObject([
      { level: 'block', at: ['inBudget'] },
    ]);
    expect(found('F-06', { ...budget, inBudget: true })).toEqual([]);
    expect(found('F-06', { fundSources: ['research'], inBudget: false })).toEqual([]);
  });

  test('a foreign carrier needs a reason', () => {
    const fares = (carrier: string) => ({ hostAirfare: false, fares: [{ carrier }] });
    expect(found('R-30', fares('foreign'))).toMatchObject([{ level: 'warn' }]);
    expect(found('R-30', fares('chinese'))).toEqual([]);
  });

  test('a journey to a city outside the plan needs a reason; the way to an airport does not', () => {
    const legs = [
      { country: '日本', city: '东京', transit: false },
      { country: '日本', city: '大阪', transit: false },
    ];
    const journey = (kind: string, to: string) => ({ legs, journeys: [{ kind, from: '东京', to }] });
    expect(found('R-32', journey('intercity', '大阪'))).toEqual([]);
    expect(found('R-32', journey('intercity', '京都'))).toHaveLength(1);
    expect(found('R-32', journey('airport', '成田机场'))).toEqual([]);
  });

  test('banquets and gifts are filed with the plan and explained', () => {
    expect(found('R-33', { banquet: true, gifts: true })).toHaveLength(2);
    expect(found('R-33', { banquet: false, gifts: false })).toEqual([]);
  });

  const hotel = (more: Readonly<Record<string, string | boolean>>) => ({
    legs: [{}, { country: '日本', city: '东京', transit: false, ...more }],
  });
  test.each([
    ['20000.00', {}, []],
    ['20000.01', {}, ['block']],
    // 143 US dollars at 7 yuan are 1 001, below 20 000 yen at 0.06093 (1 218.60); 175 are 1 225, above
    ['143.00', { hotelCurrency: 'USD' }, []],
    ['175.00', { hotelCurrency: 'USD' }, ['block']],
    ['26000.00', { conferenceHotel: true, hotelApproval: '已询价三家并经财务审批' }, ['warn']],
    ['26000.00', { conferenceHotel: true }, ['block']],
  ])('a night in Tokyo at %s %j against the standard of 20 000 yen: %j', (hotelPrice, more, expected) => {
    const hits = found('F-01', hotel({ hotelPrice, ...more }));
    expect(hits.map((p) => p.level)).toEqual(expected);
    expect(hits.every((p) => p.at.join('.') === 'legs.1.hotelPrice' && p.basis?.title.includes('516'))).toBe(
      true,
    );
  });

  test('a country without a standard follows its neighbour', () => {
    const paris = { country: '法国', city: '巴黎', transit: false, standardFrom: '日本' };
    expect(found('F-02', { legs: [paris] })).toMatchObject([{ level: 'warn' }]);
    expect(found('F-02', { legs: [{ country: '日本', city: '奈良', transit: false }] })).toEqual([]);
  });

  test.each([
    ['德国', '66.00', []],
    ['德国', '66.01', ['block']],
    ['韩国', '50.00', ['info']],
  ])('training in %s at %s a day: %j', (country, trainingFee, expected) => {
    const answers = { caseType: 'training', legs: [{ country, transit: false, trainingFee }] };
    expect(found('F-03', answers).map((p) => p.level)).toEqual(expected);
  });

  test('a stay beyond fourteen days has its allowances settled case by case', () => {
    expect(found('F-04', { exitDate: '2026-06-01', entryDate: '2026-06-15' })).toMatchObject([
      { level: 'info' },
    ]);
    expect(found('F-04', { exitDate: '2026-06-01', entryDate: '2026-06-14' })).toEqual([]);
  });
});

describe('route', () => {
  test('nobody leaves the airport in transit', () => {
    expect(found('R-34', { legs: [{ country: '德国', transit: true, leftAirport: true }] })).toHaveLength(1);
    expect(found('R-34', { legs: [{ country: '德国', transit: true, leftAirport: false }] })).toEqual([]);
  });

  test.each([
    ['2026-06-05', '2026-06-01', ['entryDate']],
    ['2026-03-02', '2026-03-05', ['exitDate']],
    ['2026-06-01', '2026-06-05', []],
  ])('exit %s, entry %s, filed on 2 March: %j', (exitDate, entryDate, expected) => {
    expect(found('C-01', { exitDate, entryDate }).map((p) => p.at[0])).toEqual(expected);
  });

  test('stops follow each other within the trip', () => {
    const leg = (arrive: string, leave: string) => ({
      country: '日本',
      city: '某市',
      transit: false,
      arrive,
      leave,
    });
    const dates = { exitDate: '2026-06-01', entryDate: '2026-06-05' };
    expect(
      found('C-02', { ...dates, legs: [leg('2026-06-01', '2026-06-03'), leg('2026-06-03', '2026-06-05')] }),
    ).toEqual([]);
    const wrong = found('C-02', {
      ...dates,
      legs: [
        leg('2026-06-02', '2026-06-01'),
        leg('2026-06-02', '2026-06-09'),
        leg('2026-06-04', '2026-06-05'),
      ],
    });
    expect(wrong.map((p) => p.at.join('.'))).toEqual(['legs.0.leave', 'legs.1.leave', 'legs.2.arrive']);
  });

  test('days without a programme are named', () => {
    const programme = [{ date: '2026-06-01' }, { date: '2026-06-03' }, { date: '2026-07-01' }];
    const hits = found('C-03', { exitDate: '2026-06-01', entryDate: '2026-06-03', programme });
    expect(hits.map((p) => p.at.join('.'))).toEqual(['programme', 'programme.2.date']);
    expect(hits[0]?.message).toContain('06-02');
  });

  test('filing late is told, not stopped', () => {
    expect(found('C-04', { exitDate: '2026-03-31' })).toMatchObject([{ level: 'info' }]);
    expect(found('C-04', { exitDate: '2026-04-01' })).toEqual([]);
  });

  test('Hong Kong alone and Taiwan are filed elsewhere, Hong Kong on the way is not', () => {
    expect(found('C-05', { legs: stops('香港') })).toHaveLength(1);
    expect(found('C-05', { legs: stops('香港', '日本') })).toEqual([]);
    expect(found('C-05', { legs: stops('日本', '台湾') })).toMatchObject([{ at: ['legs', 1, 'country'] }]);
  });

  test.each(['chinese-company', 'mission', 'overseas-chinese', 'agency'])(
    '%s is no inviter',
    (inviterKind) => {
      expect(found('I-01', { legs: [{ transit: false, inviterKind }] })).toMatchObject([{ level: 'block' }]);
    },
  );
});

describe('documents that depend on the case', () => {
  test.each([
    ['M-01', { caseType: 'span-join' }, 'organiserNotice', 'block'],
    [
      'M-02',
      { caseType: 'own', filerUnit: '商务局', members: [{ employer: '科技局' }] },
      'confirmations',
      'warn',
    ],
    ['M-03', { caseType: 'training' }, 'trainingApproval', 'block'],
    ['M-03', { caseType: 'own', missionKind: 'training' }, 'trainingApproval', 'block'],
    ['M-04', { members: [{ employment: 'reemployed' }] }, 'reemployment', 'block'],
    ['M-05', { members: [{ secrecy: 'core' }] }, 'secrecyPledge', 'block'],
  ])('%s asks for its document and is content with it', (code, answers, upload, level) => {
    expect(found(code, answers)).toMatchObject([{ level, at: [upload] }]);
    expect(found(code, { ...answers, [upload]: UPLOAD })).toEqual([]);
    expect(
      found(code, { caseType: 'own', members: rows(1, { employment: 'serving', secrecy: 'none' }) }),
    ).toEqual([]);
  });

  test('who leads a 双跨 group is not asked for confirmations that only its own notice can bring', () => {
    const answers = { caseType: 'span-lead', filerUnit: '商务局', members: [{ employer: '科技局' }] };
    expect(found('M-02', answers)).toEqual([]);
  });

  test('whoever only travels with the filing unit’s own people needs no confirmation', () => {
    expect(
      found('M-02', { caseType: 'own', filerUnit: '商务局', members: [{ employer: '商务局' }] }),
    ).toEqual([]);
  });

  test('a training trip filed as 自组团 can give what its rules ask for', () => {
    const asked = { caseType: 'own', missionKind: 'training' };
    const { trainingApproval } = tripForm.materials.fields;
    expect(trainingApproval.shown?.(asked)).toBe(true);
    expect(legColumns.trainingFee.shown?.({ transit: false }, asked)).toBe(true);
  });

  test('a country without diplomatic relations needs a reply of the ministry', () => {
    expect(found('M-06', { legs: stops('帕劳') })).toMatchObject([{ at: ['missionOpinion'] }]);
    expect(found('M-06', { legs: stops('帕劳'), missionOpinion: UPLOAD })).toEqual([]);
  });

  test.each([
    ['1956-06-01', 1],
    ['1956-06-02', 0],
  ])('re-employed, born %s, leaving on 1 June 2026: %i stop (70 years)', (birthDate, expected) => {
    const members = [{ employment: 'reemployed', birthDate }];
    expect(found('M-07', { members, exitDate: '2026-06-01' })).toHaveLength(expected);
  });
});
