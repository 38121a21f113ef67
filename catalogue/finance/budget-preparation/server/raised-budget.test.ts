import { describe, expect, it } from 'vitest';
import { readDisclosure, reconcile, categorySums } from '@zhitongche/budget';
import { ownBudget } from '@zhitongche/offices';
import { readFixture } from '../../../../platform/budget/model/testing.ts';
import { raisedReception } from './raised-budget.ts';

describe('the demo office’s own budget', () => {
  it('reads as that of its year and name, and adds up as the document it is made from', async () => {
    const budget = ownBudget(2026);
    const own = await readDisclosure({ name: budget.name, bytes: await budget.read() });
    if (!own.ok) throw new Error('unread');
    expect([own.model.year, own.model.department.name]).toEqual(['2026', '云泽省人民政府外事办公室']);
    expect(reconcile(own.model).counts).toEqual(
      reconcile((await readFixture('hebei-fao-2024')).model).counts,
    );
  });
});

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
