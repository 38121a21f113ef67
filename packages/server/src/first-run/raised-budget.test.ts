import { describe, expect, it } from 'vitest';
import { reconcile } from '@zhitongche/budget';
import { categorySums } from '@zhitongche/budget/prepare/categories.ts';
import { readFixture } from '@zhitongche/budget/testing.ts';
import { raisedReception } from './raised-budget.ts';

describe('the demo’s first draft', () => {
  it('asks for thirty more and adds up exactly as the published budget does', async () => {
    const { model } = await readFixture('hebei-fao-2024');
    const next = raisedReception(model, '30.00');
    const held = (counts: Readonly<Record<string, number>>) => counts['does-not-hold'];
    // The narrative still tells last year's figures: those sentences (B14) are for the officer to write anew.
    const wrong = reconcile(next).checks.filter(
      ({ verdict, rule }) => verdict === 'does-not-hold' && rule !== 'B14',
    );
    expect(wrong.map(({ rule }) => rule)).toEqual(['B15']);
    expect(held(reconcile(model).counts)).toBe(1);
    expect(categorySums(next).map(({ value }) => value)).toEqual([
      '5785.85',
      '2896.01',
      '651.61',
      '2238.23',
      '471.14',
    ]);
  });
});
