import { describe, expect, test } from 'vitest';
import type { Answers } from '@zhitongche/form';
import { refilled } from '@zhitongche/case';
import { contextOf } from '../../shared/testing/context.ts';
import { fills, SPELLED } from './fills.ts';
import { policies } from './policy.ts';

const context = contextOf(policies, { lookups: { [SPELLED]: { 康采薇: 'KANG CAIWEI' } } });
const typing = (...steps: readonly Answers[]): Answers =>
  steps.reduce((before, change) =>
    refilled(fills, { answers: before, context }, { answers: { ...before, ...change }, context }),
  );
const rows = (answers: Answers, table: string): readonly Answers[] =>
  (answers[table] ?? []) as readonly Answers[];
const BEGUN: Answers = { caseType: 'own', filerUnit: '澜洲市商务局', members: [] };

describe('a member is told by name, number, post and rank', () => {
  test('the number says sex and birth, the rank document and cabin, the post the outward title', () => {
    const answers = typing(BEGUN, {
      members: [{ name: '康采薇', citizenId: '11010519491231002X', post: '翻译', rank: 'section' }],
    });
    // The number is the example of GB 11643-1999: born on 31 December 1949, a woman.
    expect(rows(answers, 'members')).toEqual([
      {
        name: '康采薇',
        citizenId: '11010519491231002X',
        post: '翻译',
        rank: 'section',
        pinyin: 'KANG CAIWEI',
        sex: 'F',
        birthDate: '1949-12-31',
        employer: '澜洲市商务局',
        foreignTitle: '翻译',
        passportKind: 'public-ordinary',
        cabin: 'economy',
        role: 'leader',
        employment: 'serving',
      },
    ]);
  });

  test('where units of others take part, the unit is asked for', () => {
    const answers = typing({ ...BEGUN, caseType: 'span-lead' }, { members: [{ name: '康采薇' }] });
    expect(rows(answers, 'members')[0]?.employer).toBeUndefined();
  });

  test('whoever clears one of a unit clears the next', () => {
    const first = { name: '林若谷', employer: '澜洲市商务局', clearanceBy: '中共澜洲市委组织部' };
    const answers = typing({ ...BEGUN, members: [first] }, { members: [first, { name: '陆清和' }] });
    expect(rows(answers, 'members')[1]).toMatchObject({ role: 'member', clearanceBy: '中共澜洲市委组织部' });
  });
});

describe('stops give the way, the return and the programme', () => {
  const stop = (country: string, city: string, leave: string, more: Answers = {}): Answers => ({
    country,
    city,
    leave,
    ...more,
  });
  const TOKYO = stop('日本', '东京', '2026-05-26', { inviter: '某协会' });
  const SINGAPORE = stop('新加坡', '新加坡', '2026-05-27', { inviter: '某商会' });

  test('each stop begins where the one before ends, the way is the cities between two of the home port', () => {
    const answers = typing(
      { exitDate: '2026-05-24', legs: [] },
      { legs: [TOKYO] },
      { legs: [TOKYO, SINGAPORE] },
    );
    expect(rows(answers, 'legs').map(({ arrive, transit }) => [arrive, transit])).toEqual([
      ['2026-05-24', false],
      ['2026-05-26', false],
    ]);
    expect([answers.route, answers.entryDate]).toEqual(['北京—东京—新加坡—北京', '2026-05-27']);
  });

  test('a stop that is only begun takes nothing back', () => {
    const first = typing({ exitDate: '2026-05-24', legs: [] }, { legs: [TOKYO] });
    const begun = typing(first, { legs: [...rows(first, 'legs'), {}] });
    const [tokyo = {}, second = {}] = rows(begun, 'legs');
    const answers = typing(
      begun,
      { legs: [tokyo, { ...second, country: '新加坡' }] },
      { legs: [tokyo, { ...second, ...SINGAPORE }] },
    );
    expect([answers.route, answers.entryDate]).toEqual(['北京—东京—新加坡—北京', '2026-05-27']);
    expect(rows(answers, 'programme').at(-1)).toMatchObject({ date: '2026-05-27', activity: '返程' });
  });

  test('every day is laid out once the days are known', () => {
    const answers = typing(
      { exitDate: '2026-05-24', entryDate: '2026-05-27', legs: [] },
      {
        legs: [
          { ...TOKYO, arrive: '2026-05-24', transit: false },
          { ...SINGAPORE, arrive: '2026-05-26', transit: false },
        ],
      },
    );
    expect(
      rows(answers, 'programme').map((row) => [row.date, row.period, row.city, row.kind, row.activity]),
    ).toEqual([
      ['2026-05-24', 'am', '东京', 'travel', '启程赴日本东京'],
      ['2026-05-24', 'pm', '东京', 'official', '与某协会会谈'],
      ['2026-05-25', 'day', '东京', 'official', '与某协会会谈'],
      ['2026-05-26', 'day', '新加坡', 'official', '与某商会会谈'],
      ['2026-05-27', 'day', '新加坡', 'travel', '返程'],
    ]);
  });

  test('what is changed in the programme stays, whatever the stops do', () => {
    const legs = [{ ...TOKYO, arrive: '2026-05-24', transit: false }];
    const laid = typing({ exitDate: '2026-05-24', entryDate: '2026-05-26', legs: [] }, { legs });
    const own = rows(laid, 'programme').map((row, i) => (i === 1 ? { ...row, activity: '签署备忘录' } : row));
    const later = typing(laid, { programme: own }, { legs: [{ ...legs[0], inviter: '另一协会' }] });
    expect(later.programme).toEqual(own);
  });
});

test('cabins of the members and the units they come from are listed for fares and publicity', () => {
  const members = [
    { name: '甲', rank: 'bureau', employer: '某局' },
    { name: '乙', rank: 'section', employer: '某校' },
  ];
  const answers = typing({ caseType: 'span-lead', hostAirfare: false, members: [] }, { members });
  expect(answers.fares).toEqual([
    { cabin: 'business', carrier: 'chinese' },
    { cabin: 'economy', carrier: 'chinese' },
  ]);
  expect(answers.publicity).toEqual([{ unit: '某局' }, { unit: '某校' }]);
});
