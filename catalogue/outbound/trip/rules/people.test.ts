import { describe, expect, test } from 'vitest';
import { found } from '../testing/trip.ts';

const one = (member: Readonly<Record<string, string | number | boolean>>) => ({ members: [member] });

describe('who may travel', () => {
  test('no spouse and no children', () => {
    expect(found('R-10', { family: true })).toMatchObject([{ level: 'block', at: ['family'] }]);
    expect(found('R-10', { family: false })).toEqual([]);
  });

  test('two leaders of one unit need a reason, of two units none', () => {
    const leader = (employer: string) => ({ name: '甲', employer, leadership: true });
    expect(found('R-11', { members: [leader('商务局'), leader('商务局')] })).toMatchObject([
      { level: 'warn', at: ['members', 1, 'leadership'] },
    ]);
    expect(found('R-11', { members: [leader('商务局'), leader('科技局')] })).toEqual([]);
  });

  test.each([
    ['serving', 'visit', 0],
    ['retired', 'visit', 1],
    ['reemployed', 'visit', 1],
    ['reemployed', 'academic', 0],
    ['retired', 'academic', 1],
  ])('%s on a %s: %i stop', (employment, missionKind, expected) => {
    const member = missionKind === 'academic' ? { employment, academic: true } : { employment };
    expect(found('R-18', { missionKind, ...one(member) })).toHaveLength(expected);
  });

  test.each([
    ['2026-12-05', 1],
    ['2026-12-06', 0],
  ])('back on 6 June, passport until %s: %i warning', (passportUntil, expected) => {
    const member = { passportNumber: 'PE1234567', passportUntil };
    expect(found('R-24', { ...one(member), entryDate: '2026-06-06' })).toHaveLength(expected);
  });

  test('an official passport still out must come back first', () => {
    expect(found('R-25', one({ otherPassport: true }))).toMatchObject([{ level: 'block' }]);
  });

  test.each([
    ['public-ordinary', 'none', 0],
    ['private', 'none', 1],
    ['private', 'student', 0],
    ['private', 'resident', 0],
  ])('passport %s, grounds %s: %i stop', (passportKind, privateGrounds, expected) => {
    const member = passportKind === 'private' ? { passportKind, privateGrounds } : { passportKind };
    expect(found('R-26', one(member))).toHaveLength(expected);
  });

  test('both Hong Kong permits are not carried together', () => {
    const via = { legs: [{ country: '香港', transit: true }] };
    expect(found('R-27', { ...via, bothPermits: true })).toHaveLength(1);
    expect(found('R-27', { ...via, bothPermits: false })).toEqual([]);
  });
});

describe('cabin by rank', () => {
  test.each([
    ['ministry', 'first', 0],
    ['bureau', 'first', 1],
    ['bureau', 'business', 0],
    ['division', 'business', 1],
    ['division', 'economy', 0],
    ['technical', 'business', 1],
    ['ministry', 'economy', 0],
  ])('%s in %s: %i stop', (rank, cabin, expected) => {
    expect(found('R-31', one({ rank, cabin }))).toHaveLength(expected);
  });
});

describe('who is who', () => {
  test.each([
    [['leader', 'member'], 'own', 0],
    [['member', 'member'], 'own', 1],
    [['leader', 'leader'], 'own', 1],
    [['member'], 'span-join', 0],
  ])('roles %j in %s: %i stop', (roles, caseType, expected) => {
    expect(found('P-01', { caseType, members: roles.map((role) => ({ role })) })).toHaveLength(expected);
  });

  test('birth date and sex must agree with the identity number (example of GB 11643 Annex A)', () => {
    const id = '11010519491231002X';
    expect(found('P-02', one({ citizenId: id, birthDate: '1949-12-31', sex: 'F' }))).toEqual([]);
    const wrong = found('P-02', one({ citizenId: id, birthDate: '1949-12-30', sex: 'M' }));
    expect(wrong.map((p) => p.at[2])).toEqual(['birthDate', 'sex']);
  });

  test('nobody is listed twice', () => {
    const twice = { members: [{ citizenId: '11010519491231002X' }, { citizenId: '11010519491231002X' }] };
    expect(found('P-02', twice)).toMatchObject([{ at: ['members', 1, 'citizenId'] }]);
  });

  test('residence abroad must be explained', () => {
    expect(found('P-03', one({ foreignResidence: true }))).toMatchObject([{ level: 'warn' }]);
  });
});
