import { expect, test } from 'vitest';
import { readFixture } from '../testing.ts';
import { reviewGoals } from './review.ts';

test('河北: a plan that ends at 95 %, two projects of one name, and a ceiling above its budget are pointed out', async () => {
  const remarks = reviewGoals((await readFixture('hebei-fao-2024')).model);
  const of = (id: string) => remarks.filter((remark) => remark.id === id).map((remark) => remark.project);
  expect(of('plan-end')).toEqual([6]);
  expect(of('same-name')).toEqual([8]);
  // 项目总投资 ≤863万元 against a budget of 800.00 for the year.
  expect(of('above-budget')).toEqual([2]);
  expect(of('no-satisfaction')).toEqual([3, 6, 8, 11]);
  expect(of('code')).toEqual([]);
  expect(of('plan-gap')).toEqual([]);
});

test('山西: 年度 66万元/年 without an operator is named as an interpretation', async () => {
  const remarks = reviewGoals((await readFixture('shanxi-fao-2024')).model);
  expect(remarks.some((remark) => remark.id === 'bare-target' && remark.message.includes('66万元/年'))).toBe(
    true,
  );
});
