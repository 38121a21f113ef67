import { runChecks } from '../../../../platform/case/model/run-checks.ts';
import type { Answers } from '@zhitongche/form';
import { describe, expect, test } from 'vitest';
import { approved, begun } from '../testing/roads.ts';
import type { World } from '@zhitongche/case/testing';
import { contextOf } from '../../../shared/testing/context.ts';
import { outboundTrip } from '../index.ts';
import { policies } from '../policy.ts';
import { rows, TODAY, trip } from '../testing/trip.ts';

type Act = 'change' | 'extension' | 'return' | 'documents';
/** What the checks of an act find, of a case approved with these answers where any are given. */
const on = (key: Act, answers: Answers, filed?: Answers, world: World = {}) => {
  const extra = outboundTrip.forms[key];
  if (!extra) throw new Error(`no form ${key}`);
  const context = contextOf(policies, { today: TODAY, ...world });
  const state = filed && { ...approved(begun()).state, answers: { ...trip(), ...filed } };
  return runChecks(extra.checks ?? [], extra.form, answers, state ? { ...context, state } : context);
};

describe('requests after the approval', () => {
  test('a change may exceed the size of a delegation only with the people who decide knowing it', () => {
    const found = on('change', { parts: ['members'], members: rows(7) });
    expect(found.filter((p) => p.code === 'R-08')).toMatchObject([{ level: 'warn' }]);
    expect(found.some((p) => p.level === 'block')).toBe(false);
  });

  const leg = (country: string, arrive: string, leave: string) => ({
    country,
    city: '某市',
    transit: false,
    arrive,
    leave,
  });
  const filed = (countries: readonly string[], more: Answers = {}): Answers => ({
    missionKind: 'visit',
    exitDate: '2026-06-01',
    entryDate: '2026-06-05',
    legs: countries.map((country) => leg(country, '2026-06-01', '2026-06-04')),
    ...more,
  });

  test.each([
    ['depart', '2026-06-08', '2026-06-12', ['日本'], []],
    // The limit is that of the countries visited, not of three.
    ['stay', '2026-06-01', '2026-06-06', ['日本'], ['R-01']],
    ['stay', '2026-06-01', '2026-06-08', ['日本', '韩国'], []],
    ['stay', '2026-06-01', '2026-06-09', ['日本', '韩国'], ['R-02']],
    ['stay', '2026-06-01', '2026-06-10', ['日本', '韩国', '德国'], []],
  ])('extension %s to %s–%s of a trip to %j: %j', (kind, exitDate, entryDate, countries, expected) => {
    const hits = on('extension', { kind, exitDate, entryDate }, filed(countries));
    expect(hits.map((p) => [p.code, p.level])).toEqual(expected.map((code) => [code, 'warn']));
  });

  test('what is decided case by case (R-06) has no limit when extended either', () => {
    const fair = filed(['日本'], { missionKind: 'conference' });
    const hits = on('extension', { kind: 'stay', exitDate: '2026-06-01', entryDate: '2026-06-09' }, fair);
    expect(hits.filter((p) => p.level !== 'info')).toEqual([]);
  });

  test('an extension that outlives a passport says so', () => {
    const members = [{ name: '甲', passportNumber: 'PE1234567', passportUntil: '2026-12-06' }];
    const late = { kind: 'stay', exitDate: '2026-06-01', entryDate: '2026-06-07' };
    expect(on('extension', late, filed(['日本'], { members })).map((p) => p.code)).toContain('R-24');
  });

  test.each([
    ['2026-06-05', '2026-06-01', ['A-01']],
    ['2026-03-02', '2026-03-06', ['A-01']],
    ['2026-02-20', '2026-02-25', ['A-01']],
    ['2026-06-02', '2026-06-06', []],
  ])('a change to %s–%s, asked for on 2 March: %j', (exitDate, entryDate, expected) => {
    const hits = on('change', { parts: ['dates'], exitDate, entryDate }, filed(['日本']));
    expect(hits.filter((p) => p.level === 'block').map((p) => p.code)).toEqual(expected);
  });

  test('who is already abroad may come back another day', () => {
    const abroad = filed(['日本'], { exitDate: '2026-03-01', entryDate: '2026-03-05' });
    const dates = { parts: ['dates'], exitDate: '2026-03-01', entryDate: '2026-03-04' };
    expect(on('change', dates, abroad).filter((p) => p.level === 'block')).toEqual([]);
  });

  test('new members meet every rule about people again, as advice to those who decide', () => {
    const ID = '11010519491231002X';
    const member = {
      name: '甲',
      sex: 'F',
      citizenId: ID,
      birthDate: '1949-12-31',
      rank: 'bureau',
      position: 'none',
      employer: '另一单位',
      secrecy: 'important',
      passportNumber: 'PE1234567',
      passportUntil: '2026-08-01',
    };
    const lookups = {
      'person-trips': {
        trips: [{ citizenId: ID, exitDate: '2025-06-01', entryDate: '2025-06-05', missionKind: 'visit' }],
      },
    };
    const hits = on('change', { parts: ['members'], members: [member, member] }, filed(['日本']), {
      lookups,
    });
    const codes = new Set(hits.map((p) => p.code));
    for (const code of ['R-12', 'R-21', 'R-24', 'P-02', 'M-05']) expect(codes).toContain(code);
    // Only what the newcomers must tell of themselves stops the request.
    expect(hits.filter((p) => p.level === 'block' && !['P-04', 'M-12'].includes(p.code))).toEqual([]);
    // Where the form of the change has no such field, the finding stands over the whole form.
    expect(hits.find((p) => p.code === 'R-21')?.at).toEqual([]);
    expect(hits.find((p) => p.code === 'R-24')?.at).toEqual(['members', 0, 'passportUntil']);
  });

  test.each([
    ['depart', '2026-03-02', '2026-03-06', [['exitDate', 'block']]],
    ['depart', '2026-06-05', '2026-06-01', [['entryDate', 'block']]],
    ['stay', '2026-02-25', '2026-03-01', [['entryDate', 'block']]],
  ])('extension %s to %s–%s cannot be: %j', (kind, exitDate, entryDate, expected) => {
    const hits = on('extension', { kind, exitDate, entryDate }).filter((p) => p.code === 'A-02');
    expect(hits.map((p) => [p.at[0], p.level])).toEqual(expected);
  });
});

describe('records after the trip', () => {
  test.each([
    ['2026-02-20', '2026-03-02', 0],
    ['2026-02-20', '2026-03-03', 1],
    ['2026-02-20', '2026-02-19', 1],
  ])('registered on 2 March, left %s, back %s: %i stop', (actualExit, actualEntry, expected) => {
    expect(on('return', { actualExit, actualEntry })).toHaveLength(expected);
  });

  test.each([
    ['2026-03-02', true, []],
    ['2026-03-02', false, ['warn']],
    ['2026-03-03', true, ['block']],
  ])('passports in on %s, stamps checked %s: %j', (returnedOn, stampsChecked, expected) => {
    const found = on('documents', {
      documents: [{ holder: '甲', document: 'passport', state: 'returned', on: returnedOn, stampsChecked }],
    });
    expect(found.map((p) => p.level)).toEqual(expected);
    expect(found.every((p) => p.code === 'A-04' || p.code === 'A-08')).toBe(true);
  });
});
