import { describe, expect, test } from 'vitest';
import { contextOf } from '../../shared/testing/context.ts';
import { ceilingFindings, CEILINGS } from './ceilings.ts';
import { policies } from './policy.ts';

/** A ceiling of 100 000 yuan of which so much is taken, and a trip of so much. */
const told = (taken: string, cost: string | null, given: Record<string, boolean | readonly string[]> = {}) =>
  ceilingFindings(
    cost,
    contextOf(policies, {
      lookups: { [CEILINGS]: { ceilings: [{ name: '因公出国（境）费', amount: '100000.00', taken }] } },
      policies: given,
    }),
  ).map(({ level, message }) => [level, message]);

describe('the ceiling that pays for trips', () => {
  test.each([
    ['0.00', '79999.99', []],
    ['40000.00', '40000.00', ['80%']],
    ['50000.00', '40000.00', ['90%']],
    ['60000.00', '40000.00', ['90%']],
    ['60000.00', '40000.01', ['超过']],
  ])('of which %s is taken, with a trip of %s', (taken, cost, expected) => {
    const found = told(taken, cost);
    expect(found).toHaveLength(expected.length);
    for (const words of expected) expect(found[0]?.[1]).toContain(words);
  });

  test('stops a trip beyond it, or only warns where the office says so', () => {
    expect(told('60000.00', '40000.01')[0]?.[0]).toBe('block');
    expect(told('60000.00', '40000.01', { 'outbound-trip.stop-over-ceiling': false })[0]?.[0]).toBe('warn');
  });

  test('warns where the office says', () => {
    expect(told('0.00', '50000.00', { 'outbound-trip.ceiling-warn': ['50'] })[0]?.[1]).toContain('50%');
    expect(told('0.00', '99999.00', { 'outbound-trip.ceiling-warn': [] })).toEqual([]);
  });

  test('is nothing to who keeps no ledger', () => {
    expect(ceilingFindings('1.00', contextOf(policies))).toEqual([]);
  });
});
