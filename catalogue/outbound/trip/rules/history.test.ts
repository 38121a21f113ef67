import { describe, expect, test } from 'vitest';
import { tripForm } from '../form.ts';
import { found } from '../testing/trip.ts';

const ID = '11010519491231002X';

const earlier = (exitDate: string, more: Readonly<Record<string, string>> = {}) => ({
  'person-trips': {
    trips: [
      {
        citizenId: ID,
        caseNumber: 'C1',
        group: '旧团',
        exitDate,
        entryDate: exitDate,
        countries: ['日本'],
        missionKind: 'visit',
        ...more,
      },
    ],
  },
});

describe('how often a person travels', () => {
  const leaving = { exitDate: '2026-06-01' };
  const of = (member: Readonly<Record<string, string | number>>) => ({
    ...leaving,
    members: [{ citizenId: ID, ...member }],
  });

  test.each([
    ['R-12', { rank: 'bureau', position: 'none' }, '2024-06-02', 1],
    ['R-12', { rank: 'bureau', position: 'none' }, '2024-05-31', 0],
    ['R-12', { rank: 'bureau', position: 'external' }, '2025-06-02', 0],
    ['R-12', { rank: 'division' }, '2025-06-02', 0],
    ['R-13', { rank: 'bureau', position: 'principal' }, '2026-02-01', 1],
    ['R-13', { rank: 'bureau', position: 'principal' }, '2025-12-31', 0],
    ['R-15', { rank: 'division' }, '2024-07-01', 1],
    ['R-15', { rank: 'section' }, '2025-07-01', 0],
  ])('%s for %j who left on %s: %i warning', (code, member, last, expected) => {
    expect(found(code, of(member), { lookups: earlier(last) })).toHaveLength(expected);
  });

  test('what the person declares counts even when the register knows nothing', () => {
    expect(found('R-15', of({ rank: 'division', tripsThisYear: 1 }))).toHaveLength(1);
    expect(found('R-15', of({ rank: 'division', tripsThisYear: 0 }))).toEqual([]);
  });

  test('the form asks how often in the last two years, which is what R-12 and R-15 count', () => {
    const division = { rank: 'division', tripsThisYear: 0 };
    expect(found('R-15', of({ ...division, tripsTwoYears: 1 }))).toMatchObject([
      { at: ['members', 0, 'tripsTwoYears'], message: expect.stringContaining('2年内') },
    ]);
    expect(found('R-15', of({ ...division, tripsTwoYears: 0 }))).toEqual([]);
    const bureau = { rank: 'bureau', position: 'none', tripsThisYear: 0 };
    expect(found('R-12', of({ ...bureau, tripsTwoYears: 1 }))).toHaveLength(1);
    expect(found('R-12', of({ ...bureau, tripsTwoYears: 0 }))).toEqual([]);
  });

  test('or in the term (§8 ④): a third trip in it is a question for a 厅局级 even when the last two years are free', () => {
    const bureau = { rank: 'bureau', position: 'none', tripsThisYear: 0, tripsTwoYears: 0 };
    expect(found('R-12', of({ ...bureau, tripsTerm: 2 }))).toMatchObject([
      { at: ['members', 0, 'tripsTerm'], message: expect.stringContaining('任期') },
    ]);
    expect(found('R-12', of({ ...bureau, tripsTerm: 1 }))).toEqual([]);
  });

  test('what a division head did this year alone is no longer asked under the name of two years', () => {
    const { members } = tripForm.members.fields;
    const { tripsTwoYears, tripsTerm } = members.columns;
    expect(tripsTwoYears.label).toContain('近两年');
    expect(tripsTwoYears.shown?.({ rank: 'division' }, {})).toBe(true);
    expect(tripsTwoYears.shown?.({ rank: 'section' }, {})).toBe(false);
    expect(tripsTerm.label).toContain('任期');
    expect(tripsTerm.shown?.({ rank: 'bureau' }, {})).toBe(true);
  });

  test('academic trips are not counted, and zero in the figures means no limit', () => {
    const answers = of({ rank: 'division' });
    expect(found('R-15', answers, { lookups: earlier('2025-07-01', { missionKind: 'academic' }) })).toEqual(
      [],
    );
    expect(
      found('R-15', answers, {
        lookups: earlier('2025-07-01'),
        policies: { 'outbound-trip.frequency.division.max': 0 },
      }),
    ).toEqual([]);
  });

  test('leaders in charge of foreign affairs travel as work needs', () => {
    expect(found('R-14', of({ rank: 'bureau', position: 'external', tripsThisYear: 2 }))).toMatchObject([
      { level: 'info' },
    ]);
  });
});

describe('splitting one trip into several groups', () => {
  const answers = {
    exitDate: '2026-06-01',
    entryDate: '2026-06-05',
    legs: [{ country: '美国', transit: false, inviter: '某文化中心' }],
  };
  const other = (exitDate: string, countries: readonly string[], inviters: readonly string[]) => ({
    'similar-trips': {
      trips: [
        {
          caseNumber: 'C2',
          group: '二团',
          exitDate,
          entryDate: exitDate,
          countries: [...countries],
          inviters: [...inviters],
          members: 6,
        },
      ],
    },
  });

  test.each([
    ['same country, four days later', '2026-06-09', ['美国'], [], 1],
    ['same inviter in another country', '2026-06-09', ['加拿大'], ['某文化中心'], 1],
    ['same country, sixteen days after the return', '2026-06-21', ['美国'], [], 0],
    ['another country and inviter', '2026-06-02', ['加拿大'], ['别的单位'], 0],
  ])('%s', (_name, exitDate, countries, inviters, expected) => {
    const hits = found('R-09', answers, { lookups: other(exitDate, countries, inviters) });
    expect(hits).toHaveLength(expected);
    expect(hits.every((p) => p.level === 'warn' && p.message.includes('C2'))).toBe(true);
  });
});

describe('documents not handed in', () => {
  const overdue = (kind: string, daysLate: number, more: Readonly<Record<string, string>> = {}) => ({
    'overdue-passports': {
      documents: [
        { kind, holder: '甲', citizenId: ID, caseNumber: 'C3', due: '2026-01-20', daysLate, ...more },
      ],
    },
  });
  const members = [
    { name: '甲', citizenId: ID },
    { name: '乙', citizenId: '440524188001010014' },
  ];

  test.each([
    [30, 0],
    [31, 1],
  ])('a passport %i days late locks the unit: %i', (days, expected) => {
    const hits = found('R-28', {}, { lookups: overdue('passport', days) });
    expect(hits).toHaveLength(expected);
    expect(hits.every((p) => p.level === 'block' && p.at.length === 0)).toBe(true);
  });

  test('a passport that came back late locks nobody any more', () => {
    const back = overdue('passport', 40, { returnedOn: '2026-03-01' });
    expect(found('R-28', {}, { lookups: back })).toEqual([]);
  });

  test('a permit late warns for that person only', () => {
    expect(found('R-29', { members }, { lookups: overdue('permit', 3) })).toMatchObject([
      { at: ['members', 0, 'name'] },
    ]);
    expect(found('R-28', {}, { lookups: overdue('permit', 99) })).toEqual([]);
  });

  test('a permit never handed in does not become right by waiting', () => {
    expect(found('R-29', { members }, { lookups: overdue('permit', 800) })).toHaveLength(1);
  });

  test.each([
    ['2026-03-01', 1],
    ['2025-03-03', 1],
    ['2025-03-02', 0],
  ])('a permit handed in late on %s suspends its holder for a year: %i', (returnedOn, expected) => {
    const lookups = overdue('permit', 5, { returnedOn });
    expect(found('R-29', { members }, { lookups })).toHaveLength(expected);
  });
});
