import { runChecks } from '@zhitongche/kernel';
import type { Answers } from '@zhitongche/kernel';
import { describe, expect, test } from 'vitest';
import { contextOf } from '../../shared/testing/context.ts';
import { outboundTrip } from '../index.ts';
import { policies } from '../policy.ts';
import { rows, TODAY } from '../testing/trip.ts';

const on = (key: 'change' | 'extension' | 'return' | 'passports', answers: Answers) => {
  const extra = outboundTrip.forms[key];
  if (!extra) throw new Error(`no form ${key}`);
  return runChecks(extra.checks ?? [], extra.form, answers, contextOf(policies, { today: TODAY }));
};

describe('requests after the approval', () => {
  test('a change may exceed the size of a delegation only with the people who decide knowing it', () => {
    const found = on('change', { parts: ['members'], members: rows(7) });
    expect(found.filter((p) => p.code === 'R-08')).toMatchObject([{ level: 'warn' }]);
    expect(found.some((p) => p.level === 'block')).toBe(false);
  });

  test('a change cannot return before it leaves', () => {
    const dates = { parts: ['dates'], exitDate: '2026-06-05', entryDate: '2026-06-01' };
    expect(on('change', dates).filter((p) => p.code === 'A-01')).toMatchObject([
      { level: 'block', at: ['entryDate'] },
    ]);
  });

  test.each([
    ['depart', '2026-06-01', '2026-06-05', []],
    ['depart', '2026-03-02', '2026-03-06', [['exitDate', 'block']]],
    ['stay', '2026-02-25', '2026-03-06', []],
    ['stay', '2026-02-25', '2026-03-07', [['entryDate', 'warn']]],
    ['depart', '2026-06-05', '2026-06-01', [['entryDate', 'block']]],
  ])('extension %s from %s to %s: %j', (kind, exitDate, entryDate, expected) => {
    const found = on('extension', { kind, exitDate, entryDate });
    expect(found.map((p) => [p.at[0], p.level])).toEqual(expected);
    expect(found.every((p) => p.code === 'A-02')).toBe(true);
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
    const found = on('passports', { returnedOn, stampsChecked });
    expect(found.map((p) => p.level)).toEqual(expected);
    expect(found.every((p) => p.code === 'A-04')).toBe(true);
  });
});
